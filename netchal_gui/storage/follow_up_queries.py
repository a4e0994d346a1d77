"""What is to follow up and what was done, a page at a time. Raw SQL without Peewee; ids are bytes."""

from collections.abc import Iterable
from datetime import date
from sqlite3 import OperationalError
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.folding import words_of
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.storage.reader import Reader, batches


class FollowUpRow(NamedTuple):
    """A follow-up with whom it is for: one of its entry's people where it names nobody itself."""

    id: bytes
    contact: bytes | None
    name: str


_FOR_WHOM = (
    "LEFT JOIN contact c ON c.id = coalesce("
    "f.contact_id, (SELECT min(e.contact) FROM entry_person e WHERE e.entry = f.entry_id))"
)
_OF_PEOPLE = """
AND (f.contact_id IN (SELECT id FROM found) OR f.contact_id IS NULL AND f.entry_id IN
    (SELECT entry FROM entry_person WHERE contact IN (SELECT id FROM found)))"""
_FOUND = (
    "WITH found AS (SELECT id FROM contact WHERE number IN"
    " (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)) "
)
_LATEST = "iif(json_valid(f.history), f.history ->> '$[#-1].at', NULL)"


def follow_up_rows(reader: Reader, *, done: bool, people: str, limit: int) -> list[FollowUpRow]:
    """Open ones by their days, those without a day last; done ones with the latest first.

    ``people``: only for those who have words that begin so; "" for all. Raises StoreFault.
    """
    latest_first = f"coalesce({_LATEST}, f.created) DESC, f.number DESC"
    order = latest_first if done else "f.due IS NULL, f.due, f.number"
    return [FollowUpRow._make(row) for row in _rows(reader, _COLUMNS, done, people, order, limit)]


def count_follow_ups(reader: Reader, *, done: bool, people: str) -> int:
    """How many there are of those in all. Raises StoreFault."""
    rows = _rows(reader, "count(*)", done, people, "1", 1)
    return int(rows[0][0]) if rows else 0


_COLUMNS = "f.id, c.id, coalesce(c.name, '')"


def _rows(
    reader: Reader, columns: str, done: bool, people: str, order: str, limit: int
) -> list[tuple[bytes, bytes | None, str]]:
    words = words_of(people)
    if people.strip() and not words:
        return []
    sql = (
        f"{_FOUND if words else ''}SELECT {columns} FROM follow_up f {_FOR_WHOM}"
        f" WHERE f.done = ?{_OF_PEOPLE if words else ''} ORDER BY {order} LIMIT ?"
    )
    match = (" ".join(f'"{word}"*' for word in words),) if words else ()
    try:
        return reader.rows(sql, (*match, int(done), limit))
    except OperationalError:  # a letter too young for SQLite cuts a word in two
        return []


_WAS_DUE = """
EXISTS (SELECT 1 FROM json_each(iif(json_valid(history), history, '[]')) e
    WHERE e.value ->> '$.due' BETWEEN ? AND ?)"""


def dated_follow_ups(reader: Reader, first: date | None, last: date | None) -> list[FollowUp]:
    """Those that are due between two days, both included, or were so before they were put off, by their day.

    Without days: all open ones that have one. Raises StoreFault.
    """
    order = "ORDER BY due IS NULL, due, number"
    if first is None or last is None:
        return reader.where(FollowUp, f"done = 0 AND due IS NOT NULL {order}")
    days = (first.isoformat(), last.isoformat())
    return reader.where(FollowUp, f"due BETWEEN ? AND ? OR {_WAS_DUE} {order}", (*days, *days))


def names_for(reader: Reader, ids: Iterable[UUID]) -> dict[bytes, str]:
    """For whom each of these follow-ups is, where it is for somebody. Raises StoreFault."""
    found: dict[bytes, str] = {}
    for batch in batches(each.bytes for each in ids):
        marks = ", ".join("?" * len(batch))
        sql = f"SELECT f.id, c.name FROM follow_up f {_FOR_WHOM} WHERE c.id IS NOT NULL AND f.id IN ({marks})"
        found.update(reader.rows(sql, batch))
    return found
