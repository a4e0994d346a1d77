"""The list under a field while one types; the field keeps the focus and the keys."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from netchal_gui.words import say

ROWS = 9


class Suggestion(NamedTuple):
    """A person to choose; without an id one who does not exist yet. ``tone`` is known or new."""

    id: UUID | None
    name: str
    detail: str = ""
    tone: str = "new"


class SuggestionList(QListWidget):
    """``taken(suggestion)`` when one is clicked; the field asks ``current()`` when Enter is pressed."""

    taken = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._offered: Sequence[Suggestion] = ()
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("part", "popup")
        self.setAccessibleName(say("Suggestions"))
        self.itemClicked.connect(self._clicked)

    def offer(self, suggestions: Sequence[Suggestion], current: int = 0) -> None:
        """Show these under the field; the last one, without an id, is the new person."""
        self._offered = suggestions
        self.clear()
        for each in suggestions:
            self.addItem(QListWidgetItem(_row(each)))
        self.setCurrentRow(current)
        self._place()
        self.show()

    def current(self) -> Suggestion | None:
        row = self.currentRow()
        return self._offered[row] if 0 <= row < len(self._offered) else None

    def move_current(self, step: int) -> None:
        self.setCurrentRow((self.currentRow() + step) % max(1, self.count()))

    def _place(self) -> None:
        rows = min(ROWS, self.count())
        height = rows * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth() + 6
        below = self._field.mapToGlobal(QPoint(0, self._field.height() + 2))
        screen = self._field.screen().availableGeometry()
        if below.y() + height > screen.bottom():
            below = self._field.mapToGlobal(QPoint(0, -height - 2))
        self.setFixedSize(QSize(max(260, self._field.width()), height))
        self.move(below)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(self._offered[self.row(item)])


def _row(suggestion: Suggestion) -> str:
    if suggestion.id is None:
        return say("New person “{name}”", name=suggestion.name)
    return f"{suggestion.name} · {suggestion.detail}" if suggestion.detail else suggestion.name
