"""Give the challenge on as a file: the rule alone, or with one's own numbers."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QRadioButton, QWidget

from netchal_gui.commands.challenge_files import export_challenge, file_name
from netchal_gui.domain.challenge import Challenge
from netchal_gui.paths import export_folder
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label, named, plain_label
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ChallengeExport(FormDialog):
    """``written(sentence)`` once the file is there."""

    written = Signal(str)

    def __init__(self, workbench: Workbench, challenge: Challenge, parent: QWidget | None = None) -> None:
        super().__init__(say("Export this challenge"), say("Export…"), parent)
        self._workbench, self._challenge = workbench, challenge
        self.setMinimumWidth(480)
        self.rule = QRadioButton(say("Only the challenge, for somebody who wants to start it too"))
        self.numbers = QRadioButton(say("With my numbers, to see them side by side"))
        self.name = QLineEdit(workbench.preferences.own_name)
        self._lay_out()
        self.rule.setChecked(True)
        self._show_which()
        self.rule.toggled.connect(self._show_which)
        self.fit()

    def _lay_out(self) -> None:
        label = plain_label(say("What you want to be called"))
        named(self.name, label.text(), label)
        self.name.setPlaceholderText(say("a friend"))
        self._form = QFormLayout()
        self._form.setContentsMargins(24, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.addRow(label, self.name)
        box = self.box()
        box.addWidget(plain_label(self._challenge.name, wrap=True))
        box.addSpacing(4)
        box.addWidget(self.rule)
        box.addWidget(self.numbers)
        box.addLayout(self._form)
        box.addSpacing(4)
        box.addWidget(
            muted_label(
                say("Nothing about the people you meet is in the file: only the rule and counts."), wrap=True
            )
        )
        box.addStretch(1)

    def is_changed(self) -> bool:
        return False

    def save_draft(self) -> None:
        """Ask where to; the dialog stays until the file is written."""
        proposed = str(export_folder() / file_name(self._challenge))
        dialog = QFileDialog(self, say("Export this challenge"), proposed, say("Challenge files (*.netchal)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("netchal")
        dialog.selectFile(file_name(self._challenge))
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, file: str) -> None:
        """Write to this file and close, or say what is wrong."""
        numbers_of = self.name.text().strip() if self.numbers.isChecked() else None
        with self.telling_faults():
            sentence = export_challenge(self._workbench, self._challenge, Path(file), numbers_of=numbers_of)
            self.written.emit(sentence)
            self.accept()

    def _show_which(self) -> None:
        self._form.setRowVisible(self.name, self.numbers.isChecked())
