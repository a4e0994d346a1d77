"""Put people on the times of a month's plan, move them, take them out. Each is one edit."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.people import tidied
from netchal_gui.commands.plan_month import LeftOpen, MonthPlan, period_for
from netchal_gui.commands.plan_month_times import Seat
from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.commands.slots import slot_of
from netchal_gui.domain.challenge import Lane, Slot
from netchal_gui.domain.contact import Contact, Relation, problems
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import (
    PLANNED,
    Channel,
    Interview,
    Participant,
    Step,
    StepKind,
    moved,
)
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.words import clock, say, weekday_day
from netchal_gui.workbench import Workbench

NOT_AGREED = (StepKind.IDEA, StepKind.ASKED, StepKind.REPLIED)


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
    label = say("Leave open when to meet {names}", names=_names(workbench, interview))
    workbench.apply(Edit(label, changes))


def take_out(workbench: Workbench, plan: MonthPlan, contact_id: UUID) -> str:
    """Somebody leaves the plan: an idea goes, an invitation that was sent stays in the calendar.

    Returns a sentence where something stays, else "". Raises Refused, StoreFault.
    """
    slot = slot_of(workbench, plan.challenge, contact_id)
    interview = _of_plan(workbench, plan, contact_id, slot)
    if interview is not None and interview.stage in PLANNED:
        raise Refused(say("A time is agreed on. Move or cancel the interview in the calendar."))
    gone: list[Interview | Slot] = [slot] if slot else []
    stays = ""
    if interview is not None and interview.stage is StepKind.IDEA and len(interview.people) == 1:
        gone.append(interview)
    elif interview is not None:
        stays = say("Asked already: the interview stays in the calendar.")
    contact = workbench.store.get(Contact, contact_id)
    label = say("Take {name} out of the plan", name=contact.name if contact else "")
    workbench.apply(Edit(label, deletion(workbench.store, gone)))
    return stays


def take_along(workbench: Workbench, plan: MonthPlan) -> int:
    """Whoever is open from earlier months gets a place in this one; returns how many that are."""
    slots = [slot_of(workbench, plan.challenge, UUID(bytes=each.person.id)) for each in _open_ones(plan)]
    number = period_for(plan, None)
    changes = tuple(Change(slot, replace(slot, period=number)) for slot in slots if slot is not None)
    workbench.apply(Edit(say("Take the open ones along"), changes))
    return len(changes)


def _open_ones(plan: MonthPlan) -> tuple[LeftOpen, ...]:
    return plan.past.open if plan.past else ()


def _changes(
    workbench: Workbench, plan: MonthPlan, contact: Contact, seat: Seat | None
) -> tuple[Change, ...]:
    slot = slot_of(workbench, plan.challenge, contact.id)
    before = _of_plan(workbench, plan, contact.id, slot)
    after = _interview(workbench, plan, contact, before, seat)
    kept = after or before
    wanted = _slot(workbench, plan, contact, slot, kept.id if kept else None, seat.start if seat else None)
    changes = [] if slot == wanted else [Change(slot, wanted)]
    if after is not None and after != before:
        changes.insert(0, Change(before, after))
    return tuple(changes)


def _interview(
    workbench: Workbench, plan: MonthPlan, contact: Contact, before: Interview | None, seat: Seat | None
) -> Interview | None:
    """The interview on its new time; None: there is none to change."""
    now = workbench.now()
    if seat is None:
        return None
    if before is None:
        return Interview(
            id=workbench.new_id(),
            participants=(Participant(contact.id),),
            created=now,
            start=seat.start,
            minutes=seat.minutes,
            channel=_channel(plan, contact),
            steps=(Step(StepKind.IDEA, now),),
        )
    if before.stage in PLANNED:
        return moved(before, seat.start, now)
    return replace(before, start=seat.start)


def _channel(plan: MonthPlan, contact: Contact) -> Channel:
    """Over a coffee; by video with somebody far away; as the challenge asks for, where it does."""
    usual = Channel.VIDEO if contact.far_away else Channel.COFFEE
    allowed = plan.challenge.channels
    return usual if not allowed or usual in allowed else allowed[0]


def _of_plan(workbench: Workbench, plan: MonthPlan, contact_id: UUID, slot: Slot | None) -> Interview | None:
    """The interview that a new time is for: the place's own, or else one that is open with this person."""
    if slot is not None and slot.interview_id is not None:
        interview = workbench.store.get(Interview, slot.interview_id)
        if interview is not None and interview.stage in (*NOT_AGREED, *PLANNED):
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
        raise Refused(say("A time is agreed on. Move or cancel the interview in the calendar."))
    return interview


def _newest(interview: Interview) -> datetime:
    return interview.created


def _names(workbench: Workbench, interview: Interview) -> str:
    return ", ".join(each.name for each in workbench.store.get_many(Contact, interview.people))


def _label(name: str, seat: Seat | None) -> str:
    if seat is None:
        return say("Choose {name}", name=name)
    when = f"{weekday_day(seat.start.day)}, {clock(seat.start.local)}"
    return say("Plan {name} for {when}", name=name, when=when)
