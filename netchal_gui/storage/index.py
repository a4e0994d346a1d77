"""What is kept beside the objects so that they are found: link tables and search indexes.

All of it is derived, written in the same transaction as the objects, and can be made again.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from sqlite3 import Connection
from typing import Any

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.folding import fold, spellings, transcribed, transcriptions, words_of
from netchal_gui.domain.follow_up import WRITTEN, FollowUp
from netchal_gui.domain.interview import Interview, contact_moments
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.touch import Touch

Links = Mapping[str, tuple[str, Callable[[Any], Iterable[tuple[Any, ...]]]]]


def _tags(contact: Contact) -> Iterator[tuple[Any, ...]]:
    for tag in dict.fromkeys(contact.tags):
        yield tag, contact.id.bytes


def phone_key(text: str) -> str:
    """The last nine digits, which are the same with and without the country's prefix."""
    return "".join(c for c in text if c.isdecimal() and c.isascii())[-9:]


def _keys(contact: Contact) -> Iterator[tuple[Any, ...]]:
    """By what an import recognises the person: name, e-mail addresses and phone numbers."""
    keys = {("name", " ".join(words_of(contact.name)))}
    keys |= {("email", email.value.strip().casefold()) for email in contact.emails}
    keys |= {("phone", phone_key(phone.value)) for phone in contact.phones}
    for kind, key in sorted(keys):
        if key:
            yield kind, key, contact.id.bytes


def _people(interview: Interview) -> Iterator[tuple[Any, ...]]:
    start = int(interview.start.utc.timestamp()) if interview.start else None
    for contact in dict.fromkeys(interview.people):
        yield contact.bytes, interview.stage.value, start, interview.id.bytes


def _steps(interview: Interview) -> Iterator[tuple[Any, ...]]:
    for position, step in enumerate(interview.steps):
        yield step.kind.value, step.at.isoformat(), position, interview.id.bytes


def _entry_people(entry: JournalEntry) -> Iterator[tuple[Any, ...]]:
    for contact in dict.fromkeys(entry.people):
        yield contact.bytes, entry.id.bytes


def _places(contact: Contact) -> Iterator[tuple[Any, ...]]:
    """The cities of all addresses, the country where there is no city, in either spelling of ä, ö, ü."""
    found: dict[str, str] = {}
    for spell in (fold, transcribed):
        for place in ((address.city or address.country).strip(" ") for address in contact.addresses):
            found.setdefault(spell(place), place)
    for key, place in found.items():
        if key:
            yield key, contact.id.bytes, place


def _talked(interview: Interview) -> Iterator[tuple[Any, ...]]:
    moments = dict.fromkeys(int(moment.timestamp()) for moment in contact_moments(interview))
    for contact, at in product(dict.fromkeys(interview.people), moments):
        yield contact.bytes, at, interview.id.bytes


def _touched(touch: Touch) -> Iterator[tuple[Any, ...]]:
    yield touch.contact_id.bytes, int(touch.at.timestamp()), touch.id.bytes


def _written(follow_up: FollowUp) -> Iterator[tuple[Any, ...]]:
    if follow_up.contact_id and follow_up.kind in WRITTEN and follow_up.done_at:
        yield follow_up.contact_id.bytes, int(follow_up.done_at.timestamp()), follow_up.id.bytes


LINKS: Mapping[type[Entity], Links] = {
    Contact: {
        "contact_tag": ("contact", _tags),
        "contact_key": ("contact", _keys),
        "contact_place": ("contact", _places),
    },
    Interview: {
        "interview_person": ("interview", _people),
        "interview_step": ("interview", _steps),
        "contact_moment": ("owner", _talked),
    },
    JournalEntry: {"entry_person": ("entry", _entry_people)},
    Touch: {"contact_moment": ("owner", _touched)},
    FollowUp: {"contact_moment": ("owner", _written)},
}
"""For each kind: the link table, the column that names the object, and the rows of an object."""


def unlink(connection: Connection, kind: type[Entity], ids: list[tuple[bytes]]) -> None:
    for table, (owner, _) in LINKS.get(kind, {}).items():
        connection.executemany(f"DELETE FROM {table} WHERE {owner} = ?", ids)


def link(connection: Connection, kind: type[Entity], items: list[Any]) -> None:
    for table, (_, rows_of) in LINKS.get(kind, {}).items():
        rows = [row for item in items for row in rows_of(item)]
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def contact_words(contact: Contact) -> str:
    """All that the filter of the contacts list looks at, folded."""
    places = (part for a in contact.addresses for part in (a.city, a.region, a.country))
    emails = (email.value for email in contact.emails)
    texts = (contact.name, contact.nickname, contact.organisation, contact.unit, contact.role)
    return spellings(" ".join((*texts, *places, *contact.tags, *emails)))


def forget_contacts(connection: Connection, numbers: list[tuple[int]]) -> None:
    connection.executemany("DELETE FROM contact_search WHERE rowid = ?", numbers)


def index_contacts(connection: Connection, contacts: Iterable[tuple[int, Contact]]) -> None:
    rows = ((number, contact_words(contact)) for number, contact in contacts)
    connection.executemany("INSERT INTO contact_search (rowid, words) VALUES (?, ?)", rows)


_ENTRY = """
SELECT number, title, learned, notes, tags,
    (SELECT group_concat(text, char(10)) FROM
        (SELECT text FROM follow_up WHERE entry_id = journal_entry.id ORDER BY position)),
    (SELECT group_concat(contact.name, char(10)) FROM entry_person
        JOIN contact ON contact.id = entry_person.contact WHERE entry_person.entry = journal_entry.id)
FROM journal_entry WHERE id = ?
"""


def index_entries(connection: Connection, ids: Iterable[bytes]) -> None:
    """Write the search rows of these journal entries anew, from what is stored of them now."""
    connection.executemany(
        "INSERT OR REPLACE INTO entry_search (rowid, title, learned, follow_up, notes, people, also)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row for entry in ids for row in entry_rows(connection.execute, entry)),
    )


def entry_rows(
    select: Callable[[str, tuple[bytes]], Iterable[Any]], entry: bytes
) -> Iterator[tuple[Any, ...]]:
    """The search row of a journal entry, made from what ``select`` finds stored of it; none of no entry."""
    for number, title, learned, notes, tags, follow_up, people in select(_ENTRY, (entry,)):
        texts = [title, learned, follow_up or "", notes, "\n".join([people or "", *json.loads(tags)])]
        yield number, *map(fold, texts), transcriptions(" ".join(texts))


def forget_entries(connection: Connection, numbers: list[tuple[int]]) -> None:
    connection.executemany("DELETE FROM entry_search WHERE rowid = ?", numbers)
