"""The year as a grid: a column for each period, a mark for each place, filled once somebody was met."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import chip_colours, paint_text
from netchal_gui.views.person_drag import dragged_person
from netchal_gui.views.theme import scaled
from netchal_gui.words import say

HEIGHT, GAP, LANE_GAP = 11, 3, 7
LABEL_SIZE = 0.78
MOST_ROWS = 6
WIDEST = 46
A_ROW = 10
"""So many marks stand side by side where the challenge is one piece."""


class Marks(NamedTuple):
    """One lane of one period: its tone, how many places it has and how many are filled."""

    tone: str
    quota: int
    met: int


class Column(NamedTuple):
    """A period: the label under it, its lanes, and how it is read aloud."""

    label: str
    lanes: tuple[Marks, ...]
    spoken: str


class YearGrid(QWidget):
    """``period_chosen(number)`` by a click, or by Left and Right while it has the focus.

    ``period_opened(number)`` by a double-click, Enter or Space: who was met in it.
    ``person_dropped(number, contact)`` when somebody was dragged onto a period.
    """

    period_chosen = Signal(int)
    period_opened = Signal(int)
    person_dropped = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._columns: Sequence[Column] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(self, columns: Sequence[Column], current: int) -> None:
        """Show these periods, one of them the current."""
        self._columns, self._current = columns, current
        self.setAccessibleName(say("Your year"))
        self.setAccessibleDescription(columns[current].spoken if columns else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, self._marks_height() + self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def column_at(self, x: float) -> int | None:
        """The number of the period at this distance from the left edge, in device-independent pixels."""
        if not self._columns:
            return None
        number = int(x // self._step())
        return number if 0 <= number < len(self._columns) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, column in enumerate(self._columns):
            self._paint_column(painter, number, column)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours(self.palette()).accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.column_at(event.position().x())
        if number is not None:
            self.period_chosen.emit(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.column_at(event.position().x())
        if number is not None:
            self.period_opened.emit(number)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.column_at(event.pos().x())
            if number is not None:
                told = say("{period}. Double-click: who", period=self._columns[number].spoken)
                QToolTip.showText(event.globalPos(), plain_tooltip(told), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._columns:
            self.period_opened.emit(self._current)
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._current + step < len(self._columns):
            self.period_chosen.emit(self._current + step)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_person(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self.column_at(event.position().x()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        number, contact = self.column_at(event.position().x()), dragged_person(event)
        if number is not None and contact is not None:
            event.acceptProposedAction()
            self.person_dropped.emit(number, contact)

    def _step(self) -> float:
        return min(WIDEST, self.width() / max(1, len(self._columns)))

    def _marks_height(self) -> int:
        if not self._columns:
            return 0
        lanes = self._columns[0].lanes
        rows = sum(-(-self._shown(lane) // self._side_by_side()) for lane in lanes)
        return rows * (HEIGHT + GAP) + max(0, len(lanes) - 1) * LANE_GAP

    def _side_by_side(self) -> int:
        return A_ROW if len(self._columns) == 1 else 1

    def _shown(self, lane: Marks) -> int:
        """How many marks stand for the places of a lane; of a large quota each stands for several."""
        return min(lane.quota, A_ROW * A_ROW if len(self._columns) == 1 else MOST_ROWS)

    def _every(self) -> int:
        """Each such period has its label under it, so that none runs into the next."""
        widest = max(map(self.fontMetrics().horizontalAdvance, (each.label for each in self._columns)))
        return max(1, math.ceil(widest * LABEL_SIZE / max(1.0, self._step() - 1)))

    def _paint_column(self, painter: QPainter, number: int, column: Column) -> None:
        left, width = number * self._step(), self._step() - GAP
        if self._side_by_side() > 1:
            width = self.width() / A_ROW - GAP
        top = 0.0
        for lane in column.lanes:
            top = self._paint_lane(painter, lane, left, top, width) + LANE_GAP
        theme = colours(self.palette())
        is_current = number == self._current
        font = scaled(self.font(), LABEL_SIZE, bold=is_current)
        colour = theme.text if is_current else theme.muted
        every = self._every()
        if is_current or (number % every == 0 and abs(number - self._current) >= every):
            room = every * self._step()
            begin = max(0.0, min(left + width / 2 - room / 2, self.width() - room))
            area = QRectF(begin, self._marks_height() + 2, room, 2 * HEIGHT)
            paint_text(painter, area.toRect(), column.label, colour, font, int(Qt.AlignmentFlag.AlignCenter))

    def _paint_lane(self, painter: QPainter, lane: Marks, left: float, top: float, width: float) -> float:
        """The marks of one lane. Returns the lower edge."""
        theme = colours(self.palette())
        shown, side_by_side = self._shown(lane), self._side_by_side()
        filled = lane.met if lane.quota <= shown else lane.met * shown // lane.quota
        for number in range(shown):
            row, column = divmod(number, side_by_side)
            x, y = left + column * (width + GAP) + 0.5, top + row * (HEIGHT + GAP) + 0.5
            mark = QRectF(x, y, max(2.0, width - 1), HEIGHT - 1)
            is_filled = number < filled
            ink = QColor(chip_colours(theme, lane.tone)[0])
            painter.setPen(QPen(ink if is_filled else QColor(theme.mark), 1))
            painter.setBrush(ink if is_filled else QColor(theme.base))
            painter.drawRoundedRect(mark, 3, 3)
        return top + -(-shown // side_by_side) * (HEIGHT + GAP)
