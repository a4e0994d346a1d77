"""What the first screen asks about people, as light rows: who they are, and what to do for whom.

Raw SQL without Peewee. Ids are bytes, days ISO 8601, times seconds UTC.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netchal_gui.domain.cadence import ANSWER_DAYS
from netchal_gui.storage.reader import Reader, batches

if TYPE_CHECKING:
    from netchal_gui.domain.contact import PartialDate


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
    """An open follow-up; ``contact`` is one of the entry's people where it names nobody itself.

    ``put_off``: how often; ``first_due``: the day it had before.
    """

    id: bytes
    kind: str
    text: str
    due: str
    created: str
    contact: bytes | None
    name: str
    put_off: int
    first_due: str | None


class ComingRow(NamedTuple):
    """A planned interview with one of its people; how many questions it has, and the title of its pitch."""

    interview: bytes
    day: str
    contact: bytes
    name: str
    questions: int
    pitch: str


class WaitingRow(NamedTuple):
    """A request without a reply, its first person, and since when."""

    interview: bytes
    since: int
    contact: bytes
    name: str


class BirthdayRow(NamedTuple):
    """Whose birthday it is; ``key`` is its place in the year ("02-29"), ``last`` the last contact."""

    contact: bytes
    name: str
    key: str
    year: int | None
    last: int | None

    @property
    def birthday(self) -> "PartialDate":
        from netchal_gui.domain.contact import PartialDate

        return PartialDate(int(self.key[:2]), int(self.key[3:]), self.year)


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
SELECT f.id, f.kind, f.text, f.due, f.created, c.id, coalesce(c.name, ''),
    (SELECT count(*) FROM json_each(iif(json_valid(f.history), f.history, '[]')) e
        WHERE e.value ->> '$.kind' = 'snoozed' AND e.value ->> '$.due' IS NOT NULL),
    (SELECT e.value ->> '$.due' FROM json_each(iif(json_valid(f.history), f.history, '[]')) e
        WHERE e.value ->> '$.kind' = 'snoozed' AND e.value ->> '$.due' IS NOT NULL ORDER BY e.key LIMIT 1)
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
SELECT i.id, i.day, c.id, c.name,
    iif(json_valid(i.questions), json_array_length(i.questions), 0), coalesce(t.title, '')
FROM interview i JOIN interview_person p ON p.interview = i.id JOIN contact c ON c.id = p.contact
LEFT JOIN pitch t ON t.id = i.pitch_id
WHERE i.stage IN ('scheduled', 'moved') AND i.start_utc >= ? AND i.start_utc < ?
    AND (c.circle IS NULL OR c.circle NOT IN ('family', 'friend'))
ORDER BY i.start_utc, i.number, p.rowid
"""
    return list(map(ComingRow._make, reader.rows(sql, (begin, end))))


def answer_days(reader: Reader) -> int:
    """After how many days a request without a reply comes up again; without the whole settings."""
    stored = reader.rows("SELECT answer_days FROM preferences")
    return int(stored[0][0]) if stored else ANSWER_DAYS


def waiting(reader: Reader, since: int, before: int, most: int) -> list[WaitingRow]:
    """Requests without a reply that were sent between two moments, the oldest first."""
    sql = """
SELECT i.id, i.stage_utc, c.id, c.name FROM interview i
JOIN interview_person p ON p.rowid = (SELECT min(f.rowid) FROM interview_person f WHERE f.interview = i.id)
JOIN contact c ON c.id = p.contact
WHERE i.stage = 'asked' AND i.stage_utc >= ? AND i.stage_utc < ? ORDER BY i.stage_utc, i.number LIMIT ?
"""
    return list(map(WaitingRow._make, reader.rows(sql, (since, before, most))))


def count_waiting(reader: Reader, since: int, before: int) -> int:
    """How many requests that were sent between two moments have no reply."""
    sql = "SELECT count(*) FROM interview WHERE stage = 'asked' AND stage_utc >= ? AND stage_utc < ?"
    return int(reader.rows(sql, (since, before))[0][0])


def birthdays(reader: Reader, keys: Iterable[str], most: int) -> list[BirthdayRow]:
    """Who has a birthday at these places in the year, in their order, family and friends before others.

    Nobody one never wants to be reminded of.
    """
    wanted = list(keys)
    sql = f"""
SELECT id, name, birthday_key, birthday ->> '$.year',
    (SELECT max(at) FROM contact_moment m WHERE m.contact = c.id)
FROM contact c WHERE birthday_key IN ({", ".join("?" * len(wanted))}) AND coalesce(cadence, 1) > 0
ORDER BY coalesce(circle IN ('family', 'friend'), 0) DESC, number LIMIT ?
"""
    found = map(BirthdayRow._make, reader.rows(sql, (*wanted, most)))
    places = {key: place for place, key in enumerate(wanted)}
    return sorted(found, key=lambda row: places[row.key])
