"""What can go wrong with the data file, as exceptions whose text says what to do."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netchal_gui.words import say

_LEAST_ROOM = 128 * 1024
"""Bytes: two of the pieces in which SQLite makes the -shm file beside a data file."""
_OF_A_FULL_DISK = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})


class StoreFault(Exception):
    """The world's fault: the text is one sentence for the person. Nothing was changed."""


class MissingFile(StoreFault):
    """The data file is gone although backups of it exist, or creating it was not wished."""


class ForeignFile(StoreFault):
    """The file is something else than a Netchal data file."""


class NewerFile(StoreFault):
    """The file was written by a later version of Netchal."""


class DamagedFile(StoreFault):
    """SQLite cannot read the file, or it is empty."""


class BusyFile(StoreFault):
    """Another program holds the file."""


class DiskFault(StoreFault):
    """No space left, no permission, or the disk failed."""


class Conflict(Exception):
    """Our fault: an edit was made from an object that is no longer what is stored."""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came from; the true cause may lie several links deep."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _fault_for(error: BaseException, path: Path) -> StoreFault | None:
    codes = {getattr(cause, "sqlite_errorcode", 0) & 0xFF for cause in _causes(error)}
    if sqlite3.SQLITE_FULL in codes or (codes & _OF_A_FULL_DISK and _is_full(path)):
        return DiskFault(say("The disk that holds {file} is full. Free some space and try again.", file=path))
    if codes & {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}:
        return DiskFault(
            say("{file} cannot be written. Check that its folder exists and may be written to.", file=path)
        )
    if sqlite3.SQLITE_IOERR in codes:
        return DiskFault(say("The disk that holds {file} reported an error. Nothing was changed.", file=path))
    if codes & {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return BusyFile(say("Another program is using {file}. Close it and try again.", file=path))
    if sqlite3.SQLITE_NOTADB in codes:
        return ForeignFile(say("{file} is not a Netchal data file. Choose another one.", file=path))
    if sqlite3.SQLITE_CORRUPT in codes or any(map(_is_no_text, _causes(error))):
        return DamagedFile(say("{file} is damaged. Restore a backup; the damaged file is kept.", file=path))
    return None


def _is_full(path: Path) -> bool:
    """SQLite calls it an I/O error when it has no room for what it keeps beside the file."""
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


def _is_no_text(error: BaseException) -> bool:
    """Python's own complaint about a text with a flipped bit, in a row or in the schema; it has no code."""
    return isinstance(error, UnicodeDecodeError) or (
        isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode")
    )


@contextmanager
def told_clearly(path: Path) -> Iterator[None]:
    """Turn SQLite's and Peewee's errors about the file into a :class:`StoreFault` with a sentence."""
    try:
        yield
    except Exception as error:
        fault = _fault_for(error, path) if _is_of_the_database(error) else None
        if fault is None:
            raise
        raise fault from error


def _is_of_the_database(error: Exception) -> bool:
    """Whether SQLite or Peewee raised it; Peewee is not imported before the first write."""
    peewee = sys.modules.get("peewee")
    return isinstance(error, sqlite3.Error | UnicodeDecodeError) or (
        peewee is not None and isinstance(error, peewee.PeeweeException)
    )
