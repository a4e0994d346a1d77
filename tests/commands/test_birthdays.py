"""Birthdays among what is to do: today and a week ahead, until one was in touch; and their text."""

from datetime import date, timedelta
from typing import Any

import pytest

from netchal_gui.commands.challenge_people import ToDo, ToDoKind, to_do
from netchal_gui.commands.drafts import draft, note_sent
from netchal_gui.commands.home_wording import task, task_detail
from netchal_gui.domain.contact import NEVER, Circle, Labelled, PartialDate
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.touch import Touch
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

TODAY = date(2026, 11, 23)


def birthdays(workbench: Workbench, today: date = TODAY) -> list[ToDo]:
    with workbench.store.reading() as reader:
        tasks, count = to_do(reader, today, workbench.zone)
    assert count == len(tasks)
    return [each for each in tasks if each.kind is ToDoKind.BIRTHDAY]


def born(workbench: Workbench, name: str, month: int, day: int, year: int | None = None, **more: Any) -> Any:
    return add(workbench, name, birthday=PartialDate(month, day, year), **more)


def test_today_and_the_seven_days_after_it(workbench: Workbench) -> None:
    for name, day in (("Yesterday", 22), ("Today", 23), ("In a week", 30)):
        born(workbench, name, 11, day)
    born(workbench, "Later", 12, 1)

    assert [(each.name, each.due) for each in birthdays(workbench)] == [
        ("Today", TODAY),
        ("In a week", date(2026, 11, 30)),
    ]


def test_over_the_turn_of_the_year(workbench: Workbench) -> None:
    born(workbench, "Ada", 1, 2, 1990)
    (found,) = birthdays(workbench, date(2026, 12, 28))

    assert (found.due, found.age) == (date(2027, 1, 2), 37)


@pytest.mark.parametrize(
    ("today", "day"), [(date(2027, 2, 26), date(2027, 2, 28)), (date(2028, 2, 26), date(2028, 2, 29))]
)
def test_the_29th_of_february(workbench: Workbench, today: date, day: date) -> None:
    born(workbench, "Ada", 2, 29, 1984)

    assert [each.due for each in birthdays(workbench, today)] == [day]


def test_whoever_one_wants_no_reminder_of_is_left_out(workbench: Workbench) -> None:
    born(workbench, "Ada", 11, 23, cadence=NEVER)

    assert birthdays(workbench) == []


def test_of_many_family_and_friends_are_told(workbench: Workbench) -> None:
    for number in range(30):
        born(workbench, f"Person {number}", 11, 24)
    born(workbench, "Ada", 11, 24, circle=Circle.FAMILY)

    found = birthdays(workbench)
    assert len(found) == 20
    assert "Ada" in [each.name for each in found]


def test_any_contact_on_the_day_settles_it(workbench: Workbench) -> None:
    ada = born(workbench, "Ada", 11, 23)
    at = workbench.now() - timedelta(days=1)
    for moment, left in ((at, 1), (workbench.now(), 0)):
        touch = Touch(id=workbench.new_id(), contact_id=ada.id, created=at, at=moment)
        workbench.apply(Edit("Touch", (Change(None, touch),)))
        assert len(birthdays(workbench)) == left
    workbench.undo()
    assert len(birthdays(workbench)) == 1


def test_it_is_told_how_old_they_become_where_the_year_is_known(workbench: Workbench) -> None:
    born(workbench, "Ada", 11, 23, 1986)
    born(workbench, "Bob", 11, 23)

    assert [(task(each), task_detail(each, TODAY)) for each in birthdays(workbench)] == [
        ("Congratulate Ada", "birthday, turns 40"),
        ("Congratulate Bob", "birthday"),
    ]


def test_on_the_day_the_suiting_text_congratulates_and_sending_it_settles_it(workbench: Workbench) -> None:
    ada = born(workbench, "Ada", 11, 23, emails=(Labelled("ada@example.org"),))
    found = draft(workbench, ada.id)
    assert (found.kind, found.subject) == (TemplateKind.BIRTHDAY, "Happy birthday")

    note_sent(workbench, found)
    assert birthdays(workbench) == []
    workbench.undo()
    assert len(birthdays(workbench)) == 1


def test_before_the_day_another_text_suits(workbench: Workbench) -> None:
    ada = born(workbench, "Ada", 11, 24)

    assert draft(workbench, ada.id).kind is not TemplateKind.BIRTHDAY


def test_one_of_today_comes_before_what_is_late(workbench: Workbench) -> None:
    ada = born(workbench, "Ada", 11, 23)
    late = FollowUp(id=workbench.new_id(), text="Late", created=workbench.now(), due=date(2026, 11, 1))
    workbench.apply(Edit("Late", (Change(None, late),)))
    born(workbench, "Bob", 11, 24)
    with workbench.store.reading() as reader:
        tasks, _ = to_do(reader, TODAY, workbench.zone)

    assert [each.name or each.text for each in tasks] == [ada.name, "Late", "Bob"]
