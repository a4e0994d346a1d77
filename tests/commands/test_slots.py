"""People are chosen for places, moved and taken out, each as one step of undo."""

from dataclasses import replace
from datetime import date

import pytest

from netchal_gui.commands.challenge_places import PlaceState
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.slots import choose_new_person, choose_person, move_slot, slot_of, take_out
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.challenge import Challenge, Lane
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.workbench import Workbench

TODAY = date(2026, 11, 23)


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 11, 1)))


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add_person(workbench, replace(blank_contact(workbench, "Ada Lovelace"), relation=Relation.KNOWN))


def now(workbench: Workbench) -> Standing:
    found = standing(workbench.store, None, TODAY)
    assert found is not None
    return found


def chosen(workbench: Workbench, period: int, lane: Lane) -> list[str]:
    """The names in the places of one lane of a period."""
    found = now(workbench)
    lanes = {each.lane: each for each in found.periods[period].lanes}
    return [found.people[place.contact].name for place in lanes[lane].places if place.contact]


def test_a_known_person_takes_a_place_in_the_lane_of_known_people(
    workbench: Workbench, year: Challenge, ada: Contact
) -> None:
    choose_person(workbench, year, 1, ada)

    assert chosen(workbench, 1, Lane.KNOWN) == ["Ada Lovelace"]
    assert now(workbench).periods[1].lanes[0].places[0].state is PlaceState.CHOSEN


def test_a_lane_can_be_set_by_hand(workbench: Workbench, year: Challenge, ada: Contact) -> None:
    choose_person(workbench, year, 1, ada, Lane.NEW)

    assert chosen(workbench, 1, Lane.NEW) == ["Ada Lovelace"]


def test_choosing_somebody_again_moves_them(workbench: Workbench, year: Challenge, ada: Contact) -> None:
    choose_person(workbench, year, 1, ada)
    choose_person(workbench, year, 4, ada)

    assert (chosen(workbench, 1, Lane.KNOWN), chosen(workbench, 4, Lane.KNOWN)) == ([], ["Ada Lovelace"])


def test_a_new_name_makes_the_person_and_the_place_in_one_step(workbench: Workbench, year: Challenge) -> None:
    choose_new_person(workbench, year, 0, "  Grace  Hopper ", Lane.NEW)
    before_undo = chosen(workbench, 0, Lane.NEW)
    workbench.undo()

    assert before_undo == ["Grace Hopper"]
    assert workbench.store.count(Contact) == 0


def test_a_place_needs_a_name(workbench: Workbench, year: Challenge) -> None:
    with pytest.raises(Refused):
        choose_new_person(workbench, year, 0, "  ", Lane.NEW)


def test_a_place_that_was_moved_nowhere_is_no_step(
    workbench: Workbench, year: Challenge, ada: Contact
) -> None:
    slot = choose_person(workbench, year, 2, ada)

    assert not move_slot(workbench, slot, 2, None)
    assert workbench.undo_label == "Ada Lovelace chosen"


def test_somebody_taken_out_is_still_a_person(workbench: Workbench, year: Challenge, ada: Contact) -> None:
    choose_person(workbench, year, 2, ada)
    slot = slot_of(workbench, year, ada.id)
    assert slot is not None

    take_out(workbench, slot)

    assert chosen(workbench, 2, Lane.KNOWN) == []
    assert workbench.store.get(Contact, ada.id) == ada
