"""The table of an import as one sees it: chips for the verdicts, a word to decide on doubtful items."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from netchal_gui.commands.import_plan import Decision, Verdict, VerdictRow
from netchal_gui.commands.import_wording import decision_word
from netchal_gui.item_models.verdict_table import RowRole, VerdictColumn, VerdictTable
from netchal_gui.views.colours import Colours, colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import fill, is_selected, one_line, paint_chip, paint_text
from netchal_gui.views.theme import scaled
from netchal_gui.words import say, say_many

PADDING = 8
TONES = {
    Verdict.NEW: "accent",
    Verdict.SAME: "plain",
    Verdict.UPDATED: "known",
    Verdict.DOUBTFUL: "new",
    Verdict.REFUSED: "danger",
}
_SHARES = {
    VerdictColumn.NAME: 22,
    VerdictColumn.DETAIL: 20,
    VerdictColumn.REASON: 42,
    VerdictColumn.DECISION: 16,
}
_CHOICES = (Decision.MERGE, Decision.NEW, Decision.LEAVE_OUT)

Index = QModelIndex | QPersistentModelIndex


class VerdictDelegate(QStyledItemDelegate):
    """One cell; what is shortened, and what was left out of a card, shows in the tooltip."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = colours(option.palette)
        if is_selected(option, index):
            fill(painter, option.rect, theme.accent_soft)
        painter.setPen(QColor(theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        row = index.data(RowRole)
        if row is None:
            return
        inside = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        text = index.data() or ""
        if index.column() == VerdictColumn.VERDICT:
            paint_chip(painter, inside, text, TONES[row.verdict], option.palette, option.font)
        else:
            self._paint_text(painter, option, index, inside, text, theme)
        self._paint_focus(painter, option, index, theme)

    def _paint_focus(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Colours
    ) -> None:
        """A bar before the whole line, as lists of people have it."""
        view = self.parent()
        assert isinstance(view, QTableView)
        if index.column() == 0 and view.hasFocus() and view.currentIndex().row() == index.row():
            rect = option.rect
            fill(painter, QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent)

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        inside: QRect,
        text: str,
        theme: Colours,
    ) -> None:
        column = VerdictColumn(index.column())
        colour = {VerdictColumn.NAME: theme.text, VerdictColumn.DECISION: theme.accent}.get(
            column, theme.muted
        )
        font = scaled(option.font, 1.0, bold=column is VerdictColumn.NAME)
        paint_text(painter, inside, text, colour, font)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        row = index.data(RowRole)
        text = index.data() or ""
        room = option.rect.width() - 2 * PADDING
        bold = scaled(view.font(), 1.0, bold=index.column() == VerdictColumn.NAME)
        parts = [text] if QFontMetrics(bold).horizontalAdvance(one_line(text)) > room else []
        if row is not None and index.column() == VerdictColumn.REASON and row.cautions:
            parts = [part for part in (row.reason, *row.cautions) if part]
        QToolTip.showText(event.globalPos(), plain_tooltip("\n".join(parts)), view)
        return True


class VerdictView(QTableView):
    """``decided()`` after the person decided on a doubtful item."""

    decided = Signal()

    def __init__(self, table: VerdictTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        self.setItemDelegate(VerdictDelegate(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 20)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("People in the file"))
        self.doubleClicked.connect(self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.column() == VerdictColumn.DECISION:
            self._ask(index)

    def choices(self, index: Index) -> QMenu | None:
        """The menu to decide on a doubtful item; None for any other."""
        row = self._table.row(index)
        if row is None or row.verdict is not Verdict.DOUBTFUL:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for decision in _CHOICES:
            if decision is Decision.MERGE and row.target is None:
                continue
            action = menu.addAction(_choice_text(row, decision))
            action.setData((index.row(), decision))
        menu.triggered.connect(self._chosen)
        return menu

    def _ask(self, index: Index) -> None:
        menu = self.choices(index)
        if menu is not None:
            below = self.visualRect(self._table.index(index.row(), VerdictColumn.DECISION)).bottomLeft()
            menu.popup(self.viewport().mapToGlobal(below))

    def _chosen(self, action: object) -> None:
        line, decision = action.data()  # type: ignore[attr-defined]
        self._table.decide(line, Decision(decision))
        self.decided.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        verdicts = (say("doubtful"), say("refused"), say("updated"))
        chip = max(map(self.fontMetrics().horizontalAdvance, verdicts)) + 40
        self.setColumnWidth(VerdictColumn.VERDICT, chip)
        left = room = self.viewport().width() - chip
        for column, share in _SHARES.items():
            width = left if column is VerdictColumn.DECISION else room * share // 100
            self.setColumnWidth(column, max(40, width))
            left -= width

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 20)


def _choice_text(row: VerdictRow, decision: Decision) -> str:
    sentence = decision_word(decision, one_line(row.target_name))
    return (sentence[:1].upper() + sentence[1:]).replace("&", "&&")


def import_button_text(people: int) -> str:
    return say_many("Import {n} person", "Import {n} people", people)
