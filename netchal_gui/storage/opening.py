"""Opening the data file: what it is, how it is made, and how an older one is brought up to date."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from netchal_gui.files import make_folder
from netchal_gui.paths import backup_folder
from netchal_gui.storage.faults import (
    DamagedFile,
    MissingFile,
    StoreFault,
    told_clearly,
)
from netchal_gui.storage.file_mark import SCHEMA_VERSION, refuse_foreign
from netchal_gui.words import say

if TYPE_CHECKING:
    from peewee import SqliteDatabase

_OLDEST_SQLITE = (3, 40, 0)
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cache_size": -8000,
}


def writing_database(path: Path) -> "SqliteDatabase":
    """The one database that writes, with the policy of the data file; not yet connected."""
    from peewee import SqliteDatabase

    return SqliteDatabase(
        str(path), pragmas=_PRAGMAS, lock_type="IMMEDIATE", thread_safe=False, check_same_thread=False
    )


def check_sqlite() -> None:
    """Raise StoreFault where this Python's SQLite is too old or has no full-text search."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreFault(
            say(
                "Netchal needs SQLite 3.40 or later; this Python brings {version}.",
                version=sqlite3.sqlite_version,
            )
        )
    with sqlite3.connect(":memory:") as connection:
        options = {name for (name,) in connection.execute("PRAGMA compile_options")}
    connection.close()
    if "ENABLE_FTS5" not in options:
        raise StoreFault(say("Netchal needs SQLite with full-text search (FTS5); this Python's has none."))


def make_ready(path: Path, *, create: bool, back_up: Callable[["SqliteDatabase"], None]) -> None:
    """See to it that the file is there and of today's schema.

    ``back_up`` is called before an older file is changed. Raises a StoreFault with one sentence for
    a missing, empty, foreign, newer, damaged, busy or unwritable file, which is left as it is.
    """
    check_sqlite()
    if not path.exists():
        _make(path, create)
    if path.stat().st_size == 0:
        raise DamagedFile(
            say("{file} is empty, which a Netchal data file never is. Restore a backup.", file=path)
        )
    with told_clearly(path):
        version = refuse_foreign(path)
        if version < SCHEMA_VERSION:
            _bring_up_to_date(path, version, back_up)


def _make(path: Path, create: bool) -> None:
    """A new file, complete or not there at all; refused where backups say that there was one.

    After a restore that was stopped half way, the restored file.
    """
    from netchal_gui.storage.backup import finish_restore

    if finish_restore(path):
        return
    if not create:
        raise MissingFile(say("There is no file {file}.", file=path))
    if any(backup_folder(path).glob("*.db")):
        raise MissingFile(
            say("{file} is missing, although there are backups of it. Restore the newest one.", file=path)
        )
    make_new(path)


def make_new(path: Path) -> None:
    """Make an empty data file, complete or not at all. Raises StoreFault."""
    from netchal_gui.storage.migrations import run_steps

    draft = path.with_name(path.name + ".new")
    try:
        make_folder(path.parent)
        draft.unlink(missing_ok=True)
        with told_clearly(path):
            database = writing_database(draft)
            database.connect()
            try:
                run_steps(database, 0)
            finally:
                database.close()
        draft.replace(path)
    except OSError as error:
        raise StoreFault(
            say("{file} cannot be made: {reason}.", file=path, reason=error.strerror or error)
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _bring_up_to_date(path: Path, version: int, back_up: Callable[["SqliteDatabase"], None]) -> None:
    from netchal_gui.storage.migrations import run_steps

    database = writing_database(path)
    database.connect()
    try:
        back_up(database)
        run_steps(database, version)
    finally:
        database.close()
