"""Where a challenge stands on a day: all that the challenge tab and ``netchal challenge`` show.

Computed from the stored facts each time, with a dozen short queries, as the window's first paint waits
for it. Nothing is kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.challenge_facts import Facts, facts_of
from netchal_gui.commands.challenge_people import (
    PartnerStanding,
    ToDo,
    partner_of,
    to_do,
)
from netchal_gui.commands.challenge_places import PeriodStanding, periods_of
from netchal_gui.domain.challenge import Challenge, Lane, Period
from netchal_gui.domain.contact_kinds import Relation
from netchal_gui.domain.counting import NotFilling, Why
from netchal_gui.domain.forecast import Facts as Outlook
from netchal_gui.domain.forecast import Forecast, Open, forecast
from netchal_gui.domain.interview_kinds import CALLED_OFF, Channel, StepKind
from netchal_gui.domain.periods import ChallengeState, number_of_periods, period_of, state
from netchal_gui.storage.challenge_queries import all_challenges, chosen_challenge
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.reader import Reader

MOST_NAMED = 200
INVITATION_DAYS = 30
_OUTCOMES = CALLED_OFF | {StepKind.MET}


class Funnel(NamedTuple):
    """Contacts by id: asked in the challenge's time, of those who answered, who fill places, introduced."""

    asked: tuple[bytes, ...]
    replied: tuple[bytes, ...]
    met: tuple[bytes, ...]
    introduced: tuple[bytes, ...]


class CameFrom(NamedTuple):
    """How one met the people who fill new places: a Source's value, None where it is not noted."""

    source: str | None
    people: tuple[bytes, ...]


class Uncounted(NamedTuple):
    """A talk that took place and fills no place; ``reason`` is the text of a decision."""

    contact: bytes
    interview: bytes
    day: date
    channel: Channel
    why: Why
    reason: str = ""


class Awaited(NamedTuple):
    """Contacts by id whom the forecast counts on: those with a day, and those who may still answer."""

    scheduled: tuple[bytes, ...]
    invited: tuple[bytes, ...]


class Standing(NamedTuple):
    """``current``: today's period, the first before the challenge and the last after it.

    ``uncounted`` and ``extra`` are the newest first; extra ones would count if there was a place.
    ``by_hand``: how many talks count because one said so. ``people`` has everyone in places and the newest
    of these two. ``to_do_count``: ``to_do`` may be cut.
    """

    challenge: Challenge
    state: ChallengeState
    today: date
    current: int
    periods: tuple[PeriodStanding, ...]
    met: int
    goal: int
    funnel: Funnel
    sources: tuple[CameFrom, ...]
    forecast: Forecast
    awaited: Awaited
    uncounted: tuple[Uncounted, ...]
    extra: tuple[Uncounted, ...]
    by_hand: int
    partner: PartnerStanding | None
    to_do: tuple[ToDo, ...]
    to_do_count: int
    people: Mapping[bytes, Person]

    def ahead(self, number: int) -> date | None:
        """The first day of a period that is still to come, None for today's and earlier ones."""
        return self.periods[number].first if number > self.current else None


def standing(reader: Reader, challenge_id: UUID | None, today: date, zone: str = "UTC") -> Standing | None:
    """Where a challenge, or without an id the current one, stands on a local day; None where there is none.

    ``zone`` is the system's: steps and touches, which have no zone, are dated in it. Raises StoreFault.
    """
    challenge = find_challenge(reader, challenge_id, today)
    if challenge is None:
        return None
    facts = facts_of(reader, challenge, zone)
    periods = periods_of(reader, facts)
    others = [_uncounted(facts, each) for each in reversed(facts.tally.others)]
    uncounted = tuple(each for each in others if each.why is not Why.EXTRA)
    extra = tuple(each for each in others if each.why is Why.EXTRA)
    current = _current(challenge, today)
    partner = partner_of(reader, challenge, today, zone)
    tasks, task_count = to_do(reader, today, zone, partner)
    return Standing(
        challenge=challenge,
        state=state(challenge, today),
        today=today,
        current=current,
        periods=periods,
        met=len(facts.tally.filled),
        goal=challenge.goal,
        funnel=_funnel(facts),
        sources=_sources(facts),
        forecast=forecast(challenge, today, _outlook(facts, today, periods[current])),
        awaited=_awaited(facts, today),
        uncounted=uncounted,
        extra=extra,
        by_hand=facts.by_hand,
        partner=partner,
        to_do=tasks,
        to_do_count=task_count,
        people=_people(reader, periods, (*uncounted[:MOST_NAMED], *extra[:MOST_NAMED])),
    )


def find_challenge(reader: Reader, challenge_id: UUID | None, today: date) -> Challenge | None:
    """The challenge with this id; without one the current: as set, else the newest running, begun, or any."""
    every = all_challenges(reader)
    if challenge_id is not None:
        return next((each for each in every if each.id == challenge_id), None)
    chosen = chosen_challenge(reader)
    order = (ChallengeState.RUNNING, ChallengeState.ENDED, ChallengeState.NOT_BEGUN)

    def rank(one: Challenge) -> tuple[bool, int]:
        return one.id != chosen, order.index(state(one, today))

    return min(every, key=rank, default=None)


def _current(challenge: Challenge, today: date) -> int:
    number = period_of(challenge, today)
    if number is not None:
        return number
    return 0 if today < challenge.start else number_of_periods(challenge) - 1


def _uncounted(facts: Facts, each: NotFilling) -> Uncounted:
    talk = each.talk
    reason = facts.reasons.get(talk.interview, "")
    return Uncounted(talk.contact, talk.interview, talk.day, talk.channel, each.why, reason)


def _funnel(facts: Facts) -> Funnel:
    return Funnel(
        asked=_once(row.contact for row in facts.asked),
        replied=_once(row.contact for row in facts.asked if row.answered),
        met=_once(each.talk.contact for each in facts.tally.filled),
        introduced=_once(to for _, to in facts.introductions),
    )


def _once(ids: Iterable[bytes]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(ids))


def _sources(facts: Facts) -> tuple[CameFrom, ...]:
    """Where anyone counts, no lane tells who is new: whoever is not known and was not met before."""
    source = {row.contact: row.source for row in facts.talks}
    new = {row.contact for row in facts.talks if row.relation == Relation.NEW and not row.met_before}
    people: dict[str | None, list[bytes]] = defaultdict(list)
    for each in facts.tally.filled:
        talk = each.talk
        if talk.lane is Lane.NEW or (talk.lane is Lane.ANYONE and talk.contact in new):
            people[source[talk.contact]].append(talk.contact)
    found = (CameFrom(name, tuple(who)) for name, who in people.items())
    return tuple(sorted(found, key=_most_first))


def _most_first(one: CameFrom) -> tuple[int, str]:
    return -len(one.people), one.source or "~"


def _outlook(facts: Facts, today: date, current: PeriodStanding) -> Outlook:
    """What the forecast rests on. A talk with two people on a scheduled time is two cases.

    Somebody who was asked and may still come is no case yet, neither of success nor of failure.
    """
    known_outcome = [row for row in facts.talks if row.was_scheduled and row.stage in _OUTCOMES]
    invited, awaited = _open_invitations(facts, today), _awaited(facts, today)
    asked = {row.contact for row in facts.asked} - facts.planned.keys() - invited
    extra = {each.talk.contact for each in facts.tally.others if each.why is Why.EXTRA}
    return Outlook(
        days=[each.talk.day for each in facts.tally.filled],
        had_time=len(known_outcome),
        took_place=sum(row.stage == StepKind.MET for row in known_outcome),
        asked=len(asked),
        asked_met=len(asked & (extra | facts.filled.keys())),
        scheduled=len(awaited.scheduled),
        invitations=len(awaited.invited),
        current=[
            _open(facts, invited, current, lane.lane, lane.quota - lane.met)
            for lane in current.lanes
            if facts.challenge.period is not Period.WHOLE  # closing it is the goal itself, months away
        ],
    )


def _awaited(facts: Facts, today: date) -> Awaited:
    """In the order in which they are expected, and in that in which they were asked."""
    waiting = _open_invitations(facts, today)
    return Awaited(
        tuple(filter(facts.may_count, facts.planned)),
        tuple(who for who in facts.invited if who in waiting and facts.may_count(who)),
    )


def _open_invitations(facts: Facts, today: date) -> set[bytes]:
    """Whoever was asked and may still answer; after a month of silence nobody counts on it any more."""
    silent = (today - timedelta(days=INVITATION_DAYS)).isoformat()
    return {who for who, row in facts.invited.items() if row.at >= silent}


def _open(facts: Facts, invited: set[bytes], current: PeriodStanding, lane: Lane, places: int) -> Open:
    """The lane's places of this period without anyone met, and who may yet fill them."""
    slots = facts.slot_of
    first, last = current.first.isoformat(), current.last.isoformat()
    scheduled = sum(
        facts.lanes[who] is lane and first <= row.day <= last for who, row in facts.planned.items()
    )
    invitations = sum(
        facts.lanes[who] is lane and (who not in slots or slots[who].period == current.number)
        for who in invited
    )
    return Open(places, scheduled, invitations)


def _people(
    reader: Reader, periods: Sequence[PeriodStanding], others: Iterable[Uncounted]
) -> dict[bytes, Person]:
    places = (place for period in periods for lane in period.lanes for place in lane.places)
    ids = [place.contact for place in places if place.contact is not None]
    return persons(reader, (*ids, *(each.contact for each in others)))
