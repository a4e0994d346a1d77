"""A calendar copy: what was exported of an interview or of one piece of a block."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


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
    *update file* updates; a new copy makes the former one not current.
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
