"""How much CPU and memory it takes to see the window, against a bare window of the same parts."""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.big_file import made
from tests.benchmarks.measure import Row, processes_compared

HERE = Path(__file__).parent
TABS = ("contacts", "calendar", "journal")


def rows(files: dict[int, Path]) -> Iterator[Row]:
    """Starts on an empty file and on one of each size; peak memory on the largest."""
    with tempfile.TemporaryDirectory() as home:
        empty = made(Path(home) / "empty.db", 0)
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_STATE_HOME": home,
        }
        yield from _starts("empty", empty, ("contacts",), environment)
        for count, file in files.items():
            yield from _starts(f"{count:,} of everything", file, TABS, environment, memory=count >= 100_000)


def _starts(
    name: str, file: Path, tabs: tuple[str, ...], environment: dict[str, str], *, memory: bool = False
) -> Iterator[Row]:
    floor = [sys.executable, str(HERE / "floor_window.py")]
    for tab in tabs:
        ours = [sys.executable, "-m", "tests.benchmarks.start_ours", str(file), tab]
        pairs = processes_compared(ours, floor, environment)
        medians = [statistics.median(side.cpu for side in sides) for sides in zip(*pairs, strict=True)]
        yield Row(f"start, {name}, {tab} first (CPU)", *medians, bar=1.5)
        if memory:
            peaks = [statistics.median(side.peak for side in sides) for sides in zip(*pairs, strict=True)]
            yield Row(f"peak memory, {name}, {tab}", *peaks, bar=1.5, unit="MB")
