"""People on their way from one part of the window to another, while the mouse button is held."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from netchal_gui.views.painting import chip_size, paint_chip

_FORMAT = "application/x-netchal-person"


def data_of(contact: bytes) -> QMimeData:
    """What a drag of this person brings; nothing that another program would understand."""
    data = QMimeData()
    data.setData(_FORMAT, contact)
    return data


def dragged_person(event: QDropEvent) -> bytes | None:
    """Whom a drag brings; None where it brings something else."""
    raw = event.mimeData().data(_FORMAT).data()
    return bytes(raw) if len(raw) == len(UUID(int=0).bytes) else None


class Held(NamedTuple):
    """Who is dragged, what the chip under the mouse says and its tone: known or new."""

    contact: bytes
    name: str
    tone: str


class PersonDrag(QObject):
    """Lets somebody be dragged by a widget.

    ``whom(point)`` is asked who is held at a point of the widget; None: nobody.
    """

    def __init__(self, widget: QWidget, whom: Callable[[QPoint], Held | None]) -> None:
        super().__init__(widget)
        self._widget, self._whom = widget, whom
        self._from: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._from = None
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            way = event.position().toPoint() - self._from
            if way.manhattanLength() >= QApplication.startDragDistance():
                return self._drag(self._from)
        return False

    def _drag(self, point: QPoint) -> bool:
        held = self._whom(point)
        self._from = None
        if held is None:
            return False
        if isinstance(self._widget, QAbstractButton):
            self._widget.setDown(False)  # the press does not become a click where the mouse is let go
        drag = QDrag(self._widget)
        drag.setMimeData(data_of(held.contact))
        drag.setPixmap(self._picture(held))
        drag.setHotSpot(QPoint(12, drag.pixmap().height() // 2))
        drag.exec(Qt.DropAction.MoveAction)
        return True

    def _picture(self, held: Held) -> QPixmap:
        font, ratio = self._widget.font(), self._widget.devicePixelRatio()
        size = chip_size(font, held.name) + QSize(2, 4)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_chip(painter, QRect(QPoint(), size), held.name, held.tone, self._widget.palette(), font)
        painter.end()
        return picture
