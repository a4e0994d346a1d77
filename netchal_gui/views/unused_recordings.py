"""The kept files that no recording names any more: how many and how large, and the way to delete them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.recording_wording import unused_words
from netchal_gui.commands.recordings import delete_unused, unused
from netchal_gui.views.form_parts import button, muted_label
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class UnusedRecordings(QWidget):
    """Hidden where each file is needed. Asks before it deletes, as that cannot be undone;
    ``history_emptied`` once it has.
    """

    history_emptied = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.told = muted_label(wrap=True)
        self.delete = button(say("Delete files…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        self.delete.clicked.connect(self._ask)
        self._show()

    def _show(self) -> None:
        try:
            found = unused(self._workbench)
        except OSError as error:
            self.told.setText(explain(error) or str(error))
            self.delete.hide()
            return
        self.told.setText(unused_words(found))
        if not found.files:
            self.hide()

    def _ask(self) -> None:
        self.box = box = QMessageBox(QMessageBox.Icon.Warning, say("Netchal"), "", parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(say("Delete the files that no recording names any more?"))
        box.setInformativeText(
            say("This cannot be undone, nor can what was done before. Backups hold no recordings.")
        )
        self.confirm = box.addButton(say("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
        self.confirm.clicked.connect(self._delete)
        box.open()

    def _delete(self) -> None:
        try:
            delete_unused(self._workbench)
        except OSError as error:
            self.told.setText(explain(error) or str(error))
            return
        self.told.setText(say("The files are deleted."))
        self.delete.hide()
        self.history_emptied.emit()
