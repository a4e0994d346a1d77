"""A mail, a call or a message is a contact: it is the last one, and a report when it goes to the partner."""

from dataclasses import replace
from datetime import date

import pytest

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import standing
from netchal_gui.commands.touches import (
    answer_received,
    change_touch,
    delete_touch,
    log_touch,
    report_sent,
)
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.contact_queries import ContactRow, Listing, SortBy, numbers, rows_of
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

TODAY = date(2026, 11, 23)


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada")


def listed(workbench: Workbench, sort: SortBy = SortBy.NAME) -> list[ContactRow]:
    return rows_of(workbench.store, numbers(workbench.store, Listing(sort=sort)))


def test_a_call_is_noted_on_its_local_day(workbench: Workbench, ada: Contact) -> None:
    touch = log_touch(workbench, ada.id, TouchKind.CALL, date(2026, 11, 1), inbound=True, text=" about tea ")

    assert workbench.store.get(Touch, touch.id) == touch
    assert (from_utc(touch.at, workbench.zone).day, touch.text) == (date(2026, 11, 1), "about tea")
    assert workbench.undo_label == "Contact with Ada logged"


def test_without_a_day_it_happened_now(workbench: Workbench, ada: Contact) -> None:
    assert log_touch(workbench, ada.id, TouchKind.MAIL).at == workbench.now()


def test_the_last_contact_counts_it(workbench: Workbench, ada: Contact) -> None:
    add(workbench, "Bob")
    touch = log_touch(workbench, ada.id, TouchKind.MESSAGE)

    by_last = listed(workbench, SortBy.LAST)
    assert [(row.name, row.last) for row in by_last] == [("Ada", int(touch.at.timestamp())), ("Bob", None)]
    workbench.undo()
    assert [row.last for row in listed(workbench)] == [None, None]


def test_a_touch_can_be_corrected_and_deleted(workbench: Workbench, ada: Contact) -> None:
    touch = log_touch(workbench, ada.id, TouchKind.MAIL)

    assert change_touch(workbench, touch, replace(touch, text=" again "))
    corrected = workbench.store.get(Touch, touch.id)
    assert corrected == replace(touch, text="again")
    assert not change_touch(workbench, corrected, corrected)
    delete_touch(workbench, corrected)
    assert workbench.store.count(Touch) == 0
    workbench.undo()
    assert workbench.store.get(Touch, touch.id) == corrected


@pytest.fixture
def year(workbench: Workbench, ada: Contact) -> Challenge:
    blank = draft(workbench, Template.FOUR_BY_FOUR, date(2026, 11, 1))
    return start_challenge(workbench, replace(blank, partner_id=ada.id))


def test_a_report_and_its_answer_stand_with_the_partner(
    workbench: Workbench, ada: Contact, year: Challenge
) -> None:
    report_sent(workbench, year, date(2026, 11, 21), "Three met.")
    answer_received(workbench, year, TODAY, "Well done.")

    found = standing(workbench.store, year.id, TODAY, workbench.zone)
    assert found is not None
    assert found.partner is not None
    assert (found.partner.reported, found.partner.last_report) == (True, date(2026, 11, 21))
    assert found.partner.last_answer == TODAY


def test_without_a_partner_there_is_nobody_to_report_to(workbench: Workbench) -> None:
    alone = start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 11, 1)))

    with pytest.raises(Refused, match="no partner yet"):
        report_sent(workbench, alone, TODAY, "")
