"""The window around the tabs, with tabs that only note what they are asked."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
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
            TabPlace("contacts", "Contacts", KINDS["contacts"], self.make_contacts),
            TabPlace("journal", "Journal", KINDS["journal"], self.make_journal),
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


def rename(workbench, name="Ada Lovelace"):
    contact = Contact(id=UUID(int=1), name=name, created=workbench.now())
    workbench.apply(Edit("Add person", (Change(None, contact),)))
    return contact


def test_before_the_first_paint_only_the_shown_tab_is_made(make):
    assert set(make(shown=False).tabs) == {"contacts"}


def test_after_it_all_tabs_are_there(make):
    assert set(make().tabs) == {"contacts", "journal"}


def test_alt_and_a_number_choose_a_tab(make):
    made = make()
    QTest.keyClick(made.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert made.current() is made.tabs["journal"]


def test_the_last_tab_comes_back_at_the_next_start(make, settings):
    made = make()
    made.window.show_tab(1)
    made.window.close()

    assert set(make(shown=False).tabs) == {"journal"}


def test_the_windows_size_comes_back_at_the_next_start(make):
    made = make()
    made.window.resize(780, 500)
    made.window.close()

    assert make().window.size() == made.window.size()


def test_an_edit_reaches_every_tab_and_the_status_bar(make, workbench):
    made = make()
    rename(workbench)

    assert all("Add person" in tab.seen for tab in made.tabs.values())
    assert "Add person" in made.status()


def test_undo_is_named_after_the_edit_and_takes_it_back(make, workbench):
    made = make()
    rename(workbench)
    assert any(action.text() == "&Undo Add person" for action in made.window.menus.actions())

    QTest.keyClick(made.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert workbench.store.count(Contact) == 0
    assert made.status() == "Undone: Add person"


def test_redo_carries_it_out_again(make, workbench):
    made = make()
    rename(workbench)
    made.window.history.undo()
    QTest.keyClick(made.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    assert workbench.store.count(Contact) == 1


def test_undo_in_a_text_is_the_texts_own_while_it_has_something(make, workbench):
    made = make()
    rename(workbench)
    made.window.activateWindow()
    field = made.tabs["contacts"].field
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == ""
    assert workbench.store.count(Contact) == 1


def test_undo_in_a_text_with_nothing_to_undo_is_the_programs(make, workbench):
    made = make()
    rename(workbench)
    made.window.activateWindow()
    made.tabs["contacts"].field.setFocus()
    QTest.keyClick(made.tabs["contacts"].field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert workbench.store.count(Contact) == 0


def test_undo_saves_what_is_being_typed_first(make, workbench):
    made = make()
    rename(workbench)
    made.tabs["contacts"].saves = False
    made.window.history.undo()

    assert workbench.store.count(Contact) == 1


def test_an_undo_of_very_many_changes_leaves_the_window_free(make, workbench, qtbot):
    made = make()
    people = [Contact(id=UUID(int=n), name=f"P{n}", created=workbench.now()) for n in range(1, 302)]
    workbench.apply(Edit("Import people", tuple(Change(None, person) for person in people)))
    made.window.history.undo()
    assert made.jobs.busy

    qtbot.waitUntil(lambda: made.status() == "Undone: Import people")
    assert workbench.store.count(Contact) == 0


def test_an_action_of_a_hidden_tab_brings_it_to_the_front(make):
    made = make()
    made.window.show_tab(1)
    QTest.keyClick(made.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert made.current() is made.tabs["contacts"]


def test_an_object_is_shown_in_the_tab_it_belongs_to(make):
    made = make()
    made.tabs["contacts"].object_wanted.emit(JournalEntry, UUID(int=7))

    assert made.current() is made.tabs["journal"]
    assert (JournalEntry, UUID(int=7)) in made.tabs["journal"].seen


def test_files_go_to_the_tab_that_takes_them(make):
    made = make()
    made.window.show_tab(1)
    made.window.open_files([Path("people.vcf")])

    assert made.current() is made.tabs["contacts"]


def test_files_that_nobody_takes_are_named(make):
    made = make()
    made.window.open_files([Path("picture.png")])

    assert "picture.png" in made.status()


def test_a_file_dropped_on_a_text_field_is_opened_not_pasted(make, tmp_path):
    made = make()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "people.vcf"))])
    data.setText("people.vcf")
    event = QDropEvent(
        QPointF(60, 90),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(made.window.windowHandle(), event)

    assert [tmp_path / "people.vcf"] in made.tabs["contacts"].seen
    assert made.tabs["contacts"].field.text() == ""


def test_closing_saves_what_is_being_typed(make):
    made = make()
    made.window.close()

    assert all("flush" in tab.seen for tab in made.tabs.values())
    assert not made.window.isVisible()


def test_the_window_stays_when_a_text_cannot_be_saved(make, qtbot):
    made = make()
    made.tabs["journal"].saves = False
    with qtbot.assertNotEmitted(made.window.closed):
        made.window.close()

    assert made.window.isVisible()


def test_the_window_stays_when_saving_fails_unexpectedly(make):
    made = make()

    def failing():
        raise RuntimeError("no")

    made.tabs["contacts"].flush = failing
    with pytest.raises(RuntimeError):
        made.window.close()

    assert made.window.isVisible()
    del made.tabs["contacts"].flush


def test_the_status_bar_says_when_something_is_not_saved_yet(make):
    made = make()
    labels = [label for label in made.window.statusBar().children() if hasattr(label, "text")]
    made.tabs["journal"].unsaved.emit(True)
    assert "Saving…" in [label.text() for label in labels]

    made.tabs["journal"].unsaved.emit(False)
    assert "All changes saved" in [label.text() for label in labels]


def test_typing_that_is_being_saved_leaves_no_message(make, workbench):
    made = make()
    made.tabs["journal"].unsaved.emit(True)
    rename(workbench)

    assert made.status() == ""


def test_the_status_bar_says_how_a_deletion_comes_back(make, workbench):
    made = make()
    contact = rename(workbench)
    workbench.apply(Edit("Delete", (Change(contact, None),)))

    assert made.status() == "Deleted Ada Lovelace. Ctrl+Z undoes this."


def test_the_status_bar_says_what_comes_next(make):
    made = make()

    assert any(getattr(c, "text", str)() == "Next: Ada" for c in made.window.statusBar().children())


def test_a_chosen_theme_is_kept(make, settings):
    made = make()
    made.window.menus.theme_chosen.emit(ThemeChoice.DARK)

    assert settings.theme is ThemeChoice.DARK
    assert made.theme.choice is ThemeChoice.DARK


def test_the_finder_is_asked_for_with_ctrl_k(make, qtbot):
    made = make()
    with qtbot.waitSignal(made.window.finder_wanted) as wanted:
        QTest.keyClick(made.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert isinstance(wanted.args[0], QPoint)


def test_every_shortcut_belongs_to_one_action_only(make):
    made = make()
    keys = [key.toString() for action in made.window.menus.actions() for key in action.shortcuts()]

    assert len(keys) == len(set(keys))


def test_a_fault_of_a_job_is_shown_as_plain_text(make, qtbot):
    from PySide6.QtWidgets import QMessageBox

    made = make()
    made.jobs.fault.emit("<b>full</b>")
    box = made.window.findChild(QMessageBox)

    assert box.textFormat() == Qt.TextFormat.PlainText
    box.close()
