"""The places of a challenge, period by period: who fills them, who may, and which are empty."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from netchal_gui.commands.challenge_facts import Facts
from netchal_gui.domain.challenge import Lane
from netchal_gui.domain.counting import Why
from netchal_gui.domain.interview_kinds import CALLED_OFF, Channel, StepKind
from netchal_gui.domain.periods import number_of_periods, period_of, spans
from netchal_gui.storage.challenge_queries import SlotRow, appointments
from netchal_gui.storage.home_queries import ThankRow, thanks_of
from netchal_gui.storage.reader import Reader


class PlaceState(StrEnum):
    """CHOSEN: a person without an interview. NOT_COUNTED: met, but the talk fills no place."""

    EMPTY = "empty"
    CHOSEN = "chosen"
    IDEA = "idea"
    ASKED = "asked"
    REPLIED = "replied"
    SCHEDULED = "scheduled"
    MET = "met"
    NOT_COUNTED = "not_counted"
    NO_SHOW = "no_show"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class Thanked(StrEnum):
    SENT = "sent"
    DUE = "due"


class Place(NamedTuple):
    """One place. ``start`` is naive wall time in ``zone``; ``is_prepared``: there are questions for it.

    ``made_up_in`` is the period in which the talk took place, where it fills an earlier gap. ``introduced``
    is how many people this one introduced in the challenge's time. ``why`` belongs to NOT_COUNTED.
    """

    state: PlaceState
    contact: bytes | None = None
    interview: bytes | None = None
    slot: bytes | None = None
    start: datetime | None = None
    zone: str = ""
    channel: Channel | None = None
    is_prepared: bool = False
    made_up_in: int | None = None
    thanked: Thanked | None = None
    thank_by: date | None = None
    introduced: int = 0
    why: Why | None = None


class LaneStanding(NamedTuple):
    """At least ``quota`` places, those filled first and the empty ones last."""

    lane: Lane
    quota: int
    met: int
    places: tuple[Place, ...]

    @property
    def people_met(self) -> tuple[bytes, ...]:
        return tuple(each.contact for each in self.places if each.state is PlaceState.MET and each.contact)


class PeriodStanding(NamedTuple):
    """A period, both days included, with its lanes."""

    number: int
    first: date
    last: date
    lanes: tuple[LaneStanding, ...]

    @property
    def met(self) -> int:
        return sum(lane.met for lane in self.lanes)

    @property
    def quota(self) -> int:
        return sum(lane.quota for lane in self.lanes)

    @property
    def people_met(self) -> tuple[bytes, ...]:
        return tuple(who for lane in self.lanes for who in lane.people_met)


EMPTY = Place(PlaceState.EMPTY)

Key = tuple[int, Lane]


def periods_of(reader: Reader, facts: Facts) -> tuple[PeriodStanding, ...]:
    """All periods with their places."""
    cards: dict[Key, list[Place]] = defaultdict(list)
    for key, place in _met(facts):
        cards[key].append(place)
    met = {key: len(places) for key, places in cards.items()}
    for key, place in _chosen(facts):
        cards[key].append(place)
    for key, place in _planned_only(facts):
        if len(cards[key]) < facts.challenge.quota(key[1]):
            cards[key].append(place)
    _complete(reader, facts, cards)
    return tuple(
        PeriodStanding(
            number,
            days.first,
            days.last,
            tuple(_lane(facts, number, lane, cards, met) for lane in facts.challenge.lanes),
        )
        for number, days in enumerate(spans(facts.challenge))
    )


def _lane(
    facts: Facts, number: int, lane: Lane, cards: Mapping[Key, list[Place]], met: Mapping[Key, int]
) -> LaneStanding:
    quota, places = facts.challenge.quota(lane), cards.get((number, lane), [])
    empty = (EMPTY,) * max(0, quota - len(places))
    return LaneStanding(lane, quota, met.get((number, lane), 0), (*places, *empty))


def _met(facts: Facts) -> Iterator[tuple[Key, Place]]:
    slots = facts.slot_of
    for talk, period, made_up in facts.tally.filled:
        slot = slots.get(talk.contact)
        yield (
            (period, talk.lane),
            Place(
                PlaceState.MET,
                talk.contact,
                talk.interview,
                slot.id if slot else None,
                made_up_in=period_of(facts.challenge, talk.day) if made_up else None,
            ),
        )


def _chosen(facts: Facts) -> Iterator[tuple[Key, Place]]:
    """Those a place was chosen for and who fill none yet; nobody is lost when a challenge became shorter."""
    last = number_of_periods(facts.challenge) - 1
    for slot in facts.slots:
        if slot.contact in facts.filled:
            continue
        lane = facts.lanes[slot.contact]
        shown = lane if facts.challenge.quota(lane) else facts.challenge.lanes[0]
        yield (min(slot.period, last), shown), _card(facts, slot)


def _card(facts: Facts, slot: SlotRow) -> Place:
    place = Place(PlaceState.CHOSEN, slot.contact, None, slot.id)
    if slot.stage and slot.stage not in CALLED_OFF | {StepKind.MET}:
        return place._replace(state=_state(slot.stage), interview=slot.interview)
    if row := facts.planned.get(slot.contact):
        return place._replace(state=PlaceState.SCHEDULED, interview=row.interview)
    if asked := facts.invited.get(slot.contact):
        return place._replace(state=_state(asked.stage), interview=asked.interview)
    other = facts.not_filling.get(slot.contact)
    if other and (slot.stage == StepKind.MET or slot.period == period_of(facts.challenge, other.talk.day)):
        return place._replace(state=PlaceState.NOT_COUNTED, interview=other.talk.interview, why=other.why)
    if slot.stage in CALLED_OFF:
        return place._replace(state=_state(slot.stage), interview=slot.interview)
    return place


def _state(stage: str) -> PlaceState:
    return PlaceState.SCHEDULED if stage == StepKind.MOVED else PlaceState(stage)


def _planned_only(facts: Facts) -> Iterator[tuple[Key, Place]]:
    """Those one has a day with, though no place was chosen for them."""
    chosen = facts.slot_of
    for contact, row in facts.planned.items():
        if contact not in chosen and facts.may_count(contact):
            period = period_of(facts.challenge, date.fromisoformat(row.day))
            if period is not None:
                yield (period, facts.lanes[contact]), Place(PlaceState.SCHEDULED, contact, row.interview)


def _complete(reader: Reader, facts: Facts, cards: Mapping[Key, list[Place]]) -> None:
    """Add the times, the thank-yous and the introductions, each with one query for all places."""
    everyone = [place for places in cards.values() for place in places]
    agreed = appointments(reader, (place.interview for place in everyone if place.interview))
    met = (place.contact for place in everyone if place.contact and place.state is PlaceState.MET)
    thanks = _thanks(thanks_of(reader, met))
    introduced: dict[bytes, set[bytes]] = defaultdict(set)
    for by, to in facts.introductions:
        introduced[by].add(to)
    for places in cards.values():
        for position, place in enumerate(places):
            assert place.contact is not None
            one = agreed.get(place.interview or b"")
            thanked, day = thanks.get(place.contact, (None, None))
            is_met = place.state is PlaceState.MET
            places[position] = place._replace(
                start=one.start.local if one else None,
                zone=one.start.zone if one else "",
                channel=one.channel if one else None,
                is_prepared=one is not None and one.is_prepared,
                thanked=thanked if is_met else None,
                thank_by=day if is_met else None,
                introduced=len(introduced.get(place.contact, ())),
            )


def _thanks(rows: Iterable[ThankRow]) -> dict[bytes, tuple[Thanked, date | None]]:
    """For each person whether they were thanked; an open thank-you goes before one that was sent."""
    found: dict[bytes, tuple[Thanked, date | None]] = {}
    for row in rows:
        if row.done:
            found.setdefault(row.contact, (Thanked.SENT, None))
        elif found.get(row.contact, (None,))[0] is not Thanked.DUE:
            found[row.contact] = Thanked.DUE, date.fromisoformat(row.due) if row.due else None
    return found
