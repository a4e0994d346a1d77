"""A follow-up: something to do for or with a contact by a day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from netchal_gui.domain.follow_up_kinds import WRITTEN as WRITTEN
from netchal_gui.domain.follow_up_kinds import FollowUpEventKind as FollowUpEventKind
from netchal_gui.domain.follow_up_kinds import FollowUpKind as FollowUpKind


@dataclass(frozen=True, slots=True)
class FollowUpEvent:
    """What happened to a follow-up and when (UTC); ``due`` is the day it had before a snooze."""

    kind: FollowUpEventKind
    at: datetime
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Stays until done. ``contact_id`` None with an ``entry_id`` means: for everyone in that journal entry.

    ``position`` orders the lines of one journal entry. ``interview_id``, ``favour_id`` and
    ``introduction_id`` say why it exists, so that nobody is thanked twice for one thing. ``created`` is UTC.
    """

    id: UUID
    text: str
    created: datetime
    kind: FollowUpKind = FollowUpKind.PROMISE
    contact_id: UUID | None = None
    entry_id: UUID | None = None
    due: date | None = None
    done: bool = False
    history: tuple[FollowUpEvent, ...] = ()
    position: int = 0
    interview_id: UUID | None = None
    favour_id: UUID | None = None
    introduction_id: UUID | None = None

    @property
    def done_at(self) -> datetime | None:
        """When it was ticked last (UTC); None while it is open, or where nobody noted when."""
        ticks = (event.at for event in self.history if event.kind is FollowUpEventKind.DONE)
        return max(ticks, default=None) if self.done else None


def ticked(follow_up: FollowUp, done: bool, at: datetime) -> FollowUp:
    """The follow-up done or open again, with its history."""
    kind = FollowUpEventKind.DONE if done else FollowUpEventKind.REOPENED
    return replace(follow_up, done=done, history=(*follow_up.history, FollowUpEvent(kind, at)))


def snoozed(follow_up: FollowUp, due: date | None, at: datetime) -> FollowUp:
    """The follow-up due on another day, the former day kept in its history."""
    event = FollowUpEvent(FollowUpEventKind.SNOOZED, at, follow_up.due)
    return replace(follow_up, due=due, history=(*follow_up.history, event))


def next_week(today: date) -> date:
    """Monday of the week after the one of ``today``."""
    return today + timedelta(days=7 - today.weekday())
