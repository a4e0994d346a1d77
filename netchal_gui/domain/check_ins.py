"""When the partner hears how it goes: at the end of each period, and at least every month.

A challenge of days is reported on by the week, one in one piece by the month.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.periods import Span, months_later, spans, whole

MOST_GRACE = 7
"""Days into a period in which a report may still be about the one before."""


class CheckIns(NamedTuple):
    """The challenge's days from report to report, and the numbers of those that were reported on.

    ``missed`` ended without a report about them or later ones. ``current`` is that of today, before the
    challenge the first one and after it the last. ``about``: what a report of today would be about.
    """

    spans: tuple[Span, ...]
    reported: Collection[int]
    missed: tuple[int, ...]
    current: int
    about: int


def check_ins(challenge: Challenge, reports: Sequence[date], today: date) -> CheckIns:
    """How the reports to the partner stand on a local day; ``reports`` are the days they were sent on."""
    days = _spans(challenge)
    reported = _reported(days, reports)
    latest = max(reported, default=-1)
    missed = tuple(n for n, each in enumerate(days) if each.last < today and n > latest)
    current = sum(each.first <= today for each in days[1:])
    return CheckIns(days, reported, missed, current, max(0, _about(days, reported, today)))


def _spans(challenge: Challenge) -> tuple[Span, ...]:
    last = whole(challenge).last
    if challenge.period is Period.DAY:
        coarser = replace(challenge, period=Period.WEEK, periods=-(-challenge.periods // 7))
    elif challenge.period is Period.WHOLE:
        months = (last.year - challenge.start.year) * 12 + last.month - challenge.start.month
        count = months + (months_later(challenge.start, months) <= last)
        coarser = replace(challenge, period=Period.MONTH, periods=max(1, count), until=None)
    else:
        return spans(challenge)
    return tuple(Span(each.first, min(each.last, last)) for each in spans(coarser))


def _reported(days: Sequence[Span], reports: Sequence[date]) -> set[int]:
    found: set[int] = set()
    for day in sorted(reports):
        found.add(_about(days, found, day))
    return found - {-1}


def _about(days: Sequence[Span], reported: Collection[int], day: date) -> int:
    """What a report is about: soon after the end of a span that one, if there is none about it yet.

    -1 before the challenge.
    """
    number = sum(each.first <= day for each in days) - 1
    if number < 1 or number - 1 in reported:
        return number
    grace = min(MOST_GRACE, days[number].days // 4)
    return number - 1 if (day - days[number].first).days < grace else number
