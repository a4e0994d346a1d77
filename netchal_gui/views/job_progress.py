"""How far a job is, with a button that stops it; for the status bar and for dialogs."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from netchal_gui.views.form_parts import button, muted_label
from netchal_gui.views.jobs import Job
from netchal_gui.words import number, say


class JobProgress(QWidget):
    """Shows one job after another; hidden while there is none; without cancel others offer to stop it."""

    def __init__(self, *, with_cancel: bool = True) -> None:
        super().__init__()
        self._job: Job | None = None
        self._label = muted_label()
        self._bar = QProgressBar()
        self._bar.setFixedSize(160, 8)
        self._bar.setTextVisible(False)
        self._cancel = button(say("Cancel"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._bar, self._cancel):
            box.addWidget(widget)
        self._cancel.setVisible(with_cancel)
        self._cancel.clicked.connect(self.cancel)
        self.hide()

    def watch(self, job: Job) -> None:
        """Show this job until it ends; one without a label stays unseen."""
        if not job.label:
            return
        self._job = job
        self._label.setText(job.label)
        self._bar.setAccessibleName(job.label)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)
        self.show()

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._label.setText(say("Stopping…"))

    def _progress(self, done: int, total: int) -> None:
        if self.sender() is not self._job or self._job.is_cancelled:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            counted = say("{done} of {total}", done=number(done), total=number(total))
            self._label.setText(f"{self._job.label} {counted}")

    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.hide()
