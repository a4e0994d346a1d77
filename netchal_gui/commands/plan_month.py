"""Plan a month in one sitting: what the four steps show, computed from the stored facts each time.

The month is the challenge's period where it counts by months, else a calendar month within it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.challenge_places import LaneStanding, PeriodStanding, Place, PlaceState
from netchal_gui.commands.plan_month_ideas import Idea, ideas
from netchal_gui.commands.plan_month_times import PlanTime, times_of
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.challenge import Challenge, Lane, Period
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.periods import Span, months_later, number_of_periods, period_of, span, whole
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.reader import Reader

LAST_DAYS = 7
"""From the last week of a month on, the next one is planned."""
MINUTES = 45
_LEFT_OPEN = (PlaceState.CHOSEN, PlaceState.IDEA, PlaceState.ASKED, PlaceState.REPLIED)
_GONE = (PlaceState.EMPTY, PlaceState.NO_SHOW, PlaceState.DECLINED, PlaceState.CANCELLED)
_TO_ASK = (PlaceState.CHOSEN, PlaceState.IDEA)
_WITH_TIME = (PlaceState.SCHEDULED, PlaceState.MET, PlaceState.NOT_COUNTED)


class LanePlan(NamedTuple):
    """How many places a lane has in the month, and how many have somebody."""

    lane: Lane
    quota: int
    chosen: int


class PastLane(NamedTuple):
    """What a lane came to in the month before; ``gaps`` are the empty places of all earlier periods."""

    lane: Lane
    quota: int
    met: int
    gaps: int


class LeftOpen(NamedTuple):
    """Somebody of an earlier month whom one has not met."""

    person: Person
    place: Place


class Past(NamedTuple):
    """The month before in numbers. ``extra`` talks filled no place, ``uncounted`` ones did not count.

    ``scheduled``: those whose talk is still to come.
    """

    days: Span
    lanes: tuple[PastLane, ...]
    extra: int
    uncounted: int
    scheduled: tuple[LeftOpen, ...]
    open: tuple[LeftOpen, ...]


class ToAsk(NamedTuple):
    """Somebody of the plan whom one has not asked yet."""

    person: Person
    place: Place


class MonthPlan(NamedTuple):
    """``periods`` are the numbers of the challenge's periods in the month; ``past`` None for the first one.

    ``waiting``: who has a place and no time. ``minutes``: how long a new talk lasts.
    """

    found: Standing
    days: Span
    periods: tuple[int, ...]
    past: Past | None
    lanes: tuple[LanePlan, ...]
    times: tuple[PlanTime, ...]
    waiting: tuple[ToAsk, ...]
    to_ask: tuple[ToAsk, ...]
    asked: tuple[ToAsk, ...]
    ideas: tuple[Idea, ...]
    minutes: int

    @property
    def challenge(self) -> Challenge:
        return self.found.challenge

    @property
    def with_time(self) -> int:
        """How many interviews of the month have a time."""
        return sum(len(each.guests) for each in self.times)


def days_to_plan(challenge: Challenge, today: date) -> Span:
    """This month, or in its last week the next one, as far as the challenge goes."""
    if challenge.period is Period.MONTH:
        number = period_of(challenge, today)
        if number is None:
            return span(challenge, 0 if today < challenge.start else number_of_periods(challenge) - 1)
        is_late = (span(challenge, number).last - today).days < LAST_DAYS
        return span(challenge, min(number + is_late, number_of_periods(challenge) - 1))
    every = whole(challenge)
    month = _month(max(every.first, min(today, every.last)))
    if (month.last - today).days < LAST_DAYS and month.last < every.last:
        month = _month(month.last + timedelta(days=1))
    return Span(max(month.first, every.first), min(month.last, every.last))


def month_plan(
    reader: Reader, challenge_id: UUID | None, day: date | None, now: datetime, zone: str
) -> MonthPlan | None:
    """The plan of the month in which a day lies, None: of the month that is due; None without a challenge.

    ``now`` is aware. Raises StoreFault.
    """
    today = from_utc(now, zone).day
    found = standing(reader, challenge_id, today, zone)
    if found is None:
        return None
    challenge = found.challenge
    days = days_to_plan(challenge, today) if day is None else _around(challenge, day)
    numbers = _periods(found, days)
    minutes = max(MINUTES, challenge.least_minutes)
    times = times_of(reader, days, now, zone, minutes)
    places = [place for number in numbers for place in _places(found.periods[number])]
    seated = {guest.contact for each in times for guest in each.guests}
    waiting = [each for each in places if each.state in _LEFT_OPEN and each.contact not in seated]
    past = _past(reader, found, numbers[0])
    lanes = tuple(_lane_plan(found, numbers, lane) for lane in challenge.lanes)
    people = persons(reader, (place.contact for place in places if place.contact))
    return MonthPlan(
        found=found,
        days=days,
        periods=numbers,
        past=past,
        lanes=lanes,
        times=times,
        waiting=_named(people, waiting),
        to_ask=_named(people, [each for each in places if each.state in _TO_ASK]),
        asked=_named(people, [e for e in places if e.state in (PlaceState.ASKED, PlaceState.REPLIED)]),
        ideas=ideas(
            reader,
            waiting,
            [each.place for each in past.open] if past else [],
            seated | _settled(found),
            {each.lane: each.quota - each.chosen for each in lanes},
            today,
            zone,
        ),
        minutes=minutes,
    )


def period_for(plan: MonthPlan, day: date | None) -> int:
    """The period whose place somebody gets who is put on a day, None: who has no time yet."""
    if day is not None and (number := period_of(plan.challenge, day)) is not None:
        return number
    ahead = [n for n in plan.periods if plan.found.periods[n].last >= plan.found.today] or list(plan.periods)
    with_room = (n for n in ahead if any(p.state in _GONE for p in _places(plan.found.periods[n])))
    return next(with_room, ahead[0])


def _month(day: date) -> Span:
    first = day.replace(day=1)
    return Span(first, months_later(first, 1) - timedelta(days=1))


def _around(challenge: Challenge, day: date) -> Span:
    """The month of a day, as far as the challenge goes."""
    every = whole(challenge)
    inside = max(every.first, min(day, every.last))
    if challenge.period is Period.MONTH:
        return span(challenge, period_of(challenge, inside) or 0)
    month = _month(inside)
    return Span(max(month.first, every.first), min(month.last, every.last))


def _periods(found: Standing, days: Span) -> tuple[int, ...]:
    """Those that begin in the month; where none does, the one that is under way then."""
    begun = tuple(each.number for each in found.periods if days.first <= each.first <= days.last)
    return begun or (period_of(found.challenge, days.first) or 0,)


def _places(period: PeriodStanding) -> list[Place]:
    return [place for lane in period.lanes for place in lane.places]


def _named(people: dict[bytes, Person], places: Sequence[Place]) -> tuple[ToAsk, ...]:
    return tuple(ToAsk(people[each.contact], each) for each in places if each.contact in people)


def _lane_plan(found: Standing, numbers: Sequence[int], lane: Lane) -> LanePlan:
    standings = [_lane_of(found.periods[number], lane) for number in numbers]
    chosen = sum(place.state not in _GONE for each in standings for place in each.places)
    return LanePlan(lane, sum(each.quota for each in standings), chosen)


def _lane_of(period: PeriodStanding, lane: Lane) -> LaneStanding:
    return next(each for each in period.lanes if each.lane is lane)


def _settled(found: Standing) -> set[bytes]:
    """Who has been met in this challenge, or has a day: they need no other place."""
    places = (place for period in found.periods for place in _places(period))
    return {place.contact for place in places if place.contact and place.state in _WITH_TIME}


def _past(reader: Reader, found: Standing, first: int) -> Past | None:
    """What came before the first period of the plan: the last period, or the last month of short ones."""
    if first == 0:
        return None
    last = found.periods[first - 1]
    days = Span(last.first, last.last)
    if found.challenge.period is not Period.MONTH:
        days = Span(max(_month(last.last).first, found.periods[0].first), last.last)
    numbers = [each.number for each in found.periods[:first] if each.first >= days.first] or [first - 1]
    places = [place for number in numbers for place in _places(found.periods[number])]
    open_places = [each for period in found.periods[:first] for each in _places(period)]
    return Past(
        days=days,
        lanes=tuple(_past_lane(found, numbers, first, lane) for lane in found.challenge.lanes),
        extra=sum(days.first <= each.day <= days.last for each in found.extra),
        uncounted=sum(days.first <= each.day <= days.last for each in found.uncounted),
        scheduled=_left(reader, [each for each in places if each.state is PlaceState.SCHEDULED]),
        open=_left(reader, [each for each in open_places if each.state in _LEFT_OPEN]),
    )


def _past_lane(found: Standing, numbers: Sequence[int], first: int, lane: Lane) -> PastLane:
    these = [_lane_of(found.periods[number], lane) for number in numbers]
    earlier = [_lane_of(period, lane) for period in found.periods[:first]]
    gaps = sum(max(0, each.quota - each.met) for each in earlier) if found.challenge.carry_over else 0
    return PastLane(lane, sum(each.quota for each in these), sum(each.met for each in these), gaps)


def _left(reader: Reader, places: Sequence[Place]) -> tuple[LeftOpen, ...]:
    people = persons(reader, (place.contact for place in places if place.contact))
    return tuple(LeftOpen(people[each.contact], each) for each in places if each.contact in people)


def is_open(stage: StepKind) -> bool:
    """Whether an interview may still be moved about in a plan."""
    return stage in (StepKind.IDEA, StepKind.ASKED, StepKind.REPLIED, StepKind.SCHEDULED, StepKind.MOVED)
