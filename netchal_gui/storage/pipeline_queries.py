"""Who stands where between an idea and a thank-you, as light rows. Raw SQL without Peewee; times seconds UTC.

A card is an interview, or a person who is only an idea so far: somebody new with whom there is no interview.
Its key is the interview's number, or the person's as a negative one.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netchal_gui.domain.pipeline import Column
from netchal_gui.storage.contact_queries import Listing, numbers
from netchal_gui.storage.reader import Reader, batches

Board = Mapping[Column, "array[int]"]
"""The keys of the cards of each column, in its order."""

_THANKED = """
SELECT i.number FROM interview i WHERE i.stage = 'met' AND i.id IN (
    SELECT coalesce(f.interview_id, (
        SELECT p.interview FROM interview_person p
        WHERE p.contact = f.contact_id AND p.stage = 'met' AND p.start_utc <= unixepoch(f.created)
        ORDER BY p.start_utc DESC LIMIT 1))
    FROM follow_up f WHERE f.kind = 'thank' AND f.done = 1
) AND NOT EXISTS (
    SELECT 1 FROM follow_up o WHERE o.interview_id = i.id AND o.kind = 'thank' AND o.done = 0
)
"""
"""Talks with a finished thank-you and none open; one noted without its talk is for the last one before it."""
_UNASKED = """
SELECT -number FROM contact c WHERE relation = 'new'
    AND NOT EXISTS (SELECT 1 FROM interview_person p WHERE p.contact = c.id) ORDER BY number DESC
"""
_COLUMNS = {
    Column.IDEA: "SELECT number FROM interview WHERE stage = 'idea' ORDER BY stage_utc DESC, number DESC",
    Column.ASKED: "SELECT number FROM interview WHERE stage = 'asked' ORDER BY stage_utc, number",
    Column.REPLIED: "SELECT number FROM interview WHERE stage = 'replied' ORDER BY stage_utc, number",
    Column.SCHEDULED: "SELECT number FROM interview WHERE stage IN ('scheduled', 'moved')"
    " ORDER BY start_utc, number",
    Column.MET: "SELECT number FROM interview WHERE stage = 'met' ORDER BY start_utc DESC, number DESC",
}


_KEYS = """
SELECT i.number, c.number FROM contact c JOIN interview_person p ON p.contact = c.id
    JOIN interview i ON i.id = p.interview WHERE {where}
UNION ALL SELECT -c.number, c.number FROM contact c WHERE {where}
"""


class CardRow(NamedTuple):
    """A card: the first of its people and the names of all.

    ``since`` is when it came to its stage; ``start`` the wall time of the talk as ISO 8601, None without one.
    """

    key: int
    interview: bytes | None
    contact: bytes
    names: str
    relation: str
    role: str
    organisation: str
    source: str | None
    source_detail: str
    since: int
    start: str | None


class CardFilter(NamedTuple):
    """Cards about people with these words, source, event and circle; "" is any."""

    text: str = ""
    source: str = ""
    event: str = ""
    circle: str = ""


def board(reader: Reader, wanted: CardFilter | None = None) -> Board:
    """The cards of every column; reads through all interviews, so with many it is for a worker thread."""
    found = _whole_board(reader)
    if wanted is None or not any(wanted):
        return found
    keys = _keys_of(reader, wanted)
    return {column: array("q", [key for key in cards if key in keys]) for column, cards in found.items()}


def _keys_of(reader: Reader, wanted: CardFilter) -> set[int]:
    """The keys of all cards about one of the people who are wanted."""
    parts = (("source", wanted.source), ("source_detail", wanted.event), ("circle", wanted.circle))
    given = [(f"c.{column} = ?", value) for column, value in parts if value]
    where = " AND ".join(["1", *(condition for condition, _ in given)])
    values = [value for _, value in given]
    rows = reader.rows(_KEYS.format(where=where), (*values, *values))
    if not wanted.text:
        return {key for key, _ in rows}
    people = set(numbers(reader, Listing(text=wanted.text)))
    return {key for key, person in rows if person in people}


def _whole_board(reader: Reader) -> dict[Column, "array[int]"]:
    found = {column: array("q", _firsts(reader, sql)) for column, sql in _COLUMNS.items()}
    found[Column.IDEA].extend(_firsts(reader, _UNASKED))
    thanked = set(_firsts(reader, _THANKED))
    met = found[Column.MET]
    found[Column.MET] = array("q", [key for key in met if key not in thanked])
    found[Column.THANKED] = array("q", [key for key in met if key in thanked])
    return found


def _firsts(reader: Reader, sql: str) -> list[int]:
    return [row[0] for row in reader.rows(sql)]


def size(reader: Reader) -> int:
    """About how many cards there are, never too few; costs nothing."""
    sql = "SELECT coalesce((SELECT max(number) FROM contact), 0) + coalesce(max(number), 0) FROM interview"
    return int(reader.rows(sql)[0][0])


def cards(reader: Reader, keys: Sequence[int]) -> dict[int, CardRow]:
    """The cards with these keys; those that are gone are left out."""
    found: dict[int, CardRow] = {}
    for batch in batches(key for key in keys if key > 0):
        _add_talks(found, reader.rows(_CARD.format(", ".join("?" * len(batch))), batch))
    for batch in batches(-key for key in keys if key < 0):
        sql = _PERSON.format(", ".join("?" * len(batch)))
        found.update((row[0], CardRow._make(row)) for row in reader.rows(sql, batch))
    return found


_CARD = """
SELECT i.number, i.id, c.id, c.name, c.relation, c.role, c.organisation, c.source, c.source_detail,
    i.stage_utc, i.start ->> '$.local'
FROM interview i JOIN interview_person p ON p.interview = i.id JOIN contact c ON c.id = p.contact
WHERE i.number IN ({}) ORDER BY p.rowid
"""
_PERSON = """
SELECT -number, NULL, id, name, relation, role, organisation, source, source_detail, unixepoch(created), NULL
FROM contact WHERE number IN ({})
"""


def _add_talks(found: dict[int, CardRow], rows: Iterable[tuple]) -> None:  # type: ignore[type-arg]
    for row in map(CardRow._make, rows):
        first = found.get(row.key)
        found[row.key] = first._replace(names=f"{first.names}, {row.names}") if first else row
