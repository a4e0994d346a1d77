"""What the first screen asks about people, as light rows: what to do for whom, and whom one has not seen.

Raw SQL without Peewee. Ids are bytes, days ISO 8601, times seconds UTC.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from netchal_gui.storage.reader import Reader, batches


class Person(NamedTuple):
    """What a card shows of somebody."""

    id: bytes
    name: str
    relation: str
    circle: str | None
    role: str
    organisation: str
    city: str
    far_away: int
    source: str | None
    source_detail: str


class ThankRow(NamedTuple):
    """A thank-you that was sent, or (not ``done``) still is to be."""

    contact: bytes
    done: int
    due: str | None


class DueRow(NamedTuple):
    """An open follow-up; ``contact`` is one of the entry's people where it names nobody itself."""

    id: bytes
    kind: str
    text: str
    due: str
    created: str
    contact: bytes | None
    name: str


class ComingRow(NamedTuple):
    """A planned interview with one of its people."""

    interview: bytes
    day: str
    contact: bytes
    name: str


class Group(Enum):
    """Whom one stays in touch with first: family and friends far away, the others, who has a rhythm."""

    FAR_AWAY = auto()
    NEAR = auto()
    RHYTHM = auto()


class SeenRow(NamedTuple):
    """Somebody to stay in touch with; ``last`` is the latest talk or touch, ``created`` a moment as text."""

    id: bytes
    cadence: int | None
    created: str
    last: int | None


UNSEEN_DAYS = 30
"""Family and friends without a rhythm of their own come up after so many days."""
_CLOSE = "c.circle IN ('family', 'friend')"
_GROUPS = {
    Group.FAR_AWAY: f"{_CLOSE} AND c.far_away",
    Group.NEAR: f"{_CLOSE} AND NOT c.far_away",
    Group.RHYTHM: f"c.cadence IS NOT NULL AND coalesce(NOT {_CLOSE}, 1)",
}
_PERSON = "id, name, relation, circle, role, organisation, city, far_away, source, source_detail"


def persons(reader: Reader, ids: Iterable[bytes]) -> dict[bytes, Person]:
    """These people by their ids; those that are gone are left out."""
    found: dict[bytes, Person] = {}
    for batch in batches(dict.fromkeys(ids)):
        marks = ", ".join("?" * len(batch))
        for row in reader.rows(f"SELECT {_PERSON} FROM contact WHERE id IN ({marks})", batch):
            found[row[0]] = Person._make(row)
    return found


def thanks_of(reader: Reader, ids: Iterable[bytes]) -> list[ThankRow]:
    """The thank-yous for these people, in the order of their days, those without a day last."""
    found: list[ThankRow] = []
    for batch in batches(dict.fromkeys(ids)):
        marks = ", ".join("?" * len(batch))
        sql = (
            "SELECT contact_id, done, due FROM follow_up"
            f" WHERE kind = 'thank' AND contact_id IN ({marks}) ORDER BY due IS NULL, due, number"
        )
        found += map(ThankRow._make, reader.rows(sql, batch))
    return found


def due_until(reader: Reader, last: date, most: int) -> list[DueRow]:
    """The open follow-ups due by a day, the oldest first."""
    sql = """
SELECT f.id, f.kind, f.text, f.due, f.created, c.id, coalesce(c.name, '')
FROM follow_up f LEFT JOIN contact c ON c.id = coalesce(
    f.contact_id, (SELECT min(e.contact) FROM entry_person e WHERE e.entry = f.entry_id))
WHERE f.done = 0 AND f.due <= ? ORDER BY f.due, f.number LIMIT ?
"""
    return list(map(DueRow._make, reader.rows(sql, (last.isoformat(), most))))


def count_due(reader: Reader, last: date) -> int:
    """How many open follow-ups are due by a day."""
    sql = "SELECT count(*) FROM follow_up WHERE done = 0 AND due <= ?"
    return int(reader.rows(sql, (last.isoformat(),))[0][0])


def coming(reader: Reader, begin: int, end: int) -> list[ComingRow]:
    """Planned interviews that begin between two moments, with everyone in them but family and friends."""
    sql = """
SELECT i.id, i.day, c.id, c.name
FROM interview i JOIN interview_person p ON p.interview = i.id JOIN contact c ON c.id = p.contact
WHERE i.stage IN ('scheduled', 'moved') AND i.start_utc >= ? AND i.start_utc < ?
    AND (c.circle IS NULL OR c.circle NOT IN ('family', 'friend'))
ORDER BY i.start_utc, i.number, p.rowid
"""
    return list(map(ComingRow._make, reader.rows(sql, (begin, end))))


def longest_unseen(reader: Reader, group: Group, midnight: int, most: int) -> list[SeenRow]:
    """People of a group whose time has come before a midnight, the longest unseen first.

    Nobody one has a day with already. Whoever nothing is noted of comes last, and at all only without a
    rhythm or when it is over since they were added. Days are those of 24 hours.
    """
    sql = f"""
SELECT id, cadence, created, nullif(last, -1) FROM (
    SELECT c.id, c.cadence, c.created, max(
        coalesce((SELECT max(p.start_utc) FROM interview_person p
            WHERE p.contact = c.id AND p.stage = 'met'), -1),
        coalesce((SELECT max(at_utc) FROM touch t WHERE t.contact_id = c.id), -1)) AS last
    FROM contact c
    WHERE {_GROUPS[group]} AND NOT EXISTS (
        SELECT 1 FROM interview_person p WHERE p.contact = c.id AND p.stage IN ('scheduled', 'moved')))
WHERE iif(last >= 0, last + coalesce(cadence, {UNSEEN_DAYS}) * 86400,
    coalesce(unixepoch(created) + cadence * 86400, 0)) < ?1
ORDER BY last < 0, last, id LIMIT ?2
"""
    return list(map(SeenRow._make, reader.rows(sql, (midnight, most))))
