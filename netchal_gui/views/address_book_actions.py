"""People in and out: import from address book files, export as vCard."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from netchal_gui.domain.contact import Contact
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class AddressBookActions(QObject):
    """``chosen`` gives the ids of the selected people.

    ``message(sentence)`` for the status bar; ``front_wanted`` before a dialog opens over the tab.
    """

    message = Signal(str)
    front_wanted = Signal()

    def __init__(
        self, parent: QWidget, workbench: Workbench, jobs: Jobs, chosen: Callable[[], list[UUID]]
    ) -> None:
        super().__init__(parent)
        self._window, self._workbench, self._jobs, self._chosen = parent, workbench, jobs, chosen
        self.import_people = QAction(say("&Import people…"), self, shortcut=QKeySequence("Ctrl+I"))
        self.import_people.triggered.connect(self._import)
        self.export_everyone = QAction(say("&People as vCard…"), self)
        self.export_everyone.triggered.connect(self._export_everyone)
        self.export_chosen = QAction(say("E&xport as vCard…"), self)
        self.export_chosen.triggered.connect(self._export_chosen)

    def open_import(self, files: Sequence[Path]) -> None:
        """Look through address book files and show what would be imported."""
        from netchal_gui.views.import_dialog import ImportDialog

        dialog = ImportDialog(self._workbench, self._jobs, files, self._window)
        dialog.imported.connect(self.message)
        dialog.open()

    def _import(self) -> None:
        self.front_wanted.emit()
        dialog = QFileDialog(
            self._window, say("Import people"), "", say("Address books (*.vcf *.vcard);;All files (*)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._open_import)
        dialog.open()

    def _open_import(self, files: Sequence[str]) -> None:
        self.open_import([Path(file) for file in files])

    def _export_everyone(self) -> None:
        self._open_export(None, say("contacts"))

    def _export_chosen(self) -> None:
        people = self._chosen()
        if people:
            self._open_export(people, self._name_of(people))

    def _name_of(self, people: Sequence[UUID]) -> str:
        """For the file: one person's name, or what stands for many."""
        contact = self._workbench.store.get(Contact, people[0]) if len(people) == 1 else None
        return contact.name if contact is not None else say("contacts")

    def _open_export(self, people: Sequence[UUID] | None, name: str) -> None:
        from netchal_gui.views.export_people import ExportPeople

        dialog = ExportPeople(self._workbench, self._jobs, people, name, self._window)
        dialog.written.connect(self.message)
        dialog.begin()
