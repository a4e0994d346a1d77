"""Each command does its work on the data file, prints a line or JSON, and ends with the right code."""

import json
from pathlib import Path

import pytest

from netchal_gui.commands.backup import backups
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.store import Store
from tests.cli.conftest import Netchal

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ada Lovelace
N:Lovelace;Ada;;;
EMAIL:ada@example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Jürgen Größe
N:Größe;Jürgen;;;
END:VCARD
"""


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    path = tmp_path / "people.vcf"
    path.write_text(CARDS, "utf-8")
    return path


def stored(path: Path, kind: type[Contact] | type[Interview] | type[JournalEntry]) -> list[object]:
    store = Store.open(path, create=False)
    try:
        return list(store.every(kind))
    finally:
        store.close()


def test_import_brings_people_in_as_the_relation_says(netchal: Netchal, data: Path, cards: Path) -> None:
    ended = netchal("import", cards, "--relation", "known")

    assert (ended.code, ended.err) == (0, "")
    people = stored(data, Contact)
    assert [one.name for one in people] == ["Ada Lovelace", "Jürgen Größe"]
    assert {one.relation for one in people} == {Relation.KNOWN}


def test_a_dry_run_prints_a_verdict_for_each_item_and_changes_nothing(
    netchal: Netchal, data: Path, cards: Path
) -> None:
    Store.open(data).close()
    ended = netchal("import", cards, "--dry-run")

    assert [line.split("  ")[:3] for line in ended.out.splitlines()] == [
        ["new", "people.vcf:1", "Ada Lovelace"],
        ["new", "people.vcf:7", "Jürgen Größe"],
    ]
    assert stored(data, Contact) == []


def test_importing_twice_adds_nothing(netchal: Netchal, data: Path, cards: Path) -> None:
    netchal("import", cards)

    assert netchal("import", cards, "--json").data["counts"]["same"] == 2
    assert len(stored(data, Contact)) == 2


def test_a_file_without_a_card_is_one_line_and_code_1(netchal: Netchal, tmp_path: Path) -> None:
    (tmp_path / "letter.vcf").write_text("Dear Ada")

    ended = netchal("import", tmp_path / "letter.vcf")

    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "letter.vcf" in ended.err


def test_everything_goes_out_and_in_by_content(netchal: Netchal, tmp_path: Path, cards: Path) -> None:
    netchal("import", cards)
    netchal("export", "all", "-o", tmp_path / "first.json")
    renamed = (tmp_path / "first.json").rename(tmp_path / "first.dat")

    ended = netchal("import", renamed, on=tmp_path / "other.db")
    netchal("export", "all", "-o", tmp_path / "second.json", on=tmp_path / "other.db")

    assert ended.code == 0
    assert renamed.read_bytes() == (tmp_path / "second.json").read_bytes()


def test_plan_makes_people_and_says_when(netchal: Netchal, data: Path) -> None:
    ended = netchal("plan", "Ada Lovelace", "--at", "2026-12-03 12:00", "--zone", "Europe/Berlin")

    assert ended.out.splitlines() == [
        "Planned with Ada Lovelace: Thursday 3 December 2026, 12:00–12:45 (Europe/Berlin)",
        "Ada Lovelace is new.",
    ]
    assert len(stored(data, Interview)) == 1


def test_plan_tells_of_a_repeated_hour_in_json(netchal: Netchal) -> None:
    ended = netchal("plan", "Ada", "--at", "2026-10-25 02:30", "--zone", "Europe/Berlin", "--json")

    assert ended.data["utc"] == "2026-10-25T00:30+00:00"
    assert ended.data["notices"] == ["time_repeated"]


def test_the_second_of_a_repeated_hour_can_be_chosen(netchal: Netchal) -> None:
    zone = ("--zone", "Europe/Berlin")
    ended = netchal("plan", "Ada", "--at", "2026-10-25 02:30", *zone, "--fold", "1", "--json")

    assert ended.data["utc"] == "2026-10-25T01:30+00:00"


def test_block_keeps_hours_or_a_whole_day(netchal: Netchal) -> None:
    hours = netchal("block", "2026-12-01", "--from", "12:00", "--to", "13:30", "--zone", "UTC")
    day = netchal("block", "2026-12-02", "--json")

    assert hours.out == "Blocked: Tuesday 1 December 2026, 12:00–13:30 (UTC)\n"
    assert day.data["blocks"][0]["whole_day"] is True


def test_a_block_that_ends_before_it_begins_is_refused(netchal: Netchal) -> None:
    ended = netchal("block", "2026-12-01", "--from", "12:00", "--to", "11:00")

    assert (ended.code, ended.out, ended.err) == (1, "", "The end must come after the start.\n")


def test_interviews_go_into_one_file_or_a_folder(netchal: Netchal, tmp_path: Path) -> None:
    for day in (3, 8):
        netchal("plan", "Ada", "--at", f"2026-12-0{day} 12:00")

    one = netchal("export", "interviews", "--month", "2026-12", "-o", tmp_path / "december.ics", "--json")
    many = netchal("export", "interviews", "--all", "-o", tmp_path / "folder", "--json")

    assert one.data["files"] == [str(tmp_path / "december.ics")]
    assert (one.data["events"], many.data["events"]) == (2, 2)
    assert len(list((tmp_path / "folder").glob("*.ics"))) == 2


@pytest.mark.parametrize(("asked", "version"), [((), "3.0"), (("--vcard", "4"), "4.0")])
def test_contacts_go_out_as_vcard(
    netchal: Netchal, tmp_path: Path, cards: Path, asked: tuple[str, ...], version: str
) -> None:
    netchal("import", cards)

    netchal("export", "contacts", "-o", tmp_path / "out.vcf", *asked)

    assert (tmp_path / "out.vcf").read_text("utf-8").count(f"VERSION:{version}") == 2


def test_the_journal_is_written_searched_and_exported(netchal: Netchal, tmp_path: Path) -> None:
    netchal("journal", "add", "Größe", "lernt man beim Zuhören")

    assert "Größe lernt man" in netchal("journal", "search", "grosse").out
    assert netchal("journal", "search", "nothing", "--json").data == {"entries": []}
    netchal("export", "journal", "-o", tmp_path / "journal.md")
    assert "Größe lernt man" in (tmp_path / "journal.md").read_text("utf-8")


def test_an_empty_entry_is_refused(netchal: Netchal) -> None:
    assert netchal("journal", "add", " ").code == 1


def test_check_of_a_whole_file(netchal: Netchal, data: Path, cards: Path) -> None:
    netchal("import", cards)

    assert netchal("check").out == f"{data} is whole: 2 people, 0 interviews, 0 entries.\n"
    assert netchal("check", "--json").data["whole"] is True


def test_check_of_a_damaged_file_names_each_damage_and_fails(
    netchal: Netchal, data: Path, cards: Path
) -> None:
    netchal("import", cards)
    data.write_bytes(data.read_bytes().replace(b"Lovelace", b"Lovelade"))

    ended = netchal("check")

    assert ended.code == 1
    assert "contact" in ended.out
    assert ended.err.startswith(f"{data} is damaged in ")


def test_backup_and_restore(netchal: Netchal, data: Path, cards: Path) -> None:
    netchal("import", cards)
    made = netchal("backup", "--json").data["file"]
    netchal("journal", "add", "later")

    ended = netchal("restore", made)

    assert ended.out.splitlines()[0] == f"Restored {data}: 2 people, 0 interviews, 0 entries."
    assert stored(data, JournalEntry) == []
    assert len(list(data.parent.glob("netchal-before-restore-*.db"))) == 1


def test_backups_are_listed_with_what_they_hold(netchal: Netchal, data: Path, cards: Path) -> None:
    netchal("import", cards)
    netchal("backup")

    listed = netchal("backup", "--list", "--json").data["backups"]

    assert [one["people"] for one in listed] == [2, 0]
    assert len(netchal("backup", "--list").out.splitlines()) == len(backups(data)) == 2


def test_a_backup_into_a_folder_gets_a_name(netchal: Netchal, cards: Path, tmp_path: Path) -> None:
    netchal("import", cards)
    (tmp_path / "stick").mkdir()

    netchal("backup", "-o", tmp_path / "stick")

    assert [found.suffix for found in (tmp_path / "stick").iterdir()] == [".db"]


@pytest.mark.parametrize(
    "words", [("export", "all"), ("export", "contacts"), ("export", "journal"), ("backup",)]
)
def test_nothing_is_written_over_the_data_file(
    netchal: Netchal, data: Path, cards: Path, words: tuple[str, ...]
) -> None:
    netchal("import", cards)
    before = data.read_bytes()

    ended = netchal(*words, "-o", data)

    assert ended.code == 1
    assert "data file itself" in ended.err
    assert data.read_bytes() == before


def test_json_stands_before_or_after_the_command(netchal: Netchal, cards: Path) -> None:
    netchal("import", cards)

    assert json.loads(netchal("--json", "check").out) == netchal("check", "--json").data


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("journal", "search", "listening"),
        ("plan", "Ada", "--at", "2026-12-03 12:00"),
        ("block", "2026-12-01"),
        ("journal", "add", "A line"),
        ("backup", "--list"),
    ],
)
def test_the_example_works_with_every_command(netchal: Netchal, words: tuple[str, ...]) -> None:
    ended = netchal("--demo", *words, "--json", on=None)

    assert (ended.code, ended.err) == (0, "")
    assert ended.data


def test_the_example_takes_no_data_file(netchal: Netchal) -> None:
    assert netchal("--demo", "check").code == 1


def test_the_self_test_passes_with_a_line_for_each_proof(netchal: Netchal) -> None:
    ended = netchal("self-test", proof=lambda: "Qt")

    assert (ended.code, ended.err) == (0, "")
    assert [line.split()[0] for line in ended.out.splitlines()] == ["ok"] * 8


def test_a_proof_that_fails_fails_the_self_test(netchal: Netchal) -> None:
    def no_window() -> str:
        raise RuntimeError("Qt painted nothing")

    ended = netchal("self-test", proof=no_window)

    assert ended.code == 1
    assert "FAILED  window  RuntimeError: Qt painted nothing" in ended.out
    assert ended.err == "This program is not complete: window\n"
