"""Runs commands off the GUI thread: progress, results and errors arrive on the GUI thread.

At most one job that writes runs at a time; the next one waits its turn. While a job runs, threads change
places more often, so that the window stays quick beside busy Python code.
"""

import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal

from netchal_gui.commands.faults import explain
from netchal_gui.commands.progress import Cancelled, Progress

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

PROGRESS_SECONDS = 0.05
SWITCH_SECONDS = 0.0005
THREADS = 4

Work = Callable[[Progress], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Job(QObject):
    """One piece of work that was asked for.

    ``progressed(done, total)`` comes at most twenty times a second; a total of 0 means nobody knows.
    ``ended`` comes on the GUI thread before the result is handed over.
    """

    progressed = Signal(int, int)
    ended = Signal()
    _settled = Signal(object)

    def __init__(
        self, work: Work, done: Done | None, failed: Failed | None, label: str, writes: bool
    ) -> None:
        super().__init__()
        self.label, self.writes = label, writes
        self.done, self.failed = done, failed
        self._work = work
        self._stop = threading.Event()
        self._last = 0.0

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop: its next report of progress raises Cancelled inside it."""
        self._stop.set()

    def begin(self, pool: "ThreadPoolExecutor", settled: Callable[["Future[Any]"], None]) -> None:
        """Start on a thread of the pool; ``settled`` is called on the GUI thread."""
        self._settled.connect(settled, Qt.ConnectionType.QueuedConnection)
        pool.submit(self._work_unless_cancelled).add_done_callback(self._settled.emit)

    def _work_unless_cancelled(self) -> Any:
        if self._stop.is_set():
            raise Cancelled
        return self._work(self._report)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done == total or now - self._last >= PROGRESS_SECONDS:
            self._last = now
            self.progressed.emit(done, total)


class Jobs(QObject):
    """All work that is under way.

    ``started(job)`` lets the window show its progress. ``fault(sentence)`` tells the world's faults that
    no one else asked to hear, ``note(sentence)`` what is no fault, such as that a job was stopped; errors
    of our own go to ``sys.excepthook`` and with it to the crash report.
    """

    started = Signal(object)
    fault = Signal(str)
    note = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._running: list[Job] = []
        self._waiting: list[Job] = []
        self._held = False
        self._usual_switch = sys.getswitchinterval()

    def run(
        self,
        work: Work,
        done: Done | None = None,
        failed: Failed | None = None,
        label: str = "",
        *,
        writes: bool = False,
    ) -> Job:
        """Call ``work(progress)`` on another thread, then ``done(result)`` or ``failed(error)`` here.

        ``failed`` hears every error, Cancelled too; ``explain(error)`` has the sentence for it, or None for
        an error of our own, which has then been reported already. Neither is called once the object that
        its method belongs to has been deleted. ``label`` is what the progress shows; without one the job
        runs unseen. ``writes``: it changes the data file. The work begins with the next turn of the event
        loop, so there is time to connect to the job's signals.
        """
        job = Job(work, done, failed, label, writes)
        self._waiting.append(job)
        QTimer.singleShot(0, self._start_next)
        return job

    def hold(self) -> None:
        """Begin nothing before ``release``: the first paint shares its time with no other thread."""
        self._held = True

    def release(self) -> None:
        self._held = False
        self._start_next()

    @property
    def busy(self) -> bool:
        return bool(self._running or self._waiting)

    @property
    def writing(self) -> bool:
        """Whether a job that changes the data file is under way; whoever writes now would wait for it."""
        return any(job.writes for job in self._running)

    def finish(self, *, cancel: bool = False) -> None:
        """Wait for all that is under way, cancelled first where asked; results are still handed over."""
        while self.busy:
            for job in (*self._running, *self._waiting) if cancel else ():
                job.cancel()
            if self._held:
                self.release()
            QCoreApplication.processEvents()
            if self.busy:
                threading.Event().wait(0.005)
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def _start_next(self) -> None:
        for job in [] if self._held else list(self._waiting):
            if job.writes and any(other.writes for other in self._running):
                continue
            self._waiting.remove(job)
            self._running.append(job)
            sys.setswitchinterval(SWITCH_SECONDS)
            self.started.emit(job)
            job.begin(self._threads(), self._settle)

    def _threads(self) -> "ThreadPoolExecutor":
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(THREADS, "job")
        return self._pool

    def _settle(self, future: "Future[Any]") -> None:
        job = self.sender()
        assert isinstance(job, Job)
        self._running.remove(job)
        if not self._running:
            sys.setswitchinterval(self._usual_switch)
        self._start_next()
        job.ended.emit()
        self._hand_over(job, future)
        job.deleteLater()

    def _hand_over(self, job: Job, future: "Future[Any]") -> None:
        error = future.exception()
        if error is None:
            if job.done is not None and _is_there(job.done):
                job.done(future.result())
            return
        sentence = explain(error)
        if sentence is None:
            sys.excepthook(type(error), error, error.__traceback__)
        if job.failed is not None and isinstance(error, Exception):
            if _is_there(job.failed):
                job.failed(error)
        elif isinstance(error, Cancelled):
            self.note.emit(sentence)
        elif sentence is not None:
            self.fault.emit(sentence)


class GuiThread(QObject):
    """Hands calls to the GUI thread: at once from there, queued from any other.

    They tell of something that has happened. An error of ours in one of them is reported, and neither keeps
    the next from being told nor reaches whoever tells, to whom it would look as if the thing had failed.
    """

    _called = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._called.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)

    def call(self, function: Callable[[], None]) -> None:
        if QThread.isMainThread():
            self._carry_out(function)
        else:
            self._called.emit(function)

    def _carry_out(self, function: Callable[[], None]) -> None:
        try:
            function()
        except Exception as error:  # noqa: BLE001  it is reported
            sys.excepthook(type(error), error, error.__traceback__)


def _is_there(callback: Callable[..., None]) -> bool:
    """Whether the object of a bound method still exists on Qt's side."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
