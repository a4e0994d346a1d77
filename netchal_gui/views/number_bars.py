"""Numbers with bars, each a button that shows the people behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from netchal_gui.views.colours import colours
from netchal_gui.views.painting import chip_colours, paint_text
from netchal_gui.views.theme import scaled
from netchal_gui.words import number

BAR = 10
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Bar(NamedTuple):
    """A word, and the contacts (ids) that are counted."""

    label: str
    people: tuple[bytes, ...]


class NumberBars(QWidget):
    """``chosen(label, people)`` when a number is pressed."""

    chosen = Signal(str, object)

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self._rows: list[_Row] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these numbers; the bars' lengths are relative to the largest."""
        for row in self._rows:
            self._box.removeWidget(row)
            row.deleteLater()
        most = max((len(bar.people) for bar in bars), default=0)
        self._rows = [_Row(bar, most, self._tone) for bar in bars]
        for row in self._rows:
            row.pressed_with.connect(self.chosen)
            self._box.addWidget(row)


class _Row(QAbstractButton):
    pressed_with = Signal(str, object)

    def __init__(self, bar: Bar, most: int, tone: str) -> None:
        super().__init__()
        self._bar, self._most, self._tone = bar, most, tone
        self.setText(bar.label)
        self.setAccessibleName(f"{bar.label}: {number(len(bar.people))}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = colours(self.palette())
        split, figure = round(self.width() * 0.44), 44
        words = QRect(0, 0, split - 6, self.height())
        paint_text(painter, words, self._bar.label, theme.muted, self.font())
        room = self.width() - split - figure
        length = round(room * len(self._bar.people) / self._most) if self._most else 0
        if length:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chip_colours(theme, self._tone)[0]))
            painter.drawRoundedRect(QRectF(split, (self.height() - BAR) / 2, max(4, length), BAR), 3, 3)
        counted = QRect(self.width() - figure, 0, figure, self.height())
        bold = scaled(self.font(), 1.0, bold=True)
        paint_text(painter, counted, number(len(self._bar.people)), theme.text, bold, _RIGHT)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _tell(self) -> None:
        self.pressed_with.emit(self._bar.label, self._bar.people)
