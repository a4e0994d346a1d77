"""Calendar files: exported off the GUI thread, opened with the system's calendar program."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from netchal_gui.commands.calendar_selection import Chosen, Selection
from netchal_gui.commands.faults import explain
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.commands.progress import Progress
from netchal_gui.domain.preferences import ExportShape, Preferences
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.export_dialog import ExportDialog
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class CalendarFiles(QObject):
    """``message(sentence)`` tells what was written and where."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._jobs, self._window = workbench, jobs, window
        self._asked_for: Selection | None = None

    def add_to_calendar(self, ids: Sequence[UUID]) -> None:
        """Write one file each into the export folder and open what was written."""
        self._run(partial(_add, self._workbench, tuple(ids)), self._open)

    def update_file(self, ids: Sequence[UUID]) -> None:
        """The same events again with what changed; opened, for the calendar to take it."""
        self._run(partial(_update, self._workbench, tuple(ids)), self._open)

    def new_copy(self, ids: Sequence[UUID]) -> None:
        """Fresh events, for calendars that don't replace; opened."""
        self._run(partial(_copy, self._workbench, tuple(ids)), self._open)

    def export(self, selection: Selection) -> None:
        """Write a selection where and how the settings say; asks once how."""
        shape = self._workbench.preferences.export_shape
        if isinstance(selection, Chosen):
            self._write(selection, ExportShape.FOLDER)
        elif shape is ExportShape.ASK:
            self._ask(selection)
        else:
            self._write(selection, shape)

    def export_as_one(self, selection: Selection) -> None:
        """Write a selection into one file in the export folder, whatever the settings say of others."""
        self._write(selection, ExportShape.ONE_FILE)

    def _ask(self, selection: Selection) -> None:
        """One file or a folder; nothing is written where the person changes their mind."""
        from netchal_gui.commands.export_interviews import export_folder

        self._asked_for = selection
        folder = export_folder(self._workbench)
        title = say("Export calendar files")
        dialog = ExportDialog(self._workbench.preferences, folder, title, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(self._answered)
        dialog.open()

    def _answered(self, chosen: Preferences) -> None:
        selection, self._asked_for = self._asked_for, None
        try:
            change_preferences(self._workbench, chosen)
        except StoreFault as fault:
            self.message.emit(explain(fault) or str(fault))
            return
        if selection is not None:
            self._write(selection, chosen.export_shape)

    def _write(self, selection: Selection, shape: ExportShape) -> None:
        self._run(partial(_export, self._workbench, selection, shape), self._tell)

    def _run(self, work: Callable[[Progress], object], done: Callable[[object], None]) -> None:
        self._jobs.run(work, done, self._failed, say("Exporting…"), writes=True)

    def _tell(self, result: object) -> None:
        self.message.emit(" ".join(filter(None, (_sentence(result), getattr(result, "advice", "")))))

    def _open(self, result: object) -> None:
        self.message.emit(_sentence(result))
        for file in getattr(result, "files", ())[:MOST_OPENED]:
            self._open_file(file)

    def _open_file(self, file: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self.message.emit(say("No calendar program took {file}. Open it from there.", file=file))

    def _failed(self, error: Exception) -> None:
        sentence = explain(error) or (str(error) if _is_refusal(error) else None)
        if sentence:
            self.message.emit(sentence)


MOST_OPENED = 5
"""A block that interviews cut has several pieces; more windows than this help nobody."""


def _is_refusal(error: Exception) -> bool:
    from netchal_gui.commands.refusal import Refused

    return isinstance(error, Refused)


def _sentence(result: object) -> str:
    return str(getattr(result, "sentence", ""))


# What runs on the other thread; the exporter is imported there, as it takes a while.


def _add(workbench: Workbench, ids: tuple[UUID, ...], progress: Progress) -> object:
    from netchal_gui.commands.export_interviews import add_to_calendar

    return add_to_calendar(workbench, ids)


def _update(workbench: Workbench, ids: tuple[UUID, ...], progress: Progress) -> object:
    from netchal_gui.commands.export_interviews import update_file

    return update_file(workbench, ids, progress=progress)


def _copy(workbench: Workbench, ids: tuple[UUID, ...], progress: Progress) -> object:
    from netchal_gui.commands.export_interviews import new_copy

    return new_copy(workbench, ids)


def _export(workbench: Workbench, selection: Selection, shape: ExportShape, progress: Progress) -> object:
    from netchal_gui.commands.export_interviews import export, suggested_target

    return export(workbench, selection, suggested_target(workbench, selection, shape), progress)
