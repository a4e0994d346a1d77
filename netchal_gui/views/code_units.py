"""Python counts characters, Qt counts UTF-16 code units: an emoji is one of these and two of those."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from netchal_gui.domain.hits import Span
from netchal_gui.views.colours import Colours


def units(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans of characters as spans of code units of the same text."""
    found = list(spans)
    if not found or text.isascii() or max(text) <= "\uffff":
        return found
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if character > "\uffff" else 1))
    return [(places[begin], places[end]) for begin, end in found]


def characters(text: str, count: int) -> int:
    """How many characters the first code units of a text are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "replace"))


def format_range(begin: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    """A format from one code unit to before another, for a text layout."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = begin, end - begin, style
    return made


def hit_format(theme: Colours) -> QTextCharFormat:
    """How a searched word looks."""
    made = QTextCharFormat()
    made.setBackground(QColor(theme.highlight))
    made.setForeground(QColor(theme.on_highlight))
    return made
