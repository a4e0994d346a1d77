"""How long the window stands still while people are imported and taken back, by the clock on the wall."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.benchmarks.measure import Row, application
from tests.journeys.cards import write_cards

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.journeys.started import Started

COUNTS = (5_000, 20_000)
ALLOWED = 50.0
"""ms; no gap may be longer, whoever causes it: the window's own work, or waiting for busy Python code."""
ROUNDS = 3
HOMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


def rows() -> Iterator[Row]:
    """The median, over rounds, of the longest gap of each round; the floor is what is allowed."""
    with tempfile.TemporaryDirectory() as folder:
        homes = dict.fromkeys(HOMES, folder)
        with patch.dict(os.environ, {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", **homes}):
            from netchal_gui import words

            words.speak("en")
            qt = application()
            for count in COUNTS:
                yield from _gaps(qt, Path(folder), count)


def _gaps(qt: "QApplication", folder: Path, count: int) -> Iterator[Row]:
    cards = write_cards(folder / "cards.vcf", count)
    rounds = [_round(qt, Path(tempfile.mkdtemp(dir=folder)), cards) for _ in range(ROUNDS)]
    for work, gaps in zip(("read", "import", "undo"), zip(*rounds, strict=True), strict=True):
        note = "the longest gap between two turns of the event loop; the floor is what is allowed"
        yield Row(f"{work} {count:,} cards in the window", statistics.median(gaps), ALLOWED, 1, note=note)


def _round(qt: "QApplication", folder: Path, cards: Path) -> tuple[float, float, float]:
    """The longest gap in ms of reading the cards, of importing and of undoing."""
    from netchal_gui.views.import_dialog import ImportDialog
    from tests.journeys.started import Started

    program = Started(qt, folder)
    reading = _longest_gap(program, lambda: program.window.open_files([cards]))
    (dialog,) = program.window.findChildren(ImportDialog)
    importing = _longest_gap(program, dialog.apply.click)
    undoing = _longest_gap(program, program.window.history.undo)
    program.close()
    return reading, importing, undoing


def _longest_gap(program: "Started", begin: Callable[[], object]) -> float:
    """A timer ticks every ms while the work goes on; the longest time between two of its ticks, in ms."""
    from PySide6.QtCore import Qt, QTimer

    ticks = [time.perf_counter()]
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    QTimer.singleShot(0, begin)
    program.settle()
    program.settle()
    timer.stop()
    return 1000 * max(later - earlier for earlier, later in pairwise(ticks))
