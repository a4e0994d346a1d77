"""I am going to Bremen: who lives there, and when one last saw them."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.place_queries import count_residents, residents
from netchal_gui.storage.reader import Reader

MOST = 100


class Resident(NamedTuple):
    """Somebody who lives at ``place``, spelt as in their address; ``days`` since the last contact."""

    person: Person
    place: str
    days: int | None


class Visit(NamedTuple):
    """Who lives at a place; ``number`` are all of them, ``residents`` the first hundred."""

    residents: tuple[Resident, ...] = ()
    number: int = 0


def visit(reader: Reader, place: str, today: date, zone: str) -> Visit:
    """Who lives at a place that begins so, family and friends first; nobody without a letter.

    Raises StoreFault.
    """
    if not place.strip():
        return Visit()
    rows = residents(reader, place, MOST)
    people = persons(reader, (row.contact for row in rows))
    found = [
        Resident(people[row.contact], row.place, None if row.last is None else _days(row.last, today, zone))
        for row in rows
    ]
    return Visit(tuple(found), count_residents(reader, place) if len(found) == MOST else len(found))


def _days(seconds: int, today: date, zone: str) -> int:
    return (today - from_utc(datetime.fromtimestamp(seconds, UTC), zone).day).days
