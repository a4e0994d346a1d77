"""Counts how many people each section has: a short list at once, a long one on another thread."""

from PySide6.QtCore import QObject, Signal

from netchal_gui.commands.day_moment import end_of_today
from netchal_gui.commands.progress import Progress
from netchal_gui.item_models.contact_list import SMALL
from netchal_gui.storage.contact_queries import Counts, counts, size
from netchal_gui.views.jobs import Jobs
from netchal_gui.workbench import Workbench


class SectionCounts(QObject):
    """``counted(counts)`` when they are there, ``failed(fault)`` where the data file could not be read."""

    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._counting = False

    def refresh(self) -> None:
        """Count again; while a count is under way, that one is enough. Raises StoreFault."""
        if size(self._workbench.store) <= SMALL:
            self.counted.emit(counts(self._workbench.store, end_of_today(self._workbench)))
        elif not self._counting:
            self._counting = True
            self._jobs.run(self._read, self._done, self._not_done)

    def _read(self, progress: Progress) -> Counts:
        with self._workbench.store.reading() as reader:
            return counts(reader, end_of_today(self._workbench))

    def _done(self, found: Counts) -> None:
        self._counting = False
        self.counted.emit(found)

    def _not_done(self, fault: Exception) -> None:
        self._counting = False
        self.failed.emit(fault)
