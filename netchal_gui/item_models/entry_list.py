"""The journal's list: the rows read so far, newest first; more are asked for as one scrolls."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from netchal_gui.commands.journal_search import EntryRow, RowPage
from netchal_gui.storage.journal_queries import ABOVE_ALL
from netchal_gui.words import long_day, say, short_day

RowRole = Qt.ItemDataRole.UserRole + 1
"""The whole :class:`EntryRow`."""
DayRole = Qt.ItemDataRole.UserRole + 2
"""The day as the list shows it: "18 Nov", with the year where it is not this one."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def name_of(row: EntryRow) -> str:
    """The title; without one the people, and without these that there is none."""
    return row.title.strip() or ", ".join(person.name for person in row.people) or say("No title")


class EntryList(QAbstractListModel):
    """``more_wanted`` asks for the rows below :attr:`last_number`, to be given to :meth:`add`."""

    more_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[EntryRow] = []
        self._more = False
        self._asked = False

    # What is listed.

    @property
    def last_number(self) -> int:
        """The number of the oldest row read; above all numbers where there is none."""
        return self._rows[-1].number if self._rows else ABOVE_ALL

    def show(self, page: RowPage) -> None:
        """List these rows instead of the former ones."""
        self.beginResetModel()
        self._rows = list(page.rows)
        self._more, self._asked = page.more, False
        self.endResetModel()

    def add(self, page: RowPage) -> None:
        """Go on with these rows below the last one."""
        if page.rows:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(page.rows) - 1)
            self._rows += page.rows
            self.endInsertRows()
        self._more, self._asked = page.more, False

    def put(self, row: EntryRow) -> None:
        """Show a new or changed entry where it belongs; one below all rows read so far waits its turn."""
        line = self.line_of(row.id)
        if line is not None and self._rows[line].number != row.number:
            self.drop(row.id)
            line = None
        if line is not None:
            self._rows[line] = row
            self.dataChanged.emit(self.index(line), self.index(line))
        elif row.number > self.last_number or not self._more:
            line = bisect_left(self._rows, -row.number, key=_descending)
            self.beginInsertRows(_ROOT, line, line)
            self._rows.insert(line, row)
            self.endInsertRows()

    def drop(self, entry_id: UUID) -> None:
        """Take an entry out of the list, where it is in it."""
        line = self.line_of(entry_id)
        if line is not None:
            self.beginRemoveRows(_ROOT, line, line)
            del self._rows[line]
            self.endRemoveRows()

    def line_of(self, entry_id: UUID | None) -> int | None:
        """Where an entry stands, None where it has not been read."""
        return next((line for line, row in enumerate(self._rows) if row.id == entry_id), None)

    def row_at(self, line: int) -> EntryRow | None:
        return self._rows[line] if 0 <= line < len(self._rows) else None

    def entries_with(self, people: Iterable[UUID]) -> list[UUID]:
        """The entries read so far in which any of these people stand."""
        wanted = set(people)
        return [row.id for row in self._rows if any(person.id in wanted for person in row.people)]

    # What Qt asks.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        if role == RowRole:
            return row
        if role == DayRole:
            return short_day(row.day, self._today())
        return None


def _descending(row: EntryRow) -> int:
    return -row.number


def _spoken(row: EntryRow) -> str:
    """Title, day, people and snippet, as a screen reader says them."""
    people = ", ".join(person.name for person in row.people)
    return ". ".join(filter(None, (name_of(row), long_day(row.day), people, row.snippet.text)))
