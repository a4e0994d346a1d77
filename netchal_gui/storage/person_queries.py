"""What belongs to one person: their interviews, entries and follow-ups; and who a name may mean."""

from collections.abc import Iterable, Sequence
from sqlite3 import OperationalError
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.folding import fold, spellings, words_of
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.origin import Origin
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.reference_queries import where_any

_CANDIDATES = 64


class NameRow(NamedTuple):
    """A person as a suggestion shows them; ``relation`` is known or new."""

    id: bytes
    name: str
    organisation: str
    role: str
    city: str
    relation: str


def interviews_with(reader: Reader, people: Iterable[UUID]) -> list[Interview]:
    """The interviews in which any of these people take part."""
    return where_any(
        reader, Interview, "id IN (SELECT interview FROM interview_person WHERE contact IN ({}))", people
    )


def entries_about(reader: Reader, people: Iterable[UUID]) -> list[JournalEntry]:
    """The journal entries that name any of these people."""
    return where_any(
        reader, JournalEntry, "id IN (SELECT entry FROM entry_person WHERE contact IN ({}))", people
    )


def entries_of_interviews(reader: Reader, interviews: Iterable[UUID]) -> list[JournalEntry]:
    """The journal entries about any of these interviews."""
    return where_any(reader, JournalEntry, "interview_id IN ({})", interviews)


def follow_ups_for(reader: Reader, people: Iterable[UUID]) -> list[FollowUp]:
    """The follow-ups for any of these people alone, done ones too."""
    return where_any(reader, FollowUp, "contact_id IN ({})", people)


def follow_ups_of_entries(reader: Reader, entries: Iterable[UUID]) -> list[FollowUp]:
    """The lines to follow up of these journal entries, done ones too."""
    return where_any(reader, FollowUp, "entry_id IN ({})", entries)


def touches_with(reader: Reader, people: Iterable[UUID]) -> list[Touch]:
    """What was logged beside interviews with any of these people."""
    return where_any(reader, Touch, "contact_id IN ({})", people)


def recordings_with(reader: Reader, interviews: Iterable[UUID]) -> list[Recording]:
    """The recordings of any of these interviews."""
    return where_any(reader, Recording, "interview_id IN ({})", interviews)


def origins_of(reader: Reader, people: Iterable[UUID]) -> list[Origin]:
    """Where these people were imported from."""
    return where_any(reader, Origin, "contact_id IN ({})", people)


def suggestions(reader: Reader, text: str, limit: int = 8) -> list[NameRow]:
    """People whose names, organisations and so on have words that begin as the typed ones do, names first."""
    words = words_of(text)
    if not words:
        return []
    begins = fold(text.strip())
    found = {row[0]: NameRow._make(row[:-1]) for row in _named(reader, begins, limit)}
    found |= {row[0]: NameRow._make(row[:-1]) for row in _matching(reader, words)}
    ranked = sorted(found.values(), key=lambda row: (not _is_name(row, words), fold(row.name)))
    return ranked[:limit]


def _is_name(row: NameRow, words: Sequence[str]) -> bool:
    return all(any(part.startswith(word) for part in words_of(spellings(row.name))) for word in words)


_COLUMNS = "id, name, organisation, role, city, relation, sort_key"


def _named(reader: Reader, begins: str, limit: int) -> list[tuple[str, ...]]:
    """Those whose place in the alphabet begins with the text."""
    sql = f"SELECT {_COLUMNS} FROM contact WHERE sort_key >= ? AND sort_key < ? ORDER BY sort_key LIMIT ?"
    return reader.rows(sql, (begins, begins + "\U0010ffff", limit))


def _matching(reader: Reader, words: Sequence[str]) -> list[tuple[str, ...]]:
    """Some of those who have the words anywhere; enough to choose from, not all."""
    match = " ".join(f'"{word}"*' for word in words)
    sql = (
        f"SELECT {_COLUMNS} FROM contact WHERE number IN"
        " (SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT ?)"
    )
    try:
        return reader.rows(sql, (match, _CANDIDATES))
    except OperationalError:  # a letter too young for SQLite cuts a word in two
        return []


def with_key(reader: Reader, kind: str, keys: Sequence[str]) -> list[NameRow]:
    """People who have any of these keys; ``kind`` is email, phone or name, as the index keeps them."""
    marks = ", ".join("?" * len(keys))
    sql = (
        f"SELECT DISTINCT {_COLUMNS} FROM contact_key JOIN contact ON contact.id = contact_key.contact"
        f" WHERE kind = ? AND key IN ({marks}) LIMIT 20"
    )
    return [NameRow._make(row[:-1]) for row in reader.rows(sql, (kind, *keys))] if keys else []
