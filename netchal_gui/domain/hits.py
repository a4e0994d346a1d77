"""Where the words of a search stand in a text, counted in the text's own characters.

A text is found by its folded form and by its ae/oe/ue spelling (see :mod:`netchal_gui.domain.folding`), both
of which may be longer or shorter than the text. "grosse" stands in "Größe" as its first five characters.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from netchal_gui.domain.folding import fold, transcriptions

Span = tuple[int, int]
"""From the first character to behind the last one."""

_PARTS = re.compile("[aouAOU][\u0308\u030a]|[^\x00-\x7f]")
_UMLAUT = re.compile("[äöüåøÄÖÜÅØ\u0308\u030a]")


class _Shift(NamedTuple):
    """A part of the text that is longer or shorter in the view: where it begins in both, and both lengths."""

    there: int
    here: int
    length_there: int
    length_here: int


def starts(words: Sequence[str]) -> re.Pattern[str]:
    """What finds folded words at the beginning of the words of a folded text, the longest first."""
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{choice})" if words else r"(?!)")


def hits(text: str, pattern: re.Pattern[str]) -> list[Span]:
    """The stretches of the text that a pattern of :func:`starts` finds, in order, none touching another."""
    found = list(_found(text, pattern, fold(text), _folded_part))
    if _UMLAUT.search(text):
        found = _united([*found, *_found(text, pattern, _transcribed(text), _transcribed_part)])
    return found


def first_hit(text: str, pattern: re.Pattern[str]) -> int | None:
    """Where the first stretch begins, None where the text has none."""
    found = hits(text, pattern)
    return found[0][0] if found else None


def _found(text: str, pattern: re.Pattern[str], view: str, part_of: Callable[[str], str]) -> Iterator[Span]:
    matches = [match.span() for match in pattern.finditer(view)]
    if not matches or text.isascii():
        yield from matches
        return
    shifts = _shifts(text, part_of)
    places = [shift.there for shift in shifts]
    for begin, end in matches:
        first, _ = _origin(shifts, places, begin)
        _, behind = _origin(shifts, places, end - 1)
        while behind < len(text) and unicodedata.combining(text[behind]):
            behind += 1
        yield first, behind


def _shifts(text: str, part_of: Callable[[str], str]) -> list[_Shift]:
    shifts: list[_Shift] = []
    moved = 0
    for match in _PARTS.finditer(text):
        begin, end = match.span()
        length = len(part_of(match.group()))
        if length != end - begin:
            shifts.append(_Shift(begin + moved, begin, length, end - begin))
            moved += length - (end - begin)
    return shifts


def _origin(shifts: list[_Shift], places: list[int], place: int) -> Span:
    """The characters of the text that the view's character at ``place`` stands for."""
    index = bisect_right(places, place) - 1
    if index < 0:
        return place, place + 1
    shift = shifts[index]
    beyond = place - shift.there - shift.length_there
    if beyond < 0:
        return shift.here, shift.here + shift.length_here
    here = shift.here + shift.length_here + beyond
    return here, here + 1


@lru_cache(maxsize=4096)
def _folded_part(part: str) -> str:
    return fold(part)


@lru_cache(maxsize=4096)
def _transcribed_part(part: str) -> str:
    return transcriptions(part) or fold(part)


def _transcribed(text: str) -> str:
    """The whole text in its ae/oe/ue spelling, folded."""
    pieces, behind = [], 0
    for match in _PARTS.finditer(text):
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
