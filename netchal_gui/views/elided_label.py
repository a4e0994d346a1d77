"""One line of muted text that shortens itself where the place is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import paint_text

NARROWEST = 30


class ElidedLabel(QLabel):
    """What is left out stands in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(NARROWEST, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_rest()

    def _tell_rest(self) -> None:
        is_cut = self.sizeHint().width() > self.width()
        self.setToolTip(plain_tooltip(self.text()) if is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_text(QPainter(self), self.rect(), self.text(), colours(self.palette()).muted, self.font())
