"""What the calendar shows, as light rows: interviews, blocks and follow-ups of a stretch of days.

A month is one bounded range over the interviews' start, with the names of those that a cell can show read
after it. Times are seconds since 1970 in UTC, ends exclusive.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from netchal_gui.storage.reader import Reader, batches

LONGEST_SECONDS = 31 * 24 * 3600
"""Nothing in the calendar lasts longer, which bounds how far back a query has to look."""


class InterviewRow(NamedTuple):
    id: bytes
    start: int
    end: int
    stage: str


class PersonRow(NamedTuple):
    """One participant of an interview, as chips and cards need them; ``relation`` is known or new."""

    interview: bytes
    contact: bytes
    name: str
    relation: str


class BlockRow(NamedTuple):
    """``local`` is the wall time of the start as ISO 8601, which says on what day a whole day lies."""

    id: bytes
    start: int
    end: int
    whole_day: int
    local: str


class FollowUpRow(NamedTuple):
    """An open follow-up; ``due`` is its day as ISO 8601, ``name`` whom it is for, "" for nobody."""

    id: bytes
    due: str
    text: str
    name: str
    contact: bytes | None
    entry: bytes | None


def interviews_between(reader: Reader, first: int, last: int) -> list[InterviewRow]:
    """Interviews of every stage that overlap the stretch from ``first`` to before ``last``, by start."""
    sql = (
        "SELECT id, start_utc, end_utc, stage FROM interview"
        " WHERE start_utc >= ? AND start_utc < ? AND end_utc > ? ORDER BY start_utc, number"
    )
    return list(map(InterviewRow._make, reader.rows(sql, (first - LONGEST_SECONDS, last, first))))


def people_of(reader: Reader, interviews: Sequence[bytes]) -> list[PersonRow]:
    """Who takes part in these interviews, each interview's people in the order they were named."""
    found: list[PersonRow] = []
    for batch in batches(interviews):
        marks = ", ".join("?" * len(batch))
        sql = (
            "SELECT interview_person.interview, contact.id, contact.name, contact.relation"
            " FROM interview_person JOIN contact ON contact.id = interview_person.contact"
            f" WHERE interview_person.interview IN ({marks}) ORDER BY interview_person.rowid"
        )
        found += map(PersonRow._make, reader.rows(sql, batch))
    return found


def blocks_between(reader: Reader, first: int, last: int) -> list[BlockRow]:
    """Blocks that overlap the stretch from ``first`` to before ``last``, by start."""
    sql = (
        "SELECT id, start_utc, end_utc, whole_day, json_extract(start, '$.local') FROM block"
        " WHERE start_utc >= ? AND start_utc < ? AND end_utc > ? ORDER BY start_utc, number"
    )
    return list(map(BlockRow._make, reader.rows(sql, (first - LONGEST_SECONDS, last, first))))


def follow_ups_between(reader: Reader, first: date, last: date) -> list[FollowUpRow]:
    """Open follow-ups due from ``first`` to ``last``, both included, by day."""
    sql = (
        "SELECT follow_up.id, due, text, coalesce(contact.name, ''), contact_id, entry_id FROM follow_up"
        " LEFT JOIN contact ON contact.id = contact_id"
        " WHERE done = 0 AND due BETWEEN ? AND ? ORDER BY due, follow_up.number"
    )
    return list(map(FollowUpRow._make, reader.rows(sql, (first.isoformat(), last.isoformat()))))


def planned_ids(reader: Reader) -> list[UUID]:
    """All interviews that are scheduled or moved, by start."""
    sql = "SELECT id FROM interview WHERE stage IN ('scheduled', 'moved') ORDER BY start_utc, number"
    return [UUID(bytes=row[0]) for row in reader.rows(sql)]


class NextInterview(NamedTuple):
    """The next planned interview; ``start`` in seconds UTC, ``names`` joined by commas."""

    id: UUID
    start: int
    names: str


def next_interview(reader: Reader, now: datetime) -> NextInterview | None:
    """The planned interview that begins next after an aware moment."""
    sql = (
        "SELECT id, start_utc, (SELECT group_concat(name, ', ') FROM interview_person"
        " JOIN contact ON contact.id = interview_person.contact WHERE interview = interview.id)"
        " FROM interview WHERE stage IN ('scheduled', 'moved') AND start_utc >= ? ORDER BY start_utc LIMIT 1"
    )
    for row in reader.rows(sql, (int(now.timestamp()),)):
        return NextInterview(UUID(bytes=row[0]), row[1], row[2] or "")
    return None
