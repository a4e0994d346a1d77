"""Recordings of interviews: a link, or a file copied beside the data file. Each change is one edit.

A kept file stays when its recording is removed, as undo and earlier backups may still name it. Those that
no recording names any more are deleted only when asked for, by :func:`delete_unused`. Backups hold the data
file, not these files.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from netchal_gui import files
from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.links import web_link
from netchal_gui.domain.recording import Recording, problems
from netchal_gui.paths import recordings_folder
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

PLAYABLE = frozenset(
    ".3gp .aac .aif .aiff .amr .avi .caf .flac .m4a .m4v .mka .mkv .mov .mp3 .mp4 .mpeg .mpg .oga .ogg .ogv"
    " .opus .pdf .txt .wav .weba .webm .wma .wmv".split()
)
"""A kept file gets no other ending, so that handing it to the system can play it but never run it."""


class Unused(NamedTuple):
    """Kept files that no recording names."""

    files: tuple[Path, ...]
    size: int


def blank_recording(workbench: Workbench, interview_id: UUID) -> Recording:
    """A recording that is not stored yet, with neither link nor file."""
    return Recording(id=workbench.new_id(), interview_id=interview_id, created=workbench.now())


def add_recording(workbench: Workbench, draft: Recording) -> Recording:
    """Store a recording. Raises Refused with what is missing, StoreFault."""
    recording = _tidied(draft)
    refuse(problems(recording))
    if workbench.store.get(Interview, recording.interview_id) is None:
        raise Refused(say("This interview is no longer there."))
    workbench.apply(Edit(say("Recording added"), (Change(None, recording),)))
    return recording


def add_link(
    workbench: Workbench,
    interview_id: UUID,
    link: str,
    title: str = "",
    consent: date | None = None,
    public: bool = False,
) -> Recording:
    """Store where on the web the recording lies. Raises Refused, StoreFault."""
    blank = blank_recording(workbench, interview_id)
    return add_recording(workbench, replace(blank, link=link, title=title, consent=consent, public=public))


def add_file(
    workbench: Workbench,
    interview_id: UUID,
    path: Path,
    title: str = "",
    consent: date | None = None,
    public: bool = False,
    progress: Progress = unwatched,
) -> Recording:
    """Copy a file beside the data file and store it. For a worker thread; ``progress`` counts bytes.

    Raises Refused, OSError, StoreFault, or what ``progress`` raises.
    """
    blank = replace(blank_recording(workbench, interview_id), title=title, consent=consent, public=public)
    return add_recording(workbench, with_file(workbench, blank, path, progress))


def with_file(
    workbench: Workbench, draft: Recording, path: Path, progress: Progress = unwatched
) -> Recording:
    """The draft with a copy of a file, which is kept from now on.

    What is wrong with the draft is found before anything is copied. Raises Refused, OSError, or what
    ``progress`` raises.
    """
    refuse(problems(replace(draft, link="", digest=path.name)))
    suffix = path.suffix.lower()
    folder = recordings_folder(workbench.store.path)
    digest = files.keep_copy(path, folder, suffix if suffix in PLAYABLE else "", progress)
    return replace(draft, digest=digest, file_name=path.name, link="")


def change_recording(workbench: Workbench, before: Recording, draft: Recording) -> bool:
    """Save what was changed; False where nothing was. Raises Refused, StoreFault, Conflict."""
    after = _tidied(draft)
    refuse(problems(after))
    if after == before:
        return False
    workbench.apply(Edit(say("Recording changed"), (Change(before, after),)))
    return True


def remove_recording(workbench: Workbench, recording: Recording) -> None:
    """Forget a recording; a kept file stays until unused ones are deleted. Raises StoreFault, Conflict."""
    workbench.apply(Edit(say("Recording removed"), deletion(workbench.store, [recording])))


def recordings_of(reader: Reader, interview_id: UUID) -> list[Recording]:
    """The recordings of an interview in the order in which they were added."""
    return reader.where(Recording, "interview_id = ? ORDER BY created, number", (interview_id.bytes,))


def kept_file(data_file: Path, recording: Recording) -> Path | None:
    """Where the file of a recording lies; None where it is missing, or the recording is a link."""
    return files.kept_copy(recordings_folder(data_file), recording.digest)


def is_missing(data_file: Path, recording: Recording) -> bool:
    """Whether a file belongs to the recording and is not there."""
    return bool(recording.digest) and kept_file(data_file, recording) is None


def missing_sentence(data_file: Path, recording: Recording) -> str:
    """What to say about a recording whose file is missing."""
    folder = recordings_folder(data_file)
    name = recording.file_name or recording.title or recording.digest
    return say("The file {name} is missing. Put a copy of {folder} back.", name=name, folder=folder)


def file_names(recordings: Sequence[Recording]) -> list[str]:
    """What the kept files were called, each once."""
    return list(dict.fromkeys(each.file_name for each in recordings if each.digest))


def unused(workbench: Workbench) -> Unused:
    """The kept files that no recording names; undo or an earlier backup still may. Raises OSError."""
    folder = recordings_folder(workbench.store.path)
    named = {digest for (digest,) in workbench.store.rows("SELECT DISTINCT digest FROM recording")}
    found = tuple(path for path in files.kept_copies(folder) if path.name.split(".")[0] not in named)
    return Unused(found, sum(path.stat().st_size for path in found))


def delete_unused(workbench: Workbench) -> int:
    """Delete for ever the kept files that no recording names; returns how many. Raises OSError.

    Undo is emptied, as it could bring back a recording whose file is gone.
    """
    found = unused(workbench).files
    for path in found:
        path.unlink(missing_ok=True)
    if found:
        workbench.forget_history()
    return len(found)


def _tidied(draft: Recording) -> Recording:
    link = draft.link.strip()
    return replace(draft, title=" ".join(draft.title.split()), link=web_link(link) or link)
