"""A Journal tab over a data file of its own, told of every edit as the window does it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.journal_search import EntryRow
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.item_models.entry_list import RowRole
from netchal_gui.settings import Settings
from netchal_gui.storage.journal_queries import entry_page
from netchal_gui.storage.store import Store
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.journal_tab import JournalTab
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 18, 17, 42, tzinfo=UTC)
DAY = date(2026, 11, 18)


@dataclass
class Journal:
    """What a test does with the tab, and what a user would see of it."""

    workbench: Workbench
    tab: JournalTab
    jobs: Jobs
    clock: Any
    faults: list[str] = field(default_factory=list)

    def add(self, *items: Any) -> Any:
        self.workbench.apply(Edit("Fill", tuple(Change(None, item) for item in items)))
        return items[0]

    def entry(self, title: str = "", day: date = DAY, **fields: Any) -> JournalEntry:
        made = JournalEntry(id=uuid4(), day=day, created=NOW, changed=NOW, title=title, **fields)
        return self.add(made)

    def person(self, name: str, relation: Relation = Relation.NEW) -> Contact:
        return self.add(Contact(id=uuid4(), name=name, created=NOW, relation=relation))

    def open(self) -> "Journal":
        self.tab.show()
        self.tab.activate()
        QApplication.processEvents()
        return self

    def stored(self, entry: JournalEntry | UUID) -> JournalEntry | None:
        return self.workbench.store.get(JournalEntry, entry if isinstance(entry, UUID) else entry.id)

    def lines(self, entry: JournalEntry) -> list[FollowUp]:
        page = entry_page(self.workbench.store, entry.id)
        return list(page.lines) if page else []

    def shown(self) -> str:
        """The title in the editor."""
        return self.tab.editor.head.title.text()

    def rows(self) -> list[EntryRow]:
        model = self.tab.list.view.model()
        return [model.index(line, 0).data(RowRole) for line in range(model.rowCount())]

    def titles(self) -> list[str]:
        return [row.title for row in self.rows()]

    def search(self, text: str) -> None:
        self.tab.list.field.setFocus()
        self.tab.list.field.selectAll()
        QTest.keyClicks(self.tab.list.field, text)
        self.jobs.finish()


@dataclass
class Clock:
    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment

    def later(self, **by: int) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def journal(qtbot, tmp_path):
    store = Store.open(tmp_path / "netchal.db")
    clock, jobs = Clock(), Jobs()
    workbench = Workbench(store, clock.now, uuid4, zone="Europe/Berlin")
    tab = JournalTab(workbench, jobs, Settings(tmp_path / "settings.ini"))
    tab.complete()
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    workbench.listen(tab.edited)
    made = Journal(workbench, tab, jobs, clock)
    jobs.fault.connect(made.faults.append)
    yield made
    tab.flush()
    tab.hide()
    jobs.finish()
    store.close()
