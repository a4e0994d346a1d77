"""What the journal shows, as light rows: its entries, newest first, all of them or those that words find.

An entry's number follows its day, so "newest first" is the order of the numbers, and a page goes on below
the last number shown. A search chooses numbers first and reads the texts of those only.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from netchal_gui.storage.reader import Reader

if TYPE_CHECKING:
    from netchal_gui.domain.follow_up import FollowUp
    from netchal_gui.domain.journal import JournalEntry
    from netchal_gui.domain.walltime import WallTime

ABOVE_ALL = 2**62
"""Larger than the number of any entry: where the first page begins."""
OPENING = 240
"""Characters of a text that a list without a search reads."""

_BESIDE = """
(SELECT group_concat(text, char(10)) FROM follow_up WHERE entry_id = journal_entry.id)
"""
_PEOPLE = """
journal_entry.people, (SELECT json_group_array(json_array(hex(contact.id), name, relation))
FROM entry_person JOIN contact ON contact.id = contact WHERE entry = journal_entry.id)
"""
_HEAD = "number, journal_entry.id, day, journal_entry.title"
_COLUMNS = f"{_HEAD}, journal_entry.learned, {_BESIDE}, journal_entry.notes, {_PEOPLE}"
_OPENINGS = f"{_HEAD}, substr(learned, 1, {OPENING}), {_BESIDE}, substr(notes, 1, {OPENING}), {_PEOPLE}"
"""The columns of an :class:`EntryLine`, of its texts how they begin."""


class PersonLabel(NamedTuple):
    """What a chip needs; ``relation`` is known or new."""

    id: UUID
    name: str
    relation: str


class EntryLine(NamedTuple):
    """An entry as a list needs it; ``follow_up`` has one line for each follow-up."""

    number: int
    id: UUID
    day: date
    title: str
    learned: str
    follow_up: str
    notes: str
    people: tuple[PersonLabel, ...]


class EntryPage(NamedTuple):
    """One entry with all that belongs to it; ``start`` is the time of its interview, if it has one."""

    entry: "JournalEntry"
    lines: "tuple[FollowUp, ...]"
    people: tuple[PersonLabel, ...]
    start: "WallTime | None"


def newest_numbers(reader: Reader, limit: int, below: int = ABOVE_ALL) -> list[int]:
    """The numbers of the newest entries below a number."""
    sql = "SELECT number FROM journal_entry WHERE number < ? ORDER BY number DESC LIMIT ?"
    return [number for (number,) in reader.rows(sql, (below, limit))]


def found_lines(reader: Reader, words: Sequence[str], limit: int, below: int = ABOVE_ALL) -> list[EntryLine]:
    """The newest entries below a number in which each of the folded words begins some word, texts whole."""
    sql = (  # CROSS JOIN: the index comes first, in its own order, and stops at the limit
        f"SELECT {_COLUMNS} FROM entry_search CROSS JOIN journal_entry ON number = entry_search.rowid"
        " WHERE entry_search MATCH ? AND entry_search.rowid < ? ORDER BY entry_search.rowid DESC LIMIT ?"
    )
    return [_line(row) for row in reader.rows(sql, (_match(words), below, limit))]


def count_found(reader: Reader, words: Sequence[str]) -> int:
    """How many entries there are, with words only those in which each begins some word."""
    if not words:
        return int(reader.rows("SELECT count(*) FROM journal_entry")[0][0])
    sql = "SELECT count(*) FROM entry_search WHERE entry_search MATCH ?"
    return int(reader.rows(sql, (_match(words),))[0][0])


def entry_lines(reader: Reader, numbers: Sequence[int], *, whole: bool) -> list[EntryLine]:
    """The entries with these numbers, newest first; ``whole`` texts, or only how they begin."""
    return _lines(reader, "number", numbers, whole)


def lines_of(reader: Reader, ids: Iterable[UUID], *, whole: bool) -> list[EntryLine]:
    """The entries with these ids, newest first."""
    return _lines(reader, "id", [entry_id.bytes for entry_id in ids], whole)


def entry_page(reader: Reader, entry_id: UUID) -> EntryPage | None:
    """One entry with its follow-ups in their order; None where it is not there."""
    from netchal_gui.domain.follow_up import FollowUp
    from netchal_gui.domain.interview import Interview
    from netchal_gui.domain.journal import JournalEntry

    entry = reader.get(JournalEntry, entry_id)
    if entry is None:
        return None
    lines = reader.where(FollowUp, "entry_id = ? ORDER BY position, number", (entry_id.bytes,))
    interview = reader.get(Interview, entry.interview_id) if entry.interview_id else None
    people = _people(reader, [entry_id.bytes]).get(entry_id.bytes, [])
    order = {person: place for place, person in enumerate(entry.people)}
    people.sort(key=lambda person: order.get(person.id, len(order)))
    return EntryPage(entry, tuple(lines), tuple(people), interview.start if interview else None)


def entry_of_interview(reader: Reader, interview_id: UUID) -> "JournalEntry | None":
    """The oldest entry written about an interview."""
    from netchal_gui.domain.journal import JournalEntry

    found = reader.where(JournalEntry, "interview_id = ? ORDER BY number LIMIT 1", (interview_id.bytes,))
    return found[0] if found else None


def entries_after(reader: Reader, number: int, limit: int) -> "list[tuple[int, JournalEntry]]":
    """The oldest entries above a number, with their numbers, oldest first: for reading all in portions."""
    from netchal_gui.domain.journal import JournalEntry

    sql = "SELECT number, id FROM journal_entry WHERE number > ? ORDER BY number LIMIT ?"
    rows = reader.rows(sql, (number, limit))
    entries = {entry.id: entry for entry in reader.get_many(JournalEntry, (UUID(bytes=i) for _, i in rows))}
    return [(place, entries[UUID(bytes=entry_id)]) for place, entry_id in rows]


def lines_of_entries(reader: Reader, ids: Sequence[UUID]) -> "dict[UUID, list[FollowUp]]":
    """The follow-ups of some entries, in their order."""
    from netchal_gui.domain.follow_up import FollowUp

    condition = f"entry_id IN ({_marks(ids)}) ORDER BY position, number"
    found: dict[UUID, list[FollowUp]] = {entry_id: [] for entry_id in ids}
    for line in reader.where(FollowUp, condition, [entry_id.bytes for entry_id in ids]):
        if line.entry_id is not None:
            found[line.entry_id].append(line)
    return found


def _match(words: Sequence[str]) -> str:
    """FTS5's expression for "each word begins some word"; folded words hold letters and digits only."""
    return " ".join(f'"{word}"*' for word in words)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _lines(reader: Reader, key: str, values: Sequence[object], whole: bool) -> list[EntryLine]:
    columns = _COLUMNS if whole else _OPENINGS
    sql = f"SELECT {columns} FROM journal_entry WHERE {key} IN ({_marks(values)}) ORDER BY number DESC"
    return [_line(row) for row in reader.rows(sql, values)]


def _line(row: tuple[int, bytes, str, str, str, str | None, str, str, str]) -> EntryLine:
    number, entry_id, day, title, learned, follow_up, notes, order, found = row
    people = [
        PersonLabel(UUID(hex=person), name, relation)
        for person, name, relation in (json.loads(found) if found != "[]" else ())
    ]
    if len(people) > 1:
        people.sort(key=lambda person: order.find(str(person.id)))
    day_written = date.fromisoformat(day)
    return EntryLine(
        number, UUID(bytes=entry_id), day_written, title, learned, follow_up or "", notes, tuple(people)
    )


def _people(reader: Reader, entries: Sequence[bytes]) -> dict[bytes, list[PersonLabel]]:
    """The people of each entry, in no certain order."""
    sql = (
        "SELECT entry, contact.id, contact.name, contact.relation FROM entry_person"
        f" JOIN contact ON contact.id = entry_person.contact WHERE entry IN ({_marks(entries)})"
    )
    found: dict[bytes, list[PersonLabel]] = {}
    for entry, person, name, relation in reader.rows(sql, entries):
        found.setdefault(entry, []).append(PersonLabel(UUID(bytes=person), name, relation))
    return found
