"""Reference cycles are collected on the GUI thread only.

Python collects on whichever thread happens to allocate. A closed dialog in a cycle would so be destroyed by
a job's thread while Qt uses what hangs on it: the program then crashes, seldom and somewhere else.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 1000


class Garbage(QObject):
    """Takes collecting over from Python, for as long as it exists."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY_MILLISECONDS)
        timer.timeout.connect(collect_due)
        timer.start()


def collect_due() -> None:
    """Collect the oldest generation whose time has come, by Python's own thresholds."""
    due = [counted > most for counted, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if True in due:
        gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
