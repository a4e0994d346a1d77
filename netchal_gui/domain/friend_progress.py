"""A friend's progress in a challenge: the numbers of their challenge file, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.forecast import Facts, forecast
from netchal_gui.domain.periods import number_of_periods, period_of, spans


@dataclass(frozen=True, slots=True, kw_only=True)
class FriendProgress:
    """``met`` is how many people they met in each period, from the first; ``as_of`` the day they wrote it.

    ``name`` is what we call them. ``periods`` is their number; of a challenge in one piece its days.
    ``created`` is UTC.
    """

    id: UUID
    name: str
    challenge: str
    created: datetime
    start: date
    period: Period
    periods: int
    goal: int
    met: tuple[int, ...]
    as_of: date


def met_in_all(friend: FriendProgress) -> int:
    """How many people they have met."""
    return sum(friend.met)


def of_this_period(friend: FriendProgress) -> tuple[int, int]:
    """People met in the period in which they wrote, of how many; (0, 0) before and after the challenge."""
    challenge = _challenge(friend)
    number = period_of(challenge, friend.as_of)
    if number is None:
        return 0, 0
    met = friend.met[number] if number < len(friend.met) else 0
    return met, friend.goal // number_of_periods(challenge)


def at_this_pace(friend: FriendProgress) -> int:
    """How many it will be, by the rule of our own forecast: their pace of 90 days kept up."""
    challenge = _challenge(friend)
    return forecast(challenge, friend.as_of, Facts(days=list(_days(friend, challenge)))).expected


def _challenge(friend: FriendProgress) -> Challenge:
    """A challenge with their periods and their goal, to reckon with."""
    in_one_piece = friend.period is Period.WHOLE
    count = 1 if in_one_piece else max(1, friend.periods)
    last = friend.start.toordinal() + max(1, friend.periods) - 1
    return Challenge(
        id=friend.id,
        name=friend.challenge,
        created=friend.created,
        start=friend.start,
        period=friend.period,
        periods=count,
        until=date.fromordinal(min(last, date.max.toordinal())) if in_one_piece else None,
        anyone=-(-friend.goal // count),
    )


def _days(friend: FriendProgress, challenge: Challenge) -> Iterator[date]:
    """A day for each person, spread evenly over the part of the period that had passed."""
    for days, met in zip(spans(challenge), friend.met, strict=False):
        passed = max(1, (min(days.last, friend.as_of) - days.first).days + 1)
        yield from (days.first + timedelta(days=n * passed // met) for n in range(met))
