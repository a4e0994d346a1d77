"""How a day of the month looks: where its number and chips lie, and how they are painted."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from netchal_gui.item_models.calendar_items import NAMED_IN_A_DAY, Day, DayItem, ItemKind
from netchal_gui.item_models.month_model import MonthModel, MonthRole
from netchal_gui.views.colours import Colours, colours
from netchal_gui.views.painting import (
    CHIP_PADDING,
    chip_colours,
    chip_font,
    fill,
    is_selected,
    one_line,
    paint_block,
    paint_day_chip,
    paint_text,
)
from netchal_gui.words import say

MARGIN, GAP, EDGE = 6, 2, 3
MORNING, NIGHT = 6 * 60, 22 * 60
"""The part of the day that a cell's bar of busy times shows, in minutes."""
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_TOP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)


class CellLayout(NamedTuple):
    """Where the parts of a cell lie; ``more`` is the place of "+2 more" when ``hidden`` items don't fit."""

    number: QRect
    chips: list[tuple[QRect, DayItem]]
    more: QRect
    hidden: int

    def item_at(self, position: QPoint) -> DayItem | None:
        return next((item for place, item in self.chips if place.contains(position)), None)


def lay_out(cell: QRect, day: Day, font: QFont) -> CellLayout:
    """Place the day's number and as many of its chips as fit; a whole-day block takes no room."""
    height = QFontMetrics(font).height() + 2
    number = QRect(cell.left() + MARGIN, cell.top() + 4, height + 8, height)
    shown = [item for item in day.items if not item.fills]
    size = QFontMetrics(chip_font(font)).height() + 3
    top = number.bottom() + 3
    slots = max(0, (cell.bottom() - 2 - top + GAP) // (size + GAP))
    fitting = min(len(shown), slots, NAMED_IN_A_DAY)
    if fitting < len(shown):
        fitting = max(0, min(fitting, slots - 1))
    width = cell.width() - 2 * MARGIN - 1
    places = [
        QRect(cell.left() + MARGIN, top + place * (size + GAP), width, size) for place in range(fitting + 1)
    ]
    hidden = len(shown) - fitting
    more = places[fitting]
    if slots == 0:
        more = QRect(number.right() + 4, number.top(), cell.right() - number.right() - 8, height)
    return CellLayout(number, list(zip(places, shown, strict=False))[:fitting], more, hidden)


class DayDelegate(QStyledItemDelegate):
    """Paints one day. ``chosen_item`` is outlined; ``target`` is the day over which a chip is dragged."""

    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.chosen_item: DayItem | None = None
        self.target = QModelIndex()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day: Day = index.data(MonthRole.DAY)
        theme = colours(option.palette)
        places = lay_out(option.rect, day, option.font)
        self._paint_ground(painter, option, day, theme, is_target=index == self.target)
        self._paint_number(painter, places.number, day, option.font, theme)
        for place, item in places.chips:
            paint_item(painter, place, item, option, outlined=self._is_chosen(item))
        if places.hidden:
            text = say("+{n} more", n=places.hidden) if places.chips or places.hidden > 1 else "+1"
            ink = places.more.adjusted(MARGIN + 2, 0, 0, 0)
            paint_text(painter, ink, text, theme.muted, chip_font(option.font))
        paint_busy(painter, option.rect, day, theme)
        if is_selected(option, index):
            self._paint_frame(painter, option, theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the number and a chip, so that a grid never asks for more than a small window has."""
        return QSize(60, 2 * QFontMetrics(option.font).height() + 12)

    def _is_chosen(self, item: DayItem) -> bool:
        chosen = self.chosen_item
        return chosen is not None and (chosen.kind, chosen.id) == (item.kind, item.id)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, day: Day, theme: Colours, *, is_target: bool
    ) -> None:
        rect: QRect = option.rect
        fill(painter, rect, theme.accent_soft if is_target else theme.base)
        if day.blocked_whole and not is_target:
            paint_block(painter, rect, "", option.palette, option.font)
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def _paint_number(self, painter: QPainter, place: QRect, day: Day, font: QFont, theme: Colours) -> None:
        text = str(day.day.day)
        if day.day == self._model.today:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            painter.restore()
            paint_text(painter, place, text, theme.on_accent, font, _MIDDLE)
            return
        inside = day.day.month == self._model.month.month
        paint_text(painter, place, text, theme.text if inside else theme.muted, font)

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem, theme: Colours) -> None:
        painter.setPen(QPen(QColor(theme.accent), 2 if option.widget.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


def paint_busy(painter: QPainter, cell: QRect, day: Day, theme: Colours) -> None:
    """A thin bar at the end of the cell, where the own calendar is taken: from morning to night downwards."""
    length = cell.height() - 8
    for bar in day.busy:
        begin, end = (max(0, min(1, (at - MORNING) / (NIGHT - MORNING))) for at in (bar.begin, bar.end))
        top, low = cell.top() + 4 + round(begin * length), cell.top() + 4 + round(end * length)
        bar_place = QRect(cell.right() - 4, min(top, cell.bottom() - 6), 3, max(3, low - top))
        fill(painter, bar_place, theme.mark)


def paint_item(
    painter: QPainter, place: QRect, item: DayItem, option: QStyleOptionViewItem, *, outlined: bool = False
) -> None:
    """One chip or bar. A new person's chip has an edge at its left, as colour alone says too little."""
    if item.kind is ItemKind.BLOCK:
        paint_block(painter, place, item.text, option.palette, option.font)
    else:
        text = shown_text(item, place.width() - CHIP_PADDING - 6, chip_font(option.font))
        paint_day_chip(painter, place, text, item.tone, option.palette, option.font, struck=item.struck)
    ink = chip_colours(colours(option.palette), item.tone)[0]
    if item.tone == "new":
        fill(painter, QRect(place.left(), place.top() + 2, EDGE, place.height() - 4), ink)
    if outlined:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.restore()


def shown_text(item: DayItem, width: int, font: QFont) -> str:
    """The text, cut where it must be, but never its sign."""
    metrics = QFontMetrics(font)
    room = width - metrics.horizontalAdvance(item.sign)
    return metrics.elidedText(one_line(item.text), Qt.TextElideMode.ElideRight, room) + item.sign


class MonthHeader(QHeaderView):
    """Weekdays over the grid, or week numbers beside it, in small quiet text."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(QFontMetrics(chip_font(self.font())).horizontalAdvance("00") + 16, 0)
        return QSize(0, metrics.height() + 10)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = colours(self.palette())
        fill(painter, rect, theme.base)
        text = str(self.model().headerData(section, self.orientation()))
        if self.orientation() == Qt.Orientation.Vertical:
            top = rect.adjusted(0, 5, 0, 0)
            paint_text(painter, top, text, theme.muted, chip_font(self.font()), _TOP)
            return
        paint_text(painter, rect.adjusted(MARGIN + 1, 0, -2, 0), text, theme.muted, self.font())
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
