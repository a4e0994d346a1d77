"""Five thousand people from an address book: stopped half way, finished, undone; the window stays alive."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar

from netchal_gui.views.import_dialog import ImportDialog
from tests.journeys.cards import write_cards
from tests.journeys.started import PATIENCE, Started

PEOPLE = 5_000
LONGEST_TURN = 0.050
"""Seconds of the window's own work between two turns of its event loop; what others do is not counted."""
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    return write_cards(tmp_path / "everyone.vcf", PEOPLE)


class Turns:
    """Lets the event loop turn and keeps what each turn cost the window's own thread, in seconds of CPU."""

    def __init__(self) -> None:
        self.costs: list[float] = []
        self._wake = QTimer()
        self._wake.start(5)

    def stop(self) -> None:
        self._wake.stop()

    def do(self, work: Callable[[], object]) -> None:
        """A turn of its own for what a click, a key or a drop sets off."""
        before = time.thread_time()
        work()
        self.costs.append(time.thread_time() - before)

    def until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            self.do(self._turn)

    def until_idle(self, program: Started) -> None:
        """Until nothing is under way, nor what follows from it."""
        for _ in range(10):
            self.until(lambda: not program.program.jobs.busy)
            self.do(self._turn)
        program.settle()

    def _turn(self) -> None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


@pytest.fixture
def turns(qapp: object) -> Iterator[Turns]:
    made = Turns()
    yield made
    made.stop()


def begin_import(program: Started, cards: Path, turns: Turns) -> ImportDialog:
    """Until the verdicts stand there."""
    turns.do(partial(program.window.open_files, [cards]))
    (dialog,) = program.window.findChildren(ImportDialog)
    turns.until_idle(program)
    return dialog


def finish_import(program: Started, cards: Path, turns: Turns) -> None:
    dialog = begin_import(program, cards, turns)
    turns.do(partial(QTest.mouseClick, dialog.apply, LEFT))
    turns.until_idle(program)


def undo(program: Started, turns: Turns) -> None:
    turns.do(partial(QTest.keyClick, program.qt.focusWindow(), Qt.Key.Key_Z, CTRL))
    turns.until_idle(program)


def is_half_done(bar: QProgressBar) -> bool:
    return bar.maximum() >= PEOPLE and 2 * bar.value() >= bar.maximum()


def test_an_import_that_is_stopped_half_way_has_changed_nothing(start, cards, turns):
    program = start()
    before = program.exported()
    dialog = begin_import(program, cards, turns)
    QTest.mouseClick(dialog.apply, LEFT)
    bar = dialog.findChild(QProgressBar)
    turns.until(lambda: bar.isVisible() and bar.accessibleName() == "Importing" and is_half_done(bar))
    QTest.mouseClick(dialog.cancel, LEFT)
    turns.until_idle(program)

    assert dialog.apply.isEnabled()
    assert program.exported() == before
    dialog.reject()


def test_a_finished_import_has_everyone_and_one_undo_takes_it_back(start, cards, turns):
    program = start()
    before = program.exported()
    finish_import(program, cards, turns)
    assert len(program.people()) == PEOPLE

    undo(program, turns)
    assert program.exported() == before


def test_the_window_never_works_long_at_a_stretch_while_people_are_imported_and_taken_back(
    start, cards, turns
):
    program = start()
    finish_import(program, cards, turns)
    undo(program, turns)

    assert program.people() == []
    assert max(turns.costs) <= LONGEST_TURN
