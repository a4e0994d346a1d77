"""Who lives where one goes: in any spelling, family and friends first, who was not seen for longest."""

from datetime import date, timedelta
from typing import Any

import pytest

from netchal_gui.commands.going_to import Visit, visit
from netchal_gui.commands.home_wording import resident
from netchal_gui.domain.contact import Address, Circle, Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.touch import Touch
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

TODAY = date(2026, 11, 23)


def living(workbench: Workbench, name: str, *cities: str, seen: int | None = None, **more: Any) -> Contact:
    """Somebody in some cities, last seen some days ago."""
    person = add(workbench, name, addresses=tuple(Address(city=city) for city in cities), **more)
    if seen is not None:
        at = workbench.now() - timedelta(days=seen)
        touch = Touch(id=workbench.new_id(), contact_id=person.id, created=at, at=at)
        workbench.apply(Edit("Touch", (Change(None, touch),)))
    return person


def found(workbench: Workbench, place: str) -> Visit:
    with workbench.store.reading() as reader:
        return visit(reader, place, TODAY, workbench.zone)


def names(workbench: Workbench, place: str) -> list[str]:
    return [each.person.name for each in found(workbench, place).residents]


@pytest.mark.parametrize("typed", ["Köln", "köln", "koeln", "Koln", " KÖLN ", "kö"])
def test_any_spelling_finds_the_place(workbench: Workbench, typed: str) -> None:
    living(workbench, "Ada", "Köln")
    living(workbench, "Bob", "Bremen")

    assert names(workbench, typed) == ["Ada"]


def test_family_and_friends_first_then_who_was_not_seen_for_longest(workbench: Workbench) -> None:
    living(workbench, "Ada", "Bremen", seen=400)
    living(workbench, "Bob", "Bremen")
    living(workbench, "Cyd", "Bremen", seen=10, circle=Circle.FRIEND)
    living(workbench, "Dan", "Bremen", seen=20, circle=Circle.FAMILY)
    living(workbench, "Eve", "Bremen", seen=500, circle=Circle.COLLEAGUE)

    assert names(workbench, "bremen") == ["Dan", "Cyd", "Eve", "Ada", "Bob"]


def test_it_is_said_what_they_are_and_when_one_saw_them(workbench: Workbench) -> None:
    living(workbench, "Ada", "Bremen", seen=77, circle=Circle.FRIEND)
    living(workbench, "Bob", "Bremerhaven", organisation="Orsa")

    assert [resident(each) for each in found(workbench, "brem").residents] == [
        "Friend · Bremen · last contact 11 weeks ago",
        "Orsa · Bremerhaven · nothing noted yet",
    ]


def test_somebody_with_two_homes_there_stands_once(workbench: Workbench) -> None:
    living(workbench, "Ada", "Köln", "Koeln", "Bremen")

    assert (names(workbench, "koln"), names(workbench, "Koeln")) == (["Ada"], ["Ada"])


def test_nothing_typed_finds_nobody(workbench: Workbench) -> None:
    living(workbench, "Ada", "Bremen")

    assert found(workbench, "  ") == Visit()


def test_of_many_the_first_hundred_are_shown_and_all_are_counted(workbench: Workbench) -> None:
    address = (Address(city="Berlin"),)
    people = [
        Contact(id=workbench.new_id(), name=f"Person {n}", created=workbench.now(), addresses=address)
        for n in range(120)
    ]
    workbench.apply(Edit("Add", tuple(Change(None, each) for each in people)))
    berlin = found(workbench, "Berlin")

    assert (len(berlin.residents), berlin.number) == (100, 120)
