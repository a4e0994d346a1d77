"""Put people on the times of a month's plan, move them, take them out. Each is one edit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.people import tidied
from netchal_gui.commands.plan_month import MonthPlan, period_for
from netchal_gui.commands.plan_month_times import Seat
from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.commands.slots import slot_of
from netchal_gui.domain.challenge import Lane, Slot
from netchal_gui.domain.contact import Contact, Relation, problems
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import (
    NOT_AGREED,
    PLANNED,
    Channel,
    Interview,
    Participant,
    Step,
    StepKind,
    moved,
    stepped,
)
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.words import clock, say, weekday_day
from netchal_gui.workbench import Workbench


def put(workbench: Workbench, plan: MonthPlan, contact_id: UUID, seat: Seat | None) -> None:
    """Give somebody a place in the month, on a time, or (None) without one yet.

    A proposed time: the interview is an idea, or stays asked for, until a time is agreed on. Whoever has
    an agreed time is moved. Raises Refused, StoreFault, Conflict.
    """
    contact = workbench.store.get(Contact, contact_id)
    if contact is None:
        raise Refused(say("This person is no longer there."))
    changes = _changes(workbench, plan, contact, seat)
    workbench.apply(Edit(_label(contact.name, seat), changes))


def put_new(
    workbench: Workbench, plan: MonthPlan, name: str, relation: Relation, seat: Seat | None
) -> Contact:
    """Add a person and give them a place, in one step. Raises Refused, StoreFault."""
    draft = Contact(id=workbench.new_id(), name=name, created=workbench.now(), relation=relation)
    contact = tidied(draft)
    refuse(problems(contact))
    changes = (Change(None, contact), *_changes(workbench, plan, contact, seat))
    workbench.apply(Edit(_label(contact.name, seat), changes))
    return contact


def without_time(workbench: Workbench, plan: MonthPlan, interview_id: UUID) -> None:
    """The people of an interview keep their places and have no time any more. Raises Refused, StoreFault."""
    interview = _open(workbench, interview_id)
    slots = workbench.store.where(Slot, "interview_id = ?", (interview_id.bytes,))
    changes: tuple[Change, ...] = (Change(interview, replace(interview, start=None)),)
    if interview.stage is StepKind.IDEA:
        changes = deletion(workbench.store, [interview])
    missing = set(interview.people) - {slot.contact_id for slot in slots}
    for contact in workbench.store.get_many(Contact, missing):
        if slot_of(workbench, plan.challenge, contact.id) is None:
            changes = (Change(None, _slot(workbench, plan, contact, None, None)), *changes)
    label = say("When to meet {names} is left open", names=_names(workbench, interview))
    workbench.apply(Edit(label, changes))


def take_out(workbench: Workbench, plan: MonthPlan, contact_id: UUID) -> str:
    """Somebody leaves the plan: an idea goes; an invitation that was sent stays open, without a time.

    Returns a sentence where something stays, else "". Raises Refused, StoreFault.
    """
    slot = slot_of(workbench, plan.challenge, contact_id)
    interview = _of_plan(workbench, plan, contact_id, slot)
    if interview is not None and interview.stage in PLANNED:
        raise Refused(_agreed())
    gone: list[Interview | Slot] = [slot] if slot else []
    freed: tuple[Change, ...] = ()
    stays = ""
    if interview is not None and interview.stage is StepKind.IDEA and len(interview.people) == 1:
        gone.append(interview)
    elif interview is not None:
        freed = (Change(interview, replace(interview, start=None)),) if interview.start else ()
        stays = say("Asked already: the invitation stays open, without a time.")
    contact = workbench.store.get(Contact, contact_id)
    label = say("{name} taken out of the plan", name=contact.name if contact else "")
    workbench.apply(Edit(label, (*freed, *deletion(workbench.store, gone))))
    return stays


def take_along(workbench: Workbench, plan: MonthPlan) -> int:
    """Whoever is open from earlier months gets a place in this one; returns how many that are."""
    left = plan.past.open if plan.past else ()
    slots = [slot_of(workbench, plan.challenge, UUID(bytes=each.person.id)) for each in left]
    number = period_for(plan, None)
    changes = tuple(Change(slot, replace(slot, period=number)) for slot in slots if slot is not None)
    workbench.apply(Edit(say("The open ones taken along"), changes))
    return len(changes)


def mark_asked(workbench: Workbench, plan: MonthPlan, people: Sequence[UUID]) -> int:
    """Note of people of the plan that they were asked today, all in one edit; returns how many.

    Raises StoreFault.
    """
    contacts = workbench.store.get_many(Contact, people)
    label = say("Asked {names} for an interview", names=", ".join(each.name for each in contacts))
    changes = [change for each in contacts for change in _asked(workbench, plan, each)]
    workbench.apply(Edit(label, tuple(changes)))
    return len(contacts)


def _asked(workbench: Workbench, plan: MonthPlan, contact: Contact) -> Iterator[Change]:
    """The interview with one more step; where there was none yet, a new one that the place knows of."""
    now = workbench.now()
    slot = slot_of(workbench, plan.challenge, contact.id)
    before = _of_plan(workbench, plan, contact.id, slot)
    if before is not None:
        yield Change(before, stepped(before, StepKind.ASKED, now))
        return
    made = replace(_new_interview(workbench, plan, contact), steps=(Step(StepKind.ASKED, now),))
    yield Change(None, made)
    if slot is not None:
        yield Change(slot, replace(slot, interview_id=made.id))


def _changes(
    workbench: Workbench, plan: MonthPlan, contact: Contact, seat: Seat | None
) -> tuple[Change, ...]:
    slot = slot_of(workbench, plan.challenge, contact.id)
    before = _of_plan(workbench, plan, contact.id, slot)
    after = _on_seat(workbench, plan, contact, before, seat) if seat else before
    changes = [] if after == before else [Change(before, after)]
    if contact.id.bytes in plan.met:
        return tuple(changes)  # the place they filled stays as it is; this talk will be an extra one
    wanted = _slot(workbench, plan, contact, slot, after.id if after else None, seat.start if seat else None)
    return tuple(changes) if slot == wanted else (*changes, Change(slot, wanted))


def _on_seat(
    workbench: Workbench, plan: MonthPlan, contact: Contact, before: Interview | None, seat: Seat
) -> Interview:
    """The interview on its new time; a new one is an idea."""
    if before is None:
        made = _new_interview(workbench, plan, contact)
        return replace(made, start=seat.start, minutes=seat.minutes)
    if before.stage in PLANNED:
        return moved(before, seat.start, workbench.now())
    return replace(before, start=seat.start)


def _new_interview(workbench: Workbench, plan: MonthPlan, contact: Contact) -> Interview:
    now = workbench.now()
    return Interview(
        id=workbench.new_id(),
        participants=(Participant(contact.id),),
        created=now,
        minutes=plan.minutes,
        channel=_channel(plan, contact),
        steps=(Step(StepKind.IDEA, now),),
    )


def _channel(plan: MonthPlan, contact: Contact) -> Channel:
    """Over a coffee; by video with somebody far away; as the challenge asks for, where it does."""
    usual = Channel.VIDEO if contact.far_away else Channel.COFFEE
    allowed = plan.challenge.channels
    return usual if not allowed or usual in allowed else allowed[0]


def _of_plan(workbench: Workbench, plan: MonthPlan, contact_id: UUID, slot: Slot | None) -> Interview | None:
    """The interview that a new time is for: the one in the plan, the place's own, or one that is open."""
    seated = (guest for each in plan.times for guest in each.guests if contact_id.bytes in guest.people)
    ids = [UUID(bytes=guest.interview) for guest in seated]
    if slot is not None and slot.interview_id is not None:
        ids.append(slot.interview_id)
    for each in ids:
        interview = workbench.store.get(Interview, each)
        if interview is not None and interview.stage in NOT_AGREED | PLANNED:
            return interview
    found = [
        each
        for each in interviews_with(workbench.store, [contact_id])
        if each.stage in NOT_AGREED and len(each.people) == 1
    ]
    return max(found, key=_newest, default=None)


def _slot(
    workbench: Workbench,
    plan: MonthPlan,
    contact: Contact,
    slot: Slot | None,
    interview_id: UUID | None,
    start: WallTime | None = None,
) -> Slot:
    number = period_for(plan, start.day if start else None)
    if slot is not None:
        return replace(slot, period=number, interview_id=interview_id)
    return Slot(
        id=workbench.new_id(),
        challenge_id=plan.challenge.id,
        contact_id=contact.id,
        period=number,
        created=workbench.now(),
        interview_id=interview_id,
    )


def relation_for(lane: Lane | None) -> Relation:
    """How somebody enters who is typed while a lane has room."""
    return Relation.KNOWN if lane is Lane.KNOWN else Relation.NEW


def _open(workbench: Workbench, interview_id: UUID) -> Interview:
    interview = workbench.store.get(Interview, interview_id)
    if interview is None:
        raise Refused(say("This interview is no longer there."))
    if interview.stage not in NOT_AGREED:
        raise Refused(_agreed())
    return interview


def _agreed() -> str:
    return say("A time is agreed on. Move or cancel the interview in the calendar.")


def _newest(interview: Interview) -> datetime:
    return interview.created


def _names(workbench: Workbench, interview: Interview) -> str:
    return ", ".join(each.name for each in workbench.store.get_many(Contact, interview.people))


def _label(name: str, seat: Seat | None) -> str:
    if seat is None:
        return say("{name} chosen", name=name)
    when = f"{weekday_day(seat.start.day)}, {clock(seat.start.local)}"
    return say("{name} planned for {when}", name=name, when=when)
