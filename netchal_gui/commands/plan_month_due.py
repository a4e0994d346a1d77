"""Which month is planned: a challenge's period where it counts by months, else a calendar month of it."""

from datetime import date, timedelta

from netchal_gui import words
from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.periods import Span, months_later, period_of, span, whole
from netchal_gui.words import say

LAST_DAYS = 7
"""From the last week of a month on, the next one is planned."""


def days_to_plan(challenge: Challenge, today: date) -> Span:
    """This month, or in its last week the next one, as far as the challenge goes."""
    days = month_around(challenge, today)
    following = days.last + timedelta(days=1)
    is_late = (days.last - today).days < LAST_DAYS and days.first <= today
    return month_around(challenge, following) if is_late else days


def month_around(challenge: Challenge, day: date) -> Span:
    """The month of a day, as far as the challenge goes: the first one before it, the last one after it."""
    every = whole(challenge)
    inside = max(every.first, min(day, every.last))
    if challenge.period is Period.MONTH:
        return span(challenge, period_of(challenge, inside) or 0)
    month = calendar_month(inside)
    return Span(max(month.first, every.first), min(month.last, every.last))


def calendar_month(day: date) -> Span:
    first = day.replace(day=1)
    return Span(first, months_later(first, 1) - timedelta(days=1))


def days_title(days: Span, today: date) -> str:
    """ "December", "January 2027", "15 Nov – 14 Dec"."""
    if (days.first.year, days.first.month) != (days.last.year, days.last.month):
        first, last = words.short_day(days.first, today), words.short_day(days.last, today)
        return say("{first} – {last}", first=first, last=last)
    return words.months()[days.first.month - 1] if days.first.year == today.year else words.month(days.first)


def plan_label(challenge: Challenge | None, today: date, shown: date | None = None) -> str:
    """What the button says: "Plan the month…", or which one, where that is not the one that is under way.

    ``shown`` is a day of another month that is looked at.
    """
    if challenge is None:
        return say("Plan the month…")
    days = month_around(challenge, shown) if shown else days_to_plan(challenge, today)
    return (
        say("Plan {month}…", month=days_title(days, today)) if days.first > today else say("Plan the month…")
    )
