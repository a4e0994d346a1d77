"""A field to search in, with the number of what was found at its right end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from netchal_gui.views.form_parts import muted_label, named


class SearchField(QLineEdit):
    """Escape empties it; ``down_wanted`` for the arrow and Enter, which lead to what was found."""

    down_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        named(self, name)
        self._count = muted_label("")
        self._count.setParent(self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_count(self, text: str) -> None:
        """Say how many were found; a screen reader hears it as the field's description."""
        self._count.setText(text)
        self.setAccessibleDescription(text)
        self._place()

    def count(self) -> str:
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._count.adjustSize()
        width = self._count.width()
        self._count.move(self.width() - width - 10, (self.height() - self._count.height()) // 2)
        self.setTextMargins(0, 0, width + 8, 0)
