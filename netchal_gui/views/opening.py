"""Opening the data file with a person in front of it: a fault is told, and they choose what happens next.

Never an empty data file in place of a missing or damaged one unless they ask for that very thing.
"""

import time
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton

from netchal_gui.commands.faults import explain
from netchal_gui.commands.open_window import hand_over
from netchal_gui.files import FileLock, lock_for
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.store import Store
from netchal_gui.views.restoring import restore_unopened
from netchal_gui.words import say

PATIENCE_SECONDS = 10.0
"""How long to wait for a first program that holds the file but does not answer yet, or is closing."""


class Opened(NamedTuple):
    path: Path
    lock: FileLock
    store: Store


class Choice(Enum):
    RESTORE = auto()
    OTHER_FILE = auto()
    QUIT = auto()


class HandedOver(Exception):
    """An open window has taken the files; this start has nothing left to do."""


class StillOpen(Exception):
    """Another Netchal has the file open and does not answer."""


def open_data(path: Path, files: Sequence[Path], zone: str) -> Opened | None:
    """The opened data file; None where the person gave up. Raises HandedOver, StillOpen."""
    wanted: Path | None = path
    while wanted is not None:
        try:
            return _open(wanted, files)
        except (StoreFault, OSError) as fault:
            wanted = _go_on(wanted, explain(fault) or str(fault), zone)
    return None


def _open(path: Path, files: Sequence[Path]) -> Opened:
    lock = lock_for(path)
    _take(lock, path, files)
    try:
        return Opened(path, lock, Store.open(path))
    except BaseException:
        lock.release()
        raise


def _take(lock: FileLock, path: Path, files: Sequence[Path]) -> None:
    """Get the lock, or hand over to whoever has it; one that is starting or closing gets a little time."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not lock.take():
        if hand_over(path, files):
            raise HandedOver
        if time.monotonic() > until:
            raise StillOpen
        time.sleep(0.05)


def _go_on(path: Path, sentence: str, zone: str) -> Path | None:
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
