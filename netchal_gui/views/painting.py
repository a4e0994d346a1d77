"""What delegates paint: avatars, chips, hatched blocks, elided text. Everything is painted as plain text."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen

from netchal_gui.views.colours import Colours, colours
from netchal_gui.views.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
CHIP_PADDING = 8
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


def chip_colours(theme: Colours, tone: str) -> tuple[str, str]:
    """The text and the fill of a chip; ``tone`` is known, new, accent, danger or anything else for grey."""
    return {
        "known": (theme.known, theme.known_soft),
        "new": (theme.new, theme.new_soft),
        "accent": (theme.accent, theme.accent_soft),
        "danger": (theme.danger, theme.danger_soft),
    }.get(tone, (theme.muted, theme.plain_soft))


def chip_font(font: QFont) -> QFont:
    return scaled(font, 0.87)


def chip_size(font: QFont, text: str) -> QSize:
    """The size of a chip in device-independent pixels; ``font`` is the list's own font."""
    metrics = QFontMetrics(chip_font(font))
    return QSize(metrics.horizontalAdvance(one_line(text)) + 2 * CHIP_PADDING, metrics.height() + 3)


def one_line(text: str) -> str:
    """The text without line breaks and control characters, as one line of a list shows it."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def paint_text(
    painter: QPainter, rect: QRect, text: str, colour: str, font: QFont, align: int = LEFT_MIDDLE
) -> bool:
    """One line, elided at the right; returns whether something had to be left out."""
    shown = one_line(text)
    elided = QFontMetrics(font).elidedText(shown, Qt.TextElideMode.ElideRight, rect.width())
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, align, elided)
    painter.restore()
    return elided != shown


def paint_chip(painter: QPainter, rect: QRect, text: str, tone: str, palette: QPalette, font: QFont) -> int:
    """A chip at the left of ``rect``, upright in its middle, never wider than it; returns its width."""
    size = chip_size(font, text)
    width = min(size.width(), rect.width())
    if width <= CHIP_PADDING:
        return 0
    area = QRect(rect.left(), rect.center().y() - size.height() // 2 + 1, width, size.height())
    ink, soft = chip_colours(colours(palette), tone)
    _rounded(painter, area, soft, radius=area.height() / 2)
    inside = area.adjusted(min(CHIP_PADDING, width // 4), 0, -min(CHIP_PADDING, width // 4) + 1, 0)
    paint_text(painter, inside, text, ink, chip_font(font))
    return width


def paint_day_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    tone: str,
    palette: QPalette,
    font: QFont,
    *,
    struck: bool = False,
) -> None:
    """A chip that fills its place in a calendar cell; ``struck`` for one that was called off."""
    ink, soft = chip_colours(colours(palette), tone)
    _rounded(painter, rect, soft, radius=4)
    small = chip_font(font)
    small.setStrikeOut(struck)
    paint_text(painter, rect.adjusted(CHIP_PADDING, 0, -4, 0), text, ink, small)


def paint_block(painter: QPainter, rect: QRect, text: str, palette: QPalette, font: QFont) -> None:
    """The hatched bar of a block with its time; without a text for a whole cell."""
    theme = colours(palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    painter.setPen(QPen(QColor(theme.hatch), 5))
    for x in range(rect.left() - rect.height(), rect.right() + rect.height(), 12):
        painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + rect.height(), rect.top() - 1))
    painter.setClipping(False)
    if text:
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paint_text(painter, rect.adjusted(CHIP_PADDING, 0, -4, 0), text, theme.muted, chip_font(font))
    painter.restore()


def paint_avatar(painter: QPainter, rect: QRect, initials: str, tone: str, palette: QPalette) -> None:
    """A circle with one or two letters, in the largest square in the middle of ``rect``."""
    side = min(rect.width(), rect.height())
    area = QRect(0, 0, side, side)
    area.moveCenter(rect.center())
    ink, soft = chip_colours(colours(palette), tone)
    _rounded(painter, area, soft, radius=side / 2)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(side * 0.36)))
    font.setBold(True)
    paint_text(painter, area, initials, ink, font, _MIDDLE)


def paint_row(painter: QPainter, option: "QStyleOptionViewItem", index: Index, *, line: bool = True) -> None:
    """A list row's background, selection, focus and the hairline under it; paint the content after."""
    theme = colours(option.palette)
    rect = option.rect
    if is_selected(option, index):
        fill(painter, rect, theme.accent_soft)
    if line:
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if has_focus(option, index):
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


def fill(painter: QPainter, rect: QRect, colour: str) -> None:
    """A rectangle in one colour. ``fillRect`` would load the names of 169 gradients to find its overload."""
    painter.setBackground(QColor(colour))
    painter.eraseRect(rect)


def is_selected(option: "QStyleOptionViewItem", index: Index) -> bool:
    """Asked of the view: ``option.state`` would load QStyle with its 600 enum members."""
    return _view(option).selectionModel().isSelected(index)


def has_focus(option: "QStyleOptionViewItem", index: Index) -> bool:
    """Whether this is the current place of the view, and what is typed goes there."""
    return option.widget.hasFocus() and _view(option).currentIndex() == index


def _view(option: "QStyleOptionViewItem") -> "QAbstractItemView":
    return cast("QAbstractItemView", option.widget)


def _rounded(painter: QPainter, rect: QRect, colour: str, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()
