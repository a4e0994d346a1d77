"""Backups: whole copies by SQLite's backup API, opened and checked before they count."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from netchal_gui.files import make_folder
from netchal_gui.storage.faults import DamagedFile, ForeignFile, StoreFault, told_clearly
from netchal_gui.storage.opening import APPLICATION_ID
from netchal_gui.words import say

PAGES_A_STEP = 256


def copy(
    source: sqlite3.Connection, target: Path, progress: Callable[[int, int], None] | None = None
) -> Path:
    """Copy a live database into a new file and verify the copy. Raises StoreFault; leaves no half copy.

    ``progress`` is called with the pages done and in all; what it raises ends the copy.
    """

    def tell(_: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    draft = target.with_name(target.name + ".part")
    try:
        make_folder(target.parent)
        draft.unlink(missing_ok=True)
        with told_clearly(target), closing(sqlite3.connect(draft, isolation_level=None)) as copied:
            source.backup(copied, pages=PAGES_A_STEP, progress=tell)
            copied.execute("PRAGMA journal_mode = delete")
        verify(draft)
        draft.replace(target)
    except OSError as error:
        raise StoreFault(
            say("{file} cannot be written: {reason}.", file=target, reason=error.strerror or error)
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return target


def verify(path: Path) -> None:
    """Raise StoreFault unless the file is a whole Netchal data file."""
    with (
        told_clearly(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise ForeignFile(say("{file} is not a Netchal data file. Choose another one.", file=path))
        if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise DamagedFile(
                say("{file} is damaged. Restore a backup; the damaged file is kept.", file=path)
            )


def backup_name(moment: datetime) -> str:
    """The name of a backup made at an aware moment: sortable, without characters that file systems refuse."""
    return f"netchal-{moment:%Y-%m-%d-%H%M%S}.db"


def set_aside(path: Path, moment: datetime) -> Path | None:
    """Move a data file and what SQLite left beside it out of the way; None where there was none.

    An old ``-wal`` beside a restored file would make it malformed.
    """
    kept = path.with_name(f"{path.stem}-before-restore-{moment:%Y-%m-%d-%H%M%S}{path.suffix}")
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + suffix))
    if not path.exists():
        return None
    path.replace(kept)
    return kept
