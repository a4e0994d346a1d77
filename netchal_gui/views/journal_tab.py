"""The Journal tab: entries on the left, the one that is read or written on the right."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout

from netchal_gui.commands.faults import explain
from netchal_gui.domain.walltime import from_utc
from netchal_gui.settings import Settings
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.empty_state import EmptyState
from netchal_gui.views.entry_list import EntryListPanel
from netchal_gui.views.form_parts import box_of, frame, primary_button
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.tab import Menu, Tab
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.domain.edit import Edit, Entity

LAYOUT = "journal/splitter"


class JournalTab(Tab):
    """Knows the list, the editor and what stands there while there is no entry.

    The first sight has the list and an empty page, whose editor comes with ``complete``.
    """

    def __init__(self, workbench: Workbench, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._workbench, self._jobs, self._settings = workbench, jobs, settings
        self._stale = True
        self._is_complete = False
        self._build()
        self._lay_out()
        self.list.emptied.connect(self._emptied)

    def _build(self) -> None:
        self.list = EntryListPanel(self._workbench.store, self._jobs, self._today)
        self._first = primary_button(say("New entry"))
        self._empty = EmptyState(
            say("Your journal is empty"),
            say("After a talk, write down whom you met, what you learned and what to follow up."),
            [self._first],
            say("Ctrl+J makes a new entry from anywhere."),
        )
        self._page = frame("page", margins=(0, 0, 0, 0))

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page)
        self._pages.addWidget(self._empty)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._pages)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([350, 890])
        self._splitter.restoreState(self._settings.layout(LAYOUT))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)

    # What the window asks

    def complete(self) -> None:
        self._build_rest()
        box_of(self._page).addWidget(self.editor)
        self._connect()
        self._is_complete = True
        if (shown := self.list.chosen) is not None:
            self._show(shown)

    def _build_rest(self) -> None:
        from netchal_gui.views.entry_editor import EntryEditor
        from netchal_gui.views.export_journal import JournalExport
        from netchal_gui.views.people_suggestions import PeopleSuggestions

        self.editor = EntryEditor(self._workbench, PeopleSuggestions(self._workbench.store), self._is_busy)
        self._new = QAction(say("New &entry"), self)
        self._new.setShortcut(QKeySequence("Ctrl+J"))
        self._find = QAction(say("Search the &journal"), self)
        self._find.setShortcut(QKeySequence("Ctrl+Shift+F"))
        self._delete = QAction(say("Delete entr&y"), self)
        self._delete.setEnabled(self.isVisible())
        self._export = JournalExport(self, self._workbench, self._jobs)

    def _connect(self) -> None:
        self.list.entry_chosen.connect(self._show)
        self.list.searched.connect(self._searched)
        self.list.opened.connect(self.editor.write)
        self.list.new_wanted.connect(self._make_entry)
        self.list.delete_wanted.connect(self._delete_shown)
        self.editor.unsaved.connect(self.unsaved)
        self.editor.more_wanted.connect(self._open_more)
        self._first.clicked.connect(self._make_entry)
        self._new.triggered.connect(self._make_entry)
        self._find.triggered.connect(self._search)
        self._delete.triggered.connect(self._delete_shown)

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        return {
            Menu.FILE: [self._new],
            Menu.EXPORT: [self._export.as_file, self._export.as_folder],
            Menu.EDIT: [self._find, self._delete],
        }

    def activate(self) -> None:
        """Catch up with what changed while the tab was hidden."""
        if self._stale:
            self._stale = False
            self._carefully(self.list.load)
            if self._is_complete:
                self._catch_up()
        if not self.isAncestorOf(self.focusWidget()) or self.focusWidget() is None:
            self.list.view.setFocus()

    def flush(self) -> bool:
        self._settings.keep_layout(LAYOUT, self._splitter.saveState())
        return not self._is_complete or self.editor.flush()

    def edited(self, edit: "Edit") -> None:
        from netchal_gui.domain.contact import Contact
        from netchal_gui.domain.follow_up import FollowUp
        from netchal_gui.domain.interview import Interview
        from netchal_gui.domain.introduction import Introduction
        from netchal_gui.domain.journal import JournalEntry

        if not edit.touches(JournalEntry, FollowUp, Contact, Interview, Introduction):
            return
        if not self.isVisible():
            self._stale = True
            return
        self._carefully(partial(self.list.edited, edit))
        self._catch_up()

    def kinds(self) -> "tuple[type[Entity], ...]":
        from netchal_gui.domain.journal import JournalEntry

        return (JournalEntry,)

    def show_object(self, kind: "type[Entity]", object_id: UUID) -> None:
        if self.editor.entry_id != object_id:
            self.list.show_all()
            self.list.choose(object_id)
            self._show(object_id)
        self.editor.write()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_complete:
            self._delete.setEnabled(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab, or the window goes: nothing stays unsaved."""
        super().hideEvent(event)
        if self._is_complete:
            self._delete.setEnabled(False)
            self.editor.flush()

    # Slots

    def _today(self) -> date:
        return from_utc(self._workbench.now(), self._workbench.zone).day

    def _show(self, entry_id: UUID) -> None:
        from netchal_gui.storage.journal_queries import entry_page

        if not self.editor.flush():  # what could not be saved stays on the screen
            self.list.choose(self.editor.entry_id)
            return
        page = entry_page(self._workbench.store, entry_id)
        if page is not None:
            self.editor.show_entry(page)
            self._pages.setCurrentWidget(self._page)

    def _catch_up(self) -> None:
        """The entry that is shown may have changed, or be gone."""
        if not self.editor.refresh():
            self.list.choose_first()

    def _make_entry(self) -> None:
        self.front_wanted.emit()
        if self.editor.flush() and self._carefully(self._add_entry):
            self.editor.write()

    def _add_entry(self) -> None:
        from netchal_gui.commands.journal import new_entry

        entry = new_entry(self._workbench)
        self.list.show_all()
        self.list.choose(entry.id)
        self._show(entry.id)

    def _delete_shown(self) -> None:
        if self.editor.entry_id is not None and self.editor.flush():
            self._carefully(partial(self._delete_entry, self.editor.entry_id))

    def _delete_entry(self, entry_id: UUID) -> None:
        from netchal_gui.commands.journal import EntryGone, delete_entry

        beside = self.list.neighbour()
        if beside is not None:
            self.list.choose(beside)
            self._show(beside)
        try:
            delete_entry(self._workbench, entry_id)
        except EntryGone:
            self._jobs.fault.emit(say("This entry is no longer there."))

    def _search(self) -> None:
        self.front_wanted.emit()
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.field.selectAll()

    def _searched(self, text: str) -> None:
        from netchal_gui.commands.journal_search import words_to_find

        self.editor.look_for(words_to_find(text))

    def _emptied(self, empty: bool) -> None:
        self._pages.setCurrentWidget(self._empty if empty else self._page)

    def _open_more(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._delete)
        menu.addSeparator()
        menu.addActions([self._export.as_file, self._export.as_folder])
        menu.popup(place)

    def _is_busy(self) -> bool:
        """Whether a save would have to wait for a long write."""
        return self._jobs.writing

    def _carefully(self, work: Callable[[], None]) -> bool:
        """Do it, or say what in the world keeps it from being done."""
        try:
            work()
        except (StoreFault, OSError) as error:
            self._jobs.fault.emit(explain(error) or "")
            return False
        return True
