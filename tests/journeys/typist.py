"""A program in which somebody types without a pause, for ``test_typing.py`` to kill."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.views.journal_tab import JournalTab

JOURNAL = 3
LETTERS = "abcdefghij"
EVERY = 10
"""Milliseconds between two letters."""


class Typist:
    """Types into what was learned, and tells how many letters are typed and how many saved, and when."""

    def __init__(self, tab: JournalTab, tell: Callable[[str], None]) -> None:
        self._field, self._tell = tab.editor.learned, tell
        self._typed = 0
        tab.editor._autosave.saved.connect(self._saved)
        self._timer = QTimer(tab)
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
    """Start the program on this data file, and type until the process is killed."""
    from tests.journeys.started import Started

    qt = QApplication([])
    program = Started(qt, path.parents[1])
    program.program.window.show_tab(JOURNAL)
    program.settle()
    (tab,) = program.window.findChildren(JournalTab)
    tab._make_entry()
    typist = Typist(tab, tell)
    qt.exec()
    del typist
