"""Paints the cards of the pipeline: in a column three short lines, in the list one long one."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from netchal_gui.commands.pipeline_wording import column_title
from netchal_gui.domain.contact import initials
from netchal_gui.item_models.pipeline_list import CardRole, Sight, SightRole
from netchal_gui.storage.pipeline_queries import CardRow
from netchal_gui.views.colours import Colours, colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import chip_size, is_selected, paint_avatar, paint_chip, paint_row, paint_text
from netchal_gui.views.theme import scaled

GAP, PADDING, AVATAR = 4, 10, 28
SMALL = 0.87
SHARES = (25, 45, 15, 15)
"""Of the width of the list: who, what they do and how they were found, where they stand, and when."""

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """A card in a column; what is shortened shows whole in the tooltip."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        big, small = (QFontMetrics(each).height() for each in (option.font, scaled(option.font, SMALL)))
        return QSize(80, big + small + chip_size(option.font, "X").height() + 2 * PADDING + GAP + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, sight = index.data(CardRole), index.data(SightRole)
        if row is None:
            return
        theme = colours(option.palette)
        self._paint_card(painter, option, index, row, theme)
        inside = option.rect.adjusted(PADDING + 4, PADDING, -PADDING, -PADDING - GAP)
        self._paint_texts(painter, option, inside, row, sight)

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: CardRow, theme: Colours
    ) -> None:
        """The edge at the left is teal or amber; the tooltip and a reader say known or new."""
        chosen = is_selected(option, index) and self._view.hasFocus()
        area = QRectF(option.rect.adjusted(1, 1, -1, -1 - GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.border), 2 if chosen else 1))
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.base))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.known if row.relation == "known" else theme.new))
        painter.drawRoundedRect(QRectF(area.left() + 4, area.top() + 8, 3, area.height() - 16), 1.5, 1.5)
        painter.restore()

    def _paint_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, inside: QRect, row: CardRow, sight: Sight
    ) -> None:
        theme, small = colours(option.palette), scaled(option.font, SMALL)
        bold = QFont(option.font)
        bold.setBold(True)
        first, second = QFontMetrics(bold).height(), QFontMetrics(small).height()
        line = QRect(inside.left(), inside.top(), inside.width(), first)
        paint_text(painter, line, row.names, theme.text, bold)
        line = QRect(inside.left(), line.bottom() + 1, inside.width(), second)
        told = " · ".join(filter(None, (sight.relation, sight.about)))
        paint_text(painter, line, told, theme.muted, small)
        rest = QRect(inside.left(), line.bottom() + 3, inside.width(), inside.bottom() - line.bottom() - 2)
        paint_chip(
            painter, rest, sight.when, "danger" if sight.late else "plain", option.palette, option.font
        )

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        row, sight = index.data(CardRole), index.data(SightRole)
        lines = (row.names, sight.relation, sight.about, sight.found, sight.when) if row is not None else ()
        QToolTip.showText(
            event.globalPos(), plain_tooltip("\n".join(dict.fromkeys(filter(None, lines)))), view
        )
        return True


class RowDelegate(CardDelegate):
    """A card as a line of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, round(QFontMetrics(option.font).height() * 1.9) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_row(painter, option, index)
        row, sight = index.data(CardRole), index.data(SightRole)
        if row is None:
            return
        theme, rect = colours(option.palette), option.rect.adjusted(PADDING, 0, -PADDING, 0)
        place = QRect(rect.left(), rect.top(), AVATAR, rect.height())
        paint_avatar(painter, place, initials(row.names), row.relation, option.palette)
        rect.setLeft(rect.left() + AVATAR + PADDING)
        cells = _cells(rect)
        paint_text(painter, cells[0], row.names, theme.text, option.font)
        told = " · ".join(dict.fromkeys(filter(None, (sight.about, sight.found))))
        paint_text(painter, cells[1], told, theme.muted, option.font)
        tone = "danger" if sight.late else "accent"
        paint_chip(painter, cells[2], column_title(sight.column), tone, option.palette, option.font)
        paint_text(painter, cells[3], sight.when, theme.muted, option.font)


def _cells(rect: QRect) -> list[QRect]:
    """The row's width shared among its four texts."""
    cells, left = [], rect.left()
    for share in SHARES:
        width = rect.width() * share // sum(SHARES)
        cells.append(QRect(left, rect.top(), width - PADDING, rect.height()))
        left += width
    return cells
