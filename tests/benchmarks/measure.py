"""Measuring in ratios: ours and the floor in turn, rounds interleaved, medians quoted."""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROUNDS = 7


@dataclass(frozen=True)
class Row:
    """One line of the table: medians in the row's unit, their ratio, and the bar it is held against."""

    work: str
    ours: float
    floor: float
    bar: float
    unit: str = "ms"
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def within(self) -> bool:
        return self.ratio <= self.bar

    def __str__(self) -> str:
        verdict = "within" if self.within else "ABOVE"
        return (
            f"{self.work:<52}{self.ours:>9.1f}{self.floor:>9.1f} {self.unit:<3}"
            f"{self.ratio:>7.2f} ≤ {self.bar:<5.2f}{verdict:<8}{self.note}"
        )


def cpu_ms(work: Callable[[], object]) -> float:
    """CPU time of this thread for one call, in ms."""
    begun = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - begun) / 1e6


def wall_ms(work: Callable[[], object]) -> float:
    """Elapsed time for one call, in ms."""
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1e6


def compared(
    work: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    bar: float,
    clock: Callable[[Callable[[], object]], float] = cpu_ms,
    rounds: int = ROUNDS,
    note: str = "",
) -> Row:
    """Both in turn after one warm-up each, the garbage collector at rest; medians."""
    pairs = []
    ours(), floor()
    for _ in range(rounds):
        gc.collect()
        pairs.append((clock(ours), clock(floor)))
    return Row(
        work, statistics.median(o for o, _ in pairs), statistics.median(f for _, f in pairs), bar, note=note
    )


def application() -> "QApplication":
    """The program's own; one process has one, so the part that comes first makes it for all."""
    from PySide6.QtWidgets import QApplication

    from netchal_gui import app

    made = QApplication.instance()
    return made if isinstance(made, QApplication) else app.application()


@dataclass(frozen=True)
class Process:
    """What a finished process used: CPU (user and system) in ms and peak memory in MB."""

    cpu: float
    peak: float


def run(command: Sequence[str], environment: dict[str, str]) -> Process:
    """Run to the end and ask the operating system what it took. Raises RuntimeError where it failed."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, env={**inherited, **environment}, stdout=said, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}: {said.read().decode()}")
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Process((usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / scale)


def processes_compared(
    ours: Sequence[str], floor: Sequence[str], environment: dict[str, str], rounds: int = ROUNDS
) -> list[tuple[Process, Process]]:
    """Pairs of runs, interleaved, after one warm-up each, which also writes the ``.pyc`` files."""
    run(ours, environment), run(floor, environment)
    return [(run(ours, environment), run(floor, environment)) for _ in range(rounds)]
