"""A calendar copy: what was exported of an interview or of one piece of a block."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.interview import CALLED_OFF, PLANNED, Interview, StepKind


class EventStatus(StrEnum):
    """RFC 5545, 3.8.1.11."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarCopy:
    """What a calendar program was last told under one UID.

    ``subject_id`` is the interview or the block; ``piece`` counts the pieces of a block that interviews
    cut (0 for the first, and for interviews). ``start`` and ``end`` are UTC. ``current`` is the copy that
    *update file* updates; a new copy makes the former one not current. ``title`` is what the calendar shows,
    for the cancellation of what was deleted meanwhile.
    """

    id: UUID
    subject_id: UUID
    uid: str
    sequence: int
    created: datetime
    exported: datetime
    start: datetime
    end: datetime
    place: str
    status: EventStatus
    file: str
    piece: int = 0
    current: bool = True
    title: str = ""


def status_of(interview: Interview) -> EventStatus:
    """How the interview stands in a calendar. One that took place keeps its time, also when nobody came."""
    if interview.stage in CALLED_OFF - {StepKind.NO_SHOW}:
        return EventStatus.CANCELLED
    if interview.stage in PLANNED | {StepKind.MET, StepKind.NO_SHOW}:
        return EventStatus.CONFIRMED
    return EventStatus.TENTATIVE


def tells(copy: CalendarCopy, start: datetime, end: datetime, place: str, status: EventStatus) -> bool:
    """Whether the calendar knows these already; where it does not, SEQUENCE rises (RFC 5545, 3.8.7.4)."""
    return (copy.start, copy.end, copy.place, copy.status) == (start, end, place, status)
