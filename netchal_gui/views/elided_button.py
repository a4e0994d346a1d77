"""A flat button that reads like text, and shortens it where the place is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import one_line


class ElidedButton(QPushButton):
    """``part`` is name (bold, in the colour of text) or link. What is left out stands in the tooltip."""

    def __init__(self, text: str, part: str) -> None:
        super().__init__()
        self._whole = one_line(text)
        self.setProperty("part", part)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setAccessibleName(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fit(10_000)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self._whole = one_line(text)
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._fit(10_000)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 8, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width() - 6)

    def _fit(self, width: int) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")
