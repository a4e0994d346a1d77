"""A program in which somebody types without a pause, for ``test_typing.py`` to kill."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.views.autosave import Autosave
from netchal_gui.views.growing_text import GrowingText
from netchal_gui.views.journal_tab import JournalTab

JOURNAL = 3
LETTERS = "abcdefghij"
EVERY = 10
"""Milliseconds between two letters."""


class Typist:
    """Types into a field, and tells how many letters are typed and how many saved, and when."""

    def __init__(self, field: GrowingText, autosave: Autosave, tell: Callable[[str], None]) -> None:
        self._field, self._tell = field, tell
        self._typed = 0
        autosave.saved.connect(self._saved)
        self._timer = QTimer(field)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self) -> None:
        QTest.keyClicks(self._field, LETTERS[self._typed % len(LETTERS)])
        self._typed += 1
        self._tell(f"typed {self._typed} {time.monotonic()}")

    def _saved(self) -> None:
        self._tell(f"saved {self._typed} {time.monotonic()}")


def types(path: Path, tell: Callable[[str], None]) -> None:
    """Start the program on this data file, and type what was learned until the process is killed."""
    from tests.journeys.started import Started

    qt = QApplication([])
    program = Started(qt, path.parents[1])
    program.program.window.show_tab(JOURNAL)
    program.settle()
    (tab,) = program.window.findChildren(JournalTab)
    tab._make_entry()
    typist = Typist(tab.editor.learned, tab.editor._autosave, tell)
    qt.exec()
    del typist


def answers(path: Path, tell: Callable[[str], None]) -> None:
    """Start the program on this data file, and type an answer of a talk until the process is killed."""
    from netchal_gui.commands.plan import plan
    from netchal_gui.commands.preparing import prepare
    from netchal_gui.domain.interview import Question
    from netchal_gui.views.interview_sheet import InterviewSheet
    from tests.journeys.started import Started

    qt = QApplication([])
    program = Started(qt, path.parents[1])
    talk = plan(program.program.workbench, ["Ada Lovelace"], datetime(2026, 11, 24, 12)).interview
    prepare(program.program.workbench, talk.id, (Question("Why?"),), None)
    program.window.talk_wanted.emit(talk.id)
    (sheet,) = program.window.findChildren(InterviewSheet)
    typist = Typist(sheet.rows()[0].answer, sheet._autosave, tell)
    qt.exec()
    del typist
