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
    copied = _copied(source, path, progress)
    workbench.store.close()
    try:
        kept = _exchange(copied, path, workbench.now())
    finally:
        workbench.store = Store.open(path)
    workbench.forget_history()
    return kept


def put_back(source: Path, path: Path, now: datetime, progress: Progress = unwatched) -> Path | None:
    """Restore a data file that is not open, whether it is there, damaged or missing.

    The caller holds the file's lock. Raises StoreFault or Refused with nothing changed. Returns where
    the former file lies now, None where there was none.
    """
    return _exchange(_copied(source, path, progress), path, now)


def _copied(source: Path, path: Path, progress: Progress) -> Path:
    """A verified copy of the backup beside the data file."""
    if path.exists() and source.exists() and source.samefile(path):
        raise Refused(say("{file} is the data file itself. Choose a backup of it.", file=source))
    backup.verify(source)
    return backup.copy_file(source, path.with_name(path.name + ".restored"), progress)


def _exchange(copied: Path, path: Path, now: datetime) -> Path | None:
    """Set the present file aside and put the copy there; if that fails, the former one is put back."""
    kept = backup.set_aside(path, now.astimezone(UTC))
    try:
        copied.replace(path)
    except OSError:
        if kept is not None:
            kept.replace(path)
        copied.unlink(missing_ok=True)
        raise
    return kept
