"""The one line of the status bar: where the period stands, what is due today, what comes next."""

from datetime import UTC, date, datetime

from netchal_gui import words
from netchal_gui.commands.challenge_facts import facts_of
from netchal_gui.commands.standing import find_challenge
from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.periods import Span, period_of, spans
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.calendar_queries import next_interview
from netchal_gui.storage.home_queries import count_due
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


def next_up(workbench: Workbench) -> str:
    """ "November: 5 of 8 met · 2 follow-ups due today · Next: Ada, Thu 26 Nov 12:00", in the system zone."""
    today = from_utc(workbench.now(), workbench.zone).day
    with workbench.store.reading() as reader:
        parts = (period_met(reader, today, workbench.zone), due_today(reader, today))
        return " · ".join(filter(None, (*parts, _next_interview(reader, workbench.now(), workbench.zone))))


def period_met(reader: Reader, today: date, zone: str) -> str:
    """ "November: 5 of 8 met"; "" without a challenge, and before and after it."""
    challenge = find_challenge(reader, None, today)
    number = period_of(challenge, today) if challenge else None
    if challenge is None or number is None:
        return ""
    met = sum(each.period == number for each in facts_of(reader, challenge, zone).tally.filled)
    quota = sum(challenge.quota(lane) for lane in challenge.lanes)
    name = _period_name(challenge, spans(challenge)[number])
    return say("{period}: {met} of {quota} met", period=name, met=met, quota=quota)


def due_today(reader: Reader, today: date) -> str:
    """ "2 follow-ups due today", those that are overdue among them; "" where none is."""
    due = count_due(reader, today)
    return say_many("{n} follow-up due today", "{n} follow-ups due today", due) if due else ""


def _period_name(challenge: Challenge, days: Span) -> str:
    if challenge.period is Period.MONTH and days.first.day == 1:
        return words.months()[days.first.month - 1]
    return {
        Period.DAY: say("Today"),
        Period.WEEK: say("This week"),
        Period.MONTH: say("This month"),
        Period.WHOLE: challenge.name,
    }[challenge.period]


def _next_interview(reader: Reader, now: datetime, zone: str) -> str:
    coming = next_interview(reader, now)
    if coming is None:
        return say("No interview planned") if reader.count(Interview) > 0 else say("No interviews yet")
    start = from_utc(datetime.fromtimestamp(coming.start, UTC), zone)
    today = from_utc(now, zone).day
    day = say("today") if start.day == today else words.weekday_day(start.day, today)
    return say("Next: {names}, {day} {time}", names=coming.names, day=day, time=words.clock(start.local))
