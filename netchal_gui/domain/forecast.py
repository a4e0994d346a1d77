"""The forecast: how many people a challenge will come to, and how many more to ask.

Met so far, plus the larger of two: what is under way (people on a scheduled time, and open invitations,
each by its share of success), and the pace of the last 90 days kept up for the remaining days. Shares
begin at 1 with the weight of four cases, and a challenge younger than 90 days is taken to have kept its
own pace before it began: so the first days say something sensible, and facts take over as they come.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.periods import ChallengeState, state, whole

WINDOW_DAYS = 90
WEIGHT = 4
"""So many successes are taken for granted before the first case is known."""


class Open(NamedTuple):
    """One lane of the current period: places nobody was met for, and who may yet fill them."""

    places: int
    scheduled: int = 0
    invitations: int = 0


class Facts(NamedTuple):
    """What the forecast rests on.

    ``days``: the local days of the talks that fill places, in any order. ``had_time`` and ``took_place``
    count people on scheduled times whose outcome is known; ``asked`` and ``asked_met`` people who were asked
    and of whom nothing more is expected. ``scheduled`` and ``invitations`` are people who may still fill a
    place. ``current``: the lanes of the current period.
    """

    days: Sequence[date]
    had_time: int = 0
    took_place: int = 0
    asked: int = 0
    asked_met: int = 0
    scheduled: int = 0
    invitations: int = 0
    current: Sequence[Open] = ()


class Forecast(NamedTuple):
    """``expected`` people in the end; ``under_way`` and ``at_this_pace`` are what either way would add.

    Shares go from 0 to 1. ``ask_more`` people close the current period, 0 where it needs none.
    """

    expected: int
    goal: int
    met: int
    scheduled: int
    invitations: int
    share_took_place: float
    share_met: float
    under_way: float
    at_this_pace: float
    ask_more: int


def forecast(challenge: Challenge, today: date, facts: Facts) -> Forecast:
    """Where the challenge is heading on a local day. Never below what is met, equal to it after the end."""
    took_place = share(facts.took_place, facts.had_time)
    asked_met = share(facts.asked_met, facts.asked)
    met = len(facts.days)
    is_over = state(challenge, today) is ChallengeState.ENDED
    under_way = 0.0 if is_over else facts.scheduled * took_place + facts.invitations * asked_met
    at_this_pace = (
        0.0 if is_over else _remaining_days(challenge, today) * _daily(challenge, today, facts.days)
    )
    return Forecast(
        expected=max(met, min(challenge.goal, _nearest(met + max(under_way, at_this_pace)))),
        goal=challenge.goal,
        met=met,
        scheduled=facts.scheduled,
        invitations=facts.invitations,
        share_took_place=took_place,
        share_met=asked_met,
        under_way=under_way,
        at_this_pace=at_this_pace,
        ask_more=0 if is_over else _ask_more(facts.current, took_place, asked_met),
    )


def share(successes: int, trials: int) -> float:
    """The share of successes, beginning at 1 with the weight of four."""
    return (WEIGHT + successes) / (WEIGHT + trials)


def _remaining_days(challenge: Challenge, today: date) -> int:
    """The days after today, at most all of the challenge's."""
    days = whole(challenge)
    return min(days.days, (days.last - today).days)


def _daily(challenge: Challenge, today: date, days: Sequence[date]) -> float:
    """People a day over the last 90 days, today included."""
    window_first = today.toordinal() - WINDOW_DAYS + 1
    met = sum(window_first <= day.toordinal() <= today.toordinal() for day in days)
    before = max(0, min(WINDOW_DAYS, challenge.start.toordinal() - window_first))
    return (met + before * challenge.goal / whole(challenge).days) / WINDOW_DAYS


def _ask_more(current: Sequence[Open], took_place: float, asked_met: float) -> int:
    """People to ask, to the nearest: rounding up would ask two people for one place at any share below 1."""
    missing = sum(
        max(0.0, lane.places - lane.scheduled * took_place - lane.invitations * asked_met) for lane in current
    )
    return _nearest(missing / asked_met)


def _nearest(number: float) -> int:
    """To the nearest whole number, halves up."""
    return int(number + 0.5 + 1e-9)
