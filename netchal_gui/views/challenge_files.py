"""Challenge files in the window: give the challenge on, open a friend's, see the numbers side by side."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.walltime import from_utc
from netchal_gui.paths import export_folder
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ChallengeFiles(QObject):
    """``message(sentence)`` for the status bar; ``front_wanted`` before a dialog opens.

    ``shown`` gives the challenge that is shown, None where there is none.
    """

    message = Signal(str)
    front_wanted = Signal()

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window
        self._challenge: Challenge | None = None
        self.export = self._action(say("&Export this challenge…"), self._export)
        self.open = self._action(say("&Open a challenge file…"), self._ask_file)
        self.together = self._action(say("To&gether…"), self.show_together)

    def _action(self, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def show_challenge(self, challenge: Challenge | None) -> None:
        """Which challenge the actions are about."""
        self._challenge = challenge
        for action in (self.export, self.together):
            action.setEnabled(challenge is not None)

    def open_files(self, files: Sequence[Path]) -> bool:
        """Open the challenge files among these, one dialog each; whether there was any."""
        from netchal_gui.commands.challenge_files import is_challenge_file

        found = [file for file in files if is_challenge_file(file)]
        if found:
            self.front_wanted.emit()
        for file in found:
            self._open(file)
        return bool(found)

    def show_together(self) -> None:
        from netchal_gui.views.together_dialog import TogetherDialog

        if self._challenge is not None:
            self.front_wanted.emit()
            dialog = TogetherDialog(self._workbench, self._challenge.id, self._window)
            dialog.file_wanted.connect(self._ask_file)
            dialog.open()

    def _export(self) -> None:
        from netchal_gui.views.challenge_export import ChallengeExport

        if self._challenge is not None:
            self.front_wanted.emit()
            dialog = ChallengeExport(self._workbench, self._challenge, self._window)
            dialog.written.connect(self.message)
            dialog.open()

    def _ask_file(self) -> None:
        self.front_wanted.emit()
        filters = say("Challenge files (*.netchal);;All files (*)")
        dialog = QFileDialog(self._window, say("Open a challenge file"), str(export_folder()), filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open)
        dialog.open()

    def _open(self, file: Path | str) -> None:
        """Say what the file holds, or why it cannot be used."""
        from netchal_gui.commands.challenge_files import read_file
        from netchal_gui.views.challenge_file_dialog import ChallengeFileDialog

        try:
            found = read_file(Path(file))
            dialog = ChallengeFileDialog(self._workbench, found, self._today(), self._window)
        except (Refused, OSError) as fault:
            self._tell(fault)
            return
        dialog.start_wanted.connect(self._start)
        dialog.kept.connect(self.show_together)
        dialog.open()

    def _start(self, begun: Challenge) -> None:
        from netchal_gui.views.challenge_form import ChallengeForm

        ChallengeForm(self._workbench, begun.start, None, self._window, begun).open()

    def _tell(self, fault: Exception) -> None:
        """A box, not the status bar: whoever double-clicks a file looks for an answer."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, say("Netchal"), "", parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(explain(fault) or str(fault))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _today(self) -> date:
        return from_utc(self._workbench.now(), self._workbench.zone).day
