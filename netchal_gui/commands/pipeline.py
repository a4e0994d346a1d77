"""Move somebody through the pipeline: each move is one edit with the dated step. Note that they replied."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.interview_form import blank_interview, draft_with, next_start
from netchal_gui.commands.invitations import ask, note_step
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.thanks import thanks_after
from netchal_gui.commands.what_happened import step_noted
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind, ticked
from netchal_gui.domain.interview import NOT_AGREED, PLANNED, Interview, Participant, StepKind, stepped
from netchal_gui.domain.pipeline import ONWARD, Column, column_of
from netchal_gui.domain.talk import Thanks
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import follow_ups_for, interviews_with
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

_STEPS = {Column.ASKED: StepKind.ASKED, Column.REPLIED: StepKind.REPLIED}


class Card(NamedTuple):
    """Who is moved: an interview; None for a person with whom there is none yet."""

    interview: UUID | None
    contact: UUID


class Scheduling(NamedTuple):
    """What the plan form is opened with: a draft with a time, and what is stored of it, if anything."""

    draft: Interview
    stored: Interview | None


def move(workbench: Workbench, card: Card, column: Column) -> Scheduling | None:
    """Carry a card to a column as one edit; where a time is to be agreed on first, nothing is stored yet.

    Whoever is put under met without a time was met now. Raises Refused where the way does not go there,
    StoreFault, Conflict.
    """
    stored = _stored(workbench, card)
    here = _column(workbench, stored)
    if column is here:
        return None
    if here is None or column not in ONWARD[here]:
        raise Refused(_why_not(here, column))
    if column is Column.SCHEDULED:
        return _schedule(workbench, card, stored)
    if column is Column.MET:
        _meet(workbench, card, stored)
    elif column is Column.THANKED and stored is not None:
        _thank(workbench, stored)
    elif stored is not None:
        note_step(workbench, stored, _STEPS[column])
    elif column is Column.ASKED:
        ask(workbench, [card.contact])
    else:
        _new_talk(workbench, card, _STEPS[column])
    return None


def card_of(workbench: Workbench, contact_id: UUID) -> Card:
    """Somebody's card, by what is under way with them; an idea where nothing is."""
    talks = interviews_with(workbench.store, [contact_id])
    under_way = [each for each in talks if each.stage in NOT_AGREED | PLANNED]
    last = max(under_way, key=_since, default=None)
    return Card(last.id if last else None, contact_id)


def note_reply(workbench: Workbench, contact_id: UUID) -> Interview:
    """Note that somebody replied to the request that was sent last. Raises Refused where none is open."""
    talks = interviews_with(workbench.store, [contact_id])
    asked = [each for each in talks if each.stage is StepKind.ASKED]
    if not asked:
        name = _person(workbench, contact_id).name
        raise Refused(say("No request to {name} waits for a reply.", name=name))
    return note_step(workbench, max(asked, key=_since), StepKind.REPLIED)


def _since(interview: Interview) -> tuple[datetime, datetime]:
    return interview.stage_at, interview.created


def _stored(workbench: Workbench, card: Card) -> Interview | None:
    if card.interview is None:
        return None
    stored = workbench.store.get(Interview, card.interview)
    if stored is None:
        raise Refused(say("This interview is no longer there."))
    return stored


def _column(workbench: Workbench, stored: Interview | None) -> Column | None:
    if stored is None:
        return Column.IDEA
    column = column_of(stored.stage)
    if column is Column.MET and _is_thanked(stored, _thank_yous(workbench, stored)):
        return Column.THANKED
    return column


def _is_thanked(talk: Interview, thanks: Sequence[FollowUp]) -> bool:
    is_open = any(not each.done and each.interview_id == talk.id for each in thanks)
    return any(each.done for each in thanks) and not is_open


def _why_not(here: Column | None, column: Column) -> str:
    if column is Column.THANKED:
        return say("A thank-you follows a talk: first note that you met.")
    if here is Column.SCHEDULED:
        return say("It has a time already. Move or cancel the interview in the calendar.")
    return say("What happened stays noted. Ctrl+Z takes the last step back.")


def _schedule(workbench: Workbench, card: Card, stored: Interview | None) -> Scheduling | None:
    """A time that was proposed and lies ahead is agreed on at once; else the form asks for one."""
    if stored is None:
        return Scheduling(draft_with(workbench, [card.contact]), None)
    if stored.start is not None and stored.start.utc > workbench.now():
        note_step(workbench, stored, StepKind.SCHEDULED)
        return None
    return Scheduling(replace(stored, start=next_start(workbench)), stored)


def _meet(workbench: Workbench, card: Card, stored: Interview | None) -> None:
    if stored is None:
        _new_talk(workbench, card, StepKind.MET)
        return
    is_agreed = column_of(stored.stage) is Column.SCHEDULED
    if stored.start is not None and is_agreed and stored.start.utc > workbench.now():
        raise Refused(say("This talk has not begun yet. Give it another time first."))
    now = from_utc(workbench.now(), workbench.zone)
    _step(workbench, stored, stored if is_agreed else replace(stored, start=now), StepKind.MET)


def _new_talk(workbench: Workbench, card: Card, kind: StepKind) -> None:
    """With somebody with whom there was none: they wrote by themselves, or one met them by chance."""
    _person(workbench, card.contact)
    start = from_utc(workbench.now(), workbench.zone) if kind is StepKind.MET else None
    blank = replace(blank_interview(workbench), participants=(Participant(card.contact),), start=start)
    _step(workbench, None, blank, kind)


def _step(workbench: Workbench, before: Interview | None, draft: Interview, kind: StepKind) -> None:
    """The draft with a step more; the first talk with somebody makes a thank-you due."""
    after = stepped(draft, kind, workbench.now())
    people = workbench.store.get_many(Contact, after.people) if kind is StepKind.MET else ()
    changes = (Change(before, after), *thanks_after(workbench, after, people))
    workbench.apply(Edit(step_noted(kind), changes))


def _person(workbench: Workbench, contact_id: UUID) -> Contact:
    person = workbench.store.get(Contact, contact_id)
    if person is None:
        raise Refused(say("This person is no longer there."))
    return person


# Thanking


def _thank_yous(workbench: Workbench, talk: Interview) -> list[FollowUp]:
    """Those for this talk: the ones that name it; of those that name none, what came after it."""
    every = [each for each in follow_ups_for(workbench.store, talk.people) if each.kind is FollowUpKind.THANK]
    own = [each for each in every if each.interview_id == talk.id]
    return own or [each for each in every if each.interview_id is None and _is_last(workbench, talk, each)]


def _is_last(workbench: Workbench, talk: Interview, thank_you: FollowUp) -> bool:
    """Whether the talk was the person's last one when the thank-you was noted."""
    assert thank_you.contact_id is not None, "it was found by the person's id"
    met = [
        each
        for each in interviews_with(workbench.store, [thank_you.contact_id])
        if each.stage is StepKind.MET and each.start is not None and each.start.utc <= thank_you.created
    ]
    return bool(met) and max(met, key=_start).id == talk.id


def _start(interview: Interview) -> datetime:
    return interview.start.utc if interview.start else interview.created


def _thank(workbench: Workbench, talk: Interview) -> None:
    """Tick what is due for this talk; whoever has nothing due gets a thank-you that is done."""
    there = _thank_yous(workbench, talk)
    people = workbench.store.get_many(Contact, talk.people)
    others = [each for each in people if each.id not in {one.contact_id for one in there}]
    changes = [Change(each, ticked(each, True, workbench.now())) for each in there if not each.done]
    changes += thanks_after(workbench, talk, others, Thanks.DONE)
    label = say("Thanked {name}", name=", ".join(person.name for person in people))
    workbench.apply(Edit(label, tuple(changes)))
