"""A place is moved by hand: to the other lane and back, to another period, out of the plan."""

from datetime import date

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.slots import choose_person
from netchal_gui.domain.challenge import Challenge, Lane, Slot
from netchal_gui.domain.contact import Relation
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.workbench import Workbench
from tests.views.challenge.scene import card_of, choose, menu_of, offers, person, talk

NOVEMBER = 10


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))


@pytest.fixture
def ada(tab: ChallengeTab, workbench: Workbench, year: Challenge) -> None:
    """New, and chosen for November."""
    choose_person(workbench, year, NOVEMBER, person(workbench, "Ada"))


def slots(workbench: Workbench) -> list[tuple[int, Lane | None]]:
    return [(slot.period, slot.lane) for slot in workbench.store.every(Slot)]


def test_the_lane_is_set_by_hand_and_goes_back_to_the_usual_one(
    tab: ChallengeTab, workbench: Workbench, ada: None
) -> None:
    choose(menu_of(tab, "Ada"), "Move to “People you know”")
    by_hand = slots(workbench)
    choose(menu_of(tab, "Ada"), "Back to the usual lane")

    assert (by_hand, slots(workbench)) == ([(NOVEMBER, Lane.KNOWN)], [(NOVEMBER, None)])


def test_somebody_met_without_a_choice_can_change_the_lane_too(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    talk(workbench, person(workbench, "Bob", relation=Relation.KNOWN), date(2026, 11, 2))
    before = card_of(tab, "Bob").lane
    choose(menu_of(tab, "Bob"), "Move to “New people”")

    assert (before, card_of(tab, "Bob").lane) == (Lane.KNOWN, Lane.NEW)


def test_a_place_moves_to_the_next_period(tab: ChallengeTab, workbench: Workbench, ada: None) -> None:
    choose(menu_of(tab, "Ada"), "Move to December 2026")

    assert slots(workbench) == [(11, None)]


def test_a_place_moves_to_any_period(tab: ChallengeTab, workbench: Workbench, ada: None) -> None:
    menu = menu_of(tab, "Ada")
    others = next(each.menu() for each in menu.actions() if each.menu())
    assert isinstance(others, QMenu)
    choose(others, "March 2026")

    assert slots(workbench) == [(2, None)]


def test_the_menu_takes_somebody_out_and_undo_brings_them_back(
    tab: ChallengeTab, workbench: Workbench, ada: None
) -> None:
    choose(menu_of(tab, "Ada"), "Take out")
    without = slots(workbench)
    workbench.undo()

    assert (without, slots(workbench)) == ([], [(NOVEMBER, None)])


def test_the_menu_opens_by_the_keyboard(tab: ChallengeTab, ada: None) -> None:
    card = card_of(tab, "Ada")
    place = card.mapToGlobal(card.rect().center())
    QApplication.sendEvent(
        card, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, card.rect().center(), place)
    )
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    told = offers(popup)
    popup.close()

    assert "Take out" in told
