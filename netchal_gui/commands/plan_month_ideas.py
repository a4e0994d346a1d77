"""Whom to meet in the month that is planned: the best ideas first, each with the reason for it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from netchal_gui.commands.challenge_people import stay_in_touch
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.domain.challenge import Lane
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.person_queries import suggestions
from netchal_gui.storage.plan_queries import known_people, named_by_others, new_and_not_met
from netchal_gui.storage.reader import Reader

MOST = 60
_READ = 300


class IdeaKind(StrEnum):
    """Why somebody comes to mind. OPEN: chosen for an earlier month and not met. FOUND: by their name."""

    OPEN = "open"
    UNSEEN = "unseen"
    PROMISED = "promised"
    NAMED = "named"
    NEW = "new"
    KNOWN = "known"
    FOUND = "found"


class Idea(NamedTuple):
    """Somebody to meet. ``days`` since the last contact, ``by`` who named them.

    ``is_again``: they filled a place of the challenge already, so that a talk would be an extra one.
    """

    kind: IdeaKind
    person: Person
    lane: Lane
    days: int | None = None
    by: str = ""
    is_again: bool = False


def ideas(reader: Reader, plan: MonthPlan, zone: str) -> tuple[Idea, ...]:
    """Those open from earlier months first, then friends and family, then new people, then others.

    Whose lane has no room comes after them, and last friends and family who filled a place of the challenge
    already. Nobody twice, and nobody who is in the plan. It looks at every friend: for a worker thread.
    Raises StoreFault.
    """
    taken = plan.seated | plan.agreed | {each.person.id for each in (*plan.waiting, *plan.asked)}
    room = {each.lane: each.room for each in plan.lanes}
    found: dict[bytes, Idea] = {}
    for idea in _all(reader, plan, zone):
        is_again = idea.person.id in plan.met
        if idea.person.id not in taken and (not is_again or idea.kind is IdeaKind.UNSEEN):
            found.setdefault(idea.person.id, idea._replace(is_again=is_again))

    def rank(idea: Idea) -> int:
        return 2 if idea.is_again else int(idea.kind is not IdeaKind.OPEN and not room.get(idea.lane))

    return tuple(sorted(found.values(), key=rank)[:MOST])


def found_by_name(reader: Reader, plan: MonthPlan, text: str) -> tuple[Idea, ...]:
    """People whose names begin as what was typed, the best first, those who are in the plan too."""
    ids = [row.id for row in suggestions(reader, text)]
    return tuple(_people(reader, IdeaKind.FOUND, ids, is_for_anyone(plan)))


def _all(reader: Reader, plan: MonthPlan, zone: str) -> Iterator[Idea]:
    anyone = is_for_anyone(plan)
    for left in plan.past.open if plan.past else ():
        yield Idea(IdeaKind.OPEN, left.person, _lane(left.person, anyone))
    for each in stay_in_touch(reader, plan.found.today, zone):
        yield Idea(IdeaKind.UNSEEN, each.person, _lane(each.person, anyone), each.days)
    rows = named_by_others(reader, _READ)
    people = persons(reader, (row.contact for row in rows))
    for row in rows:
        if person := people.get(row.contact):
            kind = IdeaKind.PROMISED if row.promised else IdeaKind.NAMED
            yield Idea(kind, person, _lane(person, anyone), by=row.by)
    yield from _people(reader, IdeaKind.NEW, new_and_not_met(reader, _READ), anyone)
    yield from _people(reader, IdeaKind.KNOWN, known_people(reader, _READ), anyone)


def is_for_anyone(plan: MonthPlan) -> bool:
    """Whether the challenge makes no difference between known and new people."""
    return Lane.ANYONE in plan.challenge.lanes


def _people(reader: Reader, kind: IdeaKind, ids: Iterable[bytes], anyone: bool) -> Iterator[Idea]:
    wanted = list(ids)
    people = persons(reader, wanted)
    for each in wanted:
        if person := people.get(each):
            yield Idea(kind, person, _lane(person, anyone))


def _lane(person: Person, anyone: bool) -> Lane:
    return Lane.ANYONE if anyone else Lane(person.relation)
