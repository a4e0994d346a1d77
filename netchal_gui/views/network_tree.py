"""The tree beside the graph: the same people for the keyboard and a screen reader, with their yield."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from netchal_gui.domain.network import Key, Network, Somebody
from netchal_gui.item_models.led_tree import LedColumn, LedTree, PersonRole
from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.network_picture import dot_pens
from netchal_gui.views.sort_header import PADDING, SortHeader
from netchal_gui.words import say

DOT = 13
WANTED, LEAST = 30, 20
"""The room for a name in letters, with the steps of the first generations before it."""


class NetworkDelegate(QStyledItemDelegate):
    """Before each name the dot that the person has in the graph."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == LedColumn.NAME:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(DOT, DOT)
            option.icon = self._dot(index.data(PersonRole), option)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + 8)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The whole person, whatever the column's width leaves of them."""
        text = index.sibling(index.row(), LedColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
        QToolTip.showText(event.globalPos(), plain_tooltip(text or ""), view)
        return True

    def _dot(self, person: Somebody | None, option: QStyleOptionViewItem) -> QIcon:
        look = colours(option.palette)
        pen, brush = dot_pens(look, 2.0)[person.relation if person is not None else None]
        ratio = option.widget.devicePixelRatioF()
        picture = QPixmap(round(DOT * ratio), round(DOT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawEllipse(QPointF(DOT / 2, DOT / 2), DOT / 2 - 2, DOT / 2 - 2)
        painter.end()
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints it
        return icon


class NetworkTree(QTreeView):
    """``person_chosen(key)`` for another current row, ``person_opened(key)`` by Enter or a double click."""

    person_chosen = Signal(object)
    person_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LedTree(self)
        self._sorted = -1
        self.setModel(self._model)
        self.setAccessibleName(say("Tree of who led to whom"))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._header = SortHeader(self)
        self._header.setStretchLastSection(False)
        self._header.setMinimumSectionSize(20)
        self.setHeader(self._header)
        self.setItemDelegate(NetworkDelegate(self))
        self.setIndentation(self.fontMetrics().height())
        self.setAllColumnsShowFocus(True)
        self._header.show_sort(-1, False)
        self._header.sort_chosen.connect(self._sort)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(self._open)

    def show_network(self, found: Network) -> None:
        """Show it in the order of time, the root open and current."""
        self._sorted = -1
        self._header.show_sort(-1, False)
        self._model.show_network(found)
        self._share_width()
        self.choose(found.root)
        self.expand(self._model.index_of(found.root))

    def choose(self, key: Key) -> None:
        """Make a person's row current, opening what it lies in."""
        index = self._model.index_of(key)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def current(self) -> Key | None:
        return self._model.key_of(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def wanted_width(self) -> int:
        """Pixels in which nothing has to be scrolled from side to side."""
        names = self.fontMetrics().averageCharWidth() * WANTED
        return sum(self._widths()) + names + self.verticalScrollBar().sizeHint().width()

    def _share_width(self) -> None:
        """Numbers as narrow as their titles; names get the rest, and never too little: then one scrolls."""
        widths = self._widths()
        for column, width in enumerate(widths, start=1):
            self._header.resizeSection(column, width)
        least = self.fontMetrics().averageCharWidth() * LEAST
        self._header.resizeSection(LedColumn.NAME, max(self.viewport().width() - sum(widths), least))

    def _widths(self) -> list[int]:
        titles = [
            str(self._model.headerData(column, Qt.Orientation.Horizontal)) + " ↓" * (column == self._sorted)
            for column in range(1, len(LedColumn))
        ]
        return [self.fontMetrics().horizontalAdvance(title) + PADDING + 6 for title in titles]

    def _sort(self, column: int, backwards: bool) -> None:
        """Names begin with A, numbers with the largest."""
        falling = backwards if column == LedColumn.NAME else not backwards
        self._header.show_sort(column, backwards)
        self._sorted = column
        self._share_width()
        self._model.sort(column, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)
        self.scrollTo(self.currentIndex())

    def _current_changed(self, current: QModelIndex) -> None:
        key = self._model.key_of(current)
        if key is not None:
            self.person_chosen.emit(key)

    def _open(self, index: QModelIndex) -> None:
        key = self._model.key_of(index)
        if key:
            self.person_opened.emit(key)
