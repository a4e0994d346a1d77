"""Reads whom one has not seen for long on a thread of its own, as it looks at every friend."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from netchal_gui.commands.challenge_people import Unseen, stay_in_touch
from netchal_gui.commands.progress import Progress
from netchal_gui.views.jobs import Jobs
from netchal_gui.workbench import Workbench


class UnseenReader(QObject):
    """``found(people)`` of the last reading only: threads may end in another order than they began."""

    found = Signal(object)

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._number = 0

    def read(self, today: date) -> None:
        """Begin to read as of a local day."""
        self._number += 1
        self._jobs.run(partial(self._read, self._number, today), self._show)

    def _read(self, number: int, today: date, progress: Progress) -> tuple[int, Sequence[Unseen]]:
        with self._workbench.store.reading() as reader:
            return number, stay_in_touch(reader, today, self._workbench.zone)

    def _show(self, read: tuple[int, Sequence[Unseen]]) -> None:
        number, people = read
        if number == self._number:
            self.found.emit(people)
