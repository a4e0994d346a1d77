"""A question set: questions kept ready, from which the list for one talk is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.problem import Problem, ProblemKind


class Purpose(StrEnum):
    """Whom the questions are for."""

    ROLE = "role"
    CAREER_CHANGE = "career_change"
    FOUNDER = "founder"
    OLD_FRIEND = "old_friend"
    FAMILY = "family"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """One of the person's own; the supplied ones lie in ``resources/question_sets``.

    ``language`` is an ISO 639-1 code, "" for the usual one. ``created`` is UTC.
    """

    id: UUID
    title: str
    questions: tuple[str, ...]
    created: datetime
    purpose: Purpose = Purpose.OWN
    language: str = ""


def problems(questions: QuestionSet) -> Iterator[Problem]:
    """What keeps the set from being saved."""
    if not questions.title.strip():
        yield Problem(ProblemKind.TITLE_MISSING, "title")
    if not any(question.strip() for question in questions.questions):
        yield Problem(ProblemKind.QUESTIONS_MISSING, "questions")
