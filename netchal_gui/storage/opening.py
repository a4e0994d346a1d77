"""Opening the data file: what it is, how it is made, and how an older one is brought up to date."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from peewee import SqliteDatabase

from netchal_gui.files import make_folder
from netchal_gui.paths import backup_folder
from netchal_gui.storage.faults import (
    DamagedFile,
    ForeignFile,
    MissingFile,
    NewerFile,
    StoreFault,
    told_clearly,
)
from netchal_gui.storage.steps import step_1
from netchal_gui.words import say

APPLICATION_ID = 0x4E43484C
STEPS: Sequence[str] = (step_1.SQL,)
"""The frozen SQL that leads from each schema version to the next; a new file runs them all."""

_OLDEST_SQLITE = (3, 40, 0)
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cache_size": -8000,
}


def writing_database(path: Path) -> SqliteDatabase:
    """The one database that writes, with the policy of the data file; not yet connected."""
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


def open_database(path: Path, *, create: bool, back_up: Callable[[SqliteDatabase], None]) -> SqliteDatabase:
    """The connected writing database of a file of today's schema.

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
        refuse_foreign(path)
        database = writing_database(path)
        database.connect()
    try:
        with told_clearly(path):
            _bring_up_to_date(database, back_up)
    except BaseException:
        database.close()
        raise
    return database


def _make(path: Path, create: bool) -> None:
    """A new file, complete or not there at all; refused where backups say that there was one."""
    if not create:
        raise MissingFile(say("There is no file {file}.", file=path))
    if any(backup_folder(path).glob("*.db")):
        raise MissingFile(
            say("{file} is missing, although there are backups of it. Restore the newest one.", file=path)
        )
    make_new(path)


def make_new(path: Path) -> None:
    """Make an empty data file, complete or not at all. Raises StoreFault."""
    draft = path.with_name(path.name + ".new")
    try:
        make_folder(path.parent)
        draft.unlink(missing_ok=True)
        with told_clearly(path):
            database = writing_database(draft)
            database.connect()
            try:
                _run_steps(database, 0)
            finally:
                database.close()
        draft.replace(path)
    except OSError as error:
        raise StoreFault(
            say("{file} cannot be made: {reason}.", file=path, reason=error.strerror or error)
        ) from error


def refuse_foreign(path: Path) -> None:
    """Look at the marks of the file through SQLite, without changing a byte.

    Raises ForeignFile or NewerFile, and SQLite's own errors where it cannot be read.
    """
    probe = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        application = probe.execute("PRAGMA application_id").fetchone()[0]
        version = probe.execute("PRAGMA user_version").fetchone()[0]
    finally:
        probe.close()
    if application != APPLICATION_ID:
        raise ForeignFile(say("{file} is not a Netchal data file. Choose another one.", file=path))
    if version > len(STEPS):
        raise NewerFile(
            say(
                "{file} was written by a later Netchal (format {theirs}; this one reads up to {ours}). "
                "Install the later version; nothing was changed.",
                file=path,
                theirs=version,
                ours=len(STEPS),
            )
        )


def _bring_up_to_date(database: SqliteDatabase, back_up: Callable[[SqliteDatabase], None]) -> None:
    version = int(database.pragma("user_version"))
    if version < len(STEPS):
        back_up(database)
        _run_steps(database, version)


def _run_steps(database: SqliteDatabase, version: int) -> None:
    """All steps from a version on, in one transaction with the mark that they were done."""
    with database.atomic():
        for step in STEPS[version:]:
            for statement in statements(step):
                database.execute_sql(statement)
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute_sql(f"PRAGMA user_version = {len(STEPS)}")


def statements(script: str) -> list[str]:
    """The single statements of a script; ``executescript`` would commit by itself."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    return found
