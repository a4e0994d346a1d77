"""What of a line of Markdown is emphasised, and which of its characters are signs: for painting, not HTML.

Only what people type in notes: headings, lists with and without numbers or ticks, quotes, strong, emphasis,
struck out, code and links. Anything else is text.
"""

import re
from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    SIGN = "sign"
    """Characters that mark, and are not read: ``**``, ``#``, a link's address."""
    HEADING = "heading"
    DASH = "dash"
    """The sign of a list's line, in whose place a bullet may be shown."""
    BULLET = "bullet"
    """The number or tick of a list's line."""
    QUOTE = "quote"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    CODE = "code"
    LINK = "link"


class Piece(NamedTuple):
    """A style and the characters that have it; pieces may lie within each other."""

    begin: int
    end: int
    style: Style


FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"(#{1,6}\s+)(?=\S)")
_QUOTE = re.compile(r"\s{0,3}(>\s?)")
DASH = re.compile(r"\s*([-*+])(?=\s+(?!\[[ xX]\]\s)\S)")
_BULLET = re.compile(r"\s*((?:\d{1,9}[.)]|[-*+]\s+\[[ xX]\]))(?=\s+\S)")
_CODE = re.compile(r"(`+)(?=[^`])(.+?)(?<=[^`])\1(?!`)")
_LINK = re.compile(r"!?\[([^\[\]\n]+)\]\([^()\s]*\)")
_BARE_LINK = re.compile(r"https?://[^\s<>()]+[^\s<>().,;:!?'\"]")
_PAIRS = (
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), Style.STRONG),
    (re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1"), Style.STRUCK),
    (re.compile(r"(?<![*\w])(\*)(?=[^\s*])(.+?)(?<=[^\s*])\1(?![*\w])"), Style.EMPHASIS),
    (re.compile(r"(?<![_\w])(_)(?=[^\s_])(.+?)(?<=[^\s_])\1(?![_\w])"), Style.EMPHASIS),
)
_LONGEST = 2_000
"""A longer line is text: nobody marks one up, and looking for pairs in it takes its time."""


def pieces(line: str) -> list[Piece]:
    """The styled pieces of one line, outer ones first; positions count characters."""
    if len(line) > _LONGEST:
        return []
    found = _line_pieces(line)
    begin = max(
        (piece.end for piece in found if piece.style in (Style.DASH, Style.BULLET, Style.SIGN)), default=0
    )
    return [*found, *_inline(line, begin)]


def without_signs(text: str) -> str:
    """The words of a text as one reads them: signs are gone, a list's dash is a bullet."""
    return "\n".join(_words_of_line(line) for line in text.splitlines() if not FENCE.match(line))


def _words_of_line(line: str) -> str:
    letters = list(line)
    for piece in pieces(line):
        if piece.style is Style.DASH:
            letters[piece.begin] = "•"
        elif piece.style is Style.SIGN:
            letters[piece.begin : piece.end] = [""] * (piece.end - piece.begin)
    return "".join(letters)


def _line_pieces(line: str) -> list[Piece]:
    """What the beginning of the line says about all of it."""
    if match := _HEADING.match(line):
        return [Piece(0, len(line), Style.HEADING), Piece(0, match.end(), Style.SIGN)]
    if match := _QUOTE.match(line):
        return [Piece(0, len(line), Style.QUOTE), Piece(match.start(1), match.end(1), Style.SIGN)]
    if match := DASH.match(line):
        return [Piece(match.start(1), match.end(1), Style.DASH)]
    if match := _BULLET.match(line):
        return [Piece(match.start(1), match.end(1), Style.BULLET)]
    return []


def _inline(line: str, begin: int) -> list[Piece]:
    found: list[Piece] = []
    hidden = line[:begin].replace("*", " ") + line[begin:]
    for match in _CODE.finditer(hidden, begin):
        found += _paired(match, Style.CODE)
        hidden = _blanked(hidden, *match.span())
    for match in _LINK.finditer(hidden, begin):
        text = match.span(1)
        found += [Piece(*text, Style.LINK), Piece(match.start(), text[0], Style.SIGN)]
        found.append(Piece(text[1], match.end(), Style.SIGN))
        hidden = _blanked(hidden, text[1], match.end())
    for match in _BARE_LINK.finditer(hidden, begin):
        found.append(Piece(*match.span(), Style.LINK))
        hidden = _blanked(hidden, *match.span())
    for pattern, style in _PAIRS:
        for match in pattern.finditer(hidden, begin):
            found += _paired(match, style)
            hidden = _blanked(_blanked(hidden, *match.span(1)), match.end() - len(match[1]), match.end())
    return found


def _paired(match: re.Match[str], style: Style) -> list[Piece]:
    """The text between two signs, and the signs."""
    begin, end = match.span()
    width = len(match[1])
    return [
        Piece(begin + width, end - width, style),
        Piece(begin, begin + width, Style.SIGN),
        Piece(end - width, end, Style.SIGN),
    ]


def _blanked(text: str, begin: int, end: int) -> str:
    """The text with letters in place of what was understood already, which nothing else will match."""
    return f"{text[:begin]}{'x' * (end - begin)}{text[end:]}"
