"""The plan of a month as text: for oneself with all names, or as others may read it; copied or saved."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.commands.plan_month_text import plan_text, save_text
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.refusal import Refused
from netchal_gui.paths import export_folder
from netchal_gui.views.form_parts import button, named, section_title
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class PlanMonthText(QWidget):
    """``message(sentence)`` says what was copied or written."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, jobs: Jobs) -> None:
        super().__init__()
        self._workbench, self._jobs = workbench, jobs
        self._plan: MonthPlan | None = None
        self._reading = 0
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.own = QRadioButton(say("For me"))
        self.others = QRadioButton(say("For others"))
        self.own.setChecked(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        named(self.text, say("The plan as text"))
        self.copy = button(say("&Copy"))
        self.save = button(say("&Save…"))

    def _lay_out(self) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(section_title(say("The plan as text")), 1)
        for each in (self.own, self.others):
            head.addWidget(each)
        for button_ in (self.copy, self.save):
            buttons.addWidget(button_)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.text, 1)
        box.addLayout(buttons)

    def _connect(self) -> None:
        for each in (self.own, self.others):
            each.clicked.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)

    def show_plan(self, plan: MonthPlan) -> None:
        """Show the plan in the way that is chosen."""
        self._plan = plan
        self._show()

    def _show(self) -> None:
        if self._plan is None:
            return
        self._reading += 1
        if self.own.isChecked():
            self.text.setPlainText(plan_text(self._plan))
        else:
            work = partial(_for_others, self._workbench, self._plan, self._reading)
            self._jobs.run(work, self._show_read, self._failed)

    def _show_read(self, read: tuple[int, str]) -> None:
        """Threads may end in another order than they began: only the last one is shown."""
        number, text = read
        if number == self._reading:
            self.text.setPlainText(text)

    def _failed(self, error: Exception) -> None:
        sentence = explain(error) or (str(error) if isinstance(error, Refused) else "")
        if sentence:
            self.text.setPlainText("")
            self.message.emit(sentence)

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


def _for_others(workbench: Workbench, plan: MonthPlan, number: int, progress: Progress) -> tuple[int, str]:
    """As the report tells it: nobody is named against their will. It is imported on this thread."""
    from netchal_gui.commands.share import share
    from netchal_gui.domain.message_template import TemplateKind
    from netchal_gui.exchange.report_formats import Format

    shared = share(workbench, TemplateKind.PLAN, plan.days.first, Format.TEXT, (), plan.challenge.id)
    return number, shared.text
