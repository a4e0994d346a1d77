"""Asked once before the first export of several events: one file, or a folder with one file each."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.domain.preferences import ExportShape, Preferences
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import button, frame, heading, muted_label, plain_label, primary_button
from netchal_gui.words import say


class ExportDialog(Dialog):
    """``answered(preferences)``: the settings with the answer in them; the caller stores them."""

    answered = Signal(Preferences)

    def __init__(
        self, preferences: Preferences, folder: Path, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._folder = folder
        self._folder_chosen = False
        self._build(title)
        self._lay_out()
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.change.clicked.connect(self._choose_folder)

    def _build(self, title: str) -> None:
        self.setWindowTitle(title)
        self.folder = QRadioButton(say("A folder with one file for each event"))
        self.one_file = QRadioButton(say("One file with all events"))
        is_one = self._preferences.export_shape is ExportShape.ONE_FILE
        (self.one_file if is_one else self.folder).setChecked(True)
        self._place = plain_label(str(self._folder), wrap=True)
        self.change = button(say("Change…"))
        self.change.setAccessibleName(say("Change the folder"))
        self.save = primary_button(say("Export"))
        self.cancel = button(say("Cancel"))

    def _lay_out(self) -> None:
        body = frame("page", margins=(20, 18, 20, 18), spacing=6)
        box = body.layout()
        assert isinstance(box, QVBoxLayout)
        box.addStrut(480)
        box.addWidget(heading(self.windowTitle(), 1.2))
        box.addSpacing(6)
        box.addWidget(self.folder)
        box.addWidget(
            _reason(say("Outlook wants single files: several events in one it opens as a new calendar."))
        )
        box.addWidget(self.one_file)
        box.addWidget(_reason(say("Other calendars take all of them at once.")))
        box.addSpacing(8)
        place = QHBoxLayout()
        place.addWidget(muted_label(say("Into")))
        place.addWidget(self._place, 1)
        place.addWidget(self.change)
        box.addLayout(place)
        box.addWidget(muted_label(say("Asked only once. Change it in Edit ▸ Settings."), wrap=True))
        box.addStretch(1)
        footer = frame("footer")
        foot = footer.layout()
        assert isinstance(foot, QVBoxLayout)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(body, 1)
        whole.addWidget(footer)

    def accept(self) -> None:
        super().accept()
        self.answered.emit(self.chosen())

    def chosen(self) -> Preferences:
        shape = ExportShape.ONE_FILE if self.one_file.isChecked() else ExportShape.FOLDER
        kept = str(self._folder) if self._folder_chosen else self._preferences.export_folder
        return replace(self._preferences, export_shape=shape, export_folder=kept)

    def show_folder(self, folder: Path) -> None:
        """Another folder for the files, from now on."""
        self._folder, self._folder_chosen = folder, True
        self._place.setText(str(folder))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, say("Folder for exported files"), str(self._folder))
        if chosen:
            self.show_folder(Path(chosen))


def _reason(text: str) -> QLabel:
    label = muted_label(text, wrap=True)
    label.setContentsMargins(24, 0, 0, 4)
    return label
