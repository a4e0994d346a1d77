"""Reads whom one has not seen for long, and what came of the talks, on a thread of its own."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from netchal_gui.commands.asked_who_else import asked_who_else
from netchal_gui.commands.challenge_facts import facts_of
from netchal_gui.commands.challenge_people import Unseen, stay_in_touch
from netchal_gui.commands.new_people import new_people
from netchal_gui.commands.progress import Progress
from netchal_gui.domain.asked_who_else import AskedWhoElse
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.kept import Kept
from netchal_gui.views.jobs import Jobs
from netchal_gui.workbench import Workbench


class _Read(NamedTuple):
    number: int
    unseen: Sequence[Unseen]
    again: Kept
    asked: AskedWhoElse


class UnseenReader(QObject):
    """``found(people)`` and ``came_of_it(kept, asked)`` of the last reading only.

    It looks at every friend, and threads may end in another order than they began.
    """

    found = Signal(object)
    came_of_it = Signal(object, object)

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._number = 0

    def read(self, challenge: Challenge, today: date) -> None:
        """Begin to read as of a local day."""
        self._number += 1
        self._jobs.run(partial(self._read, self._number, challenge, today), self._show)

    def _read(self, number: int, challenge: Challenge, today: date, progress: Progress) -> _Read:
        zone = self._workbench.zone
        with self._workbench.store.reading() as reader:
            unseen = stay_in_touch(reader, today, zone)
            facts = facts_of(reader, challenge, zone)
            again = new_people(reader, facts, today, zone)
            return _Read(number, unseen, again, asked_who_else(reader, facts))

    def _show(self, read: _Read) -> None:
        if read.number == self._number:
            self.came_of_it.emit(read.again, read.asked)
            self.found.emit(read.unseen)
