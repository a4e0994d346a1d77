"""The left side of the journal: search, a new entry, and the entries."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout

from netchal_gui.item_models.entry_list import EntryList, RowRole
from netchal_gui.storage.store import Store
from netchal_gui.views.entry_painting import EntryDelegate
from netchal_gui.views.entry_search import EntrySearch
from netchal_gui.views.form_parts import muted_label, named, primary_button
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.search_field import SearchField
from netchal_gui.words import say, say_many

if TYPE_CHECKING:
    from netchal_gui.domain.edit import Edit


class EntryListPanel(QFrame):
    """``entry_chosen(id)`` when another entry becomes the current one by the user or by a search.

    ``searched(text)`` once the rows of a search are there; ``opened`` for Enter on an entry.
    """

    entry_chosen = Signal(object)
    searched = Signal(str)
    opened = Signal()
    new_wanted = Signal()
    delete_wanted = Signal()
    emptied = Signal(bool)

    def __init__(self, store: Store, jobs: Jobs, today: Callable[[], date]) -> None:
        super().__init__()
        self._chosen: UUID | None = None
        self._settling = False
        self._entries = EntryList(today, self)
        self._search = EntrySearch(store, jobs, self._entries, self)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.setProperty("part", "panel")
        self.setMinimumWidth(240)
        self.field = SearchField(say("Search the journal"))
        self.new = primary_button(say("New"))
        self.new.setAccessibleName(say("New entry"))
        self.nothing = muted_label(wrap=True)
        self.nothing.hide()
        self.view = QListView()
        self.view.setProperty("part", "sections")
        self.view.setModel(self._entries)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.installEventFilter(self)
        named(self.view, say("Entries"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 10)
        top.setSpacing(10)
        top.addWidget(self.field, 1)
        top.addWidget(self.new)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        self.nothing.setContentsMargins(14, 6, 14, 6)
        box.addWidget(self.nothing)
        box.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._search.look_for)
        self.field.down_wanted.connect(self._go_to_list)
        self.new.clicked.connect(self.new_wanted)
        self._search.listed.connect(self._listed)
        self._search.counted.connect(self._counted)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.doubleClicked.connect(self.opened)

    @property
    def chosen(self) -> UUID | None:
        """The entry that is marked as the one that is shown."""
        return self._chosen

    def load(self) -> None:
        """Read the first page. Raises StoreFault."""
        self._search.refresh()

    def edited(self, edit: "Edit") -> None:
        """Show what an edit changed. Raises StoreFault."""
        self._settling = True  # rows that move or go take Qt's current row with them
        try:
            self._search.edited(edit)
        finally:
            self._settling = False
        self._mark(self._chosen)

    def choose(self, entry_id: UUID | None) -> None:
        """Mark an entry as the one that is shown, where it is in the list; sends no signal."""
        self._chosen = entry_id
        self._mark(entry_id)

    def show_all(self) -> None:
        """End a search. Raises StoreFault."""
        if self.field.text():
            self.field.clear()
            self._search.look_for("")

    def choose_first(self) -> None:
        """Show the first entry, as the one that was shown is gone."""
        self._chosen = None
        self._choose_row(0)

    def neighbour(self) -> UUID | None:
        """The entry to show once the current one is deleted: the next older, else the next newer."""
        line = self._entries.line_of(self._chosen)
        if line is None:
            return None
        beside = self._entries.row_at(line + 1) or self._entries.row_at(line - 1)
        return beside.id if beside else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif key == Qt.Key.Key_Up and self.view.currentIndex().row() <= 0:
            self.field.setFocus()
        else:
            return False
        return True

    def _listed(self) -> None:
        """Other rows stand there: of a search the first is shown, unless the current one was found too."""
        self._mark(self._chosen)
        text = self._search.text
        first = self._entries.row_at(0)
        found_nothing = bool(text) and first is None
        self.nothing.setVisible(found_nothing)
        self.nothing.setText(say("No entry has “{text}” in it.", text=text) if found_nothing else "")
        self.searched.emit(text)
        if first is not None and self._entries.line_of(self._chosen) is None:
            self._choose_row(0)

    def _counted(self, number: int) -> None:
        self.field.show_count(say_many("{n} entry", "{n} entries", number))
        if not self._search.text:
            self.emptied.emit(number == 0)

    def _mark(self, entry_id: UUID | None) -> None:
        line = self._entries.line_of(entry_id)
        selection = self.view.selectionModel()
        index = QModelIndex() if line is None else self._entries.index(line)
        if selection.currentIndex() != index or (line is not None and not selection.isSelected(index)):
            blocked = selection.blockSignals(True)
            selection.setCurrentIndex(index, selection.SelectionFlag.ClearAndSelect)
            selection.blockSignals(blocked)
            self.view.viewport().update()
        if line is not None:
            self.view.scrollTo(index)

    def _choose_row(self, line: int) -> None:
        row = self._entries.row_at(line)
        if row is not None:
            self._mark(row.id)
            self._say_chosen(row.id)

    def _go_to_list(self) -> None:
        if self._entries.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self._choose_row(0)

    def _current_changed(self, index: QModelIndex) -> None:
        row = index.data(RowRole)
        if row is not None and not self._settling:
            self._say_chosen(row.id)

    def _say_chosen(self, entry_id: UUID) -> None:
        if entry_id != self._chosen:
            self._chosen = entry_id
            self.entry_chosen.emit(entry_id)
