"""The plan of a month as text, for oneself: copied or saved."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.commands.plan_month_text import plan_text, save_text
from netchal_gui.paths import export_folder
from netchal_gui.views.form_parts import button, named, section_title
from netchal_gui.words import say


class PlanMonthText(QWidget):
    """``message(sentence)`` says what was copied or written."""

    message = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        named(self.text, say("The plan as text"))
        self.copy = button(say("&Copy"))
        self.save = button(say("&Save…"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button_ in (self.copy, self.save):
            buttons.addWidget(button_)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(section_title(say("The plan as text")))
        box.addWidget(self.text, 1)
        box.addLayout(buttons)

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)

    def show_plan(self, plan: MonthPlan) -> None:
        self.text.setPlainText(plan_text(plan))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.message.emit(say("The plan is on the clipboard."))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, say("Save the plan"), str(export_folder()), say("Text files (*.txt)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, file: str) -> None:
        """Write the text to a file that was chosen."""
        try:
            self.message.emit(save_text(self.text.toPlainText(), Path(file)))
        except OSError as fault:
            self.message.emit(explain(fault) or str(fault))
