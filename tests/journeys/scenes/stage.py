"""Where scenes are played: the window in front of a camera, and what nearly every scene does with it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from netchal_gui.views.calendar_tab import CalendarTab
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.contacts_tab import ContactsTab
from netchal_gui.views.journal_tab import JournalTab
from netchal_gui.views.program import Program
from netchal_gui.views.suggestion_list import SuggestionList

CHALLENGE, CONTACTS, CALENDAR, JOURNAL = range(4)
W = TypeVar("W", bound=QWidget)


def found(parent: QObject, kind: type[W]) -> W:
    """The first of its kind inside."""
    child = parent.findChild(kind)
    assert isinstance(child, kind), f"no {kind.__name__}"
    return child


def popups() -> list[QWidget]:
    """The dialogs, menus and suggestions that stand over the window."""
    shown = (QDialog, QMenu, SuggestionList)
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, shown) and each.isVisible()]


def close_popups() -> None:
    for each in popups():
        each.done(QDialog.DialogCode.Rejected) if isinstance(each, QDialog) else each.close()


class Stage:
    """``take(name)`` makes the picture; ``home`` is a folder for files that a scene needs."""

    def __init__(self, program: Program, take: Callable[[str], None], home: Path) -> None:
        self.program, self.home = program, home
        self.window, self.workbench = program.window, program.workbench
        self.challenge = found(program.window, ChallengeTab)
        self.contacts = found(program.window, ContactsTab)
        self.calendar = found(program.window, CalendarTab)
        self.journal = found(program.window, JournalTab)
        self._take = take

    def play(self, scene: "Scene") -> None:
        """Whatever a scene opens is closed after it, and whatever it changes is undone."""
        scene(self)
        close_popups()
        while self.workbench.undo_label is not None:
            self.workbench.undo()
        self.settle()

    def settle(self, milliseconds: int = 60) -> None:
        """Let the window paint and the jobs that answer it end."""
        QTest.qWait(milliseconds)
        while self.program.jobs.busy:
            QTest.qWait(20)
        QTest.qWait(30)

    def shot(self, name: str, *, close: bool = True) -> None:
        """A picture of what is there now; what stands over the window is closed unless the scene goes on."""
        self.settle()
        self._take(name)
        if close:
            close_popups()
            self.settle(0)

    def triggered(self, name: str, text: str) -> None:
        """The dialog of a menu action; it may have a loop of its own, so the picture is taken from there."""
        action = next(each for each in self.window.menus.actions() if each.text() == text)
        QTimer.singleShot(300, partial(self.shot, name))
        action.trigger()
        self.settle(500)

    def type_into(self, field: QLineEdit, text: str) -> None:
        """In place of what the field has."""
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        self.settle(200)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)


Scene = Callable[[Stage], None]
