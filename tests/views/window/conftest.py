"""The window around the tabs, with tabs that only note what they are asked."""

from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.settings import Settings, ThemeChoice
from netchal_gui.views.jobs import GuiThread, Jobs
from netchal_gui.views.main_window import MainWindow
from netchal_gui.views.tab import Menu, Tab, TabPlace
from netchal_gui.views.text_undo import TextUndo
from netchal_gui.views.theme import Theme

KINDS = {"contacts": (Contact,), "journal": (JournalEntry,)}


class NotingTab(Tab):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.seen = []
        self.saves = True
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.action = QAction(f"Add to {name}", self)
        self.action.setShortcut("Ctrl+N" if name == "contacts" else "Ctrl+J")
        self.action.triggered.connect(self.front_wanted)

    def menu_actions(self):
        return {Menu.FILE: [self.action]}

    def activate(self):
        self.seen.append("activate")
        self.field.setFocus()

    def flush(self):
        self.seen.append("flush")
        return self.saves

    def edited(self, edit):
        self.seen.append(edit.label)

    def kinds(self):
        return KINDS[self.name]

    def show_object(self, kind, object_id):
        self.seen.append((kind, object_id))

    def open_files(self, files):
        self.seen.append(list(files))
        return all(path.suffix == ".vcf" for path in files)


class Made:
    """A window, and the tabs it has made so far by name."""

    def __init__(self, workbench, settings):
        self.tabs = {}
        self.jobs = Jobs()
        app = QApplication.instance()
        self.theme = Theme(app, ThemeChoice.LIGHT)
        self.text_undo = TextUndo(app)
        self.thread = GuiThread()
        workbench.deliver = self.thread.call
        places = [
            TabPlace("contacts", "Contacts", self.make_contacts),
            TabPlace("journal", "Journal", self.make_journal),
        ]
        self.window = MainWindow(workbench, self.jobs, settings, self.theme, places, lambda: "Next: Ada")

    def make_contacts(self):
        return self.tabs.setdefault("contacts", NotingTab("contacts"))

    def make_journal(self):
        return self.tabs.setdefault("journal", NotingTab("journal"))

    def current(self):
        return self.window._pages.currentWidget()

    def status(self):
        return self.window.statusBar().message


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "config" / "window.ini")


@pytest.fixture
def make(workbench, settings, qtbot):
    windows = []

    def build(*, shown=True):
        made = Made(workbench, settings)
        windows.append(made)
        if shown:
            with qtbot.waitSignal(made.window.ready):
                made.window.show()
        return made

    yield build
    for made in windows:
        for tab in made.tabs.values():
            tab.saves = True
        made.window.close()
        made.jobs.finish()
        made.text_undo.deleteLater()
        made.window.deleteLater()


@pytest.fixture
def rename(workbench):
    """A function that adds a person, as an edit to talk about."""

    def add(name="Ada Lovelace"):
        contact = Contact(id=UUID(int=1), name=name, created=workbench.now())
        workbench.apply(Edit("Person added", (Change(None, contact),)))
        return contact

    return add
