"""The graph of who led to whom as a file: SVG or PNG, on a light page, whatever the window's colours are."""

import errno
import os
from enum import StrEnum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter

from netchal_gui.views.colours import LIGHT
from netchal_gui.views.network_picture import Picture, Sight
from netchal_gui.words import say

MARGIN = 150.0
"""Pixels around the outermost dots: as much as most names need."""
LARGEST = 6000.0
"""Pixels of a side of a PNG, which takes 144 MB while it is made; a larger picture is made smaller."""


class PictureKind(StrEnum):
    """The value is the suffix of the file."""

    SVG = ".svg"
    PNG = ".png"


def rendered(picture: Picture, kind: PictureKind, font: QFont) -> bytes:
    """The bytes of a file; in an SVG every name can be read, in a PNG as many as its size allows.

    For any thread: no widget takes part. Raises OSError where memory is too small for a PNG.
    """
    left, top, right, bottom = picture.layout.bounds()
    across, upright = right - left + 2 * MARGIN, bottom - top + 2 * MARGIN
    scale = min(1.0, LARGEST / max(across, upright)) if kind is PictureKind.PNG else 1.0
    sight = Sight(scale, (MARGIN - left) * scale, (MARGIN - top) * scale, across * scale, upright * scale)
    size = QSize(round(sight.width), round(sight.height))
    return (_svg if kind is PictureKind.SVG else _png)(picture, sight, size, font)


def _svg(picture: Picture, sight: Sight, size: QSize, font: QFont) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(say("Who led to whom"))
    painter = QPainter(generator)
    _paint(painter, picture, sight, size, font)
    painter.end()
    return bytes(content.data())


def _png(picture: Picture, sight: Sight, size: QSize, font: QFont) -> bytes:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _paint(painter, picture, sight, size, font)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter()
    writer.setDevice(buffer)
    writer.setFormat(QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
    return bytes(content.data())


def _paint(painter: QPainter, picture: Picture, sight: Sight, size: QSize, font: QFont) -> None:
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(LIGHT.base))
    picture.paint(painter, sight, LIGHT, font)
