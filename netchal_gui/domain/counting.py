"""What counts: which talk fills which place of a challenge, and why another one does not.

Pure, over light facts: one :class:`Talk` for each person of each interview that took place. Every talk
inside the challenge comes out exactly once, as filling a place or with its reason.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from netchal_gui.domain.challenge import Challenge, Lane
from netchal_gui.domain.interview_kinds import Channel
from netchal_gui.domain.periods import number_of_periods, spans, whole


class Why(StrEnum):
    """Why a talk fills no place. DECIDED: taken out by hand; EXTRA: it counts, but no place was left."""

    CHANNEL = "channel"
    LENGTH = "length"
    NOT_RECORDED = "not_recorded"
    FOCUS = "focus"
    LANE = "lane"
    ALREADY_MET = "already_met"
    EXTRA = "extra"
    DECIDED = "decided"

    @property
    def can_be_overruled(self) -> bool:
        """Whether "count it anyway" helps: the rule is in the way, not the number of places."""
        return self in (Why.CHANNEL, Why.LENGTH, Why.NOT_RECORDED, Why.FOCUS)


class Talk(NamedTuple):
    """One person in one interview that took place.

    ``contact`` and ``interview`` are ids as bytes, ``day`` is the local start day, ``utc`` the start in
    seconds since 1970. ``focused``: the person has the challenge's tag. ``lane``: see :func:`lane_of`.
    """

    contact: bytes
    interview: bytes
    day: date
    utc: int
    minutes: int
    channel: Channel
    recorded: bool
    focused: bool
    lane: Lane


class Filled(NamedTuple):
    """A talk that fills a place of ``period``; ``made_up``: it took place in a later period."""

    talk: Talk
    period: int
    made_up: bool


class NotFilling(NamedTuple):
    talk: Talk
    why: Why


class Tally(NamedTuple):
    """All talks of the challenge's time, each once, in the order in which they took place."""

    filled: tuple[Filled, ...]
    others: tuple[NotFilling, ...]


def lane_of(challenge: Challenge, *, chosen: Lane | None, is_new: bool, met_before: bool) -> Lane:
    """Whose place a person takes.

    ``chosen`` is the slot's lane where it was set by hand. ``is_new``: the contact's relation.
    ``met_before``: there was an interview with them before the challenge began.
    """
    if challenge.anyone:
        return Lane.ANYONE
    if chosen in (Lane.KNOWN, Lane.NEW):
        return chosen
    return Lane.NEW if is_new and not met_before else Lane.KNOWN


def broken_rule(challenge: Challenge, talk: Talk) -> Why | None:
    """The first part of the challenge's written rule that a talk does not keep."""
    if challenge.channels and talk.channel not in challenge.channels:
        return Why.CHANNEL
    if talk.minutes < challenge.least_minutes:
        return Why.LENGTH
    if challenge.recorded and not talk.recorded:
        return Why.NOT_RECORDED
    return Why.FOCUS if challenge.focus and not talk.focused else None


def count(challenge: Challenge, talks: Iterable[Talk], decisions: Mapping[bytes, bool]) -> Tally:
    """Give each talk its place or its reason. ``decisions``: by interview, whether it counts after all.

    Each person fills one place at most, by their first talk that counts and finds one: in that day's period
    while its lane has room, else, with carry-over, in the lane's oldest earlier gap. Talks may come in any
    order; those outside the challenge's days are left out. Time: that of sorting them.
    """
    within = whole(challenge)
    inside = sorted((t for t in talks if within.first <= t.day <= within.last), key=_order)
    begins = [each.first for each in spans(challenge)]
    rooms = {lane: _Room(challenge, lane) for lane in challenge.lanes}
    filled: list[Filled] = []
    others: list[NotFilling] = []
    placed: set[bytes] = set()
    for talk in inside:
        why = _reason(challenge, talk, decisions.get(talk.interview), placed)
        if why is None:
            own = bisect_right(begins, talk.day) - 1
            period = rooms[talk.lane].take(own)
            if period is not None:
                placed.add(talk.contact)
                filled.append(Filled(talk, period, period != own))
                continue
        others.append(NotFilling(talk, why or Why.EXTRA))
    return Tally(tuple(filled), tuple(others))


def _order(talk: Talk) -> tuple[date, int, bytes, bytes]:
    return talk.day, talk.utc, talk.interview, talk.contact


def _reason(challenge: Challenge, talk: Talk, decided: bool | None, placed: set[bytes]) -> Why | None:
    """Why the talk does not count at all; None where it does."""
    if decided is False:
        return Why.DECIDED
    broken = None if decided else broken_rule(challenge, talk)
    if broken is not None:
        return broken
    if not challenge.quota(talk.lane):
        return Why.LANE
    return Why.ALREADY_MET if talk.contact in placed else None


class _Room:
    """The places of one lane that are still free, period by period."""

    def __init__(self, challenge: Challenge, lane: Lane) -> None:
        self._left = [challenge.quota(lane)] * number_of_periods(challenge)
        self._carry_over = challenge.carry_over
        self._oldest = 0

    def take(self, own: int) -> int | None:
        """The period whose place is taken; talks come in the order of time, so earlier gaps stay gaps."""
        if self._left[own]:
            return self._taken(own)
        while self._oldest < own and not self._left[self._oldest]:
            self._oldest += 1
        return self._taken(self._oldest) if self._carry_over and self._oldest < own else None

    def _taken(self, period: int) -> int:
        self._left[period] -= 1
        return period
