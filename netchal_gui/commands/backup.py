"""Backups beside the data file: make one, list them, keep as many as are of use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from pathlib import Path

from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.paths import backup_folder
from netchal_gui.storage.backup import backup_name, looking_into
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

KEPT_OF_TODAY = 12
STAMP = "%Y-%m-%d-%H%M%S"


class Reason(StrEnum):
    """Why a backup is made; it stands in the name of the file."""

    REGULAR = ""
    ASKED = "asked"
    IMPORT = "before-import"
    RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A file in the backup folder, when it was made (UTC), and its size in bytes."""

    path: Path
    made: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a data file holds."""

    people: int
    interviews: int
    entries: int


def back_up(
    workbench: Workbench,
    reason: Reason = Reason.REGULAR,
    progress: Progress = unwatched,
    target: Path | None = None,
) -> Backup:
    """Make a verified backup, in the backup folder unless a target is named, and drop what is too many there.

    A damaged data file gives no backup: the earlier ones stay. Raises StoreFault, or what ``progress``
    raises (it counts pages of the file).
    """
    now = workbench.now().astimezone(UTC)
    path = target or _free_name(backup_folder(workbench.store.path), now, reason)
    workbench.store.back_up(path, progress)
    if target is None:
        for one in _too_many(backups(workbench.store.path), now):
            one.path.unlink(missing_ok=True)
    return Backup(path, now, path.stat().st_size)


def backups(data: Path) -> list[Backup]:
    """The backups of a data file, newest first. It need not be open, nor be there."""
    found = [
        Backup(path, _made(path), path.stat().st_size)
        for path in backup_folder(data).glob("*.db")
        if path.is_file()
    ]
    return sorted(found, key=lambda one: (one.made, one.path.stat().st_mtime_ns), reverse=True)


def contents(path: Path) -> Contents:
    """What a backup holds. Raises StoreFault where it cannot be read."""
    with looking_into(path) as reader:
        return Contents(reader.count(Contact), reader.count(Interview), reader.count(JournalEntry))


def reason_of(backup: Backup) -> str:
    """The sentence for why it was made, "" for a regular one."""
    sentences = {
        Reason.ASKED: say("by hand"),
        Reason.IMPORT: say("before an import"),
        Reason.RESTORE: say("before a restore"),
    }
    found = (sentence for reason, sentence in sentences.items() if reason.value in backup.path.name)
    return next(found, "")


def _free_name(folder: Path, moment: datetime, reason: Reason) -> Path:
    """A name that no earlier backup has: two may be made within one second."""
    name = backup_name(moment).removesuffix(".db") + (f"-{reason.value}" if reason else "")
    names = (folder / f"{name}{f'-{number}' if number else ''}.db" for number in count())
    return next(path for path in names if not path.exists())


def _made(path: Path) -> datetime:
    """By its name; by the file's own date where somebody named it otherwise."""
    stamp = path.stem.removeprefix("netchal-")[:17]
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _too_many(newest_first: Iterable[Backup], now: datetime) -> list[Backup]:
    """All but today's last twelve and the last one of each earlier day; never one that we did not name."""
    seen: dict[object, int] = {}
    extra = []
    for backup in newest_first:
        day = backup.made.date()
        seen[day] = seen.get(day, 0) + 1
        allowed = KEPT_OF_TODAY if day == now.date() else 1
        if seen[day] > allowed and backup.path.name.startswith("netchal-"):
            extra.append(backup)
    return extra
