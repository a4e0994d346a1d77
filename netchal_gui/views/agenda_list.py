"""The interviews and follow-ups of one day, one below the other, as the chips of the month are."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from netchal_gui.item_models.calendar_items import DayItem
from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.month_painting import paint_item
from netchal_gui.views.painting import has_focus, is_selected
from netchal_gui.words import say

ITEM = int(Qt.ItemDataRole.UserRole) + 1
MOST_ROWS = 8


class AgendaList(QListWidget):
    """``item_chosen(item)`` by a click or the arrows, ``item_opened(item)`` by Enter or a double-click."""

    item_chosen = Signal(object)
    item_opened = Signal(object)
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._loading = False
        self.setProperty("part", "sections")
        self.setItemDelegate(_AgendaDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("Agenda of the day"))
        self.currentItemChanged.connect(self._chosen)
        self.itemActivated.connect(self._opened)

    def show_items(self, items: Sequence[DayItem], chosen: UUID | None) -> None:
        """Show these, one of them chosen; sends no signal."""
        self._loading = True
        self.clear()
        for item in items:
            row = QListWidgetItem(item.text)
            row.setData(ITEM, item)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, item.spoken)
            row.setToolTip(plain_tooltip(item.spoken))
            self.addItem(row)
            if item.id == chosen:
                self.setCurrentItem(row)
        height = self.sizeHintForRow(0) if items else 0
        self.setFixedHeight(min(len(items), MOST_ROWS) * height + 2 * self.frameWidth())
        self._loading = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Delete and row >= 0:
            self.delete_wanted.emit(self.item(row).data(ITEM))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.item_opened.emit(self.item(row).data(ITEM))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentRow() < 0:
            return
        row = self.item(self.currentRow())
        place = self.visualItemRect(row).center()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self.itemAt(event.pos()) or row
            place = event.pos()
        self.menu_wanted.emit(row.data(ITEM), self.viewport().mapToGlobal(place))

    def _chosen(self, row: QListWidgetItem | None) -> None:
        if row is not None and not self._loading:
            self.item_chosen.emit(row.data(ITEM))

    def _opened(self, row: QListWidgetItem) -> None:
        self.item_opened.emit(row.data(ITEM))


class _AgendaDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, QFontMetrics(option.font).height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = colours(option.palette)
        place = option.rect.adjusted(2, 3, -2, -3)
        paint_item(painter, place, index.data(ITEM), option, outlined=False)
        if is_selected(option, index):
            width = 2 if has_focus(option, index) else 1
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-1, -1, 0, 0), 5, 5)
            painter.restore()
