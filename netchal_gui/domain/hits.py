"""Where the words of a search stand in a text, counted in the text's own characters.

A text is found by its folded form and by its ae/oe/ue spelling (see :mod:`netchal_gui.domain.folding`), both
of which may be longer or shorter than the text. "grosse" stands in "Größe" as its first five characters.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from netchal_gui.domain.folding import fold, transcriptions

Span = tuple[int, int]
"""From the first character to behind the last one."""

_UMLAUT = re.compile("[äöüåøÄÖÜÅØ\u0308\u030a]")
_TRANSCRIBED_PART = re.compile("[aouAOU][\u0308\u030a]|[^\x00-\x7f]")
_BLANK = re.compile(r"\s")
_PORTION = 200
"""Characters of the first portion of a text in which the first hit is looked for."""
_COMMON = (range(0x80, 0x530), range(0x2010, 0x2040))
"""Latin, Greek, Cyrillic; dashes and quotation marks."""


class _Shift(NamedTuple):
    """A part of the text that is longer or shorter in the view: where it begins in both, and both lengths."""

    there: int
    here: int
    length_there: int
    length_here: int


class Words(NamedTuple):
    """Folded words to look for where words begin; ``transcribed``: one may be an ae/oe/ue spelling."""

    pattern: re.Pattern[str]
    transcribed: bool


def starts(words: Sequence[str]) -> Words:
    """What :func:`hits` looks for, the longest word first."""
    escaped = (re.escape(word) for word in sorted(words, key=len, reverse=True))
    # The look back stands behind each word, so that the word's own letters are what is looked for first.
    pattern = re.compile("|".join(rf"{word}(?<![^\W_]{word})" for word in escaped) or r"(?!)")
    return Words(pattern, any(re.search("[aou]e|aa", word) for word in words))


def hits(text: str, words: Words) -> list[Span]:
    """The stretches of the text at which the words stand, in order, none reaching into another."""
    found = list(_spans(text, words.pattern, fold(text), _folded_shifts))
    if words.transcribed and _UMLAUT.search(text):
        found += _spans(text, words.pattern, _transcribed(text), _transcribed_shifts)
    return found if text.isascii() else _united(found)


def first_hit(text: str, words: Words) -> int | None:
    """Where the first stretch begins, None where the text has none."""
    for begin, portion in _portions(text):
        first = _first_in(portion, words)
        if first is not None:
            return begin + first
    return None


def _portions(text: str) -> Iterator[tuple[int, str]]:
    """The text cut at blanks, in which no word stands: a hit near the beginning needs no look at the rest."""
    begin, length = 0, _PORTION
    while begin < len(text):
        blank = _BLANK.search(text, begin + length)
        end = blank.start() if blank else len(text)
        yield begin, text[begin:end]
        begin, length = end, 2 * length


def _first_in(text: str, words: Words) -> int | None:
    firsts = []
    match = words.pattern.search(fold(text))
    if match is not None:
        firsts.append(_origins(text, _folded_shifts)(match.start())[0])
    if words.transcribed and _UMLAUT.search(text):
        match = words.pattern.search(_transcribed(text))
        if match is not None:
            firsts.append(_origins(text, _transcribed_shifts)(match.start())[0])
    return min(firsts, default=None)


Shifts = Callable[[str], list[_Shift]]


def _spans(text: str, pattern: re.Pattern[str], view: str, shifts_of: Shifts) -> Iterator[Span]:
    origin = None
    for match in pattern.finditer(view):
        if origin is None:
            origin = _origins(text, shifts_of)
        begin, _ = origin(match.start())
        _, end = origin(match.end() - 1)
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield begin, end


def _origins(text: str, shifts_of: Shifts) -> Callable[[int], Span]:
    """What tells the characters of the text that a character of its view stands for."""
    shifts = [] if text.isascii() else shifts_of(text)
    places = [shift.there for shift in shifts]

    def origin(place: int) -> Span:
        index = bisect_right(places, place) - 1
        if index < 0:
            return place, place + 1
        shift = shifts[index]
        beyond = place - shift.there - shift.length_there
        if beyond < 0:
            return shift.here, shift.here + shift.length_here
        here = shift.here + shift.length_here + beyond
        return here, here + 1

    return origin


def _folded_shifts(text: str) -> list[_Shift]:
    return _shifts(text, _long_parts(), fold)


def _transcribed_shifts(text: str) -> list[_Shift]:
    return _shifts(text, _TRANSCRIBED_PART, _transcribed_part)


def _shifts(text: str, parts: re.Pattern[str], part_of: Callable[[str], str]) -> list[_Shift]:
    shifts: list[_Shift] = []
    moved = 0
    for match in parts.finditer(text):
        begin, end = match.span()
        length = len(part_of(match.group()))
        if length != end - begin:
            shifts.append(_Shift(begin + moved, begin, length, end - begin))
            moved += length - (end - begin)
    return shifts


@cache
def _long_parts() -> re.Pattern[str]:
    """What finds the characters that may fold to none or to several; few texts have many of them."""
    single = "".join(chr(code) for codes in _COMMON for code in codes if len(fold(chr(code))) == 1)
    return re.compile(f"[^\\x00-\\x7f{re.escape(single)}]")


@lru_cache(maxsize=4096)
def _transcribed_part(part: str) -> str:
    return transcriptions(part) or fold(part)


def _transcribed(text: str) -> str:
    """The whole text in its ae/oe/ue spelling, folded."""
    pieces, behind = [], 0
    for match in _TRANSCRIBED_PART.finditer(text):
        pieces += [text[behind : match.start()].lower(), _transcribed_part(match.group())]
        behind = match.end()
    return "".join([*pieces, text[behind:].lower()])


def _united(spans: list[Span]) -> list[Span]:
    united: list[Span] = []
    for begin, end in sorted(spans):
        if united and begin < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((begin, end))
    return united
