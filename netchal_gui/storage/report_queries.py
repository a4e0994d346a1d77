"""What a report to the world asks the data file: everybody's names, and what lies in some days."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.contact_kinds import Source
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.interview_kinds import Channel
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.periods import Span
from netchal_gui.domain.recording import Recording
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.reference_queries import where_any


class NamesRow(NamedTuple):
    """Whoever may be named in a text, with what may be told of them."""

    id: bytes
    name: str
    given: str
    family: str
    nickname: str
    privacy: str
    role: str
    relation: str
    circle: str | None
    source: str | None
    source_detail: str
    created: str


def everybody(reader: Reader) -> list[NamesRow]:
    """Everyone: any of them may be named in a line of the journal."""
    return list(map(NamesRow._make, reader.rows(f"SELECT {', '.join(NamesRow._fields)} FROM contact")))


def from_events(rows: Iterable[NamesRow]) -> list[NamesRow]:
    """Whom one met at an event that has a name."""
    return [row for row in rows if row.source == Source.EVENT and row.source_detail.strip()]


def entries_in(reader: Reader, days: Span) -> list[JournalEntry]:
    """The journal entries of some days, in their order."""
    return reader.where(JournalEntry, "day BETWEEN ? AND ? ORDER BY day, number", _iso(days))


def follow_ups_in(reader: Reader, entries: Iterable[JournalEntry]) -> list[FollowUp]:
    """What is still to follow up of some entries."""
    found = where_any(reader, FollowUp, "entry_id IN ({})", (entry.id for entry in entries))
    return [line for line in found if not line.done]


def talks_in(reader: Reader, days: Span) -> list[Interview]:
    """The interviews that took place in some days."""
    condition = "day BETWEEN ? AND ? AND stage = 'met' ORDER BY start_utc, number"
    return reader.where(Interview, condition, _iso(days))


def planned_in(reader: Reader, first: date, last: date) -> list[Interview]:
    """The interviews with an agreed time in some days that have not taken place yet."""
    condition = "day BETWEEN ? AND ? AND stage IN ('scheduled', 'moved') ORDER BY start_utc, number"
    return reader.where(Interview, condition, _iso(Span(first, last)))


def published_of(reader: Reader, interviews: Iterable[UUID]) -> list[Recording]:
    """The recordings of these interviews that may be published."""
    found = where_any(reader, Recording, "interview_id IN ({}) AND public = 1", interviews)
    return [recording for recording in found if recording.is_published]


def is_event(talk: Interview) -> bool:
    return talk.channel is Channel.EVENT


def _iso(days: Span) -> tuple[str, str]:
    return days.first.isoformat(), days.last.isoformat()
