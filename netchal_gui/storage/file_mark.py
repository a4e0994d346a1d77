"""What marks a data file as ours, and of which schema."""

import sqlite3
from pathlib import Path

from netchal_gui.storage.faults import ForeignFile, NewerFile
from netchal_gui.words import say

APPLICATION_ID = 0x4E43484C
SCHEMA_VERSION = 3


def refuse_foreign(path: Path) -> int:
    """Look at the marks of the file through SQLite, without changing a byte; returns its schema version.

    Raises ForeignFile or NewerFile, and SQLite's own errors where it cannot be read.
    """
    try:
        application, version = _marks(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        application, version = _marks_after_rollback(path)
    if application != APPLICATION_ID:
        raise ForeignFile(say("{file} is not a Netchal data file. Choose another one.", file=path))
    if version > SCHEMA_VERSION:
        raise NewerFile(
            say(
                "{file} was written by a later Netchal (format {theirs}; this one reads up to {ours}). "
                "Install the later version; nothing was changed.",
                file=path,
                theirs=version,
                ours=SCHEMA_VERSION,
            )
        )
    return version


def _marks_after_rollback(path: Path) -> tuple[int, int]:
    """A change of ours was cut short and left a rollback journal: let SQLite take it back, then look.

    A foreign file is left as it is: another program's journal is no business of ours.
    """
    marks = _marks(path, "immutable=1")
    return _marks(path, "mode=rw") if marks[0] == APPLICATION_ID else marks


def _marks(path: Path, way: str) -> tuple[int, int]:
    """The application's mark and the schema version, read over a connection of its own."""
    probe = sqlite3.connect(f"{path.absolute().as_uri()}?{way}", uri=True)
    try:
        application, version = (
            int(probe.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
        )
    finally:
        probe.close()
    return application, version
