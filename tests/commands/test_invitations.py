"""Asking, what was answered, and a second offer: dated steps that never harm."""

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

import pytest

from netchal_gui.commands import plan
from netchal_gui.commands.interview_form import save_planned
from netchal_gui.commands.invitations import (
    ask,
    can_be_offered_again,
    next_steps,
    note_step,
    open_invitation,
    second_offer,
)
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Interview, Participant, Question, StepKind, WhoElse, moved
from netchal_gui.domain.walltime import from_utc, wall_time
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada")


def test_somebody_who_was_asked_has_an_open_invitation(workbench: Workbench, ada: Contact) -> None:
    asked = ask(workbench, [ada.id], date(2026, 11, 3))

    assert open_invitation(workbench.store, ada.id) == asked
    assert (asked.stage, asked.start) == (StepKind.ASKED, None)
    assert from_utc(asked.steps[0].at, workbench.zone).day == date(2026, 11, 3)


def test_nobody_cannot_be_asked(workbench: Workbench) -> None:
    with pytest.raises(Refused):
        ask(workbench, [])


def test_the_steps_keep_their_days(workbench: Workbench, ada: Contact) -> None:
    asked = ask(workbench, [ada.id], date(2026, 11, 3))
    replied = note_step(workbench, asked, StepKind.REPLIED, date(2026, 11, 5))

    days = [from_utc(step.at, workbench.zone).day for step in replied.steps]
    assert days == [date(2026, 11, 3), date(2026, 11, 5)]
    assert next_steps(replied)[0] is StepKind.DECLINED


def test_what_was_declined_is_open_no_more_and_can_be_offered_again(
    workbench: Workbench, ada: Contact
) -> None:
    declined = note_step(workbench, ask(workbench, [ada.id]), StepKind.DECLINED)

    assert open_invitation(workbench.store, ada.id) is None
    assert can_be_offered_again(declined)
    assert next_steps(declined) == (StepKind.ASKED,)


def test_a_second_offer_has_the_same_people_a_week_later(workbench: Workbench, ada: Contact) -> None:
    planned = plan.plan(workbench, [ada.id], datetime(2026, 11, 20, 15), place="Café").interview
    missed = plan.take_step(workbench, planned, StepKind.NO_SHOW)
    offered = second_offer(workbench, missed)

    assert (offered.people, offered.place) == (missed.people, "Café")
    assert offered.start is not None
    assert offered.start.local == datetime(2026, 11, 30, 15)
    saved = save_planned(workbench, offered)
    assert workbench.store.get(Interview, saved.id) == saved
    assert workbench.store.get(Interview, missed.id) == missed


def test_a_second_offer_has_the_questions_and_nothing_of_what_came_of_the_first(
    workbench: Workbench, ada: Contact
) -> None:
    first = replace(
        ask(workbench, [ada.id]),
        participants=(Participant(ada.id, WhoElse.FORGOT),),
        questions=(Question("Why tea?", asked=True, answer="Warmth"),),
        pitch_id=uuid4(),
    )
    offered = second_offer(workbench, first)

    assert offered.participants == (Participant(ada.id),)
    assert (offered.questions, offered.pitch_id) == ((Question("Why tea?"),), None)


def test_another_proposed_time_is_no_move(workbench: Workbench, ada: Contact) -> None:
    first, later = (wall_time(datetime(2026, 11, day, 9), workbench.zone)[0] for day in (26, 27))
    proposed = replace(ask(workbench, [ada.id]), start=first)

    assert moved(proposed, later, workbench.now()) == replace(proposed, start=later)


def test_a_first_time_is_what_was_agreed_on(workbench: Workbench, ada: Contact) -> None:
    agreed = plan.move(workbench, ask(workbench, [ada.id]), datetime(2026, 11, 26, 9)).interview

    assert agreed.stage is StepKind.SCHEDULED
