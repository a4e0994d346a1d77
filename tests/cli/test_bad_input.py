"""What one is told about files that are not what they should be: one line, code 1, nothing changed."""

import base64
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netchal_gui.storage.file_mark import SCHEMA_VERSION
from netchal_gui.storage.store import Store
from tests.cli.conftest import Netchal


def text(path: Path) -> None:
    path.write_text("Dear Ada,\nhow are you?\n")


def empty(path: Path) -> None:
    path.touch()


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 64)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE contact (name TEXT)")


def newer(path: Path) -> None:
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
        connection.execute("PRAGMA user_version = 99")


def folder(path: Path) -> None:
    path.mkdir()


@pytest.fixture
def before(netchal: Netchal, data: Path) -> bytes:
    """A data file with one entry in it, and its bytes."""
    netchal("journal", "add", "Listening is work.")
    return data.read_bytes()


@pytest.mark.parametrize(
    ("make", "name", "sentence"),
    [
        (text, "a.vcf", "a.vcf, line 1: not an address book file: there is no card in it"),
        (empty, "a.vcf", "a.vcf, line 1: the file is empty"),
        (picture, "a.vcf", "a.vcf, line 1: not an address book file: there is no card in it"),
        (foreign, "a.vcf", "a.vcf, line 1: not an address book file: there is no card in it"),
        (folder, "a.vcf", "{path} is a folder. Name a file."),
        (lambda path: None, "a.vcf", "{path} is not there."),
        (text, "a.ics", "a.ics is not a calendar: there is no event in it. Export it again."),
        (empty, "a.ics", "a.ics is empty."),
    ],
)
def test_a_file_that_cannot_be_imported_is_told_in_one_line(
    netchal: Netchal,
    data: Path,
    before: bytes,
    tmp_path: Path,
    make: Callable[[Path], None],
    name: str,
    sentence: str,
) -> None:
    make(tmp_path / name)
    ended = netchal("import", tmp_path / name)

    assert (ended.code, ended.err) == (1, sentence.format(path=tmp_path / name) + "\n")
    assert data.read_bytes() == before


@pytest.mark.parametrize(
    "command", [["check"], ["backup"], ["journal", "add", "x"], ["export", "all", "-o", "x.json"]]
)
@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (empty, "{path} is empty, which a Netchal data file never is. Restore a backup."),
        (text, "{path} is not a Netchal data file. Choose another one."),
        (foreign, "{path} is not a Netchal data file. Choose another one."),
        (
            newer,
            f"{{path}} was written by a later Netchal (format 99; this one reads up to {SCHEMA_VERSION}). "
            "Install the later version; nothing was changed.",
        ),
    ],
)
def test_a_data_file_that_is_none_is_told_in_one_line_and_left_as_it_is(
    netchal: Netchal, tmp_path: Path, command: list[str], make: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "mine.db"
    make(path)
    before = path.read_bytes()
    ended = netchal(*command, on=path)

    assert (ended.code, ended.out, ended.err) == (1, "", sentence.format(path=path) + "\n")
    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} <= {"mine.db", "mine.db.lock"}


def test_what_a_person_who_is_taken_lost_is_told(netchal: Netchal, tmp_path: Path) -> None:
    photo = base64.b64encode(bytes(2_100_000)).decode()
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nPHOTO;ENCODING=b:{photo}\nEND:VCARD\n"
    (tmp_path / "a.vcf").write_text(card)
    ended = netchal("import", tmp_path / "a.vcf")

    assert ended.out.splitlines() == [
        "new  a.vcf:1  Ada Lovelace  line 4: the photo is larger than 2 MB and was left out",
        "Added 1 person from a.vcf.",
    ]


def test_of_very_many_broken_cards_the_first_are_told(netchal: Netchal, tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nNOTE:nobody\nEND:VCARD\n"
    (tmp_path / "a.vcf").write_text(card * 1_200 + "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n")
    lines = netchal("import", tmp_path / "a.vcf").out.splitlines()

    assert len(lines) == 1_002
    assert lines[-2:] == [
        "There are more like these. With --dry-run, all are told.",
        "Added 1 person from a.vcf.",
    ]
