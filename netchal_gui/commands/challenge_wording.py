"""A challenge in words, as the challenge tab and the command line say it."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from netchal_gui import words
from netchal_gui.commands.challenge_places import PeriodStanding, Place, PlaceState
from netchal_gui.commands.standing import Standing
from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.interview_kinds import Channel
from netchal_gui.domain.periods import ChallengeState, Span, whole
from netchal_gui.words import say, say_many

ENOUGH = 10
"""Of fewer people asked nothing is said of a hundred."""


def period_title(challenge: Challenge, period: PeriodStanding, today: date) -> str:
    """ "November 2026", "23 Nov – 29 Nov", "Thu 26 Nov"; of a challenge in one piece its days."""
    if challenge.period is Period.DAY:
        return words.weekday_day(period.first, today)
    if challenge.period is Period.MONTH and period.first.day == 1:
        return words.month(period.first)
    return _from_to(Span(period.first, period.last), today)


def days_title(days: Span, today: date) -> str:
    """ "November 2026" for a whole month, else "23 Nov – 29 Nov"."""
    if days.first.day == 1 and days.days == monthrange(days.first.year, days.first.month)[1]:
        return words.month(days.first)
    return _from_to(days, today)


def _from_to(days: Span, today: date) -> str:
    first, last = words.short_day(days.first, today), words.short_day(days.last, today)
    return say("{first} – {last}", first=first, last=last)


def rule_sentences(challenge: Challenge) -> Iterator[str]:
    """How many people in which time, and what counts."""
    quotas = [(words.lane(lane), challenge.quota(lane)) for lane in challenge.lanes]
    people = ", ".join(say("{lane}: {n}", lane=lane, n=words.number(n)) for lane, n in quotas)
    if challenge.period is Period.WHOLE:
        yield say("{people} in {n} days.", people=people, n=words.number(whole(challenge).days))
    else:
        yield {
            Period.DAY: say_many(
                "{people}, for {n} day.", "{people}, each of {n} days.", challenge.periods, people=people
            ),
            Period.WEEK: say_many(
                "{people}, for {n} week.", "{people}, each of {n} weeks.", challenge.periods, people=people
            ),
            Period.MONTH: say_many(
                "{people}, for {n} month.", "{people}, each of {n} months.", challenge.periods, people=people
            ),
        }[challenge.period]
    counting = [words.channel(channel) for channel in challenge.channels]
    if challenge.least_minutes:
        counting.append(say("at least {length}", length=words.length(challenge.least_minutes)))
    if challenge.recorded:
        counting.append(say("recorded"))
    if counting:
        yield say("What counts: {what}.", what=", ".join(counting))


def period_place(challenge: Challenge, number: int, periods: int) -> str:
    """ "month 11 of 12"; "" for a challenge in one piece."""
    return {
        Period.DAY: say("day {n} of {of}", n=number + 1, of=periods),
        Period.WEEK: say("week {n} of {of}", n=number + 1, of=periods),
        Period.MONTH: say("month {n} of {of}", n=number + 1, of=periods),
        Period.WHOLE: "",
    }[challenge.period]


def place_state(place: Place) -> str:
    """What has become of a place, in a word or two."""
    return {
        PlaceState.EMPTY: say("Empty"),
        PlaceState.CHOSEN: say("Chosen"),
        PlaceState.IDEA: say("Idea"),
        PlaceState.ASKED: say("Asked"),
        PlaceState.REPLIED: say("Replied"),
        PlaceState.SCHEDULED: say("Scheduled"),
        PlaceState.MET: say("Met"),
        PlaceState.NOT_COUNTED: say("Does not count"),
        PlaceState.NO_SHOW: say("Did not come"),
        PlaceState.DECLINED: say("Declined"),
        PlaceState.CANCELLED: say("Cancelled"),
    }[place.state]


def rule_sentence(challenge: Challenge) -> str:
    """What counts, as it was written when the challenge began: "Counts: Coffee, Lunch · at least 20 min"."""
    parts = [", ".join(words.channel(each) for each in Channel if each in challenge.channels)]
    if challenge.least_minutes:
        parts.append(say("at least {length}", length=words.length(challenge.least_minutes)))
    if challenge.recorded:
        parts.append(say("with a recording"))
    if challenge.focus:
        parts.append(say("people with the tag “{tag}”", tag=challenge.focus))
    told = " · ".join(filter(None, parts))
    if not told:
        return say("In “{challenge}” every talk that took place counts.", challenge=challenge.name)
    return say("In “{challenge}” counts: {rule}", challenge=challenge.name, rule=told)


def forecast_sentences(standing: Standing) -> Iterator[str]:
    """The forecast, sentence by sentence; of a pace only where somebody was met or something is under way."""
    found = standing.forecast
    if standing.state is ChallengeState.ENDED:
        yield say("Ended with {met} of {goal}.", met=found.met, goal=found.goal)
        return
    if standing.state is ChallengeState.NOT_BEGUN:
        yield say("Begins on {day}.", day=words.long_day(standing.challenge.start))
        return
    if found.met or found.scheduled or found.invitations:
        yield say("On pace for {n} of {goal}.", n=found.expected, goal=found.goal)
    if found.scheduled:
        yield say_many("{n} interview is scheduled.", "{n} interviews are scheduled.", found.scheduled)
    if found.invitations:
        yield say_many("{n} invitation is open.", "{n} invitations are open.", found.invitations)
    if len(standing.funnel.asked) >= ENOUGH:
        yield say("Of 100 people asked, {n} were met.", n=round(found.share_met * 100))
    if found.ask_more:
        period = standing.periods[standing.current]
        yield say_many(
            "Ask {n} more person to close {period}.",
            "Ask {n} more people to close {period}.",
            found.ask_more,
            period=period_title(standing.challenge, period, standing.today),
        )
