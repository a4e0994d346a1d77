"""The periods of a challenge: which days each has, and in which one a day lies.

Weeks and days are counted from the start, not from Monday or midnight in UTC. A month begins on the day
of the start; where that month is shorter, on its last day: 31 January, 28 February, 31 March.
"""

from calendar import monthrange
from datetime import MAXYEAR, date
from enum import StrEnum
from typing import NamedTuple

from netchal_gui.domain.challenge import Challenge, Period

_DAYS = {Period.DAY: 1, Period.WEEK: 7}


class Span(NamedTuple):
    """Some days; both ends are included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


class ChallengeState(StrEnum):
    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    ENDED = "ended"


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def number_of_periods(challenge: Challenge) -> int:
    return 1 if challenge.period is Period.WHOLE else challenge.periods


def span(challenge: Challenge, number: int) -> Span:
    """The days of a period; the first has the number 0."""
    first = _begin(challenge, number)
    if challenge.period is Period.WHOLE:
        return Span(first, max(first, challenge.until or first))
    following = _begin(challenge, number + 1)
    last = following if following == date.max else _days_later(following, -1)
    return Span(first, max(first, last))


def spans(challenge: Challenge) -> tuple[Span, ...]:
    """All periods in order; they lie side by side without a gap."""
    return tuple(span(challenge, number) for number in range(number_of_periods(challenge)))


def whole(challenge: Challenge) -> Span:
    """From the first day of the first period to the last one of the last."""
    return Span(challenge.start, span(challenge, number_of_periods(challenge) - 1).last)


def period_of(challenge: Challenge, day: date) -> int | None:
    """The number of the period in which a local day lies; None before the start and after the end."""
    if not challenge.start <= day <= whole(challenge).last:
        return None
    if challenge.period is Period.WHOLE:
        return 0
    if challenge.period is not Period.MONTH:
        return (day - challenge.start).days // _DAYS[challenge.period]
    number = (day.year - challenge.start.year) * 12 + day.month - challenge.start.month
    return number if _begin(challenge, number) <= day else number - 1


def state(challenge: Challenge, today: date) -> ChallengeState:
    """Whether it runs on this day; its first and its last day included."""
    if today < challenge.start:
        return ChallengeState.NOT_BEGUN
    return ChallengeState.RUNNING if today <= whole(challenge).last else ChallengeState.ENDED


def _begin(challenge: Challenge, number: int) -> date:
    """The first day of a period, always computed from the start: clamping must not add up."""
    if challenge.period is Period.WHOLE:
        return challenge.start
    if challenge.period is Period.MONTH:
        return months_later(challenge.start, number)
    return _days_later(challenge.start, number * _DAYS[challenge.period])


def _days_later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
