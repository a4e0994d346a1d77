"""Ask for an interview and note what became of it: asked, replied, declined; and make a second offer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from netchal_gui.commands.day_moment import moment_on
from netchal_gui.commands.interview_form import blank_interview, suggested_start
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.what_happened import step_noted
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import (
    CALLED_OFF,
    NOT_AGREED,
    Interview,
    Participant,
    Question,
    Step,
    StepKind,
    stepped,
)
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

OFFER_AFTER = timedelta(days=7)
"""A second offer proposes a day a week ahead."""

_NEXT: dict[StepKind, tuple[StepKind, ...]] = {
    StepKind.IDEA: (StepKind.ASKED, StepKind.REPLIED, StepKind.DECLINED),
    StepKind.ASKED: (StepKind.REPLIED, StepKind.DECLINED, StepKind.ASKED),
    StepKind.REPLIED: (StepKind.DECLINED, StepKind.ASKED),
    StepKind.DECLINED: (StepKind.ASKED,),
    StepKind.CANCELLED: (StepKind.ASKED,),
    StepKind.NO_SHOW: (StepKind.ASKED,),
}


def next_steps(interview: Interview) -> tuple[StepKind, ...]:
    """What can be noted of an invitation now, the likeliest first; a time is agreed on in a form instead."""
    return _NEXT.get(interview.stage, ())


def ask(workbench: Workbench, people: Sequence[UUID], day: date | None = None) -> Interview:
    """Note that people were asked for an interview that has no time yet; ``day`` None: today.

    Raises Refused, StoreFault.
    """
    asked = workbench.store.get_many(Contact, people)
    if not asked:
        raise Refused(say("This person is no longer there."))
    interview = replace(
        blank_interview(workbench),
        participants=tuple(Participant(person.id) for person in asked),
        steps=(Step(StepKind.ASKED, moment_on(workbench, day)),),
    )
    label = say("Asked {names} for an interview", names=", ".join(person.name for person in asked))
    workbench.apply(Edit(label, (Change(None, interview),)))
    return interview


def note_step(
    workbench: Workbench, interview: Interview, kind: StepKind, day: date | None = None
) -> Interview:
    """Note what happened on a local day, None for today; the earlier steps stay. Raises StoreFault."""
    after = stepped(interview, kind, moment_on(workbench, day))
    label = step_noted(kind)
    workbench.apply(Edit(label, (Change(interview, after),)))
    return after


def open_invitation(reader: Reader, person: UUID) -> Interview | None:
    """The latest interview with somebody that was thought of or asked for and has not been agreed on."""
    found = [each for each in interviews_with(reader, [person]) if each.stage in NOT_AGREED]
    return max(found, key=_latest, default=None)


def second_offer(workbench: Workbench, interview: Interview) -> Interview:
    """A new interview, not stored yet, with the same people in a week: for one that was called off."""
    day = from_utc(workbench.now(), workbench.zone).day + OFFER_AFTER
    start = suggested_start(workbench, day)
    if interview.start is not None:
        start = interview.start.on(day)
    return replace(
        interview,
        id=workbench.new_id(),
        created=workbench.now(),
        start=start,
        participants=tuple(Participant(person) for person in interview.people),
        steps=(),
        questions=tuple(Question(question.text) for question in interview.questions),
        pitch_id=None,
    )


def can_be_offered_again(interview: Interview) -> bool:
    """Whether it was called off, which harms nothing."""
    return interview.stage in CALLED_OFF


def _latest(interview: Interview) -> tuple[object, object]:
    return interview.steps[-1].at if interview.steps else interview.created, interview.created
