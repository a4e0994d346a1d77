"""Favours: one that was got is thanked for, once, to the helper and to whoever led there."""

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

import pytest

from netchal_gui.commands.favours import add_favour, balance_with, change_favour, delete_favour, favours_of
from netchal_gui.commands.introductions import delete_introduction, introduce
from netchal_gui.commands.people import tick
from netchal_gui.commands.plan import delete_interview, plan
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.favour import Balance, Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada")


def thanks(workbench: Workbench) -> list[FollowUp]:
    return list(workbench.store.every(FollowUp))


def test_help_makes_a_thank_you_due_the_next_day_in_the_same_step(workbench: Workbench, ada: Contact) -> None:
    favour = add_favour(workbench, ada.id, FavourKind.GOT, " Her tip got me the interview ")

    (thank,) = thanks(workbench)
    assert (thank.kind, thank.contact_id, thank.favour_id) == (
        FollowUpKind.THANK_LATER,
        ada.id,
        favour.id,
    )
    assert (thank.due, thank.text) == (date(2026, 11, 24), "Thank Ada: Her tip got me the interview")
    workbench.undo()
    assert (workbench.store.count(Favour), workbench.store.count(FollowUp)) == (0, 0)


def test_whoever_made_the_introduction_is_thanked_too(workbench: Workbench, ada: Contact) -> None:
    (led,) = introduce(workbench, ["Grace"], [ada.id])
    add_favour(workbench, ada.id, FavourKind.GOT, "A job", introduction_id=led.id)

    assert [(each.contact_id, each.text) for each in thanks(workbench)] == [
        (ada.id, "Thank Ada: A job"),
        (led.by_id, "Thank Grace for introducing Ada: A job"),
    ]


def test_whoever_helped_by_an_introduction_is_thanked_once(workbench: Workbench, ada: Contact) -> None:
    (led,) = introduce(workbench, [ada.id], ["Bob"])
    add_favour(workbench, ada.id, FavourKind.GOT, "Bob", introduction_id=led.id)

    assert [each.contact_id for each in thanks(workbench)] == [ada.id]


def test_whoever_helped_is_thanked_even_where_the_way_to_them_is_deleted(
    workbench: Workbench, ada: Contact
) -> None:
    talk = plan(workbench, [ada.id], datetime(2026, 11, 20, 12)).interview
    (led,) = introduce(workbench, ["Grace"], [ada.id])
    add_favour(workbench, ada.id, FavourKind.GOT, "A job", introduction_id=led.id, interview_id=talk.id)
    delete_introduction(workbench, led)
    delete_interview(workbench, talk)

    assert [each.text for each in thanks(workbench)] == ["Thank Ada: A job"]


@pytest.mark.parametrize("kind", [FavourKind.GIVEN, FavourKind.ASKED, FavourKind.PROMISED])
def test_only_what_was_got_is_thanked_for(workbench: Workbench, ada: Contact, kind: FavourKind) -> None:
    add_favour(workbench, ada.id, kind, "A lift")

    assert thanks(workbench) == []


def test_what_was_asked_for_and_is_got_is_thanked_for_once(workbench: Workbench, ada: Contact) -> None:
    asked = add_favour(workbench, ada.id, FavourKind.ASKED, "A letter")
    got = replace(asked, kind=FavourKind.GOT)
    assert change_favour(workbench, asked, got)
    tick(workbench, thanks(workbench)[0], True)
    again = replace(got, text="A good letter")
    assert change_favour(workbench, got, again)

    assert len(thanks(workbench)) == 1
    assert not change_favour(workbench, again, again)


@pytest.mark.parametrize("kind", [FavourKind.GIVEN, FavourKind.ASKED, FavourKind.PROMISED])
def test_what_was_not_got_after_all_is_not_to_be_thanked_for(
    workbench: Workbench, ada: Contact, kind: FavourKind
) -> None:
    (led,) = introduce(workbench, ["Grace"], [ada.id])
    got = add_favour(workbench, ada.id, FavourKind.GOT, "A lift", introduction_id=led.id)
    done = tick(workbench, thanks(workbench)[0], True)
    change_favour(workbench, got, replace(got, kind=kind))

    assert thanks(workbench) == [done]
    workbench.undo()
    assert len(thanks(workbench)) == 2


def test_the_open_thank_yous_say_what_was_got_and_through_whom(workbench: Workbench, ada: Contact) -> None:
    (wrong,) = introduce(workbench, ["Grace"], [ada.id])
    (right,) = introduce(workbench, ["Mary"], [ada.id])
    first = add_favour(workbench, ada.id, FavourKind.GOT, "A tip", introduction_id=wrong.id)
    change_favour(workbench, first, replace(first, text="A job", introduction_id=right.id))

    assert [each.text for each in thanks(workbench)] == [
        "Thank Ada: A job",
        "Thank Mary for introducing Ada: A job",
    ]


def test_a_deleted_favour_takes_the_open_thank_you_along_and_leaves_the_done_one(
    workbench: Workbench, ada: Contact
) -> None:
    first = add_favour(workbench, ada.id, FavourKind.GOT, "A tip")
    done = tick(workbench, thanks(workbench)[0], True)
    second = add_favour(workbench, ada.id, FavourKind.GOT, "A job")
    delete_favour(workbench, first)
    delete_favour(workbench, second)

    assert thanks(workbench) == [replace(done, favour_id=None)]
    workbench.undo()
    assert favours_of(workbench.store, ada.id) == [second]
    assert len(thanks(workbench)) == 2


def test_the_balance_with_somebody(workbench: Workbench, ada: Contact) -> None:
    for kind in (FavourKind.GOT, FavourKind.GOT, FavourKind.GIVEN, FavourKind.PROMISED):
        add_favour(workbench, ada.id, kind, "Help")

    assert balance_with(workbench.store, ada.id) == Balance(got=2, given=1, promised=1)
    assert balance_with(workbench.store, ada.id).owed == 1


def test_a_favour_needs_a_person_and_a_text(workbench: Workbench, ada: Contact) -> None:
    with pytest.raises(Refused, match="no longer there"):
        add_favour(workbench, uuid4(), FavourKind.GOT, "A tip")
    with pytest.raises(Refused, match="Write something"):
        add_favour(workbench, ada.id, FavourKind.GOT, " ")
