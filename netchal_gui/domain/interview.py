"""An interview: one talk with one or more people, and the dated steps that happened to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.interview_kinds import CALLED_OFF as CALLED_OFF
from netchal_gui.domain.interview_kinds import NOT_AGREED as NOT_AGREED
from netchal_gui.domain.interview_kinds import PLANNED as PLANNED
from netchal_gui.domain.interview_kinds import WRITTEN as WRITTEN
from netchal_gui.domain.interview_kinds import Channel as Channel
from netchal_gui.domain.interview_kinds import StepKind as StepKind
from netchal_gui.domain.links import is_safe_link
from netchal_gui.domain.problem import Problem, ProblemKind
from netchal_gui.domain.walltime import WallTime, zone_info

LONGEST_MINUTES = 24 * 60
LONGEST_REMINDER_MINUTES = 4 * 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class Step:
    """What happened and when (UTC); ``was`` is the former time of a moved interview."""

    kind: StepKind
    at: datetime
    was: WallTime | None = None


class WhoElse(StrEnum):
    """What came of "who else should I meet?" at the end of a talk."""

    NOT_ASKED = "not_asked"
    NAMED = "named"
    NOBODY = "nobody"
    FORGOT = "forgot"


@dataclass(frozen=True, slots=True)
class Participant:
    """``who_else`` is NOT_ASKED until it is noted; whom they named are the introductions of the interview."""

    contact_id: UUID
    who_else: WhoElse = WhoElse.NOT_ASKED


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the list for a talk. An answer may stand without a tick, and a tick without an answer."""

    text: str
    asked: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One talk, one calendar event.

    ``start`` is None while there is no time yet. ``minutes`` and ``reminder`` (minutes before the
    start, None for none) are whole minutes. ``steps`` are in the order they were recorded; the last
    one is the stage. ``questions`` are in the order one wants to ask them. ``pitch_id`` is the pitch
    that was used. ``created`` is UTC.
    """

    id: UUID
    participants: tuple[Participant, ...]
    created: datetime
    start: WallTime | None = None
    minutes: int = 45
    channel: Channel = Channel.COFFEE
    place: str = ""
    link: str = ""
    reminder: int | None = 60
    steps: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    pitch_id: UUID | None = None

    @property
    def stage(self) -> StepKind:
        """The latest step: what the interview has come to."""
        return self.steps[-1].kind if self.steps else StepKind.IDEA

    @property
    def stage_at(self) -> datetime:
        """Since when it has been at its stage, in UTC."""
        return self.steps[-1].at if self.steps else self.created

    @property
    def end(self) -> WallTime | None:
        return self.start.end(self.minutes) if self.start else None

    @property
    def is_planned(self) -> bool:
        """Whether it has a time and still lies ahead or open: scheduled or moved."""
        return self.start is not None and self.stage in PLANNED

    @property
    def people(self) -> tuple[UUID, ...]:
        return tuple(participant.contact_id for participant in self.participants)


def contact_moments(interview: Interview) -> Iterator[datetime]:
    """When there was contact with its people (UTC): the talk itself, and what was written about it.

    A talk without a time, and one that was given another time after it was met, was when that was noted.
    """
    start = interview.start
    for step in reversed(interview.steps):
        if step.kind is StepKind.MOVED:
            start = None
        elif step.kind is StepKind.MET:
            yield start.utc if start else step.at
        elif step.kind in WRITTEN:
            yield step.at


def with_people(interview: Interview, people: Iterable[UUID]) -> Interview:
    """The interview with these people, each once; what is known of those who stay is kept."""
    before = {one.contact_id: one for one in interview.participants}
    after = tuple(before.get(each, Participant(each)) for each in dict.fromkeys(people))
    return replace(interview, participants=after)


def stepped(interview: Interview, kind: StepKind, at: datetime) -> Interview:
    """The interview with one more step, at an aware UTC moment."""
    return replace(interview, steps=(*interview.steps, Step(kind, at)))


def moved(interview: Interview, start: WallTime, at: datetime) -> Interview:
    """The interview at another time, with the step that says so; the same one when the time is the same.

    A time that is only proposed so far changes without a step: nobody agreed on the former one.
    """
    if start == interview.start:
        return interview
    if interview.start is not None and interview.stage in NOT_AGREED:
        return replace(interview, start=start)
    step = Step(StepKind.MOVED, at, interview.start) if interview.start else Step(StepKind.SCHEDULED, at)
    return replace(interview, start=start, steps=(*interview.steps, step))


def problems(interview: Interview) -> Iterator[Problem]:
    """What keeps the interview from being planned."""
    if not interview.participants:
        yield Problem(ProblemKind.NOBODY, "participants")
    if interview.start is None:
        yield Problem(ProblemKind.TIME_MISSING, "start")
    elif zone_info(interview.start.zone) is None:
        yield Problem(ProblemKind.ZONE_UNKNOWN, "zone", interview.start.zone)
    if not 1 <= interview.minutes <= LONGEST_MINUTES:
        yield Problem(ProblemKind.LENGTH_OUT_OF_RANGE, "minutes", str(interview.minutes))
    if interview.reminder is not None and not 0 <= interview.reminder <= LONGEST_REMINDER_MINUTES:
        yield Problem(ProblemKind.REMINDER_OUT_OF_RANGE, "reminder", str(interview.reminder))
    if interview.link and not is_safe_link(interview.link):
        yield Problem(ProblemKind.LINK_UNSAFE, "link", interview.link)
