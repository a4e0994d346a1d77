"""Chips and avatars as widgets, for detail panes and forms; lists paint theirs with ``painting``."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import chip_size, paint_avatar, paint_chip


def _tell_clipped(chip: QWidget, text: str) -> None:
    """A chip that is narrower than its text says it in a tooltip, unless it has one of its own."""
    if chip.width() >= chip.sizeHint().width():
        _take_back(chip, text)
    elif not chip.toolTip():
        chip.setToolTip(plain_tooltip(text))


def _take_back(chip: QWidget, text: str) -> None:
    if chip.toolTip() == plain_tooltip(text):
        chip.setToolTip("")


class ChipLabel(QWidget):
    """A word in a coloured pill; ``tone`` is known, new, accent, danger or plain."""

    def __init__(self, text: str = "", tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_chip(self, text: str, tone: str) -> None:
        _take_back(self, self._text)
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()
        _tell_clipped(self, text)

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return chip_size(self.font(), self._text)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _tell_clipped(self, self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._text, self._tone, self.palette(), self.font())


class ChipButton(QAbstractButton):
    """A chip that can be pressed: Enter or a click follows it, shows the person or takes it away."""

    def __init__(self, text: str, tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._tone = tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chip(self, text: str, tone: str) -> None:
        _take_back(self, self.text())
        self.setText(text)
        self._tone = tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()
        _tell_clipped(self, text)

    def sizeHint(self) -> QSize:
        return chip_size(self.font(), self.text()) + QSize(4, 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _tell_clipped(self, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inside = self.rect().adjusted(2, 2, -2, -2)
        paint_chip(painter, inside, self.text(), self._tone, self.palette(), self.font())
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours(self.palette()).accent), 2))
        ring = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


class Avatar(QWidget):
    """A person's initials, or their picture, in a circle."""

    def __init__(self, initials: str = "", tone: str = "plain", side: int = 52) -> None:
        super().__init__()
        self._initials, self._tone = initials, tone
        self._picture: QPixmap | None = None
        self.setFixedSize(side, side)

    def show_person(self, initials: str, tone: str, picture: bytes | None = None) -> None:
        """``picture`` is an image file's bytes; one that cannot be read shows the initials."""
        self._initials, self._tone = initials, tone
        image = QImage.fromData(picture) if picture else QImage()
        self._picture = None if image.isNull() else self._round(image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None:
            paint_avatar(painter, self.rect(), self._initials, self._tone, self.palette())
            return
        path = QPainterPath()
        path.addEllipse(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        painter.drawPixmap(self.rect(), self._picture)

    def _round(self, image: QImage) -> QPixmap:
        side = min(image.width(), image.height())
        left, top = (image.width() - side) // 2, (image.height() - side) // 2
        square = image.copy(QRect(left, top, side, side))
        wanted = round(self.width() * self.devicePixelRatioF())
        smooth = Qt.TransformationMode.SmoothTransformation
        return QPixmap.fromImage(square.scaled(wanted, wanted, mode=smooth))
