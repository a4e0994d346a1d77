"""A text that stays plain Markdown and is painted with its emphasis; nothing of it is rendered or loaded."""

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from netchal_gui.domain.hits import Words, hits
from netchal_gui.domain.markdown import DASH, FENCE, Piece, Style, pieces
from netchal_gui.views.code_units import hit_format, units
from netchal_gui.views.colours import Colours, colours
from netchal_gui.views.growing_text import GrowingText
from netchal_gui.views.theme import scaled

_PROSE, _FENCED = -1, 1
"""The state of a block: within ``` lines or not."""


class MarkdownPainter(QSyntaxHighlighter):
    """Paints each line of a document: Markdown's styles, then the searched words on top."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._words: Words | None = None
        self._theme = _theme()
        self._open = -1

    def open_line(self, number: int) -> None:
        """Show the signs of this line, in which one writes, as they are; -1 for none."""
        former, self._open = self._open, number
        for each in {former, number} - {-1} if former != number else ():
            self.rehighlightBlock(self.document().findBlockByNumber(each))

    def is_open(self, block: QTextBlock) -> bool:
        return block.blockNumber() == self._open

    def look_for(self, words: Words | None) -> None:
        """Mark these words from now on."""
        if words != self._words:
            self._words = words
            self.rehighlight()

    def follow_theme(self) -> None:
        """Take the colours of another theme."""
        theme = _theme()
        if theme is not self._theme:
            self._theme = theme
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        fence = FENCE.match(text) is not None
        inside = self.previousBlockState() == _FENCED
        self.setCurrentBlockState(_FENCED if inside != fence else _PROSE)
        found = [Piece(0, len(text), Style.CODE)] if inside or fence else pieces(text)
        found.sort(key=_is_sign)
        is_open = self.currentBlock().blockNumber() == self._open
        layers = [
            (*span, style_format(piece.style, self._theme, is_open=is_open))
            for piece, span in zip(found, units(text, [piece[:2] for piece in found]), strict=True)
        ]
        if self._words is not None:
            marked = hit_format(self._theme)
            at = next((place for place, piece in enumerate(found) if piece.style is Style.SIGN), len(layers))
            layers[at:at] = [(begin, end, marked) for begin, end in units(text, hits(text, self._words))]
        self._paint(layers)

    def _paint(self, layers: list[tuple[int, int, QTextCharFormat]]) -> None:
        """Lay the formats over each other, the later ones on top."""
        cuts = sorted({place for begin, end, _ in layers for place in (begin, end)})
        merged = [QTextCharFormat() for _ in cuts]
        for begin, end, style in layers:
            for index in range(bisect_left(cuts, begin), bisect_left(cuts, end)):
                merged[index].merge(style)
        for begin, end, style in zip(cuts, cuts[1:], merged, strict=False):
            self.setFormat(begin, end - begin, style)


class MarkdownEdit(GrowingText):
    """A growing text whose Markdown is painted while one writes it."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__(name, placeholder)
        self._painter = MarkdownPainter(self.document())
        self.setFont(scaled(self.font(), 1.04))
        self.cursorPositionChanged.connect(self._open_line)

    def look_for(self, words: Words | None) -> None:
        """Mark the searched words in the text."""
        self._painter.look_for(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._open_line()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._open_line()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(_theme().text))
        painter.setFont(self.font())
        for block in self._blocks_in(event.rect()):
            self._paint_bullet(painter, block)

    def _blocks_in(self, rect: QRect) -> Iterator[QTextBlock]:
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > rect.bottom():
                return
            if area.bottom() >= rect.top():
                yield block
            block = block.next()

    def _paint_bullet(self, painter: QPainter, block: QTextBlock) -> None:
        """A round bullet in place of a list's sign, except in the line in which one writes."""
        match = DASH.match(block.text())
        if match is None or block.userState() == _FENCED or self._painter.is_open(block):
            return
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + match.start(1))
        place = self.cursorRect(cursor)
        painter.drawText(place.left(), place.top() + self.fontMetrics().ascent(), "•")

    def _open_line(self) -> None:
        self._painter.open_line(self.textCursor().blockNumber() if self.hasFocus() else -1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._painter.follow_theme()


def _is_sign(piece: Piece) -> bool:
    """Signs come last: what takes no room is not marked either."""
    return piece.style is Style.SIGN


def _theme() -> Colours:
    """The program's; the palette of a field is no page's, as its background shows through."""
    return colours(QApplication.palette())


def style_format(style: Style, theme: Colours, *, is_open: bool) -> QTextCharFormat:
    """How a style looks; only what it changes is set, so that formats can be laid over each other.

    Signs take no room in a line that nobody writes in.
    """
    made = QTextCharFormat()
    if style in (Style.SIGN, Style.QUOTE):
        made.setForeground(QColor(theme.muted))
    if not is_open and style in (Style.SIGN, Style.DASH):
        made.setForeground(QColor(0, 0, 0, 0))
    if not is_open and style is Style.SIGN:
        made.setBackground(QColor(0, 0, 0, 0))
        made.setProperty(QTextFormat.Property.FontPixelSize, 1)
        made.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
        made.setFontLetterSpacing(1)
    if style in (Style.BULLET, Style.LINK):
        made.setForeground(QColor(theme.accent))
    if style in (Style.STRONG, Style.HEADING, Style.BULLET):
        made.setFontWeight(QFont.Weight.Bold)
    if style in (Style.EMPHASIS, Style.QUOTE):
        made.setFontItalic(True)
    if style is Style.STRUCK:
        made.setFontStrikeOut(True)
    if style is Style.LINK:
        made.setFontUnderline(True)
    if style is Style.CODE:
        made.setFontFamilies(["monospace"])
        made.setFontFixedPitch(True)
        made.setBackground(QColor(theme.plain_soft))
    return made
