"""March 2011 entered by the command line alone: address book, log, plan; its report states the facts."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netchal_gui.cli import data as data_module
from netchal_gui.cli import entry
from tests.journeys.march_facts import CARDS, FRIENDS, LEARNED, MEETING, NEW, REPORT

RULE = {
    "name": "4×4",
    "period": "month",
    "periods": 12,
    "known": 4,
    "new": 4,
    "channels": ["coffee", "lunch"],
}


def cards(people: tuple[tuple[str, str, int], ...]) -> str:
    """An address book as a telephone gives it on."""
    lines = (f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTITLE:{role}\nEND:VCARD\n" for name, role, _ in people)
    return "".join(lines)


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[date, list[str]], None]:
    """Give the program a line of words on the evening of a day."""
    monkeypatch.setattr(data_module, "system_zone", lambda: "America/New_York")

    def on(day: date, words: list[str]) -> None:
        now = datetime(day.year, day.month, day.day, 23, tzinfo=UTC)
        monkeypatch.setattr(data_module, "_utc_now", lambda: now)
        assert entry.main(["--data", str(tmp_path / "netchal.db"), *words]) == 0

    return on


def enter(live: Callable[[date, list[str]], None], folder: Path) -> None:
    files = {
        "year.netchal": json.dumps({"program": "Netchal", "version": 1, "challenge": RULE}),
        "friends.vcf": cards(FRIENDS),
        "new.vcf": cards(NEW),
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    begin = date(2011, 1, 2)
    live(begin, ["import", str(folder / "year.netchal")])
    live(begin, ["import", "--relation", "known", str(folder / "friends.vcf")])
    live(begin, ["import", "--relation", "new", str(folder / "new.vcf")])
    names = ", ".join(name for name, _, _ in NEW)
    live(begin, ["log", f"met Helpful Hana 2010-12-20 coffee no thanks who-else: {names}"])
    for name, _, day in sorted((*FRIENDS, *NEW), key=lambda each: each[2]):
        live(date(2011, 3, 1), ["plan", name, "--at", f"2011-03-{day:02} 12:00"])
        learned = f" learned: {LEARNED}" if name == "Sam Cole" else ""
        live(date(2011, 3, day), ["log", f"met {name} today coffee thanked{learned}"])
    live(date(2011, 3, 29), ["log", f'met {", ".join(CARDS)} today #event:"{MEETING}" thanked'])
    for number, name in enumerate(CARDS):
        when = f"2011-04-{5 + number:02} 12:00"
        live(date(2011, 3, 30), ["plan", name, "--at", when, "--channel", "lunch", "--place", "Bistro"])


def test_the_report_states_the_month(live: Callable[[date, list[str]], None], tmp_path: Path) -> None:
    enter(live, tmp_path)
    target = tmp_path / "report.md"
    live(date(2011, 3, 31), ["report", "month", "--month", "2011-03", "-o", str(target)])

    assert target.read_text("utf-8") == REPORT.format(card="somebody new", learned="")


def test_the_state_of_the_challenge_has_its_numbers(
    live: Callable[[date, list[str]], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enter(live, tmp_path)
    capsys.readouterr()
    live(date(2011, 3, 31), ["--json", "challenge"])
    told = json.loads(capsys.readouterr().out)

    assert (told["met"], told["goal"]) == (8, 96)
