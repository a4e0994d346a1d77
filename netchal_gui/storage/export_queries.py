"""What an export asks the data file: interviews, blocks and the copies that calendars already have."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from netchal_gui.domain.block import Block, Span
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.folding import words_of
from netchal_gui.domain.interview import LONGEST_MINUTES, Interview
from netchal_gui.storage.reader import Reader, batches

_LONGEST = LONGEST_MINUTES * 60
_CALLED_OFF = "stage IN ('cancelled', 'declined')"
_ZONES_APART = timedelta(hours=26)
"""A local day lies within this distance of the same day in UTC."""


def interviews_of_days(reader: Reader, first: date, last: date) -> list[Interview]:
    """All interviews whose local start day lies between these days, both included, in order of start."""
    condition = "start_utc >= ? AND start_utc < ? AND day BETWEEN ? AND ? ORDER BY start_utc, number"
    limits = _around(first, last)
    return reader.where(Interview, condition, (*limits, first.isoformat(), last.isoformat()))


def blocks_of_days(reader: Reader, first: date, last: date) -> list[Block]:
    """All blocks whose local start day lies between these days, both included, in order of start."""
    condition = "start_utc >= ? AND start_utc < ? ORDER BY start_utc, number"
    blocks = reader.where(Block, condition, _around(first, last))
    return [block for block in blocks if first <= block.start.day <= last]


def planned_interviews(reader: Reader) -> list[Interview]:
    """All interviews that are scheduled or moved, in order of start."""
    return reader.where(
        Interview, "stage IN ('scheduled', 'moved') AND start_utc IS NOT NULL ORDER BY start_utc, number"
    )


def blocks_from(reader: Reader, moment: datetime) -> list[Block]:
    """The blocks that have not ended at a moment, in order of start."""
    return reader.where(Block, "end_utc > ? ORDER BY start_utc, number", (moment.timestamp(),))


def called_off_and_exported(reader: Reader) -> list[Interview]:
    """The cancelled and declined interviews of which some calendar has a copy."""
    exported = "id IN (SELECT subject_id FROM calendar_copy WHERE current = 1)"
    condition = f"{_CALLED_OFF} AND start_utc IS NOT NULL AND {exported} ORDER BY start_utc, number"
    return reader.where(Interview, condition)


def taken_spans(reader: Reader, begin: datetime, end: datetime) -> list[Span]:
    """The times that interviews take between two moments, in order; those called off take none."""
    rows = reader.rows(
        "SELECT start_utc, end_utc FROM interview WHERE start_utc > ? AND start_utc < ? AND end_utc > ?"
        f" AND NOT {_CALLED_OFF} ORDER BY start_utc",
        (begin.timestamp() - _LONGEST, end.timestamp(), begin.timestamp()),
    )
    return [Span(_moment(start), _moment(stop)) for start, stop in rows]


def current_copies(reader: Reader, subject_ids: Iterable[UUID]) -> list[CalendarCopy]:
    """The current copies of these interviews and blocks, by piece."""
    found: list[CalendarCopy] = []
    for batch in batches(subject_ids):
        marks = ", ".join("?" * len(batch))
        condition = f"current = 1 AND subject_id IN ({marks}) ORDER BY subject_id, piece"
        found += reader.where(CalendarCopy, condition, [subject_id.bytes for subject_id in batch])
    return found


def all_current_copies(reader: Reader) -> list[CalendarCopy]:
    return reader.where(CalendarCopy, "current = 1 ORDER BY number")


def copies_of_deleted(reader: Reader) -> list[CalendarCopy]:
    """The current copies that calendars still show although their interview or block was deleted."""
    gone = " AND ".join(f"subject_id NOT IN (SELECT id FROM {table})" for table in ("interview", "block"))
    return reader.where(CalendarCopy, f"current = 1 AND status <> 'CANCELLED' AND {gone} ORDER BY number")


def contacts_named(reader: Reader, name: str) -> list[Contact]:
    """Everyone whose folded name has the same words in the same order."""
    key = " ".join(words_of(name))
    condition = "id IN (SELECT contact FROM contact_key WHERE kind = 'name' AND key = ?) ORDER BY number"
    return reader.where(Contact, condition, (key,)) if key else []


def _around(first: date, last: date) -> tuple[float, float]:
    """Epoch seconds between which every moment of these local days lies, in whatever zone."""
    start, end = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (first, last))
    return (start - _ZONES_APART).timestamp(), (end + timedelta(days=1) + _ZONES_APART).timestamp()


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
