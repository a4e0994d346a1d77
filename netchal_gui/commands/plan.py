"""Plan an interview, move it, and note what became of it. Each is one edit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.interview_form import save_planned
from netchal_gui.commands.people import blank_contact
from netchal_gui.commands.person_called import person_called
from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.commands.thanks import thanks_after
from netchal_gui.commands.what_happened import step_noted
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.folding import words_of
from netchal_gui.domain.interview import (
    Channel,
    Interview,
    Participant,
    StepKind,
    moved,
    problems,
    stepped,
)
from netchal_gui.domain.problem import Problem
from netchal_gui.domain.walltime import WallTime, wall_time
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Planned:
    """The interview, the people it brought into the file, and what to say about its time."""

    interview: Interview
    notices: tuple[Problem, ...] = ()
    new_people: tuple[Contact, ...] = ()


def plan(
    workbench: Workbench,
    people: Sequence[UUID | str],
    start: datetime,
    *,
    zone: str = "",
    fold: int | None = None,
    minutes: int = 45,
    channel: Channel = Channel.COFFEE,
    place: str = "",
    link: str = "",
    reminder: int | None = 60,
) -> Planned:
    """Schedule an interview at a naive wall time in a zone ("" for the system's).

    People are ids or names; a name that nobody has makes a new person in the same edit. A time that
    summer time skips moves on by the gap, a repeated one is the first unless ``fold`` is 1: the notices
    say so. Raises Refused.
    """
    when, notice = wall_time(start, zone or workbench.zone, fold)
    asked = {_key(person): person for person in reversed(people)}
    found = [_person(workbench, person) for person in reversed(asked.values())]
    new = tuple(person for person, is_new in found if is_new)
    draft = Interview(
        id=workbench.new_id(),
        participants=tuple(dict.fromkeys(Participant(person.id) for person, _ in found)),
        created=workbench.now(),
        start=when,
        minutes=minutes,
        channel=channel,
        place=place,
        link=link,
        reminder=reminder,
    )
    return Planned(save_planned(workbench, draft, new), (notice,) if notice else (), new)


def move(
    workbench: Workbench, interview: Interview, start: datetime | WallTime, fold: int | None = None
) -> Planned:
    """Give the interview another time; a naive one counts in the interview's zone. Raises Refused."""
    notice: Problem | None = None
    if isinstance(start, datetime):
        zone = interview.start.zone if interview.start else workbench.zone
        start, notice = wall_time(start, zone, fold)
    after = moved(interview, start, workbench.now())
    refuse(problems(after))
    _change(workbench, words.say("Interview moved"), interview, after)
    return Planned(after, (notice,) if notice else ())


def take_step(workbench: Workbench, interview: Interview, kind: StepKind) -> Interview:
    """Note what happened now: met, did not come, cancelled …; the earlier steps stay.

    The first talk with somebody makes a thank-you due.
    """
    after = stepped(interview, kind, workbench.now())
    people = workbench.store.get_many(Contact, after.people) if kind is StepKind.MET else ()
    changes = (Change(interview, after), *thanks_after(workbench, after, people))
    workbench.apply(Edit(step_noted(kind), changes))
    return after


def delete_interview(workbench: Workbench, interview: Interview) -> None:
    """Delete the interview. Its entry stays, and its calendar copies, so that calendars can still be told.

    Its recordings and count decisions go with it; undo brings them back.
    """
    workbench.apply(Edit(words.say("Interview deleted"), deletion(workbench.store, [interview])))


def _change(workbench: Workbench, label: str, before: Interview, after: Interview) -> None:
    if before != after:
        workbench.apply(Edit(label, (Change(before, after),)))


def _key(person: UUID | str) -> UUID | str:
    """What two ways to write one name have in common."""
    return person if isinstance(person, UUID) else " ".join(words_of(person)) or person


def _person(workbench: Workbench, person: UUID | str) -> tuple[Contact, bool]:
    """The person, and whether they are new."""
    if isinstance(person, UUID):
        known = workbench.store.get(Contact, person)
        if known is None:
            raise Refused(words.say("This person is no longer there."))
        return known, False
    name = " ".join(person.split())
    if not name:
        raise Refused(words.say("A person needs a name."))
    called = person_called(workbench.store, name)
    return (called, False) if called is not None else (blank_contact(workbench, name), True)
