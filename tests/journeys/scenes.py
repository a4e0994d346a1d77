"""What the pictures show: each scene brings the window to one sight, has it taken, and clears it away."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from cards import ONE_OF_EACH
from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QWidget

from netchal_gui.commands import plan as planning
from netchal_gui.commands.export_interviews import add_to_calendar
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.crash import CrashReports
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.item_models.calendar_items import DayItem, ItemKind
from netchal_gui.views.add_person import AddPerson
from netchal_gui.views.block_dialog import BlockDialog
from netchal_gui.views.calendar_tab import CalendarTab
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.contact_form import ContactForm
from netchal_gui.views.contact_list import ContactTable
from netchal_gui.views.contacts_tab import ContactsTab
from netchal_gui.views.export_dialog import ExportDialog
from netchal_gui.views.export_people import ExportPeople
from netchal_gui.views.finder import Finder
from netchal_gui.views.journal_tab import JournalTab
from netchal_gui.views.move_dialog import MoveDialog
from netchal_gui.views.plan_dialog import PlanDialog
from netchal_gui.views.program import Program
from netchal_gui.views.search_field import SearchField
from netchal_gui.words import say

Take = Callable[[str], None]
W = TypeVar("W", bound=QWidget)


def found(parent: QObject, kind: type[W]) -> W:
    """The first of its kind inside."""
    child = parent.findChild(kind)
    assert isinstance(child, kind), f"no {kind.__name__}"
    return child


def popups() -> list[QWidget]:
    """The dialogs and menus that stand over the window."""
    shown = (QDialog, QMenu)
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, shown) and each.isVisible()]


def close_popups() -> None:
    for each in popups():
        each.done(QDialog.DialogCode.Rejected) if isinstance(each, QDialog) else each.close()


class Scenes:
    """``take(name)`` makes the picture; ``some`` the filled program's scenes, ``empty`` a first start's."""

    def __init__(self, program: Program, take: Take, home: Path) -> None:
        self._program, self._take, self._home = program, take, home
        self._window, self._workbench = program.window, program.workbench
        self._contacts = found(program.window, ContactsTab)
        self._calendar = found(program.window, CalendarTab)
        self._journal = found(program.window, JournalTab)

    def empty(self) -> None:
        """A first start: nobody, nothing planned, nothing written."""
        self._tabs("first-")
        self._finder("first-finder", "")
        self._triggered("first-restore", say("&Restore a backup…"))

    def some(self) -> None:
        self._tabs()
        self._people()
        self._person_dialogs()
        self._import()
        self._month()
        self._calendar_dialogs()
        self._entries()
        self._menus()
        self._finder("finder", "")
        self._finder("finder-typed", "an")
        self._finder("finder-nothing", "xyzzy")
        self._window_dialogs()

    def settle(self, milliseconds: int = 60) -> None:
        """Let the window paint and the jobs that answer it end."""
        QTest.qWait(milliseconds)
        while self._program.jobs.busy:
            QTest.qWait(20)
        QTest.qWait(30)

    def _tabs(self, prefix: str = "") -> None:
        for index, name in enumerate(("challenge", "contacts", "calendar", "journal")):
            self._window.show_tab(index)
            self.settle(150)
            self._take(prefix + name)

    # People

    def _people(self) -> None:
        self._window.show_tab(1)
        table = found(self._contacts, ContactTable)
        table.person_opened.emit(0)
        self._shot("person")
        self._escape()
        flag = QItemSelectionModel.SelectionFlag
        table.selectionModel().select(table.model().index(3, 0), flag.Select | flag.Rows)
        table.menu_asked.emit(table.viewport().mapToGlobal(QPoint(200, 90)))
        self._shot("contacts-menu")
        field = found(self._contacts, QLineEdit)
        for name, text in {"contacts-filtered": "lon", "contacts-nobody": "xyzzy"}.items():
            self._type(field, text)
            self._shot(name)
        self._type(field, "")
        self.settle()

    def _person_dialogs(self) -> None:
        window, workbench = self._window, self._workbench
        add = AddPerson(workbench, window)
        add.open()
        self._shot("add-person", close=False)
        QTest.keyClicks(add.focusWidget(), "Samuel Ade")
        self._shot("add-person-alike", close=False)
        for fold in [each for each in add.findChildren(QPushButton) if each.isCheckable()][:1]:
            fold.click()
        self._shot("add-person-all")
        person = self._contacts.current_contact()
        assert person is not None
        ContactForm(workbench, person, window).open()
        self._shot("edit-person")
        ExportPeople(workbench, self._program.jobs, None, "people", window).open()
        self._shot("export-people")
        self._triggered("tag-people", say("&Tag people…"))

    def _import(self) -> None:
        cards = self._home / "Address book.vcf"
        cards.write_text(ONE_OF_EACH, "utf-8")
        self._window.open_files([cards])
        self.settle(150)
        self._shot("import")

    # The calendar

    def _month(self) -> None:
        tab = self._calendar
        self._window.show_tab(2)
        tab.show_object(Interview, self._planned().id)
        self._shot("calendar-interview")
        tab.open_page()
        self._shot("calendar-day")
        tab.close_page()
        place = tab.grid.mapToGlobal(QPoint(300, 200))
        for name, item in (("calendar-day-menu", None), ("calendar-interview-menu", self._item())):
            tab.grid.menu_wanted.emit(tab.day, item, place)
            self._shot(name)
        self._moved_after_export()

    def _moved_after_export(self) -> None:
        """A calendar that shows what is no longer so."""
        interview = self._planned()
        preferences = self._workbench.preferences
        change_preferences(self._workbench, replace(preferences, export_folder=str(self._home / "Calendar")))
        add_to_calendar(self._workbench, [interview.id])
        assert interview.start is not None
        planning.move(self._workbench, interview, interview.start.local + timedelta(days=1))
        self.settle(150)
        self._take("calendar-copy-notice")
        self._workbench.undo()
        self.settle()

    def _calendar_dialogs(self) -> None:
        window, workbench, tab = self._window, self._workbench, self._calendar
        tab.plan_with([])
        self._shot("plan", close=False)
        dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PlanDialog))
        dialog.save.click()
        self._shot("plan-problem", close=False)
        field = found(dialog, ChipEdit).focusProxy()
        assert field is not None
        QTest.keyClicks(field, "an")
        self._shot("plan-people")
        interview = self._planned()
        PlanDialog(workbench, interview, interview, window).open()
        self._shot("plan-edit")
        MoveDialog(workbench, interview, "Ada Lovelace", window).open()
        self._shot("move")
        ExportDialog(workbench.preferences, self._home, "Export calendar files", window).open()
        self._shot("export-events")
        BlockDialog(workbench, tab.day, window).open()
        self._shot("block")
        menu = found(tab.bar, QMenu)
        menu.popup(tab.bar.mapToGlobal(QPoint(tab.bar.width() - 220, tab.bar.height())))
        self._shot("calendar-export-menu")

    # The journal

    def _entries(self) -> None:
        tab = self._journal
        self._window.show_tab(3)
        self.settle()
        search = found(tab.list, SearchField)
        self._type(search, "work")
        self._shot("journal-search")
        self._type(search, "xyzzy")
        self._shot("journal-nothing")
        self._type(search, "")
        self.settle()
        tab.editor.more_wanted.emit(tab.editor.mapToGlobal(QPoint(tab.editor.width() - 260, 50)))
        self._shot("journal-menu")
        tab.editor.write()
        self._shot("journal-writing")
        new = next(each for each in self._window.menus.actions() if each.shortcut().toString() == "Ctrl+J")
        new.trigger()
        self._shot("journal-new")
        self._workbench.undo()
        self.settle()

    # The window

    def _menus(self) -> None:
        self._window.show_tab(2)
        bar = self._window.menuBar()
        for number, action in enumerate(bar.actions()):
            menu = action.menu()
            assert isinstance(menu, QMenu)
            menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))
            for inner in [each.menu() for each in menu.actions() if each.menu()]:
                assert isinstance(inner, QMenu)
                inner.popup(menu.mapToGlobal(menu.actionGeometry(inner.menuAction()).topRight()))
            self._shot(f"menu-{number + 1}")

    def _finder(self, name: str, text: str) -> None:
        self._window.show_tab(1)
        self._window.finder_wanted.emit(QPoint(self._window.width() - 12, 68))
        finder = found(self._window, Finder)
        QTest.keyClicks(found(finder, QLineEdit), text)
        self._shot(name)
        finder.close_panel()

    def _window_dialogs(self) -> None:
        for name, text in (
            ("settings", say("&Settings…")),
            ("keys", say("&Keys")),
            ("place", say("&Where the data lives")),
            ("about", say("&About Netchal")),
            ("restore", say("&Restore a backup…")),
        ):
            self._triggered(name, text)
        self._window.warn("Netchal cannot write to this folder. Choose another one.")
        self._shot("warning")
        reports = CrashReports(self._home)
        reports.report(ValueError("never shown"))
        self._shot("crash")

    def _triggered(self, name: str, text: str) -> None:
        """The dialog of a menu action; it may have a loop of its own, so the picture is taken from there."""
        action = next(each for each in self._window.menus.actions() if each.text() == text)
        QTimer.singleShot(300, partial(self._shot, name))
        action.trigger()
        self.settle(500)

    def _shot(self, name: str, *, close: bool = True) -> None:
        self.settle()
        self._take(name)
        if close:
            close_popups()
            self.settle(0)

    def _type(self, field: QLineEdit, text: str) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        self.settle(200)

    def _escape(self) -> None:
        focus = self._window.focusWidget() or self._window
        QTest.keyClick(focus, Qt.Key.Key_Escape)

    def _planned(self) -> Interview:
        """An interview that is still to come."""
        return next(self._interviews())

    def _interviews(self) -> Iterator[Interview]:
        model = self._calendar.model
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                for item in model.day_at(model.index(row, column)).of(ItemKind.INTERVIEW):
                    interview = self._workbench.store.get(Interview, item.id)
                    if interview is not None and interview.stage is StepKind.SCHEDULED:
                        yield interview

    def _item(self) -> DayItem:
        tab = self._calendar
        return next(iter(tab.model.day_at(tab.model.index_of(tab.day)).of(ItemKind.INTERVIEW)))
