"""Two widgets side by side where there is room; in a narrow window the second is a page of its own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netchal_gui.views.form_parts import line

NARROW = 1100
"""Below this width, in device-independent pixels, there is room for one."""


class SidePage(QWidget):
    """``narrow_changed(narrow)`` when the width crosses the border."""

    narrow_changed = Signal(bool)

    def __init__(self, main: QWidget, side: QWidget, side_width: int) -> None:
        super().__init__()
        self._main, self._side, self._side_width = main, side, side_width
        self._line = line(upright=True)
        self.narrow = False
        self._side_open = False
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(main, 1)
        box.addWidget(self._line)
        box.addWidget(side)
        self._arrange()

    def open_side(self) -> None:
        """Bring the second to the front where only one is shown."""
        self._side_open = True
        self._arrange()

    def close_side(self) -> None:
        self._side_open = False
        self._arrange()

    @property
    def shows_side_alone(self) -> bool:
        return self.narrow and self._side_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self.narrow:
            self.narrow = narrow
            self._arrange()
            self.narrow_changed.emit(narrow)

    def _arrange(self) -> None:
        if self.narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(self._side_width)
        self._side.setVisible(not self.narrow or self._side_open)
        self._main.setVisible(not self.narrow or not self._side_open)
        self._line.setVisible(not self.narrow)
