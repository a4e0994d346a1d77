"""The plan of a month in words, as its window says it."""

from collections.abc import Iterator

from netchal_gui import words
from netchal_gui.commands.challenge_wording import place_state
from netchal_gui.commands.home_wording import about, last_spoke
from netchal_gui.commands.plan_month import INVITED, LanePlan, MonthPlan, Past, Planned
from netchal_gui.commands.plan_month_due import days_title
from netchal_gui.commands.plan_month_ideas import Idea, IdeaKind
from netchal_gui.commands.plan_month_times import Guest, PlanTime, Seat
from netchal_gui.domain.challenge import Lane, Period
from netchal_gui.domain.contact import Relation, Source
from netchal_gui.domain.interview import NOT_AGREED, Channel, StepKind
from netchal_gui.domain.periods import ChallengeState
from netchal_gui.words import clock, say, say_many, weekday_day


def title(plan: MonthPlan) -> str:
    """ "Plan December"."""
    return say("Plan {month}", month=days_title(plan.days, plan.found.today))


def past_title(plan: MonthPlan) -> str:
    """What the first step is called: "November in numbers"."""
    if plan.past is None:
        return say("Before it begins")
    if plan.challenge.period is Period.WHOLE:
        return say("So far in numbers")
    return say("{month} in numbers", month=days_title(plan.past.days, plan.found.today))


def standing_note(plan: MonthPlan) -> str:
    """What is odd about planning this month: the challenge is over, or has not begun; else ""."""
    name = plan.challenge.name
    if plan.found.state is ChallengeState.ENDED:
        last = words.long_day(plan.found.periods[-1].last)
        return say("{name} ended on {day}. Start another challenge to plan on.", name=name, day=last)
    if plan.is_over:
        return say("This month is over. What is planned now goes to the months to come.")
    if plan.found.state is ChallengeState.NOT_BEGUN:
        first = words.long_day(plan.challenge.start)
        return say("{name} begins on {day}. You can plan it already.", name=name, day=first)
    return ""


def footer(plan: MonthPlan) -> str:
    """ "Saved as you go. 3 requests to write, 4 interviews to export."."""
    requests = say_many("{n} request to write", "{n} requests to write", len(plan.to_ask))
    interviews = say_many("{n} interview to export", "{n} interviews to export", plan.to_export)
    return say(
        "Saved as you go. {requests}, {interviews}.",
        requests=requests if plan.to_ask else say("No request to write"),
        interviews=interviews if plan.to_export else say("no interview to export"),
    )


def lane_chip(lane: LanePlan) -> tuple[str, str]:
    """ "2 of 4 known", and its tone."""
    values = {"n": lane.chosen, "of": lane.quota}
    said = {
        Lane.KNOWN: say("{n} of {of} known", **values),
        Lane.NEW: say("{n} of {of} new", **values),
        Lane.ANYONE: say("{n} of {of} people", **values),
    }
    return said[lane.lane], "known" if lane.lane is Lane.KNOWN else "new"


def idea_detail(idea: Idea) -> str:
    """Why somebody comes to mind, in a line."""
    if idea.kind is IdeaKind.UNSEEN:
        return _unseen(idea)
    if idea.kind is IdeaKind.PROMISED:
        return say("introduction promised by {name}", name=idea.by)
    if idea.kind is IdeaKind.NAMED:
        return say("named by {name}", name=idea.by)
    if idea.kind is IdeaKind.OPEN:
        return " · ".join(filter(None, (say("open from an earlier month"), about(idea.person))))
    if idea.kind is IdeaKind.NEW:
        return " · ".join(filter(None, (_source(idea), about(idea.person)))) or say("new")
    relation = words.relation(idea.person.relation)  # type: ignore[arg-type]
    return about(idea.person) or relation


def idea_spoken(idea: Idea) -> str:
    """An idea as assistive technology reads it."""
    relation = words.relation(idea.person.relation)  # type: ignore[arg-type]
    return ", ".join((idea.person.name, relation, idea_detail(idea)))


def _unseen(idea: Idea) -> str:
    """ "Family · far away · last contact 11 weeks ago"."""
    circle = words.circle(idea.person.circle) if idea.person.circle else ""  # type: ignore[arg-type]
    far = say("far away") if idea.person.far_away else ""
    again = say("extra talk") if idea.is_again else ""
    return " · ".join(filter(None, (again, circle, far, last_spoke(idea.days))))


def _source(idea: Idea) -> str:
    if idea.person.source_detail:
        return idea.person.source_detail
    return words.source(Source(idea.person.source)) if idea.person.source else ""


def time_day(time: PlanTime) -> str:
    """ "Tue 1 Dec"."""
    return weekday_day(time.start.date())


def time_hours(time: PlanTime) -> str:
    """ "12:00–13:30"."""
    return say("all day") if time.whole_day else f"{clock(time.start)}–{clock(time.end)}"


def time_text(time: PlanTime) -> str:
    """ "Tue 1 Dec, 12:00–13:30"."""
    return f"{time_day(time)}, {time_hours(time)}"


def seat_text(seat: Seat) -> str:
    """ "Tue 1 Dec, 12:00"."""
    return f"{weekday_day(seat.start.day)}, {clock(seat.start.local)}"


def time_note(time: PlanTime, plan: MonthPlan) -> str:
    """What speaks against the time: "your calendar is busy 12:00–13:00", or that it is over or taken."""
    if not time.guests and not time.is_free:
        return say("over") if time.start.date() < plan.found.today else say("taken already")
    if time.busy:
        return say("your calendar is busy {times}", times=", ".join(time.busy))
    return ""


def guest_chip(guest: Guest) -> str:
    """ "Ingrid Gruber · video · asked"; of somebody new it says so."""
    channel = _way(guest.channel) if guest.channel is not Channel.COFFEE else ""
    stage = words.step(guest.stage) if guest.stage is not StepKind.IDEA else ""
    return " · ".join(filter(None, (guest.name, _new(guest.relation), channel, stage)))


def waiting_chip(planned: Planned) -> str:
    """ "Beth Lowe · new · asked"."""
    state = place_state(planned.place).lower() if planned.place.state in INVITED else ""
    return " · ".join(filter(None, (planned.person.name, _new(planned.person.relation), state)))


def _way(channel: Channel) -> str:
    """How one talks, within a line; German writes nouns large."""
    name = words.channel(channel)
    return name if words.spoken() == "de" else name.lower()


def _new(relation: str) -> str:
    """The word beside the colour of new people; those one knows need none."""
    return words.relation(Relation.NEW) if relation == Relation.NEW else ""


def lane_lines(past: Past) -> Iterator[tuple[Lane, str]]:
    """For each lane "3 of 4 met"."""
    for each in past.lanes:
        yield each.lane, say("{met} of {quota} met", met=each.met, quota=each.quota)


def past_lines(past: Past) -> Iterator[str]:
    """What else the past month came to, sentence by sentence."""
    if past.extra:
        yield say_many("{n} more talk filled no place.", "{n} more talks filled no place.", past.extra)
    if past.uncounted:
        yield say_many("{n} talk did not count.", "{n} talks did not count.", past.uncounted)
    gaps = sum(each.gaps for each in past.lanes)
    if gaps:
        yield say_many(
            "{n} place of earlier months is still empty. Whoever you meet beyond the quota fills it.",
            "{n} places of earlier months are still empty. Whoever you meet beyond the quota fills them.",
            gaps,
        )


def planned_detail(planned: Planned) -> str:
    """How far it is with somebody: "asked · Tue 1 Dec, 12:00 · coffee"."""
    place = planned.place
    when = f"{weekday_day(place.start.date())}, {clock(place.start)}" if place.start else ""
    channel = _way(place.channel) if place.channel and place.start else ""
    return " · ".join(filter(None, (place_state(place), when, channel)))


def ask_detail(planned: Planned) -> str:
    """Who somebody is and when one would meet: "Aunt · Bremen · Tue 1 Dec, 12:00"."""
    place = planned.place
    when = f"{weekday_day(place.start.date())}, {clock(place.start)}" if place.start else say("no time yet")
    return " · ".join(filter(None, (about(planned.person), when)))


def export_line(plan: MonthPlan) -> str:
    """What one's own calendar gets: "5 interviews and 6 blocked times in one file."."""
    if not plan.with_time and not plan.blocked:
        return say("Nothing to export: no interview or block is planned.")
    interviews = say_many("{n} interview", "{n} interviews", plan.with_time)
    blocks = say_many("{n} blocked time", "{n} blocked times", plan.blocked)
    text = say("{interviews} and {blocks} in one file.", interviews=interviews, blocks=blocks)
    proposed = any(guest.stage in NOT_AGREED for each in plan.times for guest in each.guests)
    note = say("Times nobody agreed on yet are tentative there.") if proposed else ""
    return " ".join(filter(None, (text, note)))
