"""What one can do with recordings: add, change and play them; copying works off the GUI thread."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.recording_wording import recording_name
from netchal_gui.commands.recordings import (
    add_recording,
    blank_recording,
    change_recording,
    kept_file,
    missing_sentence,
    recordings_of,
    with_file,
)
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.recording import Recording
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.open_link import open_link
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

MEGABYTE = 20
"""Bytes are shifted by so many bits: progress counts in whole numbers of the size that Qt's signals take."""


class RecordingActions(QObject):
    """Dialogs belong to ``window``. ``message(sentence)`` for the status bar."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._jobs, self._window = workbench, jobs, window

    def of(self, interview_id: UUID) -> list[Recording]:
        """The recordings of an interview, in the order in which they were added."""
        return recordings_of(self._workbench.store, interview_id)

    def add_to(self, menu: QMenu, interview_id: UUID) -> None:
        """Play each recording, and add another one."""
        for recording in self.of(interview_id):
            name = recording_name(recording).replace("&", "&&")
            menu.addAction(say("Play “{title}”", title=name)).triggered.connect(partial(self.play, recording))
        menu.addAction(say("Add a &recording…")).triggered.connect(partial(self.add, interview_id))

    def add(self, interview_id: UUID) -> None:
        """The form for a new recording."""
        self._open_form(blank_recording(self._workbench, interview_id), False)

    def change(self, recording: Recording) -> None:
        """The form with one that is there."""
        self._open_form(recording, True)

    def play(self, recording: Recording) -> None:
        """Hand it to the browser or to the system's player."""
        if recording.link:
            opened = open_link(recording.link)
        else:
            path = kept_file(self._workbench.store.path, recording)
            if path is None:
                self.message.emit(missing_sentence(self._workbench.store.path, recording))
                return
            opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if not opened:
            self.message.emit(say("No program took the recording."))

    def _open_form(self, recording: Recording, stored: bool) -> None:
        from netchal_gui.views.recording_form import RecordingForm

        form = RecordingForm(self._workbench, recording, stored, self._window)
        form.copy_wanted.connect(self.copy)
        form.open()

    def copy(self, draft: Recording, before: Recording | None, path: Path) -> None:
        """Keep a copy of a file, with progress and a way to stop it, then store the recording."""
        label = say("Copying {file}, MB:", file=path.name)
        self._jobs.run(partial(self._copied, draft, path), partial(self._store, before), label=label)

    def _copied(self, draft: Recording, path: Path, progress: Progress) -> Recording:
        def in_megabytes(done: int, total: int) -> None:
            progress(done >> MEGABYTE, total >> MEGABYTE)

        return with_file(self._workbench, draft, path, in_megabytes)

    def _store(self, before: Recording | None, draft: Recording) -> None:
        try:
            if before is None:
                add_recording(self._workbench, draft)
            else:
                change_recording(self._workbench, before, draft)
        except (Refused, StoreFault) as fault:
            self.message.emit(explain(fault) or str(fault))
