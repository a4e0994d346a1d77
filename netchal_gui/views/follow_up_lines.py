"""The lines to follow up of an entry: Enter makes the next one, an empty one goes, the last is for more."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netchal_gui.commands.follow_up_lines import Line
from netchal_gui.views.follow_up_line import FollowUpLine
from netchal_gui.views.form_parts import reach_in_order


class FollowUpLines(QWidget):
    """``changed`` while a line is typed, ``settled`` after a tick, a day, or when a line was left.

    ``line_made(line)`` for each widget of a line, so that the page can follow its caret.
    """

    changed = Signal()
    settled = Signal()
    line_made = Signal(object)

    def __init__(self, new_id: Callable[[], UUID], today: Callable[[], date]) -> None:
        super().__init__()
        self._new_id, self._today = new_id, today
        self._lines: list[FollowUpLine] = []
        self._loading = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def widgets(self) -> list[FollowUpLine]:
        """One for each line, the empty one at the end."""
        return list(self._lines)

    def lines(self) -> list[Line]:
        """The lines that have a text, in order."""
        return [each.line() for each in self._lines if not each.is_empty()]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Load lines; sends no signal. A line that is here already keeps its caret."""
        self._loading = True
        try:
            here = {each.id: each for each in self._lines if not each.is_empty()}
            shown = [self._shown(line, here.pop(line.id, None)) for line in lines]
            empty = self._lines[-1] if self._lines and self._lines[-1].is_empty() else self._make()
            for gone in set(self._lines) - {*shown, empty}:
                self._take_out(gone)
            self._lines = [*shown, empty]
            for place, each in enumerate(self._lines):
                self._box.insertWidget(place, each)
        finally:
            self._loading = False

    def _shown(self, line: Line, widget: FollowUpLine | None) -> FollowUpLine:
        if widget is None:
            return self._make(line)
        widget.show_line(line)
        return widget

    def _make(self, line: Line | None = None) -> FollowUpLine:
        made = FollowUpLine(line or Line(self._new_id(), ""), self._today())
        made.changed.connect(self._changed)
        made.settled.connect(self._settled)
        made.next_wanted.connect(self._next)
        made.removed.connect(self._remove)
        made.moved.connect(self._move)
        self.line_made.emit(made)
        return made

    def _insert(self, place: int, text: str) -> FollowUpLine:
        made = self._make(Line(self._new_id(), text))
        self._lines.insert(place, made)
        self._box.insertWidget(place, made)
        reach_in_order(*self._lines[max(0, place - 1) :])
        return made

    def _take_out(self, gone: FollowUpLine) -> None:
        gone.hide()
        self._box.removeWidget(gone)
        gone.deleteLater()

    def _index(self) -> int:
        """Which line sent the signal."""
        return next((place for place, each in enumerate(self._lines) if each is self.sender()), -1)

    def _changed(self) -> None:
        if self._loading:
            return
        if not self._lines[-1].is_empty():
            self._insert(len(self._lines), "")
        self.changed.emit()

    def _settled(self) -> None:
        place = self._index()
        if self._loading or place < 0:
            return
        if self._lines[place].is_empty() and place < len(self._lines) - 1:
            self._take_out(self._lines.pop(place))
        self.settled.emit()

    def _next(self, texts: list[str]) -> None:
        place = self._index()
        if place < 0 or (texts == [""] and self._lines[place].is_empty()):
            return
        if texts == [""] and place + 1 < len(self._lines) and self._lines[place + 1].is_empty():
            self._write_in(place + 1, QTextCursor.MoveOperation.Start)
            return
        for offset, text in enumerate(texts, start=1):
            self._insert(place + offset, text)
        self._changed()
        last = QTextCursor.MoveOperation.Start if len(texts) == 1 else QTextCursor.MoveOperation.End
        self._write_in(place + len(texts), last)

    def _remove(self) -> None:
        place = self._index()
        if place < 0 or len(self._lines) == 1:
            return
        gone = self._lines[place]
        self._write_in(place - 1 if place else 1, QTextCursor.MoveOperation.End)
        if gone in self._lines[:-1]:
            self._lines.remove(gone)
            self._take_out(gone)
        self.changed.emit()

    def _move(self, step: int) -> None:
        place = self._index() + step
        if 0 <= place < len(self._lines):
            self._write_in(place, QTextCursor.MoveOperation.End)

    def _write_in(self, place: int, caret: QTextCursor.MoveOperation) -> None:
        text = self._lines[place].text
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        text.moveCursor(caret)
