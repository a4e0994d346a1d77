"""Put a backup in the place of the data file. The file that was there is set aside, never deleted."""

from datetime import UTC, datetime
from pathlib import Path

from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.refusal import Refused
from netchal_gui.storage import backup
from netchal_gui.storage.store import Store
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def restore(workbench: Workbench, source: Path, progress: Progress = unwatched) -> Path | None:
    """Restore into the opened data file and open it again; undo and redo are empty afterwards.

    Raises StoreFault or Refused with nothing changed, the store open as before. Nobody else may be
    reading meanwhile. Returns where the former file lies now.
    """
    path = workbench.store.path
    kept = _copy(source, path, workbench.now(), progress)
    workbench.store.close()
    try:
        _exchange(path, kept)
    finally:
        workbench.store = Store.open(path)
    workbench.forget_history()
    return kept


def put_back(source: Path, path: Path, now: datetime, progress: Progress = unwatched) -> Path | None:
    """Restore a data file that is not open, whether it is there, damaged or missing.

    The caller holds the file's lock. Raises StoreFault or Refused with nothing changed. Returns where
    the former file lies now, None where there was none.
    """
    there = path.exists()
    kept = _copy(source, path, now, progress)
    _exchange(path, kept)
    return kept if there else None


def _copy(source: Path, path: Path, now: datetime, progress: Progress) -> Path:
    """Lay a verified copy of the backup ready; the name under which the present file will be set aside."""
    if path.exists() and source.exists() and source.samefile(path):
        raise Refused(say("{file} is the data file itself. Choose a backup of it.", file=source))
    backup.verify(source)
    backup.forget_waiting(path)
    kept = backup.name_aside(path, now.astimezone(UTC))
    backup.copy_file(source, backup.waiting_copy(kept), progress)
    return kept


def _exchange(path: Path, kept: Path) -> None:
    try:
        backup.exchange(path, kept)
    except OSError:
        backup.forget_waiting(path)
        raise
