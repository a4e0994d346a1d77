"""A data file that cannot be opened: what is wrong is told, and the person chooses what happens next.

Loaded only when there is such a fault. Never an empty data file in place of a missing or damaged one.
"""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton

from netchal_gui.views.restoring import restore_unopened
from netchal_gui.words import say


class Choice(Enum):
    RESTORE = auto()
    OTHER_FILE = auto()
    QUIT = auto()


def go_on(path: Path, sentence: str, zone: str) -> Path | None:
    """Which file to try next, after the person has heard what is wrong; None to quit."""
    while True:
        choice = ask(sentence)
        if choice is Choice.QUIT:
            return None
        if choice is Choice.RESTORE:
            answer = restore_unopened(path, zone)
            if answer == "":
                return path
            sentence = answer or sentence
        elif other := _other_file():
            return other


def ask(sentence: str) -> Choice:
    """Say what is wrong with the data file and ask what to do."""
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(say("Netchal"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(say("The data file could not be opened."))
    box.setInformativeText(sentence)
    choices: dict[QPushButton, Choice] = {
        box.addButton(say("Restore a backup…"), QMessageBox.ButtonRole.ActionRole): Choice.RESTORE,
        box.addButton(say("Choose another file…"), QMessageBox.ButtonRole.ActionRole): Choice.OTHER_FILE,
        box.addButton(say("Quit"), QMessageBox.ButtonRole.RejectRole): Choice.QUIT,
    }
    box.exec()
    pressed = box.clickedButton()
    return next((choice for button, choice in choices.items() if button is pressed), Choice.QUIT)


def tell_fault(sentence: str) -> None:
    """Say what could not be done while there is no window to say it in."""
    box = QMessageBox(QMessageBox.Icon.Warning, say("Netchal"), "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()


def _other_file() -> Path | None:
    """An existing data file, or the name of a new one."""
    dialog = QFileDialog(None, say("Choose a data file"), "", say("Netchal data files (*.db);;All files (*)"))
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, say("Open"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return Path(dialog.selectedFiles()[0])
