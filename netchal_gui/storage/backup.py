"""Backups: whole copies by SQLite's backup API, opened and checked before they count."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from glob import escape
from itertools import count
from pathlib import Path

from netchal_gui.files import make_folder
from netchal_gui.storage.check import damages
from netchal_gui.storage.faults import DamagedFile, MissingFile, StoreFault, told_clearly
from netchal_gui.storage.file_mark import SCHEMA_VERSION, refuse_foreign
from netchal_gui.storage.reader import Reader, read_only
from netchal_gui.words import say

PAGES_A_STEP = 256
WAITING = ".restored"

Progress = Callable[[int, int], None]


def copy_file(path: Path, target: Path, progress: Progress | None = None) -> Path:
    """Copy a data file, opened by whomever, into a new file and verify the copy.

    ``progress`` is called with the pages done and in all; what it raises ends the copy. Raises StoreFault;
    the target is then as it was.
    """
    with closing(read_only(path)) as source:
        return copy(source, path, target, progress)


def copy(source: sqlite3.Connection, path: Path, target: Path, progress: Progress | None = None) -> Path:
    """The same from a connection to the data file at ``path``."""

    def tell(_: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    draft = target.with_name(target.name + ".part")
    try:
        make_folder(target.parent)
        draft.unlink(missing_ok=True)
        try:
            with (
                told_clearly(target),
                closing(sqlite3.connect(draft, isolation_level=None)) as copied,
                _one_state(source),
            ):
                source.backup(copied, pages=PAGES_A_STEP, progress=tell)
                copied.execute("PRAGMA journal_mode = delete")
        except DamagedFile as fault:
            raise _damaged(path, say("not all of it can be read.")) from fault
        verify(draft, path)
        draft.replace(target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        with suppress(OSError):
            draft.unlink()
    return target


@contextmanager
def _one_state(source: sqlite3.Connection) -> Iterator[None]:
    """Hold what the file has now: else SQLite begins again with each write of others, perhaps for ever."""
    if source.in_transaction:
        yield
        return
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        source.execute("ROLLBACK")


def verify(path: Path, called: Path | None = None) -> None:
    """Raise StoreFault unless the file is a whole Netchal data file: every row is looked at.

    ``called`` is the file that the sentence names, where ``path`` is a copy of it.
    """
    if not path.is_file():
        raise MissingFile(say("There is no file {file}.", file=path))
    with told_clearly(path):
        refuse_foreign(path)
    with looking_into(path) as reader:
        damage = _first_damage(reader)
    if damage:
        raise _damaged(called or path, damage)


def _first_damage(reader: Reader) -> str:
    """Of an older file, whose rows we would not understand, only SQLite's own checks are made."""
    if reader.rows("PRAGMA user_version")[0][0] == SCHEMA_VERSION:
        found = next(damages(reader), None)
        return found.sentence if found else ""
    answer = str(reader.rows("PRAGMA quick_check(1)")[0][0])
    return "" if answer == "ok" else say("SQLite reports: {answer}", answer=answer)


def _unwritable(path: Path, error: OSError) -> StoreFault:
    return StoreFault(say("{file} cannot be written: {reason}.", file=path, reason=error.strerror or error))


def _damaged(path: Path, damage: str) -> DamagedFile:
    return DamagedFile(say("{file} is damaged: {damage}", file=path, damage=damage))


@contextmanager
def looking_into(path: Path) -> Iterator[Reader]:
    """A reader of a data file that is not the opened one, such as a backup. Raises StoreFault."""
    with closing(read_only(path)) as connection:
        yield Reader(connection, path)


def backup_name(moment: datetime) -> str:
    """The name of a backup made at an aware moment: sortable, without characters that file systems refuse."""
    return f"netchal-{moment:%Y-%m-%d-%H%M%S}.db"


def name_aside(path: Path, moment: datetime) -> Path:
    """A free name beside a data file under which it can be set aside."""
    name = f"{path.stem}-before-restore-{moment:%Y-%m-%d-%H%M%S}"
    names = (path.with_name(f"{name}{f'-{n}' if n else ''}{path.suffix}") for n in count())
    return next(free for free in names if not free.exists())


def waiting_copy(kept: Path) -> Path:
    """Where a restore's verified copy waits until the file that was there is set aside as ``kept``."""
    return kept.with_name(kept.name + WAITING)


def exchange(path: Path, kept: Path) -> None:
    """Set the data file aside as ``kept`` and put the waiting copy there. Raises OSError, nothing changed.

    The file goes first: a stop in between is seen by its absence, and :func:`finish_restore` goes on. An old
    ``-wal`` beside a restored file would make it malformed, so what SQLite left goes along.
    """
    try:
        _move(path, kept)
        waiting_copy(kept).replace(path)
    except OSError:
        if kept.exists() and not path.exists():
            _move(kept, path)
        raise


def finish_restore(path: Path) -> bool:
    """Where a restore was stopped between its two renamings, do the second; whether there was one.

    Raises StoreFault where that fails.
    """
    for waiting in _waiting(path):
        kept = waiting.with_name(waiting.name.removesuffix(WAITING))
        if kept.exists() and not path.exists():
            try:
                _move(path, kept)
                waiting.replace(path)
            except OSError as error:
                raise _unwritable(path, error) from error
    return path.exists()


def forget_waiting(path: Path) -> None:
    """Take away the copies of restores that were stopped before they changed anything."""
    for left in _waiting(path, "*"):
        left.unlink(missing_ok=True)


def _waiting(path: Path, end: str = "") -> list[Path]:
    pattern = f"{escape(path.stem)}-before-restore-*{escape(path.suffix)}{WAITING}{end}"
    return list(path.parent.glob(pattern))


def _move(source: Path, target: Path) -> None:
    """Rename a data file, if it is there, and what SQLite left beside it."""
    for suffix in ("", "-wal", "-shm"):
        file = source.with_name(source.name + suffix)
        if file.exists():
            file.replace(target.with_name(target.name + suffix))
