"""``netchal log`` makes all that one line says, or only says what it would make."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netchal_gui.cli import data as data_module
from netchal_gui.domain.contact import Contact
from netchal_gui.storage.store import Store
from tests.cli.conftest import Netchal

LINE = "met Ada Lovelace #event:ATD phone thanks who-else: Charles Babbage, Mary Somerville yesterday"


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_module, "_utc_now", lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    monkeypatch.setattr(data_module, "system_zone", lambda: "Europe/Berlin")


def people(data: Path) -> list[str]:
    store = Store.open(data)
    names = [person.name for person in store.every(Contact)]
    store.close()
    return names


def test_a_line_is_made_and_told(netchal: Netchal, data: Path) -> None:
    ended = netchal("log", *LINE.split())

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "Made:",
        "  an interview with Ada Lovelace (new), by phone, “ATD”, yesterday",
        "  a thank-you done",
        "  2 ideas named by Ada Lovelace: Charles Babbage (new), Mary Somerville (new)",
    ]
    assert people(data) == ["Ada Lovelace", "Charles Babbage", "Mary Somerville"]


def test_programs_get_json(netchal: Netchal) -> None:
    found = netchal("log", "--json", LINE).data

    assert (found["start"], found["channel"], found["planned"]) == ("2026-11-22T12:00", "phone", False)
    assert [(each["name"], each["new"]) for each in found["people"]] == [("Ada Lovelace", True)]
    assert [each["name"] for each in found["new"]] == ["Charles Babbage", "Mary Somerville"]


def test_a_dry_run_changes_nothing(netchal: Netchal, data: Path) -> None:
    netchal("log", "met Bob")
    ended = netchal("log", "--dry-run", LINE)

    assert ended.out.startswith("Would make:\n  an interview with Ada Lovelace (new)")
    assert people(data) == ["Bob"]


def test_what_is_not_understood_is_kept_and_said(netchal: Netchal) -> None:
    ended = netchal("log", "met Ada quickly in the hall")

    assert "Not understood, kept as a note: “quickly in the hall”" in ended.out
    assert ended.code == 0


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_an_interview_planned_with_them_for_another_day_is_said(
    netchal: Netchal, how: tuple[str, ...]
) -> None:
    netchal("plan", "Ada Lovelace", "--at", "2026-11-27 12:00", "--zone", "Europe/Berlin")
    ended = netchal("log", *how, "met Ada Lovelace phone")

    said = "Ada Lovelace is also planned for Fri 27 Nov, 12:00; that interview stays."
    assert ended.out.splitlines()[-1] == said


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_a_line_without_anybody_is_refused_in_one_sentence(netchal: Netchal, how: tuple[str, ...]) -> None:
    netchal("log", "met Bob")
    ended = netchal("log", *how, "phone yesterday")

    assert (ended.code, ended.out, ended.err) == (1, "", "Name at least one person.\n")
