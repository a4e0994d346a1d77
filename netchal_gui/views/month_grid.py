"""The month as a table that one walks through with keys, mouse and wheel; chips can be dragged."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTableView, QToolTip, QWidget

from netchal_gui.item_models.calendar_items import Day, DayItem, ItemKind
from netchal_gui.item_models.month_model import MonthModel
from netchal_gui.views.chip_drag import ChipDrag
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.month_painting import CellLayout, DayDelegate, MonthHeader, lay_out
from netchal_gui.words import long_day, say

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_NOTCH = 120


class MonthGrid(QTableView):
    """Shows a :class:`MonthModel`.

    ``day_chosen(date, item)``: a day was chosen, with the chip under the mouse or None. ``day_wanted(date)``:
    one that the shown weeks don't hold. ``day_opened(date)``: all of it, as after "+2 more" or Space.
    ``planning_wanted(date)``, ``item_opened(item)``, ``move_wanted(item, days)``, ``turned(months)``,
    ``today_wanted()``, ``delete_wanted(item)`` and ``menu_wanted(date, item, global position)`` are wishes.
    """

    day_chosen = Signal(object, object)
    day_wanted = Signal(object)
    day_opened = Signal(object)
    planning_wanted = Signal(object)
    item_opened = Signal(object)
    move_wanted = Signal(object, int)
    turned = Signal(int)
    today_wanted = Signal()
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, object, QPoint)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = model
        self._turning = 0
        self._drag = ChipDrag()
        self._delegate = DayDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(MonthHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MonthHeader(Qt.Orientation.Vertical, self))
        self._settle()

    def _settle(self) -> None:
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(say("Month"))
        self.setMinimumSize(420, 300)

    @property
    def day(self) -> date:
        """The chosen day."""
        index = self.currentIndex()
        return self._month.day_at(index).day if index.isValid() else self._month.month

    @property
    def chosen_item(self) -> DayItem | None:
        """The chip that is outlined."""
        return self._delegate.chosen_item

    def choose(self, day: date, item: DayItem | None = None) -> None:
        """Frame a day that is shown and outline one of its chips; sends no signal."""
        self._delegate.chosen_item = item
        index = self._month.index_of(day)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.viewport().update()

    def place_of(self, day: date) -> CellLayout:
        """Where a shown day's chips lie in the viewport."""
        index = self._month.index_of(day)
        return lay_out(self.visualRect(index), self._month.day_at(index), self.font())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._drag.item:
            self._end_drag()
        elif event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif not self._act(key):
            event.ignore()

    def _act(self, key: Qt.Key) -> bool:
        """What the keys beside the arrows do; whether the key means anything here."""
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.today_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.planning_wanted.emit(self.day)
        elif key == Qt.Key.Key_Space:
            self.day_opened.emit(self.day)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._delegate.chosen_item:
            self.delete_wanted.emit(self._delegate.chosen_item)
        else:
            return False
        return True

    def _step(self, days: int) -> None:
        forwards = self.layoutDirection() == Qt.LayoutDirection.LeftToRight or abs(days) > 1
        target = self.day + timedelta(days=days if forwards else -days)
        if self._month.index_of(target).isValid():
            self.choose(target)
            self.day_chosen.emit(target, None)
        else:
            self.day_wanted.emit(target)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        day, item = self._month.day_at(index), self._item_at(index, event.position().toPoint())
        self.choose(day.day, item)
        self.day_chosen.emit(day.day, item)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if item is not None and item.kind is not ItemKind.FOLLOW_UP:
            self._drag.take(item, day.day, event.position().toPoint())
        elif item is None and self._is_more(day, index, event.position().toPoint()):
            self.day_opened.emit(day.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if self._drag.follow(position, QApplication.startDragDistance()):
            self._delegate.target = self.indexAt(position)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item, moved, origin = self._drag.item, self._drag.moving, self._drag.origin
        target = self.indexAt(event.position().toPoint())
        self._end_drag()
        if item is not None and moved and target.isValid():
            day = self._month.day_at(target).day
            if day != origin:
                self.move_wanted.emit(item, (day - origin).days)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        day, item = self._month.day_at(index), self._item_at(index, event.position().toPoint())
        self._end_drag()
        if item is not None and item.kind is not ItemKind.BLOCK:
            self.item_opened.emit(item)
        else:
            self.planning_wanted.emit(day.day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turning += event.angleDelta().y()
        months = int(self._turning / _NOTCH)
        if months:
            self._turning -= months * _NOTCH
            self.turned.emit(-months)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = None
        place = self.visualRect(self.currentIndex()).center()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapFromGlobal(event.globalPos())
            index = self.indexAt(place)
            item = self._item_at(index, place) if index.isValid() else None
        self.menu_wanted.emit(self.day, item, self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._tooltip(index, event.pos()), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag.moving:
            painter = QPainter(self.viewport())
            self._drag.paint(painter, self)
            painter.end()

    def _end_drag(self) -> None:
        self._drag.drop()
        self._delegate.target = QModelIndex()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _item_at(self, index: QModelIndex, position: QPoint) -> DayItem | None:
        return lay_out(self.visualRect(index), self._month.day_at(index), self.font()).item_at(position)

    def _is_more(self, day: Day, index: QModelIndex, position: QPoint) -> bool:
        places = lay_out(self.visualRect(index), day, self.font())
        return places.hidden > 0 and places.more.contains(position)

    def _tooltip(self, index: QModelIndex, position: QPoint) -> str:
        if not index.isValid():
            return ""
        item = self._item_at(index, position)
        if item is not None:
            return plain_tooltip(item.spoken)
        day = self._month.day_at(index)
        spoken = [*(each.spoken for each in day.items), *(bar.spoken for bar in day.busy)]
        return plain_tooltip("\n".join([long_day(day.day), *spoken]))
