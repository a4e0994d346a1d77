"""Save what a form about an interview holds: the interview and the people typed into it, in one edit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.people import blank_contact
from netchal_gui.commands.refusal import refuse
from netchal_gui.domain.block import remaining
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import (
    NOT_AGREED,
    Interview,
    StepKind,
    moved,
    problems,
    stepped,
    with_people,
)
from netchal_gui.domain.walltime import WallTime, from_utc, wall_time
from netchal_gui.exchange.ics_events import interview_title
from netchal_gui.storage.export_queries import blocks_of_days, taken_spans
from netchal_gui.workbench import Workbench

SHORTEST = timedelta(minutes=15)
"""A piece of a block shorter than this is not worth proposing."""
AHEAD = timedelta(days=60)
"""Blocks further away than this are not proposed unasked."""


def blank_interview(workbench: Workbench) -> Interview:
    """An interview that is not stored yet, with nobody and no time."""
    return Interview(id=workbench.new_id(), participants=(), created=workbench.now())


def new_people(workbench: Workbench, names: Sequence[str]) -> list[Contact]:
    """People who are not stored yet, one for each name."""
    return [blank_contact(workbench, " ".join(name.split())) for name in names]


def save_planned(workbench: Workbench, draft: Interview, people: Sequence[Contact] = ()) -> Interview:
    """Store a new interview as scheduled, together with new people who take part. Raises Refused."""
    planned = stepped(_tidied(draft, people), StepKind.SCHEDULED, workbench.now())
    refuse(problems(planned))
    changes = (*_added(people), Change(None, planned))
    workbench.apply(Edit(_planned_label(workbench, planned, people), changes))
    return planned


def _planned_label(workbench: Workbench, planned: Interview, people: Sequence[Contact]) -> str:
    ids = {each.id: each.name for each in (*workbench.store.get_many(Contact, planned.people), *people)}
    names = [ids[each] for each in planned.people if each in ids]
    return words.say("{title} planned", title=interview_title(names))


def save_changed(
    workbench: Workbench,
    before: Interview,
    draft: Interview,
    people: Sequence[Contact] = (),
    *,
    agreed: bool = False,
) -> Interview:
    """Store an edited interview; another start becomes a dated step. Raises Refused, Conflict.

    ``agreed``: what was only proposed so far has been said yes to, at the draft's time.
    """
    after = _tidied(draft, people)
    if after.start is not None and after.start != before.start:
        after = moved(replace(after, start=before.start), after.start, workbench.now())
    if agreed and after.stage in NOT_AGREED:
        after = stepped(after, StepKind.SCHEDULED, workbench.now())
    refuse(problems(after))
    if after != before:
        changes = (*_added(people), Change(before, after))
        is_new = before.stage in NOT_AGREED and after.stage is StepKind.SCHEDULED
        label = _planned_label(workbench, after, people) if is_new else words.say("Interview changed")
        workbench.apply(Edit(label, changes))
    return after


def draft_with(workbench: Workbench, people: Sequence[UUID], day: date | None = None) -> Interview:
    """An interview that is not stored yet, with these people, where it would go on a day or, without one,
    next.
    """
    start = suggested_start(workbench, day) if day else next_start(workbench)
    return with_people(replace(blank_interview(workbench), start=start), people)


def suggested_start(workbench: Workbench, day: date) -> WallTime:
    """When an interview on this day would begin: in what is free of a block, else at noon or soon."""
    noon = wall_time(datetime.combine(day, time(12)), workbench.zone)[0]
    now = from_utc(workbench.now(), workbench.zone)
    soon = from_utc(_soon(now), workbench.zone)
    is_over = now.day == day and noon.utc <= now.utc and soon.day == day
    return _free_of_blocks(workbench, day, day) or (soon if is_over else noon)


def next_start(workbench: Workbench) -> WallTime:
    """When the next interview would begin: in what is free of the coming blocks, else tomorrow."""
    today = from_utc(workbench.now(), workbench.zone).day
    tomorrow = today + timedelta(days=1)
    return _free_of_blocks(workbench, today, today + AHEAD) or suggested_start(workbench, tomorrow)


def _free_of_blocks(workbench: Workbench, first: date, last: date) -> WallTime | None:
    """The first piece that is left of the blocks of these days and is not over; whole days have no hour."""
    soon = _soon(from_utc(workbench.now(), workbench.zone))
    for block in blocks_of_days(workbench.store, first, last):
        taken = taken_spans(workbench.store, block.start.utc, block.end.utc)
        for span in () if block.whole_day else remaining(block, taken):
            begin = max(span.start, soon) if span.start < workbench.now() else span.start
            if span.end - begin >= SHORTEST:
                return from_utc(begin, workbench.zone)
    return None


def _soon(now: WallTime) -> datetime:
    """The next full hour, UTC."""
    return now.utc + timedelta(minutes=60 - now.local.minute)


def _tidied(draft: Interview, people: Sequence[Contact]) -> Interview:
    everyone = with_people(draft, (*draft.people, *(person.id for person in people)))
    return replace(everyone, place=draft.place.strip(), link=draft.link.strip())


def _added(people: Sequence[Contact]) -> tuple[Change, ...]:
    return tuple(Change(None, person) for person in people)
