"""A year with all that is around its talks, as the command line tells it."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from netchal_gui.commands.source_yield import source_yields
from netchal_gui.domain.contact import Contact, Source
from netchal_gui.domain.pipeline import Column
from netchal_gui.storage.store import Store
from tests.journeys.lived_year import Year, columns, each_evening, on_the_command_line
from tests.journeys.whole_contacts import IN_TOUCH
from tests.journeys.whole_days import EVENINGS
from tests.journeys.whole_numbers import NUMBERS
from tests.journeys.whole_year import XAVER, YARA


@each_evening
def test_the_places_of_each_month(year: Year, on: date) -> None:
    told = year.seen[on].told

    assert tuple(period["met"] for period in told["periods"]) == NUMBERS[on].months
    assert (told["met"], told["goal"]) == (sum(NUMBERS[on].months), 96)
    assert (told["state"], told["period"], told["today"]) == ("running", on.month, on.isoformat())


@each_evening
def test_how_many_were_asked_answered_met_and_introduced(year: Year, on: date) -> None:
    funnel = year.seen[on].told["funnel"]

    assert (
        tuple(len(funnel[name]) for name in ("asked", "replied", "met", "introduced")) == NUMBERS[on].funnel
    )


@each_evening
def test_where_the_new_ones_came_from(year: Year, on: date) -> None:
    found = {each["source"]: len(each["people"]) for each in year.seen[on].told["sources"]}

    assert found == NUMBERS[on].sources


@each_evening
def test_the_forecast(year: Year, on: date) -> None:
    found, wanted = year.seen[on].told["forecast"], NUMBERS[on]

    outlook = ("expected", "scheduled", "invitations", "ask_more")
    assert tuple(found[name] for name in outlook) == wanted.outlook
    shares = (found["share_took_place"], found["share_met"])
    assert shares == pytest.approx((wanted.took_place, wanted.asked_met), abs=1e-4)
    people = (found["under_way"], found["at_this_pace"])
    assert people == pytest.approx((wanted.under_way, wanted.at_this_pace), abs=1e-4)


@each_evening
def test_who_was_met_again_and_for_whom_no_place_was_left(year: Year, on: date) -> None:
    told, wanted = year.seen[on].told, NUMBERS[on]

    again = [(each["name"], each["why"]) for each in told["uncounted"]]
    assert again == [(name, "already_met") for name in wanted.uncounted]
    assert tuple(each["name"] for each in told["extra"]) == wanted.extra


@each_evening
def test_the_reports_to_the_partner(year: Year, on: date) -> None:
    partner = year.seen[on].told["partner"]

    assert (date.fromisoformat(partner["due"]), partner["reported"]) == NUMBERS[on].report
    assert (partner["name"], tuple(partner["missed"])) == ("Noor", NUMBERS[on].missed)


@each_evening
def test_the_command_line_tells_the_same_lists_as_the_window(year: Year, on: date) -> None:
    told, in_touch = year.seen[on].told, IN_TOUCH[on]

    tasks = [(each["kind"], each["name"], each["due"], each["age"]) for each in told["to_do"]]
    assert tasks == [(each.kind, each.name, each.due.isoformat(), each.age) for each in EVENINGS[on].to_do]
    late = [(each["name"], each["lateness"]) for each in told["stay_in_touch"]]
    assert len(late) == len(in_touch.close) + len(in_touch.never) + len(in_touch.rhythm)
    overdue = {name for name, last in (*in_touch.close, *in_touch.rhythm) if last} - set(in_touch.due)
    assert {name for name, lateness in late if lateness == "overdue"} == overdue


@pytest.fixture
def copied(year: Year, tmp_path: Path) -> Path:
    """The data file of the year's end, to go on with."""
    path = tmp_path / "netchal.db"
    shutil.copy(year.path, path)
    return path


NOW = datetime(2026, 12, 31, 20, tzinfo=UTC)


def logged(path: Path, line: str) -> dict[str, Any]:
    return on_the_command_line(path, NOW, "log", "--json", line)


def test_a_line_is_in_every_count(copied: Path) -> None:
    """Yara, who was asked, is met and thanked; Zora, whom she names, is an idea; all places are full."""
    made = logged(copied, f"met {YARA} coffee thanks who-else: Zora Zimmer yesterday")
    told = on_the_command_line(copied, NOW, "challenge", "--json")

    assert [each["name"] for each in made["new"]] == ["Zora Zimmer"]
    assert (made["planned"], told["met"], len(told["funnel"]["asked"])) == (True, 96, 76)
    assert [each["name"] for each in told["extra"]] == [YARA, "N08f"]
    store = Store.open(copied)
    found = columns(store)
    assert {column: len(found[column]) for column in Column} == {
        Column.IDEA: 1,
        Column.ASKED: 1,
        Column.REPLIED: 0,
        Column.SCHEDULED: 0,
        Column.MET: 6,
        Column.THANKED: 96,
    }
    sources = {row.source: row.counts for row in source_yields(store) if not row.is_part}
    assert sources[Source.INTRODUCTION] == (15, 14, 14, 13)
    assert "Zora Zimmer" in {person.name for person in store.every(Contact)}
    store.close()


def test_a_german_line_does_the_same(copied: Path) -> None:
    """Xaver, who declined in June, was met by chance; no place is left for him."""
    made = logged(copied, f"{XAVER} getroffen telefon wer noch: niemand gestern")
    told = on_the_command_line(copied, NOW, "challenge", "--json")

    assert [(each["name"], each["new"]) for each in made["people"]] == [(XAVER, False)]
    assert (made["channel"], made["start"]) == ("phone", "2026-12-30T12:00")
    assert [each["name"] for each in told["extra"]] == [XAVER, "N08f"]
