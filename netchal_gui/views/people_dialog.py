"""The people behind a number, each a step away."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from netchal_gui.commands.home_wording import about
from netchal_gui.storage.home_queries import Person
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import heading, muted_label
from netchal_gui.views.painting import one_line
from netchal_gui.words import say_many


class PeopleDialog(Dialog):
    """``chosen(id)`` by Enter or a double-click."""

    chosen = Signal(object)

    def __init__(self, title: str, people: Sequence[Person], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(380, 320)
        self.people = QListWidget()
        self.people.setAccessibleName(title)
        for person in people:
            row = QListWidgetItem(one_line(" · ".join(filter(None, (person.name, about(person))))))
            row.setData(Qt.ItemDataRole.UserRole, UUID(bytes=person.id))
            self.people.addItem(row)
        self.people.setCurrentRow(0)
        self.people.itemActivated.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.addWidget(heading(title, 1.2))
        box.addWidget(muted_label(say_many("{n} person", "{n} people", len(people))))
        box.addWidget(self.people, 1)

    def _choose(self, row: QListWidgetItem) -> None:
        self.chosen.emit(row.data(Qt.ItemDataRole.UserRole))
        self.accept()
