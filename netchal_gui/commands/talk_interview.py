"""The interview of a talk that one logs: the planned one, or one that begins at met."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from netchal_gui.commands.interview_form import blank_interview
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import (
    NOT_AGREED,
    PLANNED,
    Channel,
    Interview,
    Participant,
    StepKind,
    WhoElse,
    moved,
    stepped,
    with_people,
)
from netchal_gui.domain.talk import Met, Talk
from netchal_gui.domain.walltime import WallTime, from_utc, wall_time
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def interview_before(workbench: Workbench, talk: Talk, people: Sequence[UUID]) -> Interview | None:
    """The interview that this talk was, as it is stored; None where it was not planned.

    Of the talk's day, all of whose people were there. Without one, a request to exactly these people that
    has no time yet; a chance meeting at an event leaves that open. Raises Refused.
    """
    if talk.interview_id is not None:
        stored = workbench.store.get(Interview, talk.interview_id)
        if stored is None:
            raise Refused(say("This interview is no longer there."))
        return stored
    there = interviews_with(workbench.store, people)
    planned = [each for each in there if _was_planned(each, talk, people)]
    if planned:
        return min(planned, key=_moment)
    asked = [each for each in there if each.stage in NOT_AGREED and each.start is None]
    fitting = [each for each in asked if set(each.people) == set(people) and not talk.event]
    return max(fitting, key=lambda each: each.stage_at, default=None)


def planned_besides(workbench: Workbench, talk: Talk, people: Sequence[UUID]) -> list[Interview]:
    """The planned interviews with any of these people that this talk was not, by time. Raises Refused."""
    before = interview_before(workbench, talk, people)
    there = interviews_with(workbench.store, people)
    planned = [each for each in there if each.stage in PLANNED and each.start is not None]
    return sorted((each for each in planned if each != before), key=_moment)


def _was_planned(interview: Interview, talk: Talk, people: Sequence[UUID]) -> bool:
    is_open = interview.stage in PLANNED | NOT_AGREED
    same_day = interview.start is not None and interview.start.day == talk.day
    return is_open and same_day and set(interview.people) <= set(people)


def _moment(interview: Interview) -> datetime:
    assert interview.start is not None
    return interview.start.utc


def interview_of(
    workbench: Workbench, talk: Talk, people: Sequence[Contact], before: Interview | None
) -> Interview:
    """The interview as it is once the talk is logged: met, with who was there and whom they named.

    Raises Refused for a talk that lies ahead.
    """
    base = before or _chance_meeting(workbench, talk)
    told = replace(
        base,
        minutes=talk.minutes or base.minutes,
        channel=talk.channel or base.channel,
        place=talk.place.strip() or base.place,
    )
    timed = _timed(workbench, talk, told)
    if timed.stage is not StepKind.MET:
        timed = stepped(timed, StepKind.MET, workbench.now())
    return _with_answers(with_people(timed, [person.id for person in people]), talk.people, people)


def _chance_meeting(workbench: Workbench, talk: Talk) -> Interview:
    channel = Channel.EVENT if talk.event else Channel.OTHER
    return replace(blank_interview(workbench), channel=channel, reminder=None)


def _timed(workbench: Workbench, talk: Talk, interview: Interview) -> Interview:
    """The interview at the time of the talk. One that was planned keeps its own unless it lies ahead."""
    now = workbench.now()
    kept = interview.start
    if kept is not None and talk.at is None and kept.day == talk.day and kept.utc <= now:
        return interview
    start = _start(workbench, talk, interview.minutes)
    if start.utc > now:
        raise Refused(say("A talk that lies ahead cannot be logged yet: plan it instead."))
    return moved(interview, start, now) if interview.stage in PLANNED else replace(interview, start=start)


def _start(workbench: Workbench, talk: Talk, minutes: int) -> WallTime:
    """The time that was given; today it has just ended, on another day it was at noon."""
    now = from_utc(workbench.now(), workbench.zone)
    if talk.at is None and talk.day == now.day:
        began = from_utc(now.utc - timedelta(minutes=minutes), workbench.zone)
        begin = began.local if began.day == now.day else datetime.combine(now.day, time())
        return wall_time(begin, workbench.zone, began.fold)[0]
    return wall_time(datetime.combine(talk.day, talk.at or time(12)), workbench.zone)[0]


def _with_answers(interview: Interview, met: Sequence[Met], people: Sequence[Contact]) -> Interview:
    """What came of "who else?", for each; what was noted before stays where nothing is said now."""
    said = {person.id: _answer(each) for person, each in zip(people, met, strict=True)}
    participants = tuple(
        one
        if said.get(one.contact_id, WhoElse.NOT_ASKED) is WhoElse.NOT_ASKED
        else Participant(one.contact_id, said[one.contact_id])
        for one in interview.participants
    )
    return replace(interview, participants=participants)


def _answer(met: Met) -> WhoElse:
    return WhoElse.NAMED if met.named else met.who_else
