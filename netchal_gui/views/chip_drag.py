"""A chip on its way from one day to another, while the mouse button is held."""

from datetime import date

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from netchal_gui.item_models.calendar_items import DayItem
from netchal_gui.views.month_painting import paint_item
from netchal_gui.views.painting import chip_size


class ChipDrag:
    """``take`` on press, ``follow`` on each move, ``drop`` at the end; the grid asks where it was dropped.

    It holds the item, not its cell, so the months can be turned beneath it with the wheel.
    """

    def __init__(self) -> None:
        self.item: DayItem | None = None
        self.origin = date.min
        self.moving = False
        self._from = self._at = QPoint()

    def take(self, item: DayItem, origin: date, position: QPoint) -> None:
        self.item, self.origin, self._from, self._at = item, origin, position, position

    def follow(self, position: QPoint, threshold: int) -> bool:
        """Remember where the mouse is; whether the chip has left its place by now."""
        if self.item is None:
            return False
        self._at = position
        if (position - self._from).manhattanLength() >= threshold:
            self.moving = True
        return self.moving

    def drop(self) -> None:
        self.item, self.moving = None, False

    def paint(self, painter: QPainter, view: QAbstractItemView) -> None:
        """The chip under the mouse, a little see-through."""
        if self.item is None:
            return
        option = QStyleOptionViewItem()
        option.initFrom(view)
        size = chip_size(view.font(), self.item.text)
        place = QRect(self._at - QPoint(12, size.height() // 2), size)
        painter.setOpacity(0.85)
        paint_item(painter, place, self.item, option)
