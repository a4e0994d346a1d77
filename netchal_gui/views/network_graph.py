"""The graph of who led to whom: dragged and zoomed with the mouse, walked along its lines with the arrows."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from netchal_gui.commands.network import spoken
from netchal_gui.domain.network import Key
from netchal_gui.views.colours import colours
from netchal_gui.views.dialog import ENTER
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.network_picture import Picture, Sight
from netchal_gui.views.network_walk import STEPS, WAYS
from netchal_gui.views.theme import scaled
from netchal_gui.words import say

STEP = 1.25
CLOSEST = 3.0
NEAR = 14.0
"""Pixels from a dot that still mean it."""
INSIDE = 42.0
"""Pixels from the edge at least, where somebody is brought into sight."""
PAN = 80.0
NEARING = 8
"""Rounds in which picture and names around it share the place: each is as large as the other lets it."""
SMALL = 0.88
"""The size of names against other text."""


class NetworkGraph(QWidget):
    """``person_chosen(key)`` by the user; ``person_opened(key)`` by Enter or a double click.

    Arrows: Left to whoever led here, Right to the first whom they led to, Up and Down among those of the
    same parent; with Shift they move the picture. Home goes to the root, + and - zoom.
    """

    person_chosen = Signal(object)
    person_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self._names: Mapping[Key, str] = {}
        self._current: Key | None = None
        self._scale = 1.0
        self._middle = QPointF(0, 0)
        self._fitted = True
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Graph of who led to whom"))
        self.setMinimumSize(240, 240)

    def show_picture(self, picture: Picture, names: Mapping[Key, str]) -> None:
        """Another network, seen as a whole, with the focus on its root."""
        self.picture, self._names = picture, names
        self._current = None
        self.choose(picture.found.root)
        self.fit()

    @property
    def current(self) -> Key | None:
        return self._current

    def sight(self) -> Sight:
        """What is seen now."""
        x = self.width() / 2 - self._middle.x() * self._scale
        y = self.height() / 2 - self._middle.y() * self._scale
        return Sight(self._scale, x, y, self.width(), self.height())

    def choose(self, key: Key) -> None:
        """Give a person the focus and bring them into sight."""
        if self.picture is None or key not in self.picture.layout.places or key == self._current:
            return
        self._current = key
        self.setAccessibleName(
            say("Graph of who led to whom: {person}", person=spoken(self.picture.found, key, self._names))
        )
        self._bring_into_sight(key)
        self.update()

    def fit(self) -> None:
        """Show the whole picture, never larger than full size."""
        self._fitted = True
        if self.picture is not None:
            left, top, right, bottom = self.picture.layout.bounds()
            self._scale = 1.0
            for _ in range(NEARING):
                margin = 2 * self.picture.margin(self._small(), self._scale)
                across = max(1.0, self.width() - margin) / max(right - left, 1.0)
                upright = max(1.0, self.height() - margin) / max(bottom - top, 1.0)
                self._scale = min(1.0, across, upright)
            self._middle = QPointF((left + right) / 2, (top + bottom) / 2)
            self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller around a point of the widget; without one, around the person with the focus."""
        if self.picture is None:
            return
        if at is None:
            sight = self.sight()
            x, y = self.picture.on_screen(self._current or self.picture.found.root, sight)
            at = QPointF(x, y) if sight.shows(x, y, 0) else QPointF(self.rect().center())
        before = self._at(at)
        self._scale = min(CLOSEST, max(self._scale * factor, 0.005))
        self._middle += before - self._at(at)
        self._fitted = False
        self.update()

    def zoom_in(self) -> None:
        self.zoom(STEP)

    def zoom_out(self) -> None:
        self.zoom(1 / STEP)

    def pan(self, by: QPointF) -> None:
        """Move the picture by pixels."""
        self._middle -= by / self._scale
        self._fitted = False
        self.update()

    def person_at(self, point: QPointF) -> Key | None:
        """Whoever's dot is nearest, if it is near."""
        if self.picture is None:
            return None
        place = self._at(point)
        near = NEAR / self._scale
        away = [
            (abs(each.x - place.x()) + abs(each.y - place.y()), key)
            for key, each in self.picture.layout.places.items()
            if abs(each.x - place.x()) < near and abs(each.y - place.y()) < near
        ]
        return min(away)[1] if away else None

    def _small(self) -> QFont:
        return scaled(self.font(), SMALL)

    def _at(self, point: QPointF) -> QPointF:
        """The place in the picture below a point of the widget."""
        return self._middle + (point - QPointF(self.width() / 2, self.height() / 2)) / self._scale

    def _bring_into_sight(self, key: Key) -> None:
        if self.picture is None or self._fitted:
            return
        sight = self.sight()
        x, y = self.picture.on_screen(key, sight)
        if not sight.shows(x, y, -INSIDE):
            place = self.picture.layout.places[key]
            self._middle = QPointF(place.x, place.y)

    def _choose_as_user(self, key: Key | None) -> None:
        if key is not None and key != self._current:
            self.choose(key)
            self.person_chosen.emit(key)

    # What Qt tells.

    def paintEvent(self, event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.base))
        if self.picture is not None:
            self.picture.paint(painter, self.sight(), look, self._small(), self._current)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / 120
        if turned:
            self.zoom(STEP**turned, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = event.position() - self._pressed
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged, self._pressed = True, event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            self._choose_as_user(self.person_at(event.position()))
        self._pressed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.person_at(event.position())
        if key:
            self.person_opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.picture is None or self._current is None or not self._pressed_key(event):
            super().keyPressEvent(event)

    def _pressed_key(self, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        assert self.picture is not None and self._current is not None
        way = WAYS.get(event.key())
        if event.key() in ENTER and self._current:
            self.person_opened.emit(self._current)
        elif way is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(QPointF(*way) * PAN)
        elif event.key() in STEPS:
            self._choose_as_user(STEPS[event.key()](self.picture.found, self._current))
        elif event.text() in ("+", "="):
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_tooltip(self, point: QPoint, place: QPoint) -> None:
        key = self.person_at(QPointF(point))
        if key is None or self.picture is None:
            QToolTip.hideText()
            return
        QToolTip.showText(place, plain_tooltip(spoken(self.picture.found, key, self._names)), self)

    def sizeHint(self) -> QSize:
        return QSize(760, 620)
