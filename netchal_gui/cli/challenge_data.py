"""A standing as data for programs. Periods are counted from 1, days are ISO 8601, people have id and name."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from netchal_gui.commands.asked_who_else import asked_who_else
from netchal_gui.commands.challenge_facts import facts_of
from netchal_gui.commands.challenge_people import PartnerStanding, ToDo, Unseen, stay_in_touch
from netchal_gui.commands.challenge_places import PeriodStanding, Place, PlaceState
from netchal_gui.commands.new_people import new_people
from netchal_gui.commands.standing import Standing, Uncounted
from netchal_gui.domain.asked_who_else import AskedWhoElse
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.kept import KEPT_DAYS, Kept
from netchal_gui.domain.periods import whole
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.reader import Reader

People = dict[bytes, Person]


class CameOfIt(NamedTuple):
    """What came of the talks of a challenge."""

    again: Kept
    asked: AskedWhoElse


def came_of_it(reader: Reader, found: Standing, zone: str) -> CameOfIt:
    """Read what came of the talks. Raises StoreFault."""
    facts = facts_of(reader, found.challenge, zone)
    return CameOfIt(new_people(reader, facts, found.today, zone), asked_who_else(reader, facts))


def told(reader: Reader, found: Standing, came: CameOfIt, zone: str) -> dict[str, Any]:
    """Everything of a standing, with the names of all people in it, and whom to stay in touch with."""
    again, asked = came
    people = persons(reader, (*_everyone(found), *again.new, *chain.from_iterable(asked)))
    forecast = found.forecast._asdict()
    for name in ("share_took_place", "share_met", "under_way", "at_this_pace"):
        forecast[name] = round(forecast[name], 4)
    return {
        "challenge": _challenge(found.challenge),
        "state": found.state.value,
        "today": found.today.isoformat(),
        "period": found.current + 1,
        "met": found.met,
        "goal": found.goal,
        "funnel": {name: _named(people, ids) for name, ids in found.funnel._asdict().items()},
        "sources": [{"source": one.source, "people": _named(people, one.people)} for one in found.sources],
        "new_people": {"days": KEPT_DAYS} | {n: _named(people, ids) for n, ids in again._asdict().items()},
        "who_else": {name: _named(people, ids) for name, ids in asked._asdict().items()},
        "forecast": forecast,
        "periods": [_period(people, period) for period in found.periods],
        "uncounted": [_uncounted(people, one) for one in found.uncounted],
        "extra": [_uncounted(people, one) for one in found.extra],
        "partner": _partner(found.partner) if found.partner else None,
        "to_do": [_to_do(item) for item in found.to_do],
        "stay_in_touch": [_unseen(one) for one in stay_in_touch(reader, found.today, zone)],
    }


def _everyone(found: Standing) -> Iterable[bytes]:
    for ids in found.funnel:
        yield from ids
    for one in (*found.uncounted, *found.extra):
        yield one.contact
    for period in found.periods:
        for lane in period.lanes:
            yield from (place.contact for place in lane.places if place.contact)


def _challenge(challenge: Challenge) -> dict[str, Any]:
    return {
        "id": str(challenge.id),
        "name": challenge.name,
        "first": challenge.start.isoformat(),
        "last": whole(challenge).last.isoformat(),
        "period": challenge.period.value,
        "known": challenge.known,
        "new": challenge.new,
        "anyone": challenge.anyone,
        "channels": [channel.value for channel in challenge.channels],
        "least_minutes": challenge.least_minutes,
        "recorded": challenge.recorded,
        "carry_over": challenge.carry_over,
        "focus": challenge.focus,
    }


def _period(people: People, period: PeriodStanding) -> dict[str, Any]:
    return {
        "number": period.number + 1,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "met": period.met,
        "quota": period.quota,
        "lanes": [
            {
                "lane": lane.lane.value,
                "met": lane.met,
                "quota": lane.quota,
                "places": [_place(people, place) for place in lane.places],
            }
            for lane in period.lanes
        ],
    }


def _place(people: People, place: Place) -> dict[str, Any]:
    if place.state is PlaceState.EMPTY or place.contact is None:
        return {"state": place.state.value}
    return {
        "state": place.state.value,
        **_person(people, place.contact),
        "interview": _id(place.interview),
        "start": place.start.isoformat(timespec="minutes") if place.start else None,
        "zone": place.zone,
        "channel": place.channel.value if place.channel else None,
        "made_up_in": None if place.made_up_in is None else place.made_up_in + 1,
        "thanked": place.thanked.value if place.thanked else None,
        "introduced": place.introduced,
        "why": place.why.value if place.why else None,
    }


def _uncounted(people: People, one: Uncounted) -> dict[str, Any]:
    return {
        **_person(people, one.contact),
        "interview": _id(one.interview),
        "day": one.day.isoformat(),
        "channel": one.channel.value,
        "why": one.why.value,
        "reason": one.reason,
    }


def _partner(partner: PartnerStanding) -> dict[str, Any]:
    return {
        "id": _id(partner.person.id),
        "name": partner.person.name,
        "due": partner.due.isoformat() if partner.due else None,
        "reported": partner.reported,
        "missed": [number + 1 for number in partner.missed],
        "last_report": partner.last_report.isoformat() if partner.last_report else None,
        "last_answer": partner.last_answer.isoformat() if partner.last_answer else None,
    }


def _to_do(item: ToDo) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "id": _id(item.contact),
        "name": item.name,
        "due": item.due.isoformat(),
        "text": item.text,
        "follow_up": _id(item.follow_up),
        "interview": _id(item.interview),
        "age": item.age,
    }


def _unseen(one: Unseen) -> dict[str, Any]:
    return {
        "id": _id(one.person.id),
        "name": one.person.name,
        "last": one.last.isoformat() if one.last else None,
        "days": one.days,
        "cadence": one.cadence,
        "over": one.over,
        "lateness": one.lateness.value,
    }


def _named(people: People, ids: Iterable[bytes]) -> list[dict[str, Any]]:
    return [_person(people, each) for each in ids]


def _person(people: People, each: bytes) -> dict[str, Any]:
    return {"id": _id(each), "name": people[each].name if each in people else ""}


def _id(item_id: bytes | None) -> str | None:
    return None if item_id is None else str(UUID(bytes=item_id))
