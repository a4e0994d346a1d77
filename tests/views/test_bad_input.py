"""What the window says about files that are not what they should be, in whole sentences."""

import base64
import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from netchal_gui.files import lock_for
from netchal_gui.item_models.verdict_table import VerdictColumn
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.file_mark import SCHEMA_VERSION
from netchal_gui.storage.store import Store
from netchal_gui.views.import_dialog import ImportDialog
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.opening import open_data
from netchal_gui.workbench import Workbench

PHOTO = base64.b64encode(bytes(30_000_000)).decode()
CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEND:VCARD\n"


def text(path: Path) -> None:
    path.write_text("Dear Ada,\nhow are you?\n")


def empty(path: Path) -> None:
    path.touch()


def large_photo(path: Path) -> None:
    path.write_text(CARDS.replace("END", f"PHOTO;ENCODING=b:{PHOTO}\nEND"))


def cards(path: Path) -> None:
    path.write_text(CARDS)


def gone(path: Path) -> None:
    """Nothing is made."""


class Importing:
    """An import dialog on one file, as it stands when it has read it."""

    def __init__(self, workbench: Workbench, qtbot: QtBot, path: Path) -> None:
        self.jobs, self._qtbot = Jobs(), qtbot
        self.dialog = ImportDialog(workbench, self.jobs, [path])
        self.dialog.show()
        self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.jobs.busy)

    def row(self, column: VerdictColumn) -> str:
        return str(self.dialog.table.index(0, column).data())

    def close(self) -> None:
        if shiboken6.isValid(self.dialog):
            self.dialog.reject()
        self.jobs.finish(cancel=True)


@pytest.fixture
def read(workbench: Workbench, qtbot: QtBot, tmp_path: Path):
    """Open the dialog on a file that is made so; closed at the end."""
    made: list[Importing] = []

    def open_on(make: Callable[[Path], None]) -> Importing:
        make(tmp_path / "a.vcf")
        made.append(Importing(workbench, qtbot, tmp_path / "a.vcf"))
        return made[-1]

    yield open_on
    for each in made:
        each.close()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (text, "not an address book file: there is no card in it"),
        (empty, "the file is empty"),
    ],
)
def test_a_file_without_a_card_stands_in_the_table_with_its_reason(read, make, reason) -> None:
    importing = read(make)

    assert (importing.row(VerdictColumn.VERDICT), importing.row(VerdictColumn.REASON)) == ("refused", reason)
    assert importing.dialog._state.text() == "There is nobody to import."
    assert not importing.dialog.apply.isEnabled()


def test_a_person_with_a_far_too_large_photo_is_new_and_the_photo_is_named(read) -> None:
    importing = read(large_photo)

    assert (importing.row(VerdictColumn.VERDICT), importing.row(VerdictColumn.NAME)) == (
        "new",
        "Ada Lovelace",
    )
    assert importing.row(VerdictColumn.REASON) == "line 4: the photo is larger than 2 MB and was left out"


def test_a_file_that_is_gone_is_named(read, tmp_path: Path) -> None:
    importing = read(gone)

    assert importing.dialog._fault.text() == f"{tmp_path / 'a.vcf'} is not there."
    assert importing.dialog._fault.isVisible()


def test_an_import_on_a_full_disk_says_so_and_can_be_tried_again(
    read, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing = read(cards)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "put", full)
        importing.dialog.apply.click()
        importing.wait()
        said = importing.dialog._fault.text()
        people = workbench.store.rows("SELECT count(*) FROM contact")
    importing.dialog.apply.click()
    importing.wait()

    assert said == "The disk that holds netchal.db is full. Free some space and try again."
    assert people == [(0,)]
    assert workbench.store.rows("SELECT name FROM contact") == [("Ada Lovelace",)]


def full(*_: object) -> None:
    raise StoreFault("The disk that holds netchal.db is full. Free some space and try again.")


def test_a_report_into_a_read_only_folder_is_told_by_its_name(
    read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing, target = read(cards), tmp_path / "report.txt"

    def refuse(prefix: str, **place: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place["dir"] / f"{prefix}x"))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    importing.dialog.save_report(str(target))
    importing.wait()

    assert importing.dialog._fault.text() == (
        f"Netchal may not use {target}. Choose another place, or change its permissions."
    )


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE contact (name TEXT)")


def newer(path: Path) -> None:
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
        connection.execute("PRAGMA user_version = 99")


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
def test_a_data_file_that_is_none_is_told_with_what_one_can_do(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make, sentence: str
) -> None:
    path = tmp_path / "mine.db"
    make(path)
    before, said, choices = path.read_bytes(), [], []

    def quit_at_once(box: QMessageBox) -> int:
        said.append((box.text(), box.informativeText()))
        choices.extend(button.text() for button in box.buttons())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", quit_at_once)

    assert open_data(path, (), "Europe/Berlin") is None
    assert said == [("The data file could not be opened.", sentence.format(path=path))]
    assert sorted(choices) == ["Choose another file…", "Quit", "Restore a backup…"]
    assert path.read_bytes() == before
    lock = lock_for(path)
    assert lock.take(), "nobody holds the file any more"
    lock.release()
