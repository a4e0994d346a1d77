"""Whom the people of a talk named: introductions, named or promised, and an idea for each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from netchal_gui.commands.day_moment import moment_on
from netchal_gui.commands.interview_form import blank_interview
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.typed_people import TypedPeople
from netchal_gui.domain.contact import Contact, Source
from netchal_gui.domain.edit import Change
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import (
    CALLED_OFF,
    Interview,
    Participant,
    StepKind,
    stepped,
)
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.talk import Named, Talk
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

ASK_AGAIN_AFTER = timedelta(days=7)
"""So long a promised introduction may take before one asks for it."""


def named_changes(
    workbench: Workbench, talk: Talk, interview: Interview, people: Sequence[Contact], typed: TypedPeople
) -> Iterator[Change]:
    """Everything that the answers to "who else?" make; new people are added to ``typed``. Raises Refused."""
    stored = workbench.store.where(Introduction, "interview_id = ?", (interview.id.bytes,))
    there = {(each.by_id, each.to_id): each for each in stored}
    thought_of = set(interview.people)
    for giver, met in zip(people, talk.people, strict=True):
        for named in met.named:
            source = None if named.who in interview.people else Source.INTRODUCTION
            taker = typed.found(named.who, source=source, detail=giver.name)
            if taker.id == giver.id:
                raise Refused(say("Nobody introduces themselves: choose two people."))
            before = there.get((giver.id, taker.id))
            yield from _introduced(workbench, interview, giver, taker, named, before)
            if taker.id not in thought_of:
                thought_of.add(taker.id)
                yield from _idea(workbench, taker.id)


def _introduced(
    workbench: Workbench,
    interview: Interview,
    giver: Contact,
    taker: Contact,
    named: Named,
    before: Introduction | None,
) -> Iterator[Change]:
    """The introduction, made once for each pair and talk; a promise is something to follow up."""
    day = interview.start.day if interview.start else None
    after = before or Introduction(
        id=workbench.new_id(),
        by_id=giver.id,
        to_id=taker.id,
        created=workbench.now(),
        at=moment_on(workbench, day),
        interview_id=interview.id,
    )
    promises = named.promised and after.stage is IntroductionStage.NAMED
    after = replace(after, stage=IntroductionStage.PROMISED) if promises else after
    if after != before:
        yield Change(before, after)
    if promises:
        yield Change(None, _reminder(workbench, interview, giver, taker, after.id))


def _reminder(
    workbench: Workbench, interview: Interview, giver: Contact, taker: Contact, introduction_id: UUID
) -> FollowUp:
    now = workbench.now()
    day = interview.start.day if interview.start else from_utc(now, workbench.zone).day
    return FollowUp(
        id=workbench.new_id(),
        text=say("Ask {by} for the introduction to {to}", by=giver.name, to=taker.name),
        created=now,
        kind=FollowUpKind.INTRODUCE,
        contact_id=giver.id,
        due=day + ASK_AGAIN_AFTER,
        interview_id=interview.id,
        introduction_id=introduction_id,
    )


def _idea(workbench: Workbench, contact_id: UUID) -> Iterator[Change]:
    """An interview that is only thought of so far, for somebody with whom there is none, met or under way."""
    there = interviews_with(workbench.store, [contact_id])
    if any(each.stage not in CALLED_OFF for each in there):
        return
    blank = replace(blank_interview(workbench), participants=(Participant(contact_id),))
    yield Change(None, stepped(blank, StepKind.IDEA, workbench.now()))
