"""A field for plain text that is as high as its text, so that the page scrolls and not the field."""

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from netchal_gui.views.code_units import characters, units
from netchal_gui.views.form_parts import named

HIGHEST = 20_000
"""Pixels; a longer text scrolls within its field."""


class GrowingText(QPlainTextEdit):
    """``typed`` is the user's doing only; ``left`` when the focus goes elsewhere in the window.

    ``caret_moved`` while the user writes here, so that the page can keep the caret in sight.
    """

    typed = Signal()
    left = Signal()
    caret_moved = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._loading = False
        self._known = ""
        self.setProperty("part", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(placeholder)
        named(self, name)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._caret)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Load a text; sends no signal and cannot be undone. The same text is left alone."""
        if text == self.toPlainText():
            return
        self._loading = True
        try:
            self.setPlainText(text)
        finally:
            self._loading = False

    def take_over(self, text: str) -> None:
        """Show a text that was changed elsewhere; the caret stays where it was in the words around it."""
        before = self.toPlainText()
        place = characters(before, self.textCursor().position())
        if text == before:
            return
        self.show_text(text)
        cursor = self.textCursor()
        ((_, caret),) = units(text, [(0, _moved(before, text, place))])
        cursor.setPosition(caret)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        return QSize(240, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only plain text comes in, whatever else the clipboard holds."""
        self.insertPlainText(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def _wanted_height(self) -> int:
        """The height of all lines as they are laid out now."""
        block, lines = self.document().begin(), 0.0
        while block.isValid() and lines < HIGHEST:
            lines += self.blockBoundingRect(block).height()
            block = block.next()
        outside = max(0, self.height() - self.viewport().height())
        return min(HIGHEST, ceil(lines + 2 * self.document().documentMargin()) + outside)

    def _fit(self) -> None:
        height = self._wanted_height()
        if height != self.height():
            self.setFixedHeight(height)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if height == HIGHEST else policy.ScrollBarAlwaysOff
        )

    def _changed(self) -> None:
        """Qt also says "text changed" when only a format did."""
        text = self.toPlainText()
        changed, self._known = text != self._known, text
        if changed and not self._loading:
            self.typed.emit()

    def _caret(self) -> None:
        if self.hasFocus() and not self._loading:
            self.caret_moved.emit()


def _moved(before: str, after: str, place: int) -> int:
    """Where a place of the former text is in the new one: beside the same beginning, or the same end."""
    same = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        same += 1
    if place <= same:
        return place
    return max(same, len(after) - (len(before) - place))


class OneLineText(GrowingText):
    """Wraps on the screen and is one line in truth. ``down_wanted`` for Enter."""

    down_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_wanted.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))
