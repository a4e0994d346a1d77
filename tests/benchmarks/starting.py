"""How much CPU and memory it takes to see the window, against a bare window of the same parts."""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.big_file import made
from tests.benchmarks.measure import Row, processes_compared

HERE = Path(__file__).parent
TABS = ("challenge", "contacts", "calendar", "journal")
FLOOR = [sys.executable, str(HERE / "floor_window.py")]


def rows(files: dict[int, Path]) -> Iterator[Row]:
    """Starts on an empty file and on one of each size, with each tab first; peak memory on the largest."""
    with tempfile.TemporaryDirectory() as home:
        empty = made(Path(home) / "empty.db", 0)
        yield from _starts("empty", empty, Path(home))
        for count, file in files.items():
            yield from _starts(f"{count:,} of everything", file, Path(home), memory=count >= 100_000)


def _starts(name: str, file: Path, home: Path, *, memory: bool = False) -> Iterator[Row]:
    ours = [sys.executable, str(HERE / "start_ours.py"), str(file.absolute())]
    for tab in TABS:
        pairs = processes_compared(ours, FLOOR, _environment(home, tab))
        medians = [statistics.median(side.cpu for side in sides) for sides in zip(*pairs, strict=True)]
        yield Row(f"start, {name}, {tab} first (CPU)", *medians, bar=1.5)
        if memory:
            peaks = [statistics.median(side.peak for side in sides) for sides in zip(*pairs, strict=True)]
            yield Row(f"peak memory, {name}, {tab}", *peaks, bar=1.5, unit="MB")


def _environment(home: Path, tab: str) -> dict[str, str]:
    """A home in which this tab was open last."""
    folder = home / tab
    kept = folder / "netchal" / "window.ini"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(f"[window]\ntab={tab}\n", "utf-8")
    return {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_STATE_HOME": str(folder),
    }
