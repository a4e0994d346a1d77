"""All follow-ups: open ones by day, done ones the latest first, those of one person; their history."""

from datetime import date

import pytest

from netchal_gui.commands.follow_up_list import follow_up_page
from netchal_gui.commands.follow_up_wording import history_lines, put_off
from netchal_gui.commands.follow_ups import next_week, snooze, tomorrow
from netchal_gui.commands.journal import change_people, new_entry
from netchal_gui.commands.people import tick
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.people_files import add
from tests.follow_ups import follow_up, stored

TODAY = date(2026, 11, 23)


def texts(workbench: Workbench, *, done: bool = False, people: str = "", most: int = 100) -> list[str]:
    page = follow_up_page(workbench.store, workbench.zone, done=done, people=people, most=most)
    return [item.follow_up.text for item in page.items]


def test_open_ones_stand_by_their_day_and_those_without_one_last(workbench: Workbench) -> None:
    for text, due in (("none", None), ("later", date(2026, 12, 1)), ("late", date(2026, 11, 1))):
        follow_up(workbench, text, due)

    assert texts(workbench) == ["late", "later", "none"]


def test_done_ones_stand_with_the_latest_first(workbench: Workbench, clock: Clock) -> None:
    first, second = follow_up(workbench, "first"), follow_up(workbench, "second")
    tick(workbench, second, True)
    clock.later(hours=1)
    tick(workbench, first, True)

    assert (texts(workbench, done=True), texts(workbench)) == (["first", "second"], [])


def test_done_ones_know_the_local_day_of_their_tick(workbench: Workbench, clock: Clock) -> None:
    tick(workbench, follow_up(workbench, "one"), True)
    clock.later(days=3)
    (item,) = follow_up_page(workbench.store, workbench.zone, done=True).items

    assert item.done_on == TODAY


def test_those_of_one_person_are_found_by_the_beginning_of_a_name(workbench: Workbench) -> None:
    ada, bob = add(workbench, "Ada Lovelace"), add(workbench, "Bob")
    for person in (ada, bob):
        follow_up(workbench, person.name, contact_id=person.id)

    assert texts(workbench, people="love") == ["Ada Lovelace"]


def test_lines_of_an_entry_belong_to_all_its_people(workbench: Workbench) -> None:
    ada, bob = add(workbench, "Ada"), add(workbench, "Bob")
    entry = new_entry(workbench)
    change_people(workbench, entry.id, [ada.id, bob.id])
    follow_up(workbench, "Send the minutes", entry_id=entry.id)

    assert [texts(workbench, people=name) for name in ("ada", "bob", "eve")] == [
        ["Send the minutes"],
        ["Send the minutes"],
        [],
    ]


@pytest.mark.parametrize("signs", ["!!!", '"', "* OR", "𞤀", "'); --"])
def test_signs_in_the_filter_find_nobody_and_harm_nothing(workbench: Workbench, signs: str) -> None:
    follow_up(workbench, "one", contact_id=add(workbench, "Ada").id)

    assert texts(workbench, people=signs) == []


def test_a_page_says_how_many_there_are_in_all(workbench: Workbench) -> None:
    for number in range(3):
        follow_up(workbench, str(number))
    page = follow_up_page(workbench.store, workbench.zone, most=2)

    assert (len(page.items), page.total) == (2, 3)


def put_off_twice(workbench: Workbench) -> FollowUp:
    item = follow_up(workbench, "Send the article", date(2026, 11, 20))
    snooze(workbench, item, tomorrow(workbench))
    snooze(workbench, stored(workbench, item), next_week(workbench))
    return stored(workbench, item)


def test_what_was_put_off_once_names_its_former_day(workbench: Workbench) -> None:
    item = follow_up(workbench, "Send the article", date(2026, 11, 20))
    snooze(workbench, item, tomorrow(workbench))

    assert put_off(stored(workbench, item), TODAY) == "put off from 20 Nov"


def test_what_was_put_off_often_names_its_first_day(workbench: Workbench) -> None:
    assert put_off(put_off_twice(workbench), TODAY) == "put off 2 times, first from 20 Nov"


def test_what_was_never_put_off_says_nothing_of_it(workbench: Workbench) -> None:
    assert put_off(follow_up(workbench, "one", TODAY), TODAY) == ""


def test_the_history_says_all_that_happened(workbench: Workbench) -> None:
    done = tick(workbench, put_off_twice(workbench), True)

    assert history_lines(done, TODAY, workbench.zone).splitlines() == [
        "noted on 23 Nov",
        "put off on 23 Nov, from 20 Nov",
        "put off on 23 Nov, from 24 Nov",
        "done on 23 Nov",
    ]


def test_putting_off_to_no_day_keeps_it_open_and_remembers_the_day(workbench: Workbench) -> None:
    item = follow_up(workbench, "one", date(2026, 11, 20))
    snooze(workbench, item, None)
    after = stored(workbench, item)

    assert (after.due, after.done, after.history[-1].due) == (None, False, date(2026, 11, 20))
