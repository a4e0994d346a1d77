"""The days of the month that is planned: a click blocks one or frees it again."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView, QToolTip

from netchal_gui.domain.periods import Span
from netchal_gui.item_models.calendar_items import days_between
from netchal_gui.item_models.month_model import COLUMNS, ROWS, MonthModel
from netchal_gui.storage.reader import Reader
from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import named, plain_tooltip
from netchal_gui.views.month_painting import DayDelegate, MonthHeader
from netchal_gui.words import say

FADED = 175
"""How much of a day that is not planned is covered, of 255."""


class PlanMonthGrid(QTableView):
    """``toggled(date)`` for a click, Space or Enter on a day of the month; the arrows walk through it."""

    toggled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        first = (QLocale().firstDayOfWeek().value - 1) % COLUMNS
        self.days = MonthModel(first, self)
        self.span = Span(date.min, date.min)
        self.setModel(self.days)
        self.setItemDelegate(_PlannedDay(self.days, self))
        self.setHorizontalHeader(MonthHeader(Qt.Orientation.Horizontal, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setMinimumSize(360, 220)
        named(self, say("Days of the month"))

    def show_month(self, reader: Reader, span: Span, today: date, zone: str) -> None:
        """Show the weeks of these days; the chosen day stays."""
        chosen = self.day if span == self.span else max(span.first, min(today, span.last))
        self.span = span
        first = span.first - timedelta(days=(span.first.weekday() - self.days.first_weekday) % COLUMNS)
        shown = days_between(reader, first, ROWS * COLUMNS, zone)
        self.days.show_days(span.first, today, shown)
        for row in range(ROWS):
            self.setRowHidden(row, shown[row * COLUMNS].day > span.last)
        self.setCurrentIndex(self.days.index_of(chosen))

    @property
    def day(self) -> date:
        """The chosen day."""
        index = self.currentIndex()
        return self.days.day_at(index).day if index.isValid() else self.span.first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._toggle(self.indexAt(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        """What a cell has no room for is in its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spoken = self.indexAt(event.pos()).data(Qt.ItemDataRole.AccessibleTextRole)
            QToolTip.showText(event.globalPos(), plain_tooltip(spoken or ""), self)
            return True
        return super().viewportEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.toggled.emit(self.days.day_at(index).day)


class _PlannedDay(DayDelegate):
    """As in the calendar; days that are not planned are faint."""

    def __init__(self, model: MonthModel, grid: PlanMonthGrid) -> None:
        super().__init__(model, grid)
        self._days, self._grid = model, grid

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        span = self._grid.span
        if not max(span.first, self._days.today) <= self._days.day_at(index).day <= span.last:
            veil = QColor(colours(option.palette).base)
            veil.setAlpha(FADED)
            painter.fillRect(option.rect.adjusted(2, 2, -2, -2), veil)
