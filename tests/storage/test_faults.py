"""Files that are not what they should be: one clear sentence each, and not a byte is changed."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from netchal_gui.paths import backup_folder
from netchal_gui.storage.faults import (
    BusyFile,
    DamagedFile,
    DiskFault,
    ForeignFile,
    MissingFile,
    NewerFile,
    StoreFault,
)
from netchal_gui.storage.store import Store
from tests.storage.data_files import NOW, content_of, opened, people, person

HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def refused(path: Path, kind: type[StoreFault], sentence: str) -> None:
    """Opening is refused with this sentence; the file and its folder are as they were."""
    before = path.read_bytes() if path.exists() else None
    beside = sorted(path.parent.iterdir())

    with pytest.raises(kind, match=sentence):
        Store.open(path)

    assert (path.read_bytes() if path.exists() else None) == before
    assert sorted(path.parent.iterdir()) == beside


def test_an_empty_file_is_no_empty_data_file(tmp_path: Path) -> None:
    (tmp_path / "netchal.db").touch()

    refused(tmp_path / "netchal.db", DamagedFile, "is empty")


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "netchal.db").write_text("Dear diary, this is long enough to have a header. " * 20)

    refused(tmp_path / "netchal.db", ForeignFile, "not a Netchal data file")


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "netchal.db")) as connection, connection:
        connection.execute("CREATE TABLE contact (name TEXT)")

    refused(tmp_path / "netchal.db", ForeignFile, "not a Netchal data file")


def test_a_newer_file_is_refused_with_both_versions(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
        connection.execute("PRAGMA user_version = 7")

    refused(path, NewerFile, r"format 7; this one reads up to 3")


def test_a_missing_file_with_backups_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    backup_folder(path).mkdir()
    (backup_folder(path) / "netchal-2026-11-01-090000.db").touch()

    refused(path, MissingFile, "missing, although there are backups")


def test_a_file_that_is_not_to_be_made_is_missed(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="There is no file"):
        Store.open(tmp_path / "netchal.db", create=False)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "netchal.db").mkdir()

    with pytest.raises(StoreFault):
        Store.open(tmp_path / "netchal.db")


def test_a_place_below_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreFault, match=r"netchal\.db"):
        Store.open(tmp_path / "file" / "netchal.db")


NOBODY = """
import os, sys, tempfile
from pathlib import Path
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.store import Store
with tempfile.TemporaryDirectory() as own:  # nobody may not read all that Python has yet to import
    Store.open(Path(own, "netchal.db")).close()
if os.geteuid() == 0:
    os.setuid(65534)
try:
    Store.open(Path(sys.argv[1]))
except StoreFault as fault:
    print(fault)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_read_only_folder_is_said() -> None:
    """In a process of its own that root gives away its rights in, as root may write everywhere."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", NOBODY, str(Path(folder, "netchal.db"))]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        Path(folder).chmod(0o700)
        assert list(Path(folder).iterdir()) == []

    assert "netchal.db cannot be" in said


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    with opened(path) as bench:
        bench.apply(people(1, 300))
    path.write_bytes(path.read_bytes()[:9_000])

    with pytest.raises(StoreFault, match="damaged"), opened(path) as bench:
        bench.store.rows("SELECT * FROM contact")


def test_a_write_while_another_program_writes_is_said_and_succeeds_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    with opened(path) as bench:
        bench.apply(people(1, 1))
        with bench.store._transaction() as connection:
            connection.execute("PRAGMA busy_timeout = 20")
        with subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            with pytest.raises(BusyFile, match="Another program is using"):
                bench.apply(people(2, 1))
            assert [one.name for one in bench.store.every(type(person(1)))] == ["Person 1"]
            holder.communicate()

        bench.apply(people(2, 1))
    assert len(content_of(path)) == 2


def test_a_full_database_is_a_full_disk_and_nothing_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    with opened(path) as bench:
        bench.apply(people(1, 1))
        (pages,) = bench.store.rows("PRAGMA page_count")[0]
        with bench.store._transaction() as connection:
            connection.execute(f"PRAGMA max_page_count = {pages + 2}")

        with pytest.raises(DiskFault, match="is full"):
            bench.apply(people(2, 2_000))
        assert bench.undo_label == "Import people"
        assert len(list(bench.store.every(type(person(1))))) == 1

        with bench.store._transaction() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
        bench.apply(people(2, 2_000))
    assert len(content_of(path)) == 2_001


def test_a_log_that_was_left_by_a_crash_is_brought_in(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    store = Store.open(path)
    store.put("Add", people(1, 3).changes, {}, NOW)
    copied = tmp_path / "after-the-crash"
    copied.mkdir()
    for left in tmp_path.glob("netchal.db*"):
        (copied / left.name).write_bytes(left.read_bytes())
    store.close()

    assert (copied / "netchal.db-wal").stat().st_size > 0
    assert len(content_of(copied / "netchal.db")) == 3


HALF_DONE = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = delete")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE contact SET note = note || 'half done'")
connection.execute("CREATE TABLE filling AS SELECT * FROM contact")
os._exit(1)
"""


def test_a_rollback_journal_that_was_left_by_a_crash_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    with opened(path) as bench:
        bench.apply(people(1, 300))
    before = content_of(path)

    subprocess.run([sys.executable, "-c", HALF_DONE, str(path)], check=False)

    assert path.with_name("netchal.db-journal").stat().st_size > 0
    assert content_of(path) == before
