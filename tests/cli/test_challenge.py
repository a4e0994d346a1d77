"""``netchal challenge`` says where a challenge stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.cli import data as data_module
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.domain.contact import Relation
from netchal_gui.domain.interview import StepKind
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.cli.conftest import Netchal

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
Fill = Callable[[Callable[[Workbench], object]], None]


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_module, "_utc_now", lambda: NOW)
    monkeypatch.setattr(data_module, "system_zone", lambda: "Europe/Berlin")


@pytest.fixture
def fill(data: Path) -> Fill:
    """Gives a workbench on the data file to a function."""

    def filled(enter: Callable[[Workbench], object]) -> None:
        store = Store.open(data)
        enter(Workbench(store, lambda: NOW, uuid4, zone="Europe/Berlin"))
        store.close()

    return filled


def half_a_month(workbench: Workbench) -> None:
    """A 4×4 since January in which Ada was met and Bo has a day."""
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))
    for name, days in (("Ada \x1b[31mLovelace", -4), ("Bo", 2)):
        person = add_person(workbench, replace(blank_contact(workbench, name), relation=Relation.KNOWN))
        start = datetime(2026, 11, 23, 12) + timedelta(days=days)
        made = plan(workbench, [person.id], start)
        if days < 0:
            take_step(workbench, made.interview, StepKind.MET)


def test_without_a_challenge_it_says_how_to_begin_and_ends_with_1(netchal: Netchal, data: Path) -> None:
    Store.open(data).close()

    ended = netchal("challenge")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "There is no challenge yet. Start one in the window.\n"


def test_it_makes_no_data_file(netchal: Netchal, data: Path) -> None:
    assert netchal("challenge").code == 1
    assert not data.exists()


def test_the_text_begins_with_the_challenge_and_names_the_people_of_the_month(
    netchal: Netchal, fill: Fill
) -> None:
    fill(half_a_month)

    ended = netchal("challenge")

    lines = ended.out.splitlines()
    assert (ended.code, ended.err) == (0, "")
    assert lines[0] == "4×4 Challenge, month 11 of 12, November 2026, running"
    assert lines[1] == "1 of 96 met"
    assert "People you know: 1 of 4 met" in lines
    assert "New people: 0 of 4 met" in lines
    assert any("Bo" in line and "Wed 25 Nov 12:00" in line for line in lines)


def test_names_cannot_steer_the_terminal(netchal: Netchal, fill: Fill) -> None:
    fill(half_a_month)

    out = netchal("challenge").out

    assert "Lovelace" in out
    assert "\x1b" not in out


def test_the_data_has_people_with_ids_and_names(netchal: Netchal, fill: Fill) -> None:
    fill(half_a_month)

    found = netchal("challenge", "--json").data

    known = found["periods"][10]["lanes"][0]
    assert (known["lane"], known["met"], known["quota"]) == ("known", 1, 4)
    assert [place["state"] for place in known["places"]] == ["met", "scheduled", "empty", "empty"]
    assert (known["places"][1]["name"], known["places"][1]["start"]) == ("Bo", "2026-11-25T12:00")
    assert found["funnel"]["met"] == [{key: known["places"][0][key] for key in ("id", "name")}]
    assert (found["state"], found["today"], found["period"]) == ("running", "2026-11-23", 11)


def test_another_challenge_is_found_by_its_name(netchal: Netchal, fill: Fill) -> None:
    def two(workbench: Workbench) -> None:
        half_a_month(workbench)
        start_challenge(workbench, draft(workbench, Template.HUNDRED_COFFEES, date(2027, 1, 1)))

    fill(two)

    assert netchal("challenge", "--json").data["challenge"]["name"] == "100 coffees"
    assert netchal("challenge", "--name", "4×4 challenge", "--json").data["met"] == 1


def test_a_name_that_no_challenge_has_is_one_line_and_code_1(netchal: Netchal, fill: Fill) -> None:
    fill(half_a_month)

    ended = netchal("challenge", "--name", "Marathon")

    assert (ended.code, ended.err) == (1, "No challenge is called Marathon.\n")


def test_it_works_on_the_example(netchal: Netchal) -> None:
    ended = netchal("--demo", "challenge", on=None)

    assert (ended.code, ended.err) == (0, "")


def met_twice(workbench: Workbench) -> None:
    """A new person who was met on the second and on the tenth of November, and one met once."""
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))
    for name, days in (("Ada", (2, 10)), ("Bo", (3,))):
        person = add_person(workbench, blank_contact(workbench, name))
        for day in days:
            take_step(
                workbench, plan(workbench, [person.id], datetime(2026, 11, day, 12)).interview, StepKind.MET
            )


def test_it_tells_which_new_people_were_met_again(netchal: Netchal, fill: Fill) -> None:
    fill(met_twice)

    assert (
        "Of 2 new people, 1 met again within 90 days. There is still time for 1." in netchal("challenge").out
    )
    found = netchal("challenge", "--json").data["new_people"]
    names = {key: [each["name"] for each in found[key]] for key in ("new", "again", "open")}
    assert (found["days"], names) == (90, {"new": ["Ada", "Bo"], "again": ["Ada"], "open": ["Bo"]})


def test_it_tells_who_was_asked_who_else(netchal: Netchal, fill: Fill) -> None:
    fill(met_twice)
    netchal("log", "met Bo on 4 Nov who-else: Karl, Mary")

    assert "Of 2 people you met, you asked 1; they named 2." in netchal("challenge").out
    found = netchal("challenge", "--json").data["who_else"]
    assert {key: [each["name"] for each in found[key]] for key in found} == {
        "named": ["Bo"],
        "nobody": [],
        "not_asked": ["Ada"],
        "people": ["Karl", "Mary"],
    }
