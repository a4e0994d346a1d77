"""Export interviews and blocks as calendar files, and remember what was exported.

First all files are written beside their places, then the copies are remembered, then the files take
their places. A full disk or a cancelled export so leaves neither files nor memory; and no file ever gets
out whose UIDs would be forgotten, because then the next export would double its events. For the same
reason the memory of an export is no step of undo: the file is out, and a calendar may have read it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from netchal_gui import files, paths, words
from netchal_gui.commands.calendar_batch import SUFFIX, Batch
from netchal_gui.commands.calendar_copies import new_copy_advice, update_advice
from netchal_gui.commands.calendar_pieces import Piece
from netchal_gui.commands.calendar_selection import Chosen, Selection, file_title, nothing, selected
from netchal_gui.commands.export_follow_ups import FollowUpFile, follow_up_file
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.calendar_copy import EventStatus
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.preferences import ExportShape
from netchal_gui.storage.export_queries import current_copies
from netchal_gui.storage.reader import Reader
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written: no files where there was nothing to export. ``advice`` may be empty.

    ``follow_ups`` went along in a file of their own.
    """

    files: tuple[Path, ...]
    events: int
    cancelled: int
    sentence: str
    advice: str = ""
    follow_ups: int = 0

    def as_json(self) -> dict[str, object]:
        return {
            "files": [str(file) for file in self.files],
            "events": self.events,
            "cancelled": self.cancelled,
            "sentence": self.sentence,
            "advice": self.advice,
            "follow_ups": self.follow_ups,
        }


def export(
    workbench: Workbench, selection: Selection, target: Path, progress: Progress = unwatched
) -> ExportResult:
    """Write the selection to one file (a target that ends with .ics) or to a folder, one file each.

    What calendars know keeps its UID; its SEQUENCE rises where start, end, place or status changed.
    Raises OSError, StoreFault or Cancelled with nothing written and nothing remembered.
    """
    with workbench.store.reading() as reader:
        pieces = selected(reader, selection, workbench.now())
        people = _people(reader, pieces)
    along = follow_up_file(workbench, selection, target)
    if not pieces and along is None:
        return ExportResult((), 0, 0, nothing(selection))
    advice = update_advice() if any(piece.copy and not piece.is_told for piece in pieces) else ""
    return _write(workbench, Batch(workbench, pieces, people, target), advice, progress, along)


def add_to_calendar(workbench: Workbench, ids: Sequence[UUID]) -> ExportResult:
    """Write interviews or blocks into the export folder, one file each, for the calendar to open."""
    return export(workbench, Chosen(tuple(ids)), export_folder(workbench))


def update_file(
    workbench: Workbench, ids: Sequence[UUID], target: Path | None = None, progress: Progress = unwatched
) -> ExportResult:
    """Tell calendars what changed: the same UIDs, a higher SEQUENCE, also for what was deleted."""
    return export(workbench, Chosen(tuple(ids)), target or export_folder(workbench), progress)


def new_copy(workbench: Workbench, ids: Sequence[UUID], target: Path | None = None) -> ExportResult:
    """Write fresh UIDs; the former copies are no longer current and their events to be deleted by hand.

    Raises Refused where nothing is left to show.
    """
    with workbench.store.reading() as reader:
        pieces = selected(reader, Chosen(tuple(ids)), workbench.now())
        former = current_copies(reader, ids)
        people = _people(reader, pieces)
    fresh = [replace(piece, copy=None) for piece in pieces if piece.status is not EventStatus.CANCELLED]
    if not fresh:
        raise Refused(words.say("This was called off: choose “Update file”, there is nothing to copy."))
    batch = Batch(workbench, fresh, people, target or export_folder(workbench), former)
    return _write(workbench, batch, new_copy_advice(former, fresh[0].zone), unwatched)


def export_folder(workbench: Workbench) -> Path:
    """Where exported files go: calendar programs read them after we have moved on, so they stay there."""
    chosen = workbench.preferences.export_folder
    return Path(chosen) if chosen else paths.export_folder()


def suggested_target(workbench: Workbench, selection: Selection, shape: ExportShape) -> Path:
    """A file in the export folder for one file with all events, the folder itself for one file each."""
    folder = export_folder(workbench)
    return folder / f"{file_title(selection)}{SUFFIX}" if shape is ExportShape.ONE_FILE else folder


def _people(reader: Reader, pieces: Sequence[Piece]) -> dict[UUID, Contact]:
    subjects = [piece.subject for piece in pieces]
    ids = {each for subject in subjects if isinstance(subject, Interview) for each in subject.people}
    return {person.id: person for person in reader.get_many(Contact, ids)}


def _write(
    workbench: Workbench, batch: Batch, advice: str, progress: Progress, along: FollowUpFile | None = None
) -> ExportResult:
    with _faults_name(batch.target):
        files.make_folder(batch.folder)
        with TemporaryDirectory(prefix=".netchal-", dir=batch.folder) as staging:
            staged = [files.write(Path(staging, name), content) for name, content in batch.files(progress)]
            if along is not None:
                staged.append(files.write(Path(staging, along.name), along.content))
            workbench.record(batch.edit())
            written = tuple(path.replace(batch.folder / path.name) for path in staged)
    cancelled = sum(copy.status is EventStatus.CANCELLED for copy in batch.copies)
    told = [_sentence(batch)] if batch.copies else []
    if along is not None:
        told.append(_along_sentence(along, batch.folder / along.name))
    count = along.follow_ups if along else 0
    return ExportResult(written, len(batch.copies), cancelled, " ".join(told), advice, count)


def _along_sentence(along: FollowUpFile, file: Path) -> str:
    return words.say_many(
        "{n} follow-up stands in {file}", "{n} follow-ups stand in {file}", along.follow_ups, file=file
    )


@contextmanager
def _faults_name(target: Path) -> Iterator[None]:
    """Errors name what the person chose, not a temporary file that they never saw."""
    try:
        yield
    except OSError as error:
        error.filename = str(target)
        raise


def _sentence(batch: Batch) -> str:
    n = len(batch.copies)
    if batch.is_one_file:
        return words.say_many(
            "Wrote one file with one event: {file}",
            "Wrote one file with all {n} events: {file}",
            n,
            file=batch.target,
        )
    return words.say_many(
        "Wrote {n} file to {folder}",
        "Wrote {n} files, one for each event, to {folder}",
        n,
        folder=batch.target,
    )
