"""The table of an import: items with their verdicts, read by the page; all, or those of one verdict."""

from array import array
from collections import OrderedDict
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netchal_gui.commands.import_plan import Decision, ImportPlan, Verdict, VerdictRow
from netchal_gui.commands.import_wording import decision_word, verdict_word
from netchal_gui.words import say

PAGE = 100
KEPT_PAGES = 20

RowRole = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class VerdictColumn(IntEnum):
    VERDICT = 0
    NAME = 1
    DETAIL = 2
    REASON = 3
    DECISION = 4


class VerdictTable(QAbstractTableModel):
    """Shows a plan; empty before it has one. Decisions go into the plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._positions: array[int] = array("q")
        self._pages: OrderedDict[int, list[VerdictRow]] = OrderedDict()

    def show_plan(self, plan: ImportPlan, verdict: Verdict | None = None) -> None:
        """Show all items of a plan, or those of one verdict."""
        self.beginResetModel()
        self._plan = plan
        self._pages.clear()
        if verdict is None:
            self._positions = array("q", range(len(plan)))
        else:
            self._positions = array("q", [row.position for row in plan.all_rows() if row.verdict is verdict])
        self.endResetModel()

    def forget(self) -> None:
        """Let go of the plan."""
        self.beginResetModel()
        self._plan = None
        self._positions = array("q")
        self._pages.clear()
        self.endResetModel()

    def decide(self, line: int, decision: Decision) -> None:
        """Decide on the doubtful item in a line."""
        row = self.row(self.index(line, 0))
        if self._plan is None or row is None or row.verdict is not Verdict.DOUBTFUL:
            return
        self._plan.decide(row.position, decision)
        self._pages.clear()
        self.dataChanged.emit(self.index(line, 0), self.index(line, len(VerdictColumn) - 1))

    def row(self, index: Index) -> VerdictRow | None:
        """The item at an index, None where there is none."""
        line = index.row()
        if self._plan is None or not index.isValid() or not 0 <= line < len(self._positions):
            return None
        page = line // PAGE
        if page not in self._pages:
            self._pages[page] = self._read(page)
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        rows = self._pages[page]
        return rows[line % PAGE] if line % PAGE < len(rows) else None

    def _read(self, page: int) -> list[VerdictRow]:
        assert self._plan is not None
        wanted = self._positions[page * PAGE : (page + 1) * PAGE]
        if wanted[-1] - wanted[0] == len(wanted) - 1:
            return self._plan.rows(wanted[0], len(wanted))
        return [row for position in wanted for row in self._plan.rows(position, 1)]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._positions)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(VerdictColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(VerdictColumn):
            return None
        titles = (say("Verdict"), say("Name"), say("Organisation"), say("Details"), say("Decision"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(row, VerdictColumn(index.column()))
        if role == RowRole:
            return row
        return None


def _text(row: VerdictRow, column: VerdictColumn) -> str:
    if column is VerdictColumn.VERDICT:
        return verdict_word(row.verdict)
    if column is VerdictColumn.NAME:
        return row.name or say("line {line}", line=row.line)
    if column is VerdictColumn.DETAIL:
        return row.detail
    if column is VerdictColumn.REASON:
        return " · ".join(filter(None, _details(row)))
    if row.verdict is not Verdict.DOUBTFUL:
        return ""
    return (
        say("Decide…") if row.decision is Decision.UNDECIDED else decision_word(row.decision, row.target_name)
    )


def _details(row: VerdictRow) -> tuple[str, ...]:
    """Of a new person, what was left out comes first: the end of a long text is not seen."""
    return (*row.cautions, row.reason) if row.verdict is Verdict.NEW else (row.reason, *row.cautions)
