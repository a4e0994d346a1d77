"""A journal entry: whom I met, what I learned, what to follow up, notes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One page of the journal. ``learned`` and ``notes`` are Markdown; ``created`` and ``changed`` are UTC.

    Its lines to follow up are :class:`~netchal_gui.domain.follow_up.FollowUp` objects with this ``entry_id``.
    """

    id: UUID
    day: date
    created: datetime
    changed: datetime
    title: str = ""
    people: tuple[UUID, ...] = ()
    learned: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    interview_id: UUID | None = None
