"""A short piece of a long text, as a list shows it, with the searched words in it."""

import re
from typing import NamedTuple

from netchal_gui.domain.hits import Span, Words, first_hit, hits

LENGTH = 150
"""Characters of a snippet, about two lines of the list."""
_BEFORE = 32
"""Characters of context before the first hit."""
_MARKS = re.compile(
    r"(?m)^\s*(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|>\s?|\d+[.)]\s+)"  # what begins a line
    r"|[*_`]{2,}|`|!?\[([^\]\n]*)\]\([^)\s]*\)"  # strong, code, links
)
_NO_MARKS = re.compile(r"(?!)()")
_SIGNS = re.compile(r"[#*_`>+\[-]|\d[.)]")
"""What every mark has at least one of; most texts have none, and looking for it is quick."""
_BLANKS = re.compile(r"\s+")


class Snippet(NamedTuple):
    """The piece as one line, and where the searched words stand in it."""

    text: str
    hits: tuple[Span, ...]


def snippet(text: str, pattern: Words | None = None) -> Snippet | None:
    """The piece around the first hit; without a pattern the beginning. None where the pattern finds nothing.

    Signs of Markdown and line breaks are left out; "…" stands where the text goes on.
    """
    if pattern is None:
        return Snippet(_cut(text, 0), ())
    first = first_hit(text, pattern)
    if first is None:
        return None
    begin = _begin(text, first)
    for marks in (_MARKS, _NO_MARKS):
        piece = _cut(text, begin, marks)
        found = hits(piece, pattern)
        if found:  # else it stood in what was left out, such as the 3 of "3. Ask again"
            break
    return Snippet(piece, tuple(found))


def _begin(text: str, first: int) -> int:
    """Some words before the hit, at the beginning of a word."""
    begin = max(0, first - _BEFORE)
    if begin == 0:
        return 0
    blank = _BLANKS.search(text, begin, first)
    return blank.end() if blank else first


def _cut(text: str, begin: int, marks: re.Pattern[str] = _MARKS) -> str:
    window = text[begin : begin + 2 * LENGTH]
    piece = " ".join((marks.sub(r"\1", window) if _SIGNS.search(window) else window).split())
    goes_on = len(piece) > LENGTH or begin + 2 * LENGTH < len(text)
    if len(piece) > LENGTH:
        piece = piece[:LENGTH].rpartition(" ")[0] or piece[:LENGTH]
    return f"{'…' if begin else ''}{piece}{'…' if goes_on else ''}"
