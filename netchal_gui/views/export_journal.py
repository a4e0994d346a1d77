"""File ▸ Export ▸ Journal as Markdown: one file or a folder, written off the GUI thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from netchal_gui.commands.export_journal import JournalExport as Written
from netchal_gui.commands.export_journal import export_journal
from netchal_gui.commands.progress import Progress
from netchal_gui.paths import export_folder
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class JournalExport(QObject):
    """The two actions of the menu and the work behind them."""

    def __init__(self, parent: QWidget, workbench: Workbench, jobs: Jobs) -> None:
        super().__init__(parent)
        self._parent, self._workbench, self._jobs = parent, workbench, jobs
        self.as_file = QAction(say("&Journal as one Markdown file…"), self)
        self.as_folder = QAction(say("Journal as a &folder of Markdown files…"), self)
        self.as_file.triggered.connect(self._ask_file)
        self.as_folder.triggered.connect(self._ask_folder)

    def export(self, target: Path) -> None:
        """Write to a file that ends with .md, or into a folder."""
        work = partial(self._work, target)
        self._jobs.run(work, self._done, label=say("Exporting the journal"))

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._parent,
            say("Export the journal"),
            str(export_folder() / "journal.md"),
            say("Markdown files (*.md)"),
        )
        if name:
            self.export(Path(name) if name.lower().endswith(".md") else Path(f"{name}.md"))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._parent, say("Export the journal"), str(export_folder()))
        if name:
            self.export(Path(name))

    def _work(self, target: Path, progress: Progress) -> Written:
        return export_journal(self._workbench, target, progress)

    def _done(self, written: Written) -> None:
        self._jobs.note.emit(written.sentence)
