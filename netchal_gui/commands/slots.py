"""Choose people for the places of a challenge, move them, take them out. Each is one edit."""

from dataclasses import replace
from uuid import UUID

from netchal_gui.commands.people import tidied
from netchal_gui.commands.refusal import refuse
from netchal_gui.domain.challenge import Challenge, Lane, Slot
from netchal_gui.domain.contact import Contact, Relation, problems
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def choose_person(
    workbench: Workbench, challenge: Challenge, period: int, contact: Contact, lane: Lane | None = None
) -> Slot:
    """Give a place to somebody who is stored; somebody who has one already moves there.

    ``period`` counts from 0. ``lane`` None: the preset one. Raises StoreFault, Conflict.
    """
    slot = slot_of(workbench, challenge, contact.id)
    if slot is not None:
        move_slot(workbench, slot, period, lane)
        return replace(slot, period=period, lane=lane)
    slot = _new(workbench, challenge, contact.id, period, lane)
    workbench.apply(Edit(say("{name} chosen", name=contact.name), (Change(None, slot),)))
    return slot


def choose_new_person(
    workbench: Workbench, challenge: Challenge, period: int, name: str, lane: Lane
) -> Contact:
    """Add a person and give them a place, in one step. In the lane of known people they enter as known.

    Raises Refused, StoreFault.
    """
    relation = Relation.KNOWN if lane is Lane.KNOWN else Relation.NEW
    contact = tidied(Contact(id=workbench.new_id(), name=name, created=workbench.now(), relation=relation))
    refuse(problems(contact))
    slot = _new(workbench, challenge, contact.id, period, None)
    label = say("{name} chosen", name=contact.name)
    workbench.apply(Edit(label, (Change(None, contact), Change(None, slot))))
    return contact


def move_slot(workbench: Workbench, slot: Slot, period: int, lane: Lane | None) -> bool:
    """To another period or lane; False where it is there already. Raises StoreFault, Conflict."""
    after = replace(slot, period=period, lane=lane)
    if after == slot:
        return False
    name = _name(workbench, slot)
    workbench.apply(Edit(say("{name} moved to another place", name=name), (Change(slot, after),)))
    return True


def take_out(workbench: Workbench, slot: Slot) -> None:
    """The place is empty again; the person and their interviews stay. Raises StoreFault, Conflict."""
    label = say("{name} taken out of the plan", name=_name(workbench, slot))
    workbench.apply(Edit(label, (Change(slot, None),)))


def slot_of(workbench: Workbench, challenge: Challenge, contact_id: UUID) -> Slot | None:
    """The place that was chosen for somebody in a challenge."""
    found = workbench.store.where(
        Slot, "challenge_id = ? AND contact_id = ? ORDER BY number", (challenge.id.bytes, contact_id.bytes)
    )
    return next(iter(found), None)


def _new(
    workbench: Workbench, challenge: Challenge, contact_id: UUID, period: int, lane: Lane | None
) -> Slot:
    return Slot(
        id=workbench.new_id(),
        challenge_id=challenge.id,
        contact_id=contact_id,
        period=period,
        created=workbench.now(),
        lane=lane,
    )


def _name(workbench: Workbench, slot: Slot) -> str:
    contact = workbench.store.get(Contact, slot.contact_id)
    return contact.name if contact else ""
