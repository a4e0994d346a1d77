"""The contacts list: the order is known whole, as numbers; rows are read by the page, where one looks."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from netchal_gui.commands.day_moment import end_of_today
from netchal_gui.commands.progress import Progress
from netchal_gui.domain.contact_kinds import Relation
from netchal_gui.item_models.contact_texts import NEVER, NextStep, how_we_met, last_contact, next_step
from netchal_gui.storage.contact_queries import (
    ContactRow,
    Listing,
    SortBy,
    first_rows,
    numbers,
    rows_of,
    size,
)
from netchal_gui.storage.faults import StoreFault
from netchal_gui.words import relation, say
from netchal_gui.workbench import Workbench

PAGE = 128
KEPT_PAGES = 24
SMALL = 3_000
"""Up to so many people the whole order is read at once; above, on another thread."""

RowRole = Qt.ItemDataRole.UserRole + 1
NextRole = Qt.ItemDataRole.UserRole + 2

Run = Callable[[Callable[[Progress], Any], Callable[[Any], None], Callable[[Exception], None]], object]
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ContactColumn(IntEnum):
    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    SOURCE = 3
    LAST = 4
    NEXT = 5


SORTS = (SortBy.NAME, SortBy.ORGANISATION, SortBy.ROLE, SortBy.SOURCE, SortBy.LAST, SortBy.NEXT)


class ContactList(QAbstractTableModel):
    """Shows one listing after another; of listings asked for in a row only the newest is shown.

    ``run(work, done, failed)`` does work on another thread, as ``Jobs.run``. ``listed`` tells that another
    listing stands there, ``failed(fault)`` that the data file could not be read.
    """

    listed = Signal()
    failed = Signal(object)

    def __init__(self, workbench: Workbench, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._run = workbench, run
        self._numbers: array[int] = array("q")
        self._rows: OrderedDict[int, dict[int, ContactRow]] = OrderedDict()
        self._wanted = Listing()
        self._reading: Listing | None = None
        self._broken = False

    # What is listed.

    @property
    def listing(self) -> Listing:
        """The listing that was asked for last."""
        return self._wanted

    def show(self, listing: Listing) -> None:
        """List these people; a large list arrives later, with ``listed``. Raises StoreFault."""
        self._wanted = listing
        if size(self._workbench.store) <= SMALL:
            self._take(numbers(self._workbench.store, listing, end_of_today(self._workbench)))
            return
        if not self._numbers and listing == Listing():
            self._take_first()
        self._read()

    def refresh(self) -> None:
        """Read the same listing again, as people have changed. Raises StoreFault."""
        self._rows.clear()
        self.show(self._wanted)

    def numbers_at(self, rows: Sequence[int]) -> list[int]:
        """The numbers of the people in these lines."""
        return [self._numbers[row] for row in rows if 0 <= row < len(self._numbers)]

    def line_of(self, number: int) -> int | None:
        """Where a person stands in the list, by their number."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return None

    def _read(self) -> None:
        if self._reading is None:
            self._reading = self._wanted
            self._run(partial(self._read_numbers, self._wanted), self._arrived, self._not_arrived)

    def _read_numbers(self, listing: Listing, progress: Progress) -> "array[int]":
        with self._workbench.store.reading() as reader:
            return numbers(reader, listing, end_of_today(self._workbench))

    def _arrived(self, found: "array[int]") -> None:
        read, self._reading = self._reading, None
        if read == self._wanted:
            self._take(found)
        else:
            self._read()

    def _not_arrived(self, fault: Exception) -> None:
        self._reading = None
        self.failed.emit(fault)

    def _take_first(self) -> None:
        rows = first_rows(self._workbench.store, PAGE)
        self._take(array("q", [row.number for row in rows]))
        self._rows[0] = {row.number: row for row in rows}

    def _take(self, found: "array[int]") -> None:
        self._broken = False
        if found == self._numbers:
            self._tell_all_changed()
        else:
            self.beginResetModel()
            self._numbers = found
            self._rows.clear()
            self.endResetModel()
        self.listed.emit()

    def _tell_all_changed(self) -> None:
        self._rows.clear()
        if self._numbers:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._numbers) - 1, len(ContactColumn) - 1)
            )

    # What Qt asks.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(ContactColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(ContactColumn):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(ContactColumn(section))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_title(ContactColumn(section))
        return None

    def _spoken_title(self, column: ContactColumn) -> str:
        title = column_title(column)
        if SORTS[column] != self._wanted.sort:
            return title
        if self._wanted.descending:
            return say("{title}, sorted backwards", title=title)
        return say("{title}, sorted", title=title)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = ContactColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == RowRole:
            return row
        if role == NextRole:
            return self._next(row)
        return None

    def row(self, index: Index) -> ContactRow | None:
        """The line at an index; None where there is none or it cannot be read."""
        if not index.isValid() or not 0 <= index.row() < len(self._numbers):
            return None
        page = index.row() // PAGE
        if page not in self._rows:
            self._read_page(page)
        return self._rows[page].get(self._numbers[index.row()])

    def _read_page(self, page: int) -> None:
        wanted = self._numbers[page * PAGE : (page + 1) * PAGE]
        rows: list[ContactRow] = []
        try:
            rows = rows_of(self._workbench.store, wanted)
        except StoreFault as fault:  # said once, not for every cell of every paint
            if not self._broken:
                self.failed.emit(fault)
            self._broken = True
        self._rows[page] = {row.number: row for row in rows}
        while len(self._rows) > KEPT_PAGES:
            self._rows.popitem(last=False)

    def _next(self, row: ContactRow) -> NextStep:
        return next_step(row, self._workbench.now(), self._workbench.zone)

    def _text(self, row: ContactRow, column: ContactColumn) -> str:
        if column is ContactColumn.NAME:
            return row.name
        if column is ContactColumn.ORGANISATION:
            return row.organisation
        if column is ContactColumn.ROLE:
            return row.role
        if column is ContactColumn.SOURCE:
            return how_we_met(row.source, row.source_detail, row.circle)
        if column is ContactColumn.LAST:
            return last_contact(row, self._workbench.now(), self._workbench.zone)
        return str(self._next(row))

    def _spoken(self, row: ContactRow, column: ContactColumn) -> str:
        text = self._text(row, column)
        if column is ContactColumn.NAME:
            return say("{name}, {relation}", name=text, relation=relation(Relation(row.relation)))
        if column is ContactColumn.LAST and text == NEVER:
            return say("not met yet")
        return text


def column_title(column: ContactColumn) -> str:
    return {
        ContactColumn.NAME: say("Name"),
        ContactColumn.ORGANISATION: say("Organisation"),
        ContactColumn.ROLE: say("Role"),
        ContactColumn.SOURCE: say("How we met"),
        ContactColumn.LAST: say("Last"),
        ContactColumn.NEXT: say("Next"),
    }[column]
