"""A challenge and its people, for tests of planning a month."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.plan_month import MonthPlan, month_plan
from netchal_gui.commands.plan_month_days import block_weekdays
from netchal_gui.commands.plan_month_ideas import Idea, ideas
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant, StepKind, moved, stepped
from netchal_gui.domain.walltime import wall_time
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

TUESDAY, THURSDAY = 1, 3
NOON, HALF_PAST_ONE = time(12), time(13, 30)


def four_by_four(workbench: Workbench, **more: Any) -> Challenge:
    """The 4×4 challenge of 2026; the clock stands at Monday 23 November."""
    made = draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1))
    return start_challenge(workbench, replace(made, **more))


def plan_of(workbench: Workbench, day: date | None = date(2026, 12, 1)) -> MonthPlan:
    """The plan as it is stored now."""
    with workbench.store.reading() as reader:
        found = month_plan(reader, None, day, workbench.now(), workbench.zone)
    assert found is not None
    return found


def ideas_of(workbench: Workbench) -> tuple[Idea, ...]:
    with workbench.store.reading() as reader:
        return ideas(reader, plan_of(workbench), workbench.zone)


def block_tuesdays(workbench: Workbench) -> None:
    """The five Tuesdays of December 2026, from noon to half past one."""
    block_weekdays(workbench, plan_of(workbench), [TUESDAY], NOON, HALF_PAST_ONE)


def known(workbench: Workbench, name: str, **more: Any) -> Contact:
    return add(workbench, name, relation=Relation.KNOWN, **more)


def talk(
    workbench: Workbench, contact: Contact, at: datetime, *steps: StepKind, people: tuple[UUID, ...] = ()
) -> Interview:
    """An interview at a time in Berlin that came to these steps."""
    made = Interview(
        id=workbench.new_id(),
        participants=tuple(map(Participant, (contact.id, *people))),
        created=workbench.now(),
    )
    made = moved(made, wall_time(at, "Europe/Berlin")[0], workbench.now())
    for step in steps:
        made = stepped(made, step, workbench.now())
    workbench.apply(Edit("Talk", (Change(None, made),)))
    return made
