"""The list of people as a table: columns as wide as there is room, every line equally high."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from netchal_gui.item_models.contact_list import SORTS, ContactColumn, ContactList
from netchal_gui.storage.contact_queries import Listing, SortBy
from netchal_gui.views.contact_painting import ContactDelegate
from netchal_gui.views.person_drag import Held, PersonDrag
from netchal_gui.views.sort_header import SortHeader
from netchal_gui.words import say

Index = QModelIndex | QPersistentModelIndex
MOST_KEPT = 200
"""So many selected people stay selected when the list is read again."""
_SHARES = {
    ContactColumn.NAME: 25,
    ContactColumn.ORGANISATION: 20,
    ContactColumn.ROLE: 17,
    ContactColumn.SOURCE: 25,
    ContactColumn.NEXT: 23,
}


class ContactTable(QTableView):
    """The people. Signals state what the person did:

    ``person_chosen(number)`` the current line changed (-1: to none); ``person_opened(number)`` Enter or
    double click; ``typed(text)`` letters typed while the list had the focus, which belong to the filter;
    ``menu_asked(position)`` in global coordinates; ``sort_chosen(sort, descending)``.
    """

    person_chosen = Signal(int)
    person_opened = Signal(int)
    typed = Signal(str)
    menu_asked = Signal(QPoint)
    sort_chosen = Signal(SortBy, bool)

    def __init__(self, people: ContactList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._current = -1
        self._line = 0
        self._listing = people.listing
        self._chosen: list[int] = []
        self._build()
        people.modelAboutToBeReset.connect(self._remember)
        people.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._open)
        PersonDrag(self.viewport(), self._held)

    def _build(self) -> None:
        self.setModel(self._people)
        self.setItemDelegate(ContactDelegate(self))
        header = SortHeader(self)
        self.setHorizontalHeader(header)
        header.sort_chosen.connect(self._sort)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(say("People"))
        self._fix_heights()

    def _fix_heights(self) -> None:
        """Two lines of text and air; asked of the font, not of every line."""
        metrics = self.fontMetrics()
        height = round(metrics.height() * 1.9) + 12
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    # What is shown.

    def fold_role(self, folded: bool) -> None:
        """Show the role under the organisation, or in a column of its own."""
        self.setColumnHidden(ContactColumn.ROLE, folded)
        self._share_width()

    def is_role_folded(self) -> bool:
        return self.isColumnHidden(ContactColumn.ROLE)

    def show_sort(self, listing: Listing) -> None:
        header = self.horizontalHeader()
        assert isinstance(header, SortHeader)
        header.show_sort(SORTS.index(listing.sort), listing.descending)

    def choose(self, number: int | None, *, scroll: bool = True) -> None:
        """Make a person the current line, or the first one if they are not in the list."""
        line = self._people.line_of(number) if number is not None else None
        if line is None:
            line = 0
        index = self._people.index(line, 0)
        if index.isValid():
            self._choose_only(index)
            if scroll:
                self.scrollTo(index)

    def chosen_numbers(self) -> list[int]:
        """The numbers of all selected people."""
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        lines = {line for part in parts for line in range(part.top(), part.bottom() + 1)}
        return self._people.numbers_at(sorted(lines))

    def current_number(self) -> int:
        """The number of the current person, -1 for nobody."""
        return next(iter(self._people.numbers_at([self.currentIndex().row()])), -1)

    # What the person does.

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row():
            self.person_chosen.emit(self.current_number())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(place))
        else:
            self.menu_asked.emit(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.person_opened.emit(self.current_number())

    def _sort(self, column: int, descending: bool) -> None:
        self.sort_chosen.emit(SORTS[column], descending)

    def _held(self, point: QPoint) -> Held | None:
        """Whom a drag takes along, to a place of the challenge say."""
        row = self._people.row(self.indexAt(point))
        return Held(row.id, row.name, row.relation) if row else None

    # Keeping its place.

    def _remember(self) -> None:
        self._current, self._line = self.current_number(), max(0, self.currentIndex().row())
        self._chosen = self.chosen_numbers() if self.selectionModel().hasSelection() else []

    def _restore(self) -> None:
        """The same person; else who stands in their line now, or the first of another listing."""
        line = self._people.line_of(self._current)
        if line is None:
            same = self._listing == self._people.listing
            line = min(self._line, self._people.rowCount() - 1) if same else 0
        self._listing = self._people.listing
        index = self._people.index(line, 0)
        self._choose_only(index)
        if not index.isValid():
            self.person_chosen.emit(-1)
        if 1 < len(self._chosen) < MOST_KEPT:
            self._select(self._chosen)

    def _choose_only(self, index: QModelIndex) -> None:
        """Not by ``setCurrentIndex`` of the view: it selects nothing while Ctrl is held, as for Ctrl+Z."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _select(self, numbers: Sequence[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        lines = [line for number in numbers if (line := self._people.line_of(number)) is not None]
        for line in lines:
            self.selectionModel().select(self._people.index(line, 0), flags.Select | flags.Rows)

    # Its width.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._fix_heights()
            self._share_width()

    def _share_width(self) -> None:
        """Give the day the width that it needs and share the rest among the columns in sight."""
        day = self.fontMetrics().horizontalAdvance("Sep 2028") + 22
        self.setColumnWidth(ContactColumn.LAST, day)
        shown = {column: share for column, share in _SHARES.items() if not self.isColumnHidden(column)}
        room = self.viewport().width() - day
        left = room
        for column, share in shown.items():
            is_last = column is ContactColumn.NEXT
            width = max(48, left if is_last else room * share // sum(shown.values()))
            self.setColumnWidth(column, width)
            left -= width
