"""Wrong usage, open windows, missing files, hostile names: the right code, one line, nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from netchal_gui.files import lock_for
from netchal_gui.paths import data_file
from netchal_gui.storage.store import Store
from tests.cli.conftest import Netchal

PLAN = ("plan", "Ada", "--at")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("import",),
        ("import", "a.vcf", "--relation", "foe"),
        ("plan", "Ada"),
        (*PLAN, "tomorrow"),
        (*PLAN, "2026-12-03"),
        (*PLAN, "2026-12-03 12:00+01:00"),
        (*PLAN, "2026-12-03 12:00", "--zone", "Nowhere/City"),
        (*PLAN, "2026-12-03 12:00", "--minutes", "0"),
        (*PLAN, "2026-12-03 12:00", "--channel", "pigeon"),
        ("block", "1 December"),
        ("block", "2026-12-01", "--from", "noon"),
        ("export",),
        ("export", "all"),
        ("export", "interviews", "--month", "2026-13", "-o", "x.ics"),
        ("export", "interviews", "--month", "2026-12", "--all", "-o", "x.ics"),
        ("export", "contacts", "--vcard", "2", "-o", "x.vcf"),
        ("journal", "search"),
        ("restore",),
        ("report", "year", "-o", "x.md"),
        ("report", "month", "--format", "pdf", "-o", "x.pdf"),
        ("report", "plan"),
    ],
)
def test_wrong_usage_ends_with_2_and_makes_no_file(
    netchal: Netchal, data: Path, words: tuple[str, ...]
) -> None:
    ended = netchal(*words)

    assert (ended.code, ended.out) == (2, "")
    assert "usage: netchal" in ended.err
    assert not data.parent.exists()


@pytest.mark.parametrize("words", [("--help",), ("plan", "--help"), ("export", "all", "--help")])
def test_help_is_printed(netchal: Netchal, words: tuple[str, ...]) -> None:
    ended = netchal(*words)

    assert ended.code == 0
    assert ended.out.startswith("usage: netchal")


def test_the_version_is_printed(netchal: Netchal) -> None:
    assert netchal("--version").out.startswith("Netchal ")


@pytest.mark.parametrize("words", [("check",), ("journal", "search", "x"), ("backup",)])
def test_a_reading_command_makes_no_data_file(netchal: Netchal, data: Path, words: tuple[str, ...]) -> None:
    ended = netchal(*words)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == f"There is no file {data}.\n"
    assert not data.exists()


def test_a_file_that_is_not_there_is_said(netchal: Netchal, tmp_path: Path) -> None:
    ended = netchal("import", tmp_path / "nobody.vcf")

    assert (ended.code, ended.err) == (1, f"{tmp_path / 'nobody.vcf'} is not there.\n")


@pytest.mark.parametrize(
    "words",
    [
        (*PLAN, "2026-12-03 12:00"),
        ("block", "2026-12-01"),
        ("journal", "add", "x"),
        ("export", "interviews", "-o", "x.ics"),
        ("restore", "x.db"),
    ],
)
def test_a_writing_command_says_that_netchal_is_open(
    netchal: Netchal, data: Path, words: tuple[str, ...]
) -> None:
    Store.open(data).close()
    window = lock_for(data)
    assert window.take()
    try:
        ended = netchal(*words)
    finally:
        window.release()

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == f"Netchal is open with {data}. Do it there, or close it and try again.\n"


@pytest.mark.parametrize("words", [("check",), ("journal", "search", "x"), ("backup",)])
def test_a_reading_command_works_beside_an_open_window(
    netchal: Netchal, data: Path, words: tuple[str, ...]
) -> None:
    window, store = lock_for(data), Store.open(data)
    assert window.take()
    try:
        assert netchal(*words).code == 0
    finally:
        store.close()
        window.release()


def test_files_to_import_go_to_the_open_window(
    netchal: Netchal, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(data).close()
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nFN:Ada\nEND:VCARD\n")
    taken: list[Path] = []
    monkeypatch.setattr(
        "netchal_gui.cli.importing.hand_over", lambda path, files: taken.extend(files) or True
    )
    window = lock_for(data)
    assert window.take()
    try:
        ended = netchal("import", tmp_path / "a.vcf", "--json")
    finally:
        window.release()

    assert (ended.code, ended.data) == (0, {"handed_over": True})
    assert taken == [tmp_path / "a.vcf"]


def test_a_name_cannot_steer_the_terminal(netchal: Netchal) -> None:
    ended = netchal(*("plan", "Ada\x1b[31m\u202eevil", "--at", "2026-12-03 12:00"))

    assert ended.code == 0
    assert "\x1b" not in ended.out
    assert "\u202e" not in ended.out


def test_without_data_the_usual_file_is_used(netchal: Netchal) -> None:
    netchal("journal", "add", "Hello", on=None)

    assert data_file().is_file()
    assert data_file().stat().st_mode & 0o777 == 0o600


def test_a_terminal_that_knows_few_letters_is_no_fault(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "netchal_gui", "--data", str(tmp_path / "n.db"), *PLAN, "2026-12-03 12:00"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "HOME": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        timeout=300,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"12:00\\u201312:45" in ended.stdout


def test_the_sentences_are_german_where_the_environment_is(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "netchal_gui", "--data", str(tmp_path / "n.db"), "check"],
        capture_output=True,
        env={"LANGUAGE": "de", "PYTHONUTF8": "1", "PATH": "", "HOME": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        timeout=300,
        check=False,
    )

    assert ended.returncode == 1
    assert str(tmp_path / "n.db") in ended.stderr.decode()
    assert "There is no file" not in ended.stderr.decode()
