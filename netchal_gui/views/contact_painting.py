"""Paints the lines of the contacts list and of the sections beside it."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from netchal_gui.domain.initials import initials
from netchal_gui.item_models.contact_list import ContactColumn, NextRole, RowRole
from netchal_gui.item_models.contact_texts import NextStep
from netchal_gui.item_models.section_list import CountRole, TitleRole
from netchal_gui.storage.contact_queries import ContactRow
from netchal_gui.views.colours import Colours, colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import fill, has_focus, is_selected, one_line, paint_avatar, paint_text
from netchal_gui.views.theme import scaled

PADDING = 10
AVATAR = 26
SMALL = 0.87

Index = QModelIndex | QPersistentModelIndex


class ContactDelegate(QStyledItemDelegate):
    """One cell of a person's line; what is shortened shows whole in the tooltip."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = colours(option.palette)
        self._paint_ground(painter, option, index, theme)
        row = index.data(RowRole)
        if row is None:
            return
        for rect, text, colour, font in self._lines(option, index, row, theme):
            paint_text(painter, rect, text, colour, font)
        if index.column() == ContactColumn.NAME:
            place = QRect(option.rect.left() + PADDING, option.rect.top(), AVATAR, option.rect.height())
            paint_avatar(painter, place, initials(row.name), row.relation, option.palette)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Colours
    ) -> None:
        if is_selected(option, index):
            fill(painter, option.rect, theme.accent_soft)
        painter.setPen(QColor(theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if self._table.hasFocus() and self._table.currentIndex().row() == index.row():
            self._paint_focus(painter, option.rect, index, theme)

    def _paint_focus(self, painter: QPainter, rect: QRect, index: Index, theme: Colours) -> None:
        """A ring around the whole line: each cell draws its part."""
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == ContactColumn.NAME:
            fill(painter, QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent)

    def _lines(
        self, option: QStyleOptionViewItem, index: Index, row: ContactRow, theme: Colours
    ) -> list[tuple[QRect, str, str, QFont]]:
        """What stands in the cell: where, the text, its colour and font."""
        inside = option.rect.adjusted(PADDING, 0, -6, 0)
        column = ContactColumn(index.column())
        if column is ContactColumn.NAME:
            inside.setLeft(option.rect.left() + PADDING + AVATAR + PADDING)
        if column is ContactColumn.ORGANISATION and self._table.isColumnHidden(ContactColumn.ROLE):
            return self._organisation(option, row, inside, theme)
        if column is ContactColumn.NEXT:
            return self._next(option.font, index.data(NextRole), inside, theme)
        strong = column in (ContactColumn.NAME, ContactColumn.ORGANISATION, ContactColumn.LAST)
        return [(inside, index.data() or "", theme.text if strong else theme.muted, option.font)]

    def _organisation(
        self, option: QStyleOptionViewItem, row: ContactRow, inside: QRect, theme: Colours
    ) -> list[tuple[QRect, str, str, QFont]]:
        small = scaled(option.font, SMALL)
        if not (row.organisation and row.role):
            return [(inside, row.organisation or row.role, theme.text, option.font)]
        first, second = QFontMetrics(option.font).height(), QFontMetrics(small).height()
        top = inside.top() + (inside.height() - first - second) // 2
        upper = QRect(inside.left(), top, inside.width(), first)
        lower = QRect(inside.left(), top + first, inside.width(), second)
        return [(upper, row.organisation, theme.text, option.font), (lower, row.role, theme.muted, small)]

    def _next(
        self, font: QFont, step: NextStep, inside: QRect, theme: Colours
    ) -> list[tuple[QRect, str, str, QFont]]:
        """What is to be done is shortened, its day never."""
        metrics = QFontMetrics(font)
        when = metrics.horizontalAdvance(step.when) + 6 if step.when else 0
        width = min(metrics.horizontalAdvance(one_line(step.what)) + 1, max(0, inside.width() - when))
        what = QRect(inside.left(), inside.top(), width, inside.height())
        day = inside.adjusted(width + 4, 0, 0, 0)
        return [(what, step.what, theme.muted, font), (day, step.when, theme.muted, font)]

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        row = index.data(RowRole)
        self.initStyleOption(option, index)
        lines = self._lines(option, index, row, colours(option.palette)) if row is not None else []
        cut = any(
            QFontMetrics(font).horizontalAdvance(one_line(text)) > rect.width()
            for rect, text, _, font in lines
        )
        whole = row.follow_up if row and index.column() == ContactColumn.NEXT else ""
        text = "\n".join(dict.fromkeys(filter(None, (index.data(), self._second(row, index), whole))))
        QToolTip.showText(event.globalPos(), plain_tooltip(text) if cut or whole else "", view)
        return True

    def _second(self, row: ContactRow | None, index: Index) -> str:
        folded = self._table.isColumnHidden(ContactColumn.ROLE)
        return row.role if row and folded and index.column() == ContactColumn.ORGANISATION else ""


class SectionDelegate(QStyledItemDelegate):
    """A section with its count at the right, or a title over some."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = round(QFontMetrics(option.font).height() * 1.55)
        return QSize(80, height + 14 if index.data(TitleRole) else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = colours(option.palette)
        rect = option.rect.adjusted(8, 0, -8, 0)
        if index.data(TitleRole):
            low = rect.adjusted(PADDING, 14, -PADDING, 0)
            paint_text(painter, low, index.data(), theme.muted, scaled(option.font, 0.95))
            return
        chosen = is_selected(option, index)
        if chosen:
            self._paint_chosen(painter, rect, theme, focused=has_focus(option, index))
        self._paint_text(painter, option, index, rect, theme, chosen)

    def _paint_chosen(self, painter: QPainter, rect: QRect, theme: Colours, *, focused: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        rect: QRect,
        theme: Colours,
        chosen: bool,
    ) -> None:
        count = index.data(CountRole)
        width = QFontMetrics(option.font).horizontalAdvance(count)
        right = QRect(rect.right() - PADDING - width, rect.top(), width + 1, rect.height())
        paint_text(painter, right, count, theme.muted, option.font)
        left = rect.adjusted(PADDING, 0, -2 * PADDING - width, 0)
        bold = scaled(option.font, 1.0, bold=True)
        fits = QFontMetrics(bold).horizontalAdvance(index.data()) <= left.width()
        paint_text(painter, left, index.data(), theme.text, bold if chosen and fits else option.font)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        text = index.data() or ""
        room = option.rect.width() - 60
        cut = QFontMetrics(option.font).horizontalAdvance(one_line(text)) > room
        QToolTip.showText(event.globalPos(), plain_tooltip(text) if cut else "", view)
        return True
