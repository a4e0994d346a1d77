"""The cards of one column of the pipeline or of all: the order known whole, rows read by the page."""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from netchal_gui.commands.pipeline_wording import about, column_title, how_found, is_late, relation, when
from netchal_gui.domain.pipeline import Column
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.home_queries import answer_days
from netchal_gui.storage.pipeline_queries import Board, CardRow, cards
from netchal_gui.workbench import Workbench

PAGE = 64
KEPT_PAGES = 16

CardRole = Qt.ItemDataRole.UserRole + 1
SightRole = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Sight(NamedTuple):
    """What a card says. ``late``: one has waited for a reply as long as one wants to."""

    column: Column
    relation: str
    about: str
    found: str
    when: str
    late: bool


class CardList(QAbstractListModel):
    """``columns`` are shown one after the other; ``failed(fault)`` where the data file cannot be read."""

    failed = Signal(object)

    def __init__(
        self, workbench: Workbench, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._columns = workbench, tuple(columns)
        self._keys: array[int] = array("q")
        self._ends: list[int] = []
        self._rows: OrderedDict[int, dict[int, CardRow]] = OrderedDict()
        self._answer_days = 0
        self._broken = False

    def show_board(self, found: Board) -> None:
        """Show these cards."""
        self.beginResetModel()
        self._keys = array("q")
        for column in self._columns:
            self._keys.extend(found[column])
        self._ends = list(accumulate(len(found[column]) for column in self._columns))
        self._rows.clear()
        self._broken = False
        self._answer_days = answer_days(self._workbench.store)
        self.endResetModel()

    def card(self, index: Index) -> CardRow | None:
        """The card at an index; None where there is none or it cannot be read."""
        if not index.isValid() or not 0 <= index.row() < len(self._keys):
            return None
        page = index.row() // PAGE
        if page not in self._rows:
            self._read_page(page)
        return self._rows[page].get(self._keys[index.row()])

    def column_at(self, index: Index) -> Column:
        """In which column a card stands."""
        return self._columns[bisect_right(self._ends, index.row())]

    def line_of(self, key: int) -> int | None:
        """Where a card stands, by its key."""
        return self._keys.index(key) if key in self._keys else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.card(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.names
        if role == CardRole:
            return row
        if role == SightRole:
            return self._sight(row, self.column_at(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            sight = self._sight(row, self.column_at(index))
            told = (row.names, sight.relation, sight.about, column_title(sight.column), sight.when)
            return ", ".join(filter(None, told))
        return None

    def _today(self) -> date:
        return from_utc(self._workbench.now(), self._workbench.zone).day

    def _sight(self, row: CardRow, column: Column) -> Sight:
        today, zone = self._today(), self._workbench.zone
        late = is_late(row, column, today, zone, self._answer_days)
        day = when(row, column, today, zone, late=late)
        return Sight(column, relation(row), about(row), how_found(row), day, late)

    def _read_page(self, page: int) -> None:
        found: dict[int, CardRow] = {}
        try:
            found = cards(self._workbench.store, self._keys[page * PAGE : (page + 1) * PAGE])
        except StoreFault as fault:  # said once, not for every card of every paint
            if not self._broken:
                self.failed.emit(fault)
            self._broken = True
        self._rows[page] = found
        while len(self._rows) > KEPT_PAGES:
            self._rows.popitem(last=False)
