"""Restore: the backup takes the place of the data file, which is set aside; a bad backup changes nothing."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.commands.backup import back_up
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.restore import put_back, restore
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.storage import backup
from netchal_gui.storage.faults import DamagedFile, ForeignFile, MissingFile, NewerFile, StoreFault
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    person = Contact(id=uuid4(), name="Ada Lovelace", created=workbench.now())
    workbench.apply(Edit("Add person", (Change(None, person),)))
    return person


@pytest.fixture
def source(workbench: Workbench, ada: Contact) -> Path:
    """A backup from before Ada was renamed."""
    made = back_up(workbench).path
    workbench.apply(Edit("Rename", (Change(ada, replace(ada, name="Ada King")),)))
    return made


def names(store: Store) -> list[str]:
    return [person.name for person in store.every(Contact)]


def names_in(path: Path) -> list[str]:
    store = Store.open(path, create=False)
    try:
        return names(store)
    finally:
        store.close()


def test_restoring_brings_back_what_the_backup_holds(workbench: Workbench, source: Path) -> None:
    restore(workbench, source)

    assert names(workbench.store) == ["Ada Lovelace"]


def test_the_former_data_file_is_set_aside(workbench: Workbench, source: Path) -> None:
    kept = restore(workbench, source)

    assert kept is not None
    assert names_in(kept) == ["Ada King"]


def test_the_history_is_empty_and_work_goes_on(workbench: Workbench, ada: Contact, source: Path) -> None:
    restore(workbench, source)
    assert workbench.undo_label is None

    workbench.apply(Edit("Rename", (Change(ada, replace(ada, name="Countess")),)))
    assert names(workbench.store) == ["Countess"]
    workbench.undo()
    assert names(workbench.store) == ["Ada Lovelace"]


def test_the_backup_itself_stays(workbench: Workbench, source: Path) -> None:
    before = source.read_bytes()

    restore(workbench, source)

    assert source.read_bytes() == before


def test_a_data_file_that_is_gone_is_put_back(workbench: Workbench, source: Path, clock: Clock) -> None:
    workbench.store.close()
    path = workbench.store.path
    path.unlink()

    assert put_back(source, path, clock.now()) is None
    assert names_in(path) == ["Ada Lovelace"]


def test_a_damaged_data_file_and_its_log_are_set_aside(
    workbench: Workbench, source: Path, clock: Clock
) -> None:
    workbench.store.close()
    path = workbench.store.path
    path.write_bytes(b"scrambled")
    path.with_name(path.name + "-wal").write_bytes(b"scrambled too")

    kept = put_back(source, path, clock.now())

    assert kept is not None
    assert kept.read_bytes() == b"scrambled"
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"scrambled too"
    assert names_in(path) == ["Ada Lovelace"]


def test_a_restore_that_was_stopped_between_its_two_renamings_goes_on_at_the_next_start(
    workbench: Workbench, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbench.store.path
    monkeypatch.setattr(backup, "exchange", stopped_half_way)
    with pytest.raises(KeyboardInterrupt):
        put_back(source, path, workbench.now())
    assert not path.exists()

    assert names_in(path) == ["Ada Lovelace"]


def stopped_half_way(path: Path, kept: Path) -> None:
    path.replace(kept)
    raise KeyboardInterrupt


def test_a_copy_that_an_earlier_restore_left_is_not_taken_for_the_missing_file(
    workbench: Workbench, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbench.store.path
    monkeypatch.setattr(backup, "exchange", stopped_before)
    with pytest.raises(KeyboardInterrupt):
        put_back(source, path, workbench.now())
    workbench.store.close()
    path.unlink()

    with pytest.raises(MissingFile):
        Store.open(path)


def stopped_before(path: Path, kept: Path) -> None:
    raise KeyboardInterrupt


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")


def bit_flipped(path: Path) -> None:
    text = path.read_bytes()
    assert b"Ada Lovelace" in text
    path.write_bytes(text.replace(b"Ada Lovelace", b"Ada Lovelabe"))


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-6000])


def test_a_foreign_database_is_refused(workbench: Workbench, source: Path, tmp_path: Path) -> None:
    foreign(tmp_path / "recipes.db")

    refused_with(workbench, tmp_path / "recipes.db", ForeignFile, "not a Netchal data file")


def test_a_newer_backup_is_refused(workbench: Workbench, source: Path) -> None:
    newer(source)

    refused_with(workbench, source, NewerFile, "format 99")


def test_a_backup_with_a_flipped_bit_is_refused(workbench: Workbench, source: Path) -> None:
    bit_flipped(source)

    refused_with(workbench, source, DamagedFile, "is damaged")


def test_a_backup_that_was_cut_off_is_refused(workbench: Workbench, source: Path) -> None:
    cut_off(source)

    refused_with(workbench, source, StoreFault, "damaged")


@pytest.mark.parametrize("content", [b"", b"just some text, longer than a header of a database file"])
def test_something_else_is_refused(
    workbench: Workbench, source: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "other").write_bytes(content)

    refused_with(workbench, tmp_path / "other", ForeignFile, "not a Netchal data file")


def test_a_backup_that_is_not_there_is_said(workbench: Workbench, source: Path, tmp_path: Path) -> None:
    refused_with(workbench, tmp_path / "nowhere.db", MissingFile, "There is no file")


def test_the_data_file_itself_is_no_backup(workbench: Workbench, source: Path) -> None:
    refused_with(workbench, workbench.store.path, Refused, "data file itself")


def refused_with(workbench: Workbench, path: Path, kind: type[Exception], sentence: str) -> None:
    """Restoring is refused with this sentence, the data file goes on as it was, nothing lies about."""
    folder = workbench.store.path.parent
    before = sorted(found.name for found in folder.iterdir())

    with pytest.raises(kind, match=sentence):
        restore(workbench, path)

    assert names(workbench.store) == ["Ada King"]
    assert workbench.undo_label == "Rename"
    assert sorted(found.name for found in folder.iterdir()) == before
