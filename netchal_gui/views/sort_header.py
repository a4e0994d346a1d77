"""A table's header that sorts by click and by key, and says in its title which way it sorts."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from netchal_gui.views.colours import colours
from netchal_gui.views.painting import LEFT_MIDDLE, fill, paint_text
from netchal_gui.views.theme import scaled
from netchal_gui.words import say

PADDING = 10


class SortHeader(QHeaderView):
    """``sort_chosen(column, descending)``: a click or Enter on a title; on the same one again, backwards.

    With the focus the arrows go from title to title.
    """

    sort_chosen = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted, self._descending, self._at = 0, False, 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(self.fontMetrics().height() + 16)
        self.setAccessibleName(say("Sort by"))
        self.sectionClicked.connect(self._choose)

    def show_sort(self, column: int, descending: bool) -> None:
        """Mark the column that the list is sorted by."""
        self._sorted, self._descending = column, descending
        self.viewport().update()

    def _choose(self, column: int) -> None:
        self._at = column
        self.sort_chosen.emit(column, column == self._sorted and not self._descending)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        shown = [column for column in range(self.count()) if not self.isSectionHidden(column)]
        place = shown.index(self._at) if self._at in shown else 0
        self._at = shown[max(0, min(len(shown) - 1, place + step))]
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        theme = colours(self.palette())
        fill(painter, rect, theme.base)
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        title = str(self.model().headerData(column, self.orientation()) or "")
        is_sorted = column == self._sorted
        if is_sorted:
            title = f"{title} {'↓' if self._descending else '↑'}"
        inside = rect.adjusted(PADDING, 0, -4, 0)
        align = self.model().headerData(column, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        font = scaled(self.font(), 0.95, bold=is_sorted)
        paint_text(painter, inside, title, theme.muted, font, align or LEFT_MIDDLE)
        if self.hasFocus() and column == self._at:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
