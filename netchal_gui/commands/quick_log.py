"""Note with one key that one wrote, called or met: now, for one person or for several, as one edit."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import PLANNED, Interview, StepKind, stepped
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


def log_now(workbench: Workbench, people: Sequence[UUID], kind: TouchKind) -> str:
    """Note a contact with these people at this moment; returns the edit's label.

    Who is met and has an interview that began today has met in that interview: it takes the step, and no
    second contact is noted beside it. Raises Refused where nobody is there (any more), StoreFault.
    """
    found = workbench.store.get_many(Contact, people)
    if not found:
        raise Refused(say("This person is no longer there."))
    label = _label(kind, found)
    changes = list(_changes(workbench, [each.id for each in found], kind))
    workbench.apply(Edit(label, tuple(changes)))
    return label


def _changes(workbench: Workbench, people: Sequence[UUID], kind: TouchKind) -> Iterator[Change]:
    now = workbench.now()
    talks = _begun_today(workbench, people) if kind is TouchKind.MEETING else []
    for talk in talks:
        yield Change(talk, stepped(talk, StepKind.MET, now))
    met = {person for talk in talks for person in talk.people}
    for person in people:
        if person not in met:
            touch = Touch(id=workbench.new_id(), contact_id=person, created=now, at=now, kind=kind)
            yield Change(None, touch)


def _begun_today(workbench: Workbench, people: Sequence[UUID]) -> list[Interview]:
    now = workbench.now()
    today = from_utc(now, workbench.zone).day
    return [
        talk
        for talk in interviews_with(workbench.store, people)
        if talk.stage in PLANNED and talk.start and talk.start.utc <= now and talk.start.day == today
    ]


def _label(kind: TouchKind, people: Sequence[Contact]) -> str:
    if len(people) == 1:
        name = people[0].name
        return {
            "mail": say("Wrote to {name}", name=name),
            "call": say("Called {name}", name=name),
            "message": say("Sent {name} a message", name=name),
            "meeting": say("Met {name}", name=name),
        }[kind]
    n = len(people)
    return {
        "mail": say_many("Wrote to {n} person", "Wrote to {n} people", n),
        "call": say_many("Called {n} person", "Called {n} people", n),
        "message": say_many("Sent {n} person a message", "Sent {n} people a message", n),
        "meeting": say_many("Met {n} person", "Met {n} people", n),
    }[kind]
