"""What Qt made is cleared away on the GUI thread, whichever thread makes work for the collector."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QTimer

from netchal_gui.views import garbage
from netchal_gui.views.garbage import Garbage
from netchal_gui.views.jobs import Jobs


class Dialog:
    """Something in a cycle that notes the thread on which it goes."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        self.gone, self.itself = gone, self

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())


def make_many_cycles(_progress: object) -> None:
    for _ in range(100_000):
        cycle: list[object] = []
        cycle.append(cycle)


@pytest.fixture
def collecting(qapp, monkeypatch):
    gc.enable()
    monkeypatch.setattr(garbage, "EVERY_MILLISECONDS", 10)
    owner = QObject()
    Garbage(owner)
    yield
    owner.findChild(QTimer).stop()


def test_a_job_does_not_clear_away_what_the_window_left(collecting, qtbot):
    gone: list[threading.Thread] = []
    jobs = Jobs()
    with qtbot.waitSignal(jobs.run(make_many_cycles).ended):
        pass  # its threads are there now
    gc.collect()
    Dialog(gone)
    with qtbot.waitSignal(jobs.run(make_many_cycles).ended):
        pass
    qtbot.waitUntil(lambda: bool(gone))
    jobs.finish()

    assert gone == [threading.main_thread()]
