"""How an entry looks in the list: title and day, people, and two lines of its text with the hits marked."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from netchal_gui.commands.journal_search import EntryRow
from netchal_gui.domain.hits import Span
from netchal_gui.item_models.entry_list import DayRole, RowRole, name_of
from netchal_gui.storage.journal_queries import PersonLabel
from netchal_gui.views.code_units import characters, format_range, hit_format, units
from netchal_gui.views.colours import Colours, colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import chip_size, one_line, paint_chip, paint_row, paint_text
from netchal_gui.views.theme import scaled

MARGIN = 14
ABOVE = 9
GAP = 3
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)

Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """All rows are equally high; where nobody is named, the text has a third line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title, chip, text = _heights(option.font)
        return QSize(200, 2 * ABOVE + title + chip + 2 * text + 2 * GAP + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EntryRow | None = index.data(RowRole)
        paint_row(painter, option, index)
        if row is None:
            return
        title, chip, text = _heights(option.font)
        theme = colours(option.palette)
        area = option.rect.adjusted(MARGIN, ABOVE, -MARGIN, -ABOVE)
        self._paint_top(painter, QRect(area.left(), area.top(), area.width(), title), option, index, row)
        top = area.top() + title + GAP
        lines = 3
        if row.people:
            chips = QRect(area.left(), top, area.width(), chip)
            _paint_people(painter, chips, row.people, option)
            top, lines = top + chip + GAP, 2
        below = QRect(area.left(), top, area.width(), lines * text)
        paint_lines(
            painter, below, row.snippet.text, row.snippet.hits, snippet_font(option.font), theme, lines
        )

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole title and all people, where not all of them fit."""
        row: EntryRow | None = index.data(RowRole)
        if event.type() != QEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        names = ", ".join(person.name for person in row.people)
        text = "\n".join(filter(None, (name_of(row), names)))
        QToolTip.showText(event.globalPos(), plain_tooltip(text), view)
        return True

    def _paint_top(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index, row: EntryRow
    ) -> None:
        theme = colours(option.palette)
        small, bold = snippet_font(option.font), scaled(option.font, 1.0, bold=True)
        day = str(index.data(DayRole))
        width = QFontMetrics(small).horizontalAdvance(day) + 2
        paint_text(painter, area, day, theme.muted, small, _RIGHT)
        title = area.adjusted(0, 0, -width - 8, 0)
        if row.title_hits:
            paint_lines(painter, title, row.title, row.title_hits, bold, theme, 1)
        else:
            colour = theme.text if row.title.strip() else theme.muted
            paint_text(painter, title, name_of(row), colour, bold)


def snippet_font(font: QFont) -> QFont:
    return scaled(font, 0.93)


def _heights(font: QFont) -> tuple[int, int, int]:
    """Of the title, of a chip and of one line of text."""
    return (
        QFontMetrics(scaled(font, 1.0, bold=True)).height(),
        chip_size(font, "X").height(),
        QFontMetrics(snippet_font(font)).lineSpacing(),
    )


def _paint_people(
    painter: QPainter, area: QRect, people: tuple[PersonLabel, ...], option: QStyleOptionViewItem
) -> None:
    """As many chips as fit, and how many more there are."""
    left = area.left()
    for place, person in enumerate(people):
        rest = f"+{len(people) - place - 1}"
        reserved = chip_size(option.font, rest).width() + 4 if place < len(people) - 1 else 0
        wanted = chip_size(option.font, person.name).width()
        free = area.right() - left - reserved
        if place and wanted > free:
            more = f"+{len(people) - place}"
            paint_chip(painter, _from(area, left), more, person.relation, option.palette, option.font)
            return
        chip = QRect(left, area.top(), min(wanted, free), area.height())
        left += paint_chip(painter, chip, person.name, person.relation, option.palette, option.font) + 4


def _from(area: QRect, left: int) -> QRect:
    return QRect(left, area.top(), max(0, area.right() - left), area.height())


def paint_lines(
    painter: QPainter,
    area: QRect,
    text: str,
    marked: tuple[Span, ...],
    font: QFont,
    theme: Colours,
    most: int,
) -> None:
    """Wrapped plain text with some words marked, cut after so many lines."""
    shown = one_line(text)
    layout = _laid_out(shown, marked, font, theme, area.width(), most)
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() == most else None
    if last is not None and characters(shown, last.textStart() + last.textLength()) < len(shown):
        begin = characters(shown, last.textStart())
        metrics = QFontMetrics(font)
        shown = shown[:begin] + metrics.elidedText(shown[begin:], Qt.TextElideMode.ElideRight, area.width())
        layout = _laid_out(shown, marked, font, theme, area.width(), most)
    painter.save()
    painter.setClipRect(area)
    painter.setPen(QColor(theme.muted if most > 1 else theme.text))
    layout.draw(painter, QPointF(area.topLeft()))
    painter.restore()


def _laid_out(
    text: str, marked: tuple[Span, ...], font: QFont, theme: Colours, width: int, most: int
) -> QTextLayout:
    layout = QTextLayout(text, font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    style = hit_format(theme)
    left = [(begin, min(end, len(text))) for begin, end in marked if begin < len(text)]
    layout.setFormats([format_range(begin, end, style) for begin, end in units(text, left)])
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * QFontMetrics(font).lineSpacing()))
    layout.endLayout()
    return layout
