"""What the contacts list shows, as light rows.

A listing (section, filter, order) gives the numbers of its people in order: plain integers, so that a
list of any length is known at once. Rows are then read by number, for those in sight. Nothing here
reads whole contacts, and no page is found by counting rows from the start.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import OperationalError
from typing import NamedTuple

from netchal_gui.domain.contact_kinds import Circle, Source
from netchal_gui.domain.folding import words_of
from netchal_gui.storage.in_touch_queries import circle_days, count_late, late
from netchal_gui.storage.reader import Reader, batches


class SectionKind(StrEnum):
    """What a section of the list is about; SOURCE and TAG have a value.

    WAITING: asked, and no reply yet. IN_TOUCH: whose time has come.
    """

    EVERYONE = "everyone"
    KNOWN = "known"
    NEW = "new"
    CLOSE = "close"
    WAITING = "waiting"
    IN_TOUCH = "in_touch"
    SOURCE = "source"
    TAG = "tag"


class Section(NamedTuple):
    kind: SectionKind = SectionKind.EVERYONE
    value: str = ""


EVERYONE = Section()


class SortBy(StrEnum):
    NAME = "name"
    ORGANISATION = "organisation"
    ROLE = "role"
    SOURCE = "source"
    LAST = "last"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Listing:
    """Which people in which order. ``text`` is what was typed; empty values come last in any order."""

    section: Section = EVERYONE
    text: str = ""
    sort: SortBy = SortBy.NAME
    descending: bool = False


class ContactRow(NamedTuple):
    """One line of the list.

    ``last`` is the last contact of any kind, ``interview`` the start of the earliest planned one, in
    seconds UTC. ``follow_up`` is the open one that is due first, with its day as
    ISO 8601. ``rhythm`` is the wished number of days between two contacts, their own (``cadence``) or their
    circle's, 0 without one; ``created`` a moment as text.
    """

    number: int
    id: bytes
    name: str
    relation: str
    organisation: str
    role: str
    source: str | None
    source_detail: str
    circle: str | None
    last: int | None
    interview: int | None
    follow_up: str = ""
    due: str | None = None
    cadence: int | None = None
    created: str = ""
    rhythm: int = 0


class Counts(NamedTuple):
    """How many people each section has; sources that nobody has are missing."""

    everyone: int
    known: int
    new: int
    close: int
    in_touch: int
    sources: Mapping[str, int]
    tags: Sequence[tuple[str, int]]
    waiting: int = 0


_ROW = """
SELECT number, id, name, relation, organisation, role, source, source_detail, circle,
    (SELECT max(at) FROM contact_moment WHERE contact = c.id),
    (SELECT min(start_utc) FROM interview_person WHERE contact = c.id AND stage IN ('scheduled', 'moved')),
    (SELECT number FROM follow_up WHERE contact_id = c.id AND done = 0 ORDER BY due IS NULL, due LIMIT 1),
    (SELECT f.number FROM entry_person e JOIN follow_up f ON f.entry_id = e.entry
        WHERE e.contact = c.id AND f.contact_id IS NULL AND f.done = 0 ORDER BY f.due IS NULL, f.due LIMIT 1),
    cadence, created
FROM contact c
"""
_SHOWN = ContactRow._fields.index("follow_up")
_PLACES = slice(_SHOWN, _SHOWN + 2)
"""Where a row has the numbers of two follow-ups."""
_LAST = "SELECT contact, max(at) AS at FROM contact_moment GROUP BY contact"
_NEXT = """
SELECT contact, min(at) AS at FROM (
    SELECT contact, start_utc AS at FROM interview_person WHERE stage IN ('scheduled', 'moved')
    UNION ALL SELECT contact_id, coalesce(unixepoch(due), 1 << 40) FROM follow_up
        WHERE done = 0 AND contact_id IS NOT NULL
    UNION ALL SELECT e.contact, coalesce(unixepoch(f.due), 1 << 40) FROM follow_up f
        JOIN entry_person e ON e.entry = f.entry_id WHERE f.done = 0 AND f.contact_id IS NULL
) GROUP BY contact
"""
_WAITING = """
SELECT p.contact FROM interview i JOIN interview_person p ON p.interview = i.id WHERE i.stage = 'asked'
"""
_ORDERS = {
    SortBy.NAME: ("", "sort_key{d}, number{d}"),
    SortBy.ORGANISATION: ("", "organisation_key = '', organisation_key{d}, sort_key, number"),
    SortBy.ROLE: ("", "role = '', role COLLATE NOCASE{d}, sort_key, number"),
    SortBy.SOURCE: ("", "source IS NULL, source{d}, source_detail COLLATE NOCASE{d}, sort_key, number"),
    SortBy.LAST: (_LAST, "at IS NULL, at{d}, sort_key, number"),
    SortBy.NEXT: (_NEXT, "coalesce(at, since) IS NULL, coalesce(at, since){d}, sort_key, number"),
}


def numbers(reader: Reader, listing: Listing, end: int = 0) -> "array[int]":
    """The numbers of the listing's people, in its order. Raises StoreFault.

    ``end``: the moment at which today is over, in seconds UTC, for whom one wants to be in touch with.
    """
    words = words_of(listing.text)
    if listing.text.strip() and not words:
        return array("q")
    try:
        return _numbers(reader, listing, words, end)
    except (
        OperationalError
    ):  # a letter too young for SQLite cuts a word in two: only whole ones have prefixes
        return _numbers(reader, listing, _old_letters(words), end)


def _old_letters(words: Sequence[str]) -> list[str]:
    return "".join(c if c.isascii() else " " for c in " ".join(words)).split()


def _numbers(reader: Reader, listing: Listing, words: Iterable[str], end: int) -> "array[int]":
    join, order = _ORDERS[listing.sort]
    conditions, parameters = _conditions(listing.section)
    if listing.section.kind is SectionKind.IN_TOUCH:
        conditions.append(f"id IN (SELECT person FROM ({_late(reader, end)}))")
    match = _match(words)
    if match:
        conditions.append("number IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)")
        parameters.append(match)
    sql = "SELECT number FROM contact"
    if join:
        sql += f" LEFT JOIN ({join}) AS other ON other.contact = contact.id"
    if listing.sort is SortBy.NEXT:
        sql += f" LEFT JOIN ({_late(reader, end)}) ON person = contact.id"
    if conditions:
        sql += f" WHERE {' AND '.join(conditions)}"
    sql += f" ORDER BY {order.format(d=' DESC' if listing.descending else '')}"
    return array("q", [row[0] for row in reader.rows(sql, parameters)])


def _late(reader: Reader, end: int) -> str:
    """SQL for whom one wants to be in touch with by now, and since when."""
    return f"SELECT id AS person, at AS since FROM ({late(circle_days(reader), end)})"


def _conditions(section: Section) -> tuple[list[str], list[str]]:
    if section.kind in (SectionKind.KNOWN, SectionKind.NEW):
        return ["relation = ?"], [section.kind.value]
    if section.kind is SectionKind.CLOSE:
        return ["circle IN (?, ?)"], [Circle.FAMILY.value, Circle.FRIEND.value]
    if section.kind is SectionKind.WAITING:
        return [f"id IN ({_WAITING})"], []
    if section.kind is SectionKind.SOURCE:
        return ["source = ?"], [Source(section.value).value]
    if section.kind is SectionKind.TAG:
        return ["id IN (SELECT contact FROM contact_tag WHERE tag = ?)"], [section.value]
    return [], []


def _match(words: Iterable[str]) -> str:
    """FTS5's expression for: each word begins a word of the person."""
    return " ".join(f'"{word}"*' for word in words if word)


def rows_of(reader: Reader, wanted: Sequence[int]) -> list[ContactRow]:
    """The rows of the people with these numbers, in this order; those that are gone are left out."""
    found: dict[int, ContactRow] = {}
    for batch in batches(wanted):
        marks = ", ".join("?" * len(batch))
        for row in _completed(reader, reader.rows(f"{_ROW} WHERE number IN ({marks})", batch)):
            found[row.number] = row
    return [found[number] for number in wanted if number in found]


def first_rows(reader: Reader, limit: int) -> list[ContactRow]:
    """The first people by name: what the window's first paint needs, whatever the file's size."""
    return _completed(reader, reader.rows(f"{_ROW} ORDER BY sort_key, number LIMIT ?", (limit,)))


def _completed(reader: Reader, rows: Sequence[tuple]) -> list[ContactRow]:  # type: ignore[type-arg]
    """The rows with the text and the day of the follow-up that is due first, and the rhythm in force."""
    places = [place for row in rows for place in row[_PLACES] if place is not None]
    texts: dict[int, tuple[str, str | None]] = {}
    for batch in batches(places):
        marks = ", ".join("?" * len(batch))
        sql = f"SELECT number, text, due FROM follow_up WHERE number IN ({marks})"
        texts.update((number, (text, due)) for number, text, due in reader.rows(sql, batch))
    circles = circle_days(reader)
    made = []
    for row in rows:
        open_ones = [texts[place] for place in row[_PLACES] if place is not None]
        first = min(open_ones, key=lambda found: found[1] or "9", default=("", None))
        found = ContactRow._make((*row[:_SHOWN], *first, *row[-2:], 0))
        own = found.cadence
        made.append(found._replace(rhythm=circles.get(found.circle or "", 0) if own is None else own))
    return made


def size(reader: Reader) -> int:
    """About how many people there are, never too few; costs nothing."""
    return reader.rows("SELECT max(number) FROM contact")[0][0] or 0


def ids_of(reader: Reader, wanted: Sequence[int]) -> list[bytes]:
    """The ids of the people with these numbers, in any order."""
    found: list[bytes] = []
    for batch in batches(wanted):
        marks = ", ".join("?" * len(batch))
        found += [row[0] for row in reader.rows(f"SELECT id FROM contact WHERE number IN ({marks})", batch)]
    return found


def place_of(reader: Reader, contact_id: bytes) -> int | None:
    """The number of a person in the listings."""
    found = reader.rows("SELECT number FROM contact WHERE id = ?", (contact_id,))
    return found[0][0] if found else None


def counts(reader: Reader, end: int = 0) -> Counts:
    """The size of every section; a few milliseconds for each 10,000 people. ``end``: see :func:`numbers`."""
    relations = dict(reader.rows("SELECT relation, count(*) FROM contact GROUP BY relation"))
    circles = dict(
        reader.rows("SELECT circle, count(*) FROM contact WHERE circle IS NOT NULL GROUP BY circle")
    )
    sources = reader.rows("SELECT source, count(*) FROM contact WHERE source IS NOT NULL GROUP BY source")
    tags = reader.rows("SELECT tag, count(*) FROM contact_tag GROUP BY tag ORDER BY count(*) DESC, tag")
    known, new = relations.get("known", 0), relations.get("new", 0)
    close = circles.get(Circle.FAMILY.value, 0) + circles.get(Circle.FRIEND.value, 0)
    waiting = reader.rows(f"SELECT count(DISTINCT contact) FROM ({_WAITING})")[0][0]
    late_ones = count_late(reader, end)
    return Counts(known + new, known, new, close, late_ones, dict(sources), tags, waiting)
