"""Wrote, called, met: noted with one key for whoever is chosen; and a rhythm for several people at once."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from netchal_gui.commands.people import add_person, blank_contact, set_cadence
from netchal_gui.commands.plan import plan
from netchal_gui.commands.quick_log import log_now
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import NEVER, Contact
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.workbench import Workbench


def person(workbench: Workbench, name: str) -> Contact:
    return add_person(workbench, blank_contact(workbench, name))


def touches(workbench: Workbench) -> list[Touch]:
    return list(workbench.store.every(Touch))


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (TouchKind.MAIL, "Wrote to Ada"),
        (TouchKind.CALL, "Called Ada"),
        (TouchKind.MESSAGE, "Sent Ada a message"),
        (TouchKind.MEETING, "Met Ada"),
    ],
)
def test_it_is_noted_as_of_now_and_undone_in_one_step(
    workbench: Workbench, kind: TouchKind, label: str
) -> None:
    ada = person(workbench, "Ada")

    assert log_now(workbench, [ada.id], kind) == label
    (touch,) = touches(workbench)
    assert (touch.contact_id, touch.kind, touch.at, touch.inbound) == (
        ada.id,
        kind,
        workbench.now(),
        False,
    )
    workbench.undo()
    assert touches(workbench) == []


def test_several_people_are_one_edit(workbench: Workbench) -> None:
    people = [person(workbench, name).id for name in ("Ada", "Bob")]

    assert log_now(workbench, people, TouchKind.CALL) == "Called 2 people"
    assert {each.contact_id for each in touches(workbench)} == set(people)
    workbench.undo()
    assert touches(workbench) == []


def test_who_has_an_interview_that_began_today_has_met_in_it(workbench: Workbench) -> None:
    ada = person(workbench, "Ada")
    at_nine = datetime(2026, 11, 23, 9, 30)  # half an hour ago in Berlin
    talk = plan(workbench, [ada.id, "Bob"], at_nine).interview
    log_now(workbench, [ada.id], TouchKind.MEETING)

    stored = workbench.store.get(Interview, talk.id)
    assert stored is not None
    assert (stored.stage, touches(workbench)) == (StepKind.MET, [])
    workbench.undo()
    assert workbench.store.get(Interview, talk.id) == talk


@pytest.mark.parametrize("hours", [1, -20], ids=["later today", "yesterday"])
def test_an_interview_of_another_time_stays_as_it_is(workbench: Workbench, hours: int) -> None:
    ada = person(workbench, "Ada")
    talk = plan(workbench, [ada.id], datetime(2026, 11, 23, 10) + timedelta(hours=hours)).interview
    log_now(workbench, [ada.id], TouchKind.MEETING)

    assert workbench.store.get(Interview, talk.id) == talk
    assert [each.kind for each in touches(workbench)] == [TouchKind.MEETING]


def test_somebody_who_is_gone_is_refused(workbench: Workbench) -> None:
    with pytest.raises(Refused, match="no longer there"):
        log_now(workbench, [uuid4()], TouchKind.MAIL)


def test_a_rhythm_for_several_people_is_one_edit(workbench: Workbench) -> None:
    people = [person(workbench, name) for name in ("Ada", "Bob", "Cyd")]
    set_cadence(workbench, [people[2].id], 90)

    assert set_cadence(workbench, [each.id for each in people], 90) == 2
    assert workbench.undo_label == "Rhythm with 2 people changed"
    workbench.undo()
    assert workbench.store.get(Contact, people[0].id) == people[0]
    assert workbench.store.get(Contact, people[2].id) == replace(people[2], cadence=90)


def test_a_rhythm_that_stands_already_is_no_edit(workbench: Workbench) -> None:
    ada = person(workbench, "Ada")

    assert set_cadence(workbench, [ada.id], None) == 0
    assert workbench.undo_label == "Ada added"
    assert set_cadence(workbench, [ada.id], NEVER) == 1


def test_a_rhythm_below_a_day_is_refused(workbench: Workbench) -> None:
    ada = person(workbench, "Ada")

    with pytest.raises(Refused):
        set_cadence(workbench, [ada.id], -1)
