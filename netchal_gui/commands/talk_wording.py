"""What logging a talk makes, part by part, in words: read from the edit itself, so that it is true."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.journal import today
from netchal_gui.commands.log_talk import TalkEdit
from netchal_gui.commands.talk_interview import planned_besides
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Channel, WhoElse
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.talk import NextStep, Talk
from netchal_gui.domain.walltime import WallTime
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


def what_it_makes(workbench: Workbench, talk: Talk, made: TalkEdit) -> Iterator[str]:
    """Each part as a few words without a full stop, the interview first."""
    now = today(workbench)
    yield _interview(talk, made, now)
    after = [change.after for change in made.edit.changes if change.after is not None]
    follow_ups = [each for each in after if isinstance(each, FollowUp)]
    yield from _thanks([each for each in follow_ups if each.kind is FollowUpKind.THANK], now)
    yield from _named(workbench, made, after)
    yield from _answers(made)
    reminders = sum(each.kind is FollowUpKind.INTRODUCE for each in follow_ups)
    if reminders:
        yield say_many("{n} introduction to ask for", "{n} introductions to ask for", reminders)
    if made.entry is not None:
        yield say("a journal entry")
    lines = [NextStep(each.text, each.due) for each in follow_ups if each.entry_id is not None]
    yield from (step_in_words(each, now) for each in lines)
    if talk.tags:
        yield say("tagged {tags}", tags=", ".join(f"#{tag}" for tag in talk.tags))


def also_planned(workbench: Workbench, talk: Talk) -> Iterator[str]:
    """Which planned interviews with the talk's people logging it leaves as they are, the next one first.

    Raises Refused, StoreFault.
    """
    people = [met.who for met in talk.people if isinstance(met.who, UUID)]
    for interview in planned_besides(workbench, talk, people):
        both = [one for one in interview.people if one in people]
        names = [each.name for each in workbench.store.get_many(Contact, both)]
        if interview.start is not None:
            yield say_many(
                "{names} is also planned for {when}; that interview stays.",
                "{names} are also planned for {when}; that interview stays.",
                len(names),
                names=", ".join(names),
                when=_when(interview.start, today(workbench)),
            )


def logged(workbench: Workbench, talk: Talk, made: TalkEdit) -> str:
    """What the status bar says once it is logged."""
    what = " · ".join(what_it_makes(workbench, talk, made))
    return say("Logged: {what}. Ctrl+Z undoes this.", what=what)


def day_in_words(day: date, now: date) -> str:
    """ "today", "yesterday", else the day."""
    if day == now:
        return say("today")
    return say("yesterday") if (now - day).days == 1 else words.weekday_day(day, now)


def _when(start: WallTime, now: date) -> str:
    return f"{words.weekday_day(start.day, now)}, {words.clock(start.local)}"


def _interview(talk: Talk, made: TalkEdit, now: date) -> str:
    interview = made.interview
    people = _names(made.people, made)
    title = (
        say("the planned interview with {people}, met", people=people)
        if made.planned
        else say("an interview with {people}", people=people)
    )
    parts = [title]
    if interview.channel is not Channel.OTHER:
        parts.append(_how(interview.channel))
    if talk.event:
        parts.append(say("“{event}”", event=talk.event))
    if talk.place:
        parts.append(talk.place)
    if interview.start is not None:
        parts.append(day_in_words(interview.start.day, now))
        if talk.at is not None:
            parts.append(words.clock(interview.start.local))
    if talk.minutes is not None:
        parts.append(words.length(talk.minutes))
    return ", ".join(parts)


def _how(channel: Channel) -> str:
    return {
        "coffee": say("over coffee"),
        "lunch": say("at lunch"),
        "phone": say("by phone"),
        "video": say("by video"),
        "mail": say("by mail"),
        "event": say("at an event"),
    }[channel]


def _names(people: Sequence[Contact], made: TalkEdit) -> str:
    new = {each.id for each in made.new}
    return ", ".join(say("{name} (new)", name=each.name) if each.id in new else each.name for each in people)


def _thanks(thanks: Sequence[FollowUp], now: date) -> Iterator[str]:
    done = sum(each.done for each in thanks)
    if done:
        yield say_many("a thank-you done", "{n} thank-yous done", done)
    due = [each.due for each in thanks if not each.done and each.due is not None]
    if due:
        day = words.weekday_day(due[0], now)
        yield say_many("a thank-you due {day}", "{n} thank-yous due {day}", len(due), day=day)


def _named(workbench: Workbench, made: TalkEdit, after: Sequence[Entity]) -> Iterator[str]:
    """Whom each of them named."""
    introductions = [each for each in after if isinstance(each, Introduction)]
    new = {each.id: each for each in made.new}
    stored = workbench.store.get_many(
        Contact, (each.to_id for each in introductions if each.to_id not in new)
    )
    takers = {**new, **{each.id: each for each in stored}}
    for giver in made.people:
        named = [takers[each.to_id] for each in introductions if each.by_id == giver.id]
        if named:
            yield say_many(
                "{n} idea named by {by}: {names}",
                "{n} ideas named by {by}: {names}",
                len(named),
                by=giver.name,
                names=_names(named, made),
            )


def _answers(made: TalkEdit) -> Iterator[str]:
    answers = {one.who_else for one in made.interview.participants}
    if WhoElse.NOBODY in answers:
        yield say("asked who else: nobody")
    if WhoElse.FORGOT in answers:
        yield say("forgot to ask who else")


def step_in_words(step: NextStep, now: date) -> str:
    """A next step with its day: "to do by Fri 27 Nov: write"."""
    if step.due is None:
        return say("to do: {text}", text=step.text)
    day = words.weekday_day(step.due, now)
    return say("to do by {day}: {text}", day=day, text=step.text)
