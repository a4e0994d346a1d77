"""Note whom one could ask, and where one found them: one person, one edit."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.day_moment import moment_on
from netchal_gui.commands.interview_form import blank_interview
from netchal_gui.commands.people import blank_contact, tidied
from netchal_gui.commands.person_called import person_called
from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.domain.contact import Contact, Relation, Source, problems
from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import NOT_AGREED, PLANNED, Participant, StepKind, stepped
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import follow_ups_for, interviews_with
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

WRITE_WITHIN = timedelta(days=2)
"""After an event one writes to the people one met there."""


class Found(NamedTuple):
    """Where somebody was found; ``day`` is that of an event, None for today."""

    source: Source | None
    detail: str = ""
    day: date | None = None


class Noted(NamedTuple):
    """Who became an idea; ``is_new``: they were not in the file before."""

    contact: Contact
    is_new: bool


def note_idea(workbench: Workbench, who: str | UUID, found: Found) -> Noted:
    """Note somebody as an idea, by a name or an id, as one edit.

    Somebody who is there already is not doubled: what is known of how one met them stays. Whoever was found
    at an event is to be written to within two days. Raises Refused where there is no name, or several people
    of that name; StoreFault.
    """
    noted, changes = _noted(workbench, who, found)
    workbench.apply(Edit(say("{name} noted as an idea", name=noted.contact.name), changes))
    return noted


def name_holder(workbench: Workbench, role: DesiredRole, who: str | UUID) -> Noted:
    """Say who holds a role one would love, by a name or an id: they become an idea, in the same edit.

    Raises what :func:`note_idea` raises, and Conflict.
    """
    noted, changes = _noted(workbench, who, Found(Source.ROLE, role.title), role)
    holder = Change(role, replace(role, contact_id=noted.contact.id))
    label = say("{name} holds “{role}”", name=noted.contact.name, role=role.title)
    workbench.apply(Edit(label, (*changes, holder)))
    return noted


def _noted(
    workbench: Workbench, who: str | UUID, found: Found, role: DesiredRole | None = None
) -> tuple[Noted, tuple[Change, ...]]:
    stored = _stored(workbench, who)
    contact = _contact(workbench, stored, who, found, role)
    refuse(problems(contact))
    changes = (
        *([Change(stored, contact)] if contact != stored else []),
        *_idea(workbench, contact, found),
        *_write_soon(workbench, contact, found),
    )
    return Noted(contact, stored is None), changes


def _stored(workbench: Workbench, who: str | UUID) -> Contact | None:
    if isinstance(who, str):
        name = " ".join(who.split())
        return person_called(workbench.store, name) if name else None
    stored = workbench.store.get(Contact, who)
    if stored is None:
        raise Refused(say("This person is no longer there."))
    return stored


def _contact(
    workbench: Workbench, stored: Contact | None, who: str | UUID, found: Found, role: DesiredRole | None
) -> Contact:
    """The person as they are after the edit."""
    detail = " ".join(found.detail.split())
    if stored is not None:
        if stored.source is not None or found.source is None:
            return stored
        return replace(stored, source=found.source, source_detail=detail)
    relation = Relation.KNOWN if found.source is Source.ALREADY_KNOWN else Relation.NEW
    blank = replace(
        blank_contact(workbench, str(who)), relation=relation, source=found.source, source_detail=detail
    )
    if role is not None:
        blank = replace(blank, role=role.title, organisation=role.organisation)
    return tidied(blank)


def _idea(workbench: Workbench, contact: Contact, found: Found) -> list[Change]:
    """The dated idea, unless something with them is under way."""
    talks = interviews_with(workbench.store, [contact.id])
    if any(each.stage in NOT_AGREED | PLANNED for each in talks):
        return []
    blank = replace(blank_interview(workbench), participants=(Participant(contact.id),))
    return [Change(None, stepped(blank, StepKind.IDEA, moment_on(workbench, found.day)))]


def _write_soon(workbench: Workbench, contact: Contact, found: Found) -> list[Change]:
    """After an event, unless there is something open to write to them."""
    if found.source is not Source.EVENT:
        return []
    there = follow_ups_for(workbench.store, [contact.id])
    if any(each.kind is FollowUpKind.WRITE and not each.done for each in there):
        return []
    today = from_utc(workbench.now(), workbench.zone).day
    text = say("Write to {name}", name=contact.name)
    follow_up = FollowUp(
        id=workbench.new_id(),
        text=text,
        created=workbench.now(),
        kind=FollowUpKind.WRITE,
        contact_id=contact.id,
        due=(found.day or today) + WRITE_WITHIN,
    )
    return [Change(None, follow_up)]
