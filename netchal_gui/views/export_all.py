"""File ▸ Export ▸ Everything as JSON: ask where, then write off the GUI thread."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.progress import Progress
from netchal_gui.paths import export_folder
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ExportAll(QObject):
    """One export of everything into one file."""

    def __init__(self, parent: QWidget, workbench: Workbench, jobs: Jobs) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._target = Path()

    def ask(self, parent: QWidget) -> None:
        proposed = str(export_folder() / "netchal.json")
        name, _ = QFileDialog.getSaveFileName(
            parent, say("Export everything"), proposed, say("JSON files (*.json)")
        )
        if name:
            self._target = Path(name)
            self._jobs.run(self._work, self._done, label=say("Exporting everything"))

    def _work(self, progress: Progress) -> int:
        return export_all(self._workbench, self._target, progress)

    def _done(self, count: int) -> None:
        self._jobs.note.emit(say("Everything is in {file}.", file=self._target))
