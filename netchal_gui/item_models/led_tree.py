"""Who led to whom as a tree with the yield of each person in columns."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netchal_gui.commands.network import also_sentence, names_of, spoken
from netchal_gui.domain.folding import fold
from netchal_gui.domain.network import Key, Network
from netchal_gui.words import say

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
PersonRole = Qt.ItemDataRole.UserRole + 1
"""The :class:`Somebody` of a row; None for oneself."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LedColumn(IntEnum):
    NAME = 0
    NAMED = 1
    ASKED = 2
    MET = 3
    SECOND = 4
    DEEPEST = 5


class LedTree(QAbstractItemModel):
    """Everybody once; an index carries the person's place in the order of the tree.

    Sorting orders the people under each one; before the first, they stand in the order in which they came.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Network | None = None
        self._keys: list[Key] = []
        self._numbers: dict[Key, int] = {}
        self._children: dict[Key, Sequence[Key]] = {}
        self._rows: dict[Key, int] = {}
        self._names: dict[Key, str] = {}

    def show_network(self, found: Network) -> None:
        """Show another network, its root as the only row at the top."""
        self.beginResetModel()
        self._found = found
        self._names = names_of(found)
        self._keys = [key for key, _ in found.walk()]
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        self._arrange({key: list(each) for key, each in found.children.items()})
        self.endResetModel()

    def key_of(self, index: Index) -> Key | None:
        return self._keys[index.internalId()] if index.isValid() else None

    def index_of(self, key: Key, column: int = LedColumn.NAME) -> QModelIndex:
        """Where a person stands; an invalid index for one who is not in the tree."""
        number = self._numbers.get(key)
        return QModelIndex() if number is None else self.createIndex(self._rows[key], column, number)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._found is None or not 0 <= column < len(LedColumn):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        falling = order == Qt.SortOrder.DescendingOrder
        self._arrange(
            {
                key: sorted(each, key=lambda child: self._rank(child, column), reverse=falling)
                for key, each in self._found.children.items()
            }
        )
        after = [self.index_of(self._keys[each.internalId()], each.column()) for each in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self, children: dict[Key, Sequence[Key]]) -> None:
        self._children = children
        self._rows = {key: row for each in children.values() for row, key in enumerate(each)}
        if self._found is not None:
            self._rows[self._found.root] = 0

    def _rank(self, key: Key, column: int) -> tuple[int, str]:
        assert self._found is not None
        number = 0 if column == LedColumn.NAME else self._found.yields[key][column - 1]
        return number, fold(self._names[key])

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        above = self.key_of(parent)
        key = self._keys[0] if above is None else self._children[above][row]
        return self.createIndex(row, column, self._numbers[key])

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        key = self.key_of(child)
        if self._found is None or key is None or key not in self._found.parent:
            return QModelIndex()
        return self.index_of(self._found.parent[key])

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.column() > 0:
            return 0
        key = self.key_of(parent)
        return min(1, len(self._keys)) if key is None else len(self._children.get(key, ()))

    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(LedColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(LedColumn):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _meanings()[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key = self.key_of(index)
        if self._found is None or key is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._found, key, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            whole = index.column() == LedColumn.NAME
            return (
                spoken(self._found, key, self._names)
                if whole
                else self._text(self._found, key, index.column())
            )
        if role == PersonRole:
            return self._found.people.get(key)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _RIGHT
        return None

    def _text(self, found: Network, key: Key, column: int) -> str:
        if column != LedColumn.NAME:
            number = found.yields[key][column - 1]
            return str(number) if number else ""
        return " · ".join(filter(None, (self._names[key], also_sentence(found, key, self._names))))


def _titles() -> tuple[str, ...]:
    return (say("Person"), say("Named"), say("Asked"), say("Met"), say("Second"), say("Chain"))


def _meanings() -> tuple[str, ...]:
    return (
        say("Each person stands under the first who introduced them."),
        say("People they named"),
        say("How many of these were asked"),
        say("How many of these you met"),
        say("People whom those they named led to in turn"),
        say("Steps to the person farthest down the chain"),
    )
