"""Whom to meet in the month that is planned: the best ideas first, each with the reason for it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from netchal_gui.commands.challenge_people import stay_in_touch
from netchal_gui.commands.challenge_places import Place
from netchal_gui.domain.challenge import Lane
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.person_queries import suggestions
from netchal_gui.storage.plan_queries import known_people, named_by_others, new_and_not_met
from netchal_gui.storage.reader import Reader

MOST = 60
_READ = 300


class IdeaKind(StrEnum):
    """Why somebody comes to mind. WAITING: chosen for this month already, without a time. OPEN: chosen
    for an earlier month and not met."""

    WAITING = "waiting"
    OPEN = "open"
    UNSEEN = "unseen"
    PROMISED = "promised"
    NAMED = "named"
    NEW = "new"
    KNOWN = "known"
    FOUND = "found"


class Idea(NamedTuple):
    """Somebody to meet. ``days`` since the last contact, ``by`` who named them, ``place`` their place."""

    kind: IdeaKind
    person: Person
    lane: Lane
    days: int | None = None
    by: str = ""
    place: Place | None = None


def ideas(
    reader: Reader,
    waiting: Sequence[Place],
    left_open: Sequence[Place],
    taken: Collection[bytes],
    room: Mapping[Lane, int],
    today: date,
    zone: str,
) -> tuple[Idea, ...]:
    """Those of this month and of earlier ones first, then friends and family, then new people, then others.

    ``taken``: who has a time, or has been met in this challenge. Whose lane has no ``room`` comes last.
    """
    found: dict[bytes, Idea] = {}
    for idea in _all(reader, waiting, left_open, today, zone, Lane.ANYONE in room):
        if idea.person.id not in taken:
            found.setdefault(idea.person.id, idea)
    kept = (IdeaKind.WAITING, IdeaKind.OPEN)
    listed = sorted(found.values(), key=lambda one: one.kind not in kept and room.get(one.lane, 0) <= 0)
    return tuple(listed[:MOST])


def found_by_name(reader: Reader, text: str, anyone: bool) -> tuple[Idea, ...]:
    """People whose names begin as what was typed."""
    ids = [row.id for row in suggestions(reader, text)]
    return tuple(_people(reader, IdeaKind.FOUND, ids, anyone))


def _all(
    reader: Reader,
    waiting: Sequence[Place],
    left_open: Sequence[Place],
    today: date,
    zone: str,
    anyone: bool,
) -> Iterator[Idea]:
    yield from _placed(reader, IdeaKind.WAITING, waiting, anyone)
    yield from _placed(reader, IdeaKind.OPEN, left_open, anyone)
    for each in stay_in_touch(reader, today, zone):
        yield Idea(IdeaKind.UNSEEN, each.person, _lane(each.person, anyone), each.days)
    rows = named_by_others(reader, _READ)
    people = persons(reader, (row.contact for row in rows))
    for row in rows:
        if person := people.get(row.contact):
            kind = IdeaKind.PROMISED if row.promised else IdeaKind.NAMED
            yield Idea(kind, person, _lane(person, anyone), by=row.by)
    yield from _people(reader, IdeaKind.NEW, new_and_not_met(reader, _READ), anyone)
    yield from _people(reader, IdeaKind.KNOWN, known_people(reader, _READ), anyone)


def _placed(reader: Reader, kind: IdeaKind, places: Sequence[Place], anyone: bool) -> Iterator[Idea]:
    people = persons(reader, (place.contact for place in places if place.contact))
    for place in places:
        if person := people.get(place.contact or b""):
            yield Idea(kind, person, _lane(person, anyone), place=place)


def _people(reader: Reader, kind: IdeaKind, ids: Iterable[bytes], anyone: bool) -> Iterator[Idea]:
    wanted = list(ids)
    people = persons(reader, wanted)
    for each in wanted:
        if person := people.get(each):
            yield Idea(kind, person, _lane(person, anyone))


def _lane(person: Person, anyone: bool) -> Lane:
    return Lane.ANYONE if anyone else Lane(person.relation)
