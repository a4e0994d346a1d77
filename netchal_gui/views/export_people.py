"""Write people as vCards: ask for the shape and the place, then write off the GUI thread."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from netchal_gui.commands.export_contacts import ContactsExport, export
from netchal_gui.commands.export_interviews import export_folder
from netchal_gui.commands.faults import explain
from netchal_gui.commands.progress import Progress
from netchal_gui.exchange.file_names import safe_name
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import box_of, button, frame, heading, muted_label, primary_button
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


class ExportPeople(Dialog):
    """``people`` None: everyone. One person is asked for a file at once, more first for the shape.

    ``written(sentence)`` when the files are there.
    """

    written = Signal(str)

    def __init__(
        self,
        workbench: Workbench,
        jobs: Jobs,
        people: Sequence[UUID] | None,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench, self._jobs = workbench, jobs
        self._people, self._name = people, name
        self._build()
        self._lay_out()
        self.next.setDefault(True)
        self.next.clicked.connect(self.ask_place)
        self.cancel.clicked.connect(self.reject)

    def _build(self) -> None:
        self.setWindowTitle(say("Export people"))
        self.one_file = QRadioButton(say("One file with all people"))
        self.folder = QRadioButton(say("A folder with one file for each person"))
        self.one_file.setChecked(True)
        self.next = primary_button(say("Choose a place…"))
        self.cancel = button(say("Cancel"))

    def _lay_out(self) -> None:
        body = frame("page", margins=(20, 18, 20, 18), spacing=6)
        box = box_of(body)
        box.addWidget(heading(self._title(), 1.2))
        box.addSpacing(6)
        box.addWidget(self.one_file)
        box.addWidget(_reason(say("Phones, Google, Apple and Thunderbird take all of them at once.")))
        box.addWidget(self.folder)
        box.addWidget(_reason(say("Outlook takes only the first person of a file.")))
        footer = frame("footer")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.next)
        box_of(footer).addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(body, 1)
        whole.addWidget(footer)
        self.setMinimumWidth(460)

    def _title(self) -> str:
        if self._people is None:
            return say("Export everyone as vCard")
        return say_many("Export {n} person as vCard", "Export {n} people as vCard", len(self._people))

    def begin(self) -> None:
        """Open at the question that there is to ask."""
        if self._people is not None and len(self._people) == 1:
            self.ask_place()
        else:
            self.open()

    def ask_place(self) -> None:
        """Ask for the file or the folder."""
        parent = self if self.isVisible() else self.parentWidget()
        dialog = QFileDialog(parent, say("Export people"), str(export_folder(self._workbench)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.folder.isChecked():
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(say("Address books (*.vcf)"))
            dialog.setDefaultSuffix("vcf")
            dialog.selectFile(safe_name(self._name, ".vcf", set(), "people"))
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, place: str) -> None:
        """Write to the chosen file or folder and close."""
        work = partial(_export, self._workbench, Path(place), self._people, self.folder.isChecked())
        self._jobs.run(work, self._written, self._failed, say("Exporting people"))
        self.hide()

    def _written(self, result: ContactsExport) -> None:
        self.written.emit(result.sentence)
        self.accept()

    def _failed(self, fault: Exception) -> None:
        sentence = explain(fault)
        if sentence is not None:
            self._jobs.fault.emit(sentence)
        self.reject()


def _export(
    workbench: Workbench, target: Path, people: Sequence[UUID] | None, one_each: bool, progress: Progress
) -> ContactsExport:
    version = workbench.preferences.vcard_version
    return export(workbench, target, ids=people, version=version, one_file_each=one_each, progress=progress)


def _reason(text: str) -> QWidget:
    label = muted_label(text, wrap=True)
    label.setContentsMargins(26, 0, 0, 6)
    return label
