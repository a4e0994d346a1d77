"""A Contacts tab over a data file of its own, told of every edit as the window does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.item_models.contact_list import ContactColumn
from netchal_gui.settings import Settings
from netchal_gui.views.contact_detail import ContactDetail
from netchal_gui.views.contact_list import ContactTable
from netchal_gui.views.contact_sections import ContactSections
from netchal_gui.views.contacts_tab import ContactsTab
from netchal_gui.views.jobs import GuiThread, Jobs
from netchal_gui.workbench import Workbench


@dataclass
class Contacts:
    """What a test does with the tab, and what a user would see of it."""

    workbench: Workbench
    tab: ContactsTab
    jobs: Jobs

    @property
    def table(self) -> ContactTable:
        return self.part(ContactTable)

    @property
    def detail(self) -> ContactDetail:
        return self.part(ContactDetail)

    @property
    def sections(self) -> ContactSections:
        return self.part(ContactSections)

    @property
    def filter(self) -> QLineEdit:
        return self.named(QLineEdit, "Filter people")

    def part(self, kind: type[Any]) -> Any:
        found = self.tab.findChild(kind)
        assert found is not None, kind
        return found

    def named(self, kind: type[Any], name: str, within: QWidget | None = None) -> Any:
        """The control that a screen reader calls so."""
        parts = [each for each in (within or self.tab).findChildren(kind) if each.accessibleName() == name]
        assert len(parts) == 1, (name, [each.accessibleName() for each in parts])
        return parts[0]

    def add(self, name: str, **fields: Any) -> Contact:
        contact = Contact(id=uuid4(), name=name, created=self.workbench.now(), **fields)
        return self.put(contact)

    def put(self, item: Any) -> Any:
        self.workbench.apply(Edit("Add", (Change(None, item),)))
        return item

    def stored(self, contact: Contact | UUID) -> Contact | None:
        return self.workbench.store.get(Contact, contact if isinstance(contact, UUID) else contact.id)

    def open(self, width: int = 1300) -> "Contacts":
        self.tab.resize(width, 700)
        self.tab.show()
        self.tab.activate()
        QApplication.processEvents()
        return self

    def names(self) -> list[str]:
        model = self.table.model()
        return [model.index(line, ContactColumn.NAME).data() for line in range(model.rowCount())]

    def everyone(self) -> list[str]:
        """The names of all stored people."""
        return sorted(contact.name for contact in self.workbench.store.every(Contact))

    def chosen(self) -> str:
        return self.table.currentIndex().siblingAtColumn(ContactColumn.NAME).data() or ""

    def choose(self, name: str) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self.table.model().index(self.names().index(name), 0)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or self.table, key)
        QApplication.processEvents()

    def action(self, keys: str) -> QAction:
        """The menu action with these keys."""
        actions = [each for group in self.tab.menu_actions().values() for each in group]
        return next(each for each in actions if each.shortcut().toString() == keys)

    def is_open(self, kind: type[Any]) -> bool:
        """Whether a dialog of a kind is open now."""
        return any(each.isVisible() for each in self.tab.findChildren(kind))

    def dialog(self, kind: type[Any]) -> Any:
        """The dialog of a kind that is open now."""
        QApplication.processEvents()
        shown = [each for each in self.tab.findChildren(kind) if each.isVisible()]
        assert len(shown) == 1, shown
        return shown[0]


@pytest.fixture
def contacts(workbench: Workbench, tmp_path: Path, qtbot: Any) -> Iterator[Contacts]:
    jobs, gui = Jobs(), GuiThread()
    workbench.deliver = gui.call
    tab = ContactsTab(workbench, jobs, Settings(tmp_path / "window.ini"))
    tab.complete()
    qtbot.addWidget(tab)
    end = workbench.listen(tab.edited)
    yield Contacts(workbench, tab, jobs)
    end()
    jobs.finish(cancel=True)
