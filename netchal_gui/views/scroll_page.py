"""A page that scrolls from top to bottom, and never squeezes what stands on it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollPage(QScrollArea):
    """The page is as high as wrapped texts need in its width; Qt alone misses it when only they change."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.settle)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fill(inside)
        self.viewport().setAutoFillBackground(False)

    def fill(self, inside: QWidget) -> None:
        """Show another page; the former one is gone."""
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._later.start()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def settle(self) -> None:
        """Give the page its height. Parts that arrange themselves anew while they are resized leave the
        layout with a height from before, so it reckons afresh.
        """
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None or not inside.hasHeightForWidth():
            return
        layout.invalidate()
        needed = inside.heightForWidth(self.viewport().width())
        if needed != inside.minimumHeight():
            inside.setMinimumHeight(needed)
