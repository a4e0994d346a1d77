"""Plan a month in one sitting: what the four steps show, computed from the stored facts each time.

The month is the challenge's period where it counts by months, else a calendar month within it. Whom one
could meet is read apart, by :mod:`netchal_gui.commands.plan_month_ideas`, as it looks at every friend.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.calendar_pieces import Piece
from netchal_gui.commands.calendar_selection import SomeDays, selected
from netchal_gui.commands.challenge_places import LaneStanding, PeriodStanding, Place, PlaceState
from netchal_gui.commands.plan_month_due import calendar_month, days_to_plan, month_around
from netchal_gui.commands.plan_month_times import PlanTime, times_of
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.challenge import Challenge, Lane, Period
from netchal_gui.domain.interview import NOT_AGREED, PLANNED, Interview
from netchal_gui.domain.periods import ChallengeState, Span, period_of
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.reader import Reader

MINUTES = 45
_LEFT_OPEN = (PlaceState.CHOSEN, PlaceState.IDEA, PlaceState.ASKED, PlaceState.REPLIED)
_GONE = (PlaceState.EMPTY, PlaceState.NO_SHOW, PlaceState.DECLINED, PlaceState.CANCELLED)
_TO_ASK = (PlaceState.CHOSEN, PlaceState.IDEA)
INVITED = (PlaceState.ASKED, PlaceState.REPLIED)


class LanePlan(NamedTuple):
    """How many places a lane has in the month, and how many have somebody."""

    lane: Lane
    quota: int
    chosen: int

    @property
    def room(self) -> int:
        return max(0, self.quota - self.chosen)


class PastLane(NamedTuple):
    """What a lane came to in the month before; ``gaps`` are the empty places of all earlier periods."""

    lane: Lane
    quota: int
    met: int
    gaps: int


class Planned(NamedTuple):
    """Somebody who has a place, and the place."""

    person: Person
    place: Place


class Past(NamedTuple):
    """What lies before the month, in numbers; of a challenge in one piece all of its days until then.

    ``extra`` talks filled no place, ``uncounted`` ones did not count. ``scheduled``: whose talk is still to
    come. ``open``: whoever has a place of an earlier period and neither a talk nor a time.
    """

    days: Span
    lanes: tuple[PastLane, ...]
    extra: int
    uncounted: int
    scheduled: tuple[Planned, ...]
    open: tuple[Planned, ...]


class MonthPlan(NamedTuple):
    """``periods`` are the numbers of the challenge's periods in the month; ``past`` None for the first one.

    ``waiting``: who has a place and no time. By contact, ``met``: who filled a place of the challenge, and
    ``agreed``: who has an agreed time. ``minutes``: how long a new talk lasts. ``to_export``: interviews of
    the month whose time the calendar does not know yet.
    """

    found: Standing
    days: Span
    periods: tuple[int, ...]
    past: Past | None
    lanes: tuple[LanePlan, ...]
    times: tuple[PlanTime, ...]
    waiting: tuple[Planned, ...]
    to_ask: tuple[Planned, ...]
    asked: tuple[Planned, ...]
    met: frozenset[bytes]
    agreed: frozenset[bytes]
    minutes: int
    to_export: int = 0

    @property
    def challenge(self) -> Challenge:
        return self.found.challenge

    @property
    def with_time(self) -> int:
        """How many interviews of the month have a time."""
        return sum(len(each.guests) for each in self.times)

    @property
    def blocked(self) -> int:
        """How many blocks the month has."""
        return sum(each.block is not None for each in self.times)

    @property
    def seated(self) -> frozenset[bytes]:
        """Everyone who has a time in this month."""
        return frozenset(who for each in self.times for guest in each.guests for who in guest.people)

    @property
    def is_over(self) -> bool:
        """Nothing can be planned any more: the challenge, or this month of it, has ended."""
        return self.days.last < self.found.today or self.found.state is ChallengeState.ENDED


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
    days = days_to_plan(challenge, today) if day is None else month_around(challenge, day)
    numbers = _periods(found, days)
    minutes = max(MINUTES, challenge.least_minutes)
    times = times_of(reader, days, now, zone, minutes)
    places = [place for number in numbers for place in _places(found.periods[number])]
    people = persons(reader, (place.contact for place in places if place.contact))
    plan = MonthPlan(
        found=found,
        days=days,
        periods=numbers,
        past=_past(reader, found, days, numbers[0]),
        lanes=tuple(_lane_plan(found, numbers, lane) for lane in challenge.lanes),
        times=times,
        waiting=(),
        to_ask=_named(people, [each for each in places if each.state in _TO_ASK]),
        asked=_named(people, [each for each in places if each.state in INVITED]),
        met=_in_state(found, PlaceState.MET),
        agreed=_in_state(found, PlaceState.SCHEDULED),
        minutes=minutes,
        to_export=_to_export(reader, days, now),
    )
    waiting = [each for each in places if _is_waiting(each, plan)]
    return plan._replace(waiting=_named(people, waiting))


def period_for(plan: MonthPlan, day: date | None) -> int:
    """The period whose place somebody gets who is put on a day, None: who has no time yet."""
    if day is not None and (number := period_of(plan.challenge, day)) is not None:
        return number
    ahead = [n for n in plan.periods if plan.found.periods[n].last >= plan.found.today] or list(plan.periods)
    with_room = (n for n in ahead if any(p.state in _GONE for p in _places(plan.found.periods[n])))
    return next(with_room, ahead[0])


def _periods(found: Standing, days: Span) -> tuple[int, ...]:
    """Those that begin in the month; where none does, the one that is under way then."""
    begun = tuple(each.number for each in found.periods if days.first <= each.first <= days.last)
    return begun or (period_of(found.challenge, days.first) or 0,)


def _places(period: PeriodStanding) -> list[Place]:
    return [place for lane in period.lanes for place in lane.places]


def _to_export(reader: Reader, days: Span, now: datetime) -> int:
    pieces = selected(reader, SomeDays(days.first, days.last), now)
    return sum(_is_to_export(each) for each in pieces)


def _is_to_export(piece: Piece) -> bool:
    """An interview that lies ahead and of whose time the calendar does not know."""
    interview = piece.subject
    if not isinstance(interview, Interview) or piece.is_told:
        return False
    return interview.stage in NOT_AGREED | PLANNED


def _is_waiting(place: Place, plan: MonthPlan) -> bool:
    """Chosen and without a time; one that is proposed for a later month is no time of this one's plan."""
    is_later = place.start is not None and place.start.date() > plan.days.last
    return place.state in _LEFT_OPEN and place.contact not in plan.seated and not is_later


def _named(people: dict[bytes, Person], places: Sequence[Place]) -> tuple[Planned, ...]:
    return tuple(Planned(people[each.contact], each) for each in places if each.contact in people)


def _lane_plan(found: Standing, numbers: Sequence[int], lane: Lane) -> LanePlan:
    standings = [_lane_of(found.periods[number], lane) for number in numbers]
    chosen = sum(place.state not in _GONE for each in standings for place in each.places)
    return LanePlan(lane, sum(each.quota for each in standings), chosen)


def _lane_of(period: PeriodStanding, lane: Lane) -> LaneStanding:
    return next(each for each in period.lanes if each.lane is lane)


def _in_state(found: Standing, wanted: PlaceState) -> frozenset[bytes]:
    places = (place for period in found.periods for place in _places(period))
    return frozenset(place.contact for place in places if place.contact and place.state is wanted)


def _past(reader: Reader, found: Standing, days: Span, first: int) -> Past | None:
    """What came before the first period of the plan: the last period, or the last month of short ones."""
    if found.challenge.period is Period.WHOLE:
        return _so_far(found, days)
    if first == 0:
        return None
    before = _days_before(found, days, first)
    numbers = [each.number for each in found.periods[:first] if each.first >= before.first] or [first - 1]
    places = [place for number in numbers for place in _places(found.periods[number])]
    earlier = [each for period in found.periods[:first] for each in _places(period)]
    return Past(
        days=before,
        lanes=tuple(_past_lane(found, numbers, first, lane) for lane in found.challenge.lanes),
        extra=sum(before.first <= each.day <= before.last for each in found.extra),
        uncounted=sum(before.first <= each.day <= before.last for each in found.uncounted),
        scheduled=_left(reader, [each for each in places if each.state is PlaceState.SCHEDULED]),
        open=_left(reader, [each for each in earlier if each.state in _LEFT_OPEN]),
    )


def _so_far(found: Standing, days: Span) -> Past | None:
    """Of a challenge in one piece all that was met; nobody is left behind, as its places are one period's."""
    if days.first <= found.challenge.start:
        return None
    (period,) = found.periods
    return Past(
        days=Span(period.first, days.first - timedelta(days=1)),
        lanes=tuple(PastLane(each.lane, each.quota, each.met, 0) for each in period.lanes),
        extra=len(found.extra),
        uncounted=len(found.uncounted),
        scheduled=(),
        open=(),
    )


def _days_before(found: Standing, days: Span, first: int) -> Span:
    last = found.periods[first - 1]
    if found.challenge.period is Period.MONTH:
        return Span(last.first, last.last)
    day = days.first - timedelta(days=1)
    return Span(max(calendar_month(day).first, found.periods[0].first), day)


def _past_lane(found: Standing, numbers: Sequence[int], first: int, lane: Lane) -> PastLane:
    these = [_lane_of(found.periods[number], lane) for number in numbers]
    earlier = [_lane_of(period, lane) for period in found.periods[:first]]
    gaps = sum(max(0, each.quota - each.met) for each in earlier) if found.challenge.carry_over else 0
    return PastLane(lane, sum(each.quota for each in these), sum(each.met for each in these), gaps)


def _left(reader: Reader, places: Sequence[Place]) -> tuple[Planned, ...]:
    return _named(persons(reader, (place.contact for place in places if place.contact)), places)
