"""A challenge: how many people to meet in which time, and the rule for what counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from netchal_gui.domain.interview_kinds import Channel

if TYPE_CHECKING:
    from netchal_gui.domain.problem import Problem

MOST_PERIODS = 1_000
MOST_PEOPLE = 1_000


class Period(StrEnum):
    """What the quota is for. WHOLE: one period from the start to ``Challenge.until``."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    WHOLE = "whole"


class Lane(StrEnum):
    """Whose places a period has: people one knows, new people, or (alone) whoever it is."""

    KNOWN = "known"
    NEW = "new"
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """Quota times periods, with a written rule for what counts.

    ``known``, ``new`` and ``anyone`` are people for each period; ``anyone`` stands alone, for a challenge
    that makes no difference between the two. ``channels`` empty: any. ``least_minutes`` 0: any length.
    ``recorded``: only interviews with a recording count. ``carry_over``: surplus fills the lane's oldest
    earlier gap. ``focus`` is a tag: only people who have it count; "" for everyone. ``about`` is a
    sentence for its page. ``start`` is a local day, ``until`` the last day of a WHOLE one; ``created``
    is UTC.
    """

    id: UUID
    name: str
    created: datetime
    start: date
    period: Period = Period.MONTH
    periods: int = 12
    until: date | None = None
    known: int = 0
    new: int = 0
    anyone: int = 0
    channels: tuple[Channel, ...] = ()
    least_minutes: int = 0
    recorded: bool = False
    carry_over: bool = True
    focus: str = ""
    partner_id: UUID | None = None
    about: str = ""

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes that have places, known people first."""
        return tuple(lane for lane in Lane if self.quota(lane))

    def quota(self, lane: Lane) -> int:
        """The places of a lane in each period."""
        return {Lane.KNOWN: self.known, Lane.NEW: self.new, Lane.ANYONE: self.anyone}[lane]

    @property
    def goal(self) -> int:
        """How many people the whole challenge is about."""
        periods = 1 if self.period is Period.WHOLE else self.periods
        return (self.known + self.new + self.anyone) * periods


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a challenge that somebody was chosen for; an empty place is not stored.

    ``period`` counts from 0. ``lane`` None: the preset one (see :mod:`netchal_gui.domain.counting`); else
    set by hand. ``interview_id`` once there is an interview for it. One for each challenge and contact.
    """

    id: UUID
    challenge_id: UUID
    contact_id: UUID
    period: int
    created: datetime
    lane: Lane | None = None
    interview_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDecision:
    """An interview counts, or does not, against what the challenge's rule says; with the reason given."""

    id: UUID
    challenge_id: UUID
    interview_id: UUID
    counts: bool
    created: datetime
    reason: str = ""


def problems(challenge: Challenge) -> "Iterator[Problem]":
    """What keeps the challenge from being saved."""
    from netchal_gui.domain.problem import Problem, ProblemKind

    if not challenge.name.strip():
        yield Problem(ProblemKind.CHALLENGE_NAME_MISSING, "name")
    quotas = (challenge.known, challenge.new, challenge.anyone)
    if not any(quotas) or any(not 0 <= quota <= MOST_PEOPLE for quota in quotas):
        yield Problem(ProblemKind.QUOTA_OUT_OF_RANGE, "quota")
    elif challenge.anyone and (challenge.known or challenge.new):
        yield Problem(ProblemKind.ANYONE_NOT_ALONE, "anyone")
    if not 1 <= challenge.periods <= MOST_PERIODS:
        yield Problem(ProblemKind.PERIODS_OUT_OF_RANGE, "periods", str(challenge.periods))
    if challenge.period is Period.WHOLE and (challenge.until is None or challenge.until < challenge.start):
        yield Problem(ProblemKind.END_BEFORE_START, "until")
    if challenge.least_minutes < 0:
        yield Problem(ProblemKind.LENGTH_OUT_OF_RANGE, "least_minutes", str(challenge.least_minutes))
