"""Prepare for a talk: its list of questions, and the pitch to use. Saved as one edit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from netchal_gui.commands.answering import stored_interview
from netchal_gui.domain.contact import Circle, Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.folding import fold
from netchal_gui.domain.interview import CALLED_OFF, Interview, Question, StepKind
from netchal_gui.domain.question_set import Purpose
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def prepare(
    workbench: Workbench, interview_id: UUID, questions: Sequence[Question], pitch_id: UUID | None
) -> bool:
    """Save list and pitch; False where nothing was changed. Raises Refused, StoreFault."""
    before = stored_interview(workbench, interview_id)
    after = replace(before, questions=tuple(questions), pitch_id=pitch_id)
    if after == before:
        return False
    label = say("Prepared for {name}", name=names_of(workbench, before))
    workbench.apply(Edit(label, (Change(before, after),)))
    return True


def use_pitch(workbench: Workbench, interview_id: UUID, pitch_id: UUID | None) -> bool:
    """Note which pitch was used at a talk; False where that stood there. Raises Refused, StoreFault."""
    before = stored_interview(workbench, interview_id)
    if before.pitch_id == pitch_id:
        return False
    label = say("Pitch used with {name}", name=names_of(workbench, before))
    workbench.apply(Edit(label, (Change(before, replace(before, pitch_id=pitch_id)),)))
    return True


def with_questions(questions: Sequence[Question], added: Iterable[str]) -> tuple[Question, ...]:
    """The list with more at its end, each question once."""
    found = {fold(each.text): each for each in questions}
    for text in (" ".join(each.split()) for each in added):
        if text:
            found.setdefault(fold(text), Question(text))
    return tuple(found.values())


def suiting(people: Sequence[Contact]) -> Purpose:
    """Whose questions one most likely wants: by circle, and an old friend's for those one knows."""
    circles = {person.circle for person in people}
    if Circle.FAMILY in circles:
        return Purpose.FAMILY
    is_known = any(person.relation is Relation.KNOWN for person in people)
    return Purpose.OLD_FRIEND if Circle.FRIEND in circles or is_known else Purpose.ROLE


def next_talk(reader: Reader, person: UUID) -> Interview | None:
    """The talk with somebody to prepare for: the earliest that is open, one without a time last."""
    ended = CALLED_OFF | {StepKind.MET}
    open_ones = [each for each in interviews_with(reader, [person]) if each.stage not in ended]
    return min(open_ones, key=_start, default=None)


def names_of(workbench: Workbench, interview: Interview) -> str:
    """With whom the talk is, in the order of its participants."""
    return ", ".join(each.name for each in workbench.store.get_many(Contact, interview.people))


def _start(interview: Interview) -> tuple[bool, float]:
    return interview.start is None, interview.start.utc.timestamp() if interview.start else 0.0
