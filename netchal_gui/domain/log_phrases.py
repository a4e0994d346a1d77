"""What the words of the one-line log mean beside names: channels, thanks, tags, days, times and lengths."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from netchal_gui.domain import log_words as words
from netchal_gui.domain.folding import fold
from netchal_gui.domain.log_days import (
    Calendar,
    Read,
    alternatives,
    day_patterns,
    length_patterns,
    time_patterns,
)
from netchal_gui.domain.log_tokens import Token

_MARKS = ("#", "@")
_BEFORE_MARK = frozenset(fold(each) for each in words.BEFORE_MARK.all)
LONGEST = 7
"""Tokens in one phrase."""


class Kind(StrEnum):
    """What a phrase says; the value is the field of the line that it fills."""

    DAY = "day"
    TIME = "at"
    MINUTES = "minutes"
    CHANNEL = "channel"
    THANKS = "thanks"
    PROMISED = "promised"
    EVENT = "event"
    PLACE = "place"
    TAG = "tag"
    MET = "met"
    MET_AT_END = "met_at_end"


class Said(NamedTuple):
    """A phrase that was found: what it says, and how many tokens it has."""

    kind: Kind
    value: object
    length: int


def phrase_at(found: Sequence[Token], place: int, calendar: Calendar) -> Said | None:
    """The phrase that begins at this token; None where it has no meaning of its own."""
    before = _before_mark(found, place)
    if found[place + before].text.startswith(_MARKS):
        marked = _marked(found[place + before])
        return marked and marked._replace(length=before + marked.length)
    rest = " ".join(_untilquoted(found[place : place + LONGEST]))
    for kind, pattern, read in _patterns(calendar.ahead):
        match = pattern.match(rest)
        value = read(match, calendar) if match else None
        if match and value is not None:
            return Said(kind, value, match.group().count(" ") + 1)
    return None


def until_day(text: str, calendar: Calendar) -> tuple[str, date | None]:
    """A next step without the day at its end, and the day: "send the paper by Friday"."""
    parts = text.split()
    by = {fold(each) for each in words.BY_DAY.all}
    for begin in range(max(0, len(parts) - LONGEST), len(parts)):
        folded = fold(" ".join(parts[begin:]).rstrip("!?"))
        for pattern, read in day_patterns(True):
            match = pattern.fullmatch(folded) or pattern.fullmatch(folded.rstrip("."))
            day = read(match, calendar) if match else None
            if isinstance(day, date):
                step = parts[:begin]
                while step and (fold(" ".join(step[-2:])) in by or fold(step[-1]) in by):
                    step = step[:-2] if fold(" ".join(step[-2:])) in by else step[:-1]
                return (" ".join(step), day) if step else (text, None)
    return " ".join(parts), None


def _untilquoted(found: Sequence[Token]) -> Iterator[str]:
    for token in found:
        if token.quoted or token.text in (",", ";", "."):
            return
        yield token.key


def _before_mark(found: Sequence[Token], place: int) -> int:
    """How many tokens lead to a mark and belong to it: "at the #fair"."""
    for length in (2, 1):
        ahead = found[place : place + length + 1]
        if (
            len(ahead) > length
            and ahead[-1].text.startswith(_MARKS)
            and not any(each.quoted for each in ahead)
        ):
            return length if " ".join(each.key for each in ahead[:-1]) in _BEFORE_MARK else 0
    return 0


def _marked(token: Token) -> Said | None:
    """``#event:ATD``, ``#tag`` or ``@place``."""
    text = token.text[1:].replace("_", " ").strip()
    before, colon, after = text.partition(":")
    value = after.strip('"“”„»« ') if colon else text.strip('"“”„»« ')
    if not value:
        return None
    if token.text[0] == "@":
        return Said(Kind.PLACE, text.strip('"“”„»« '), 1)
    is_event = colon and fold(before) in {fold(each) for each in words.EVENT.all}
    return Said(Kind.EVENT, value, 1) if is_event else Said(Kind.TAG, text.strip('"“”„»« '), 1)


@lru_cache(maxsize=2)
def _patterns(ahead: bool) -> tuple[tuple[Kind, "re.Pattern[str]", Read], ...]:
    """All phrases, in the order in which they are tried."""
    return (
        *((Kind.MINUTES, pattern, read) for pattern, read in length_patterns()),
        *((Kind.TIME, pattern, read) for pattern, read in time_patterns()),
        *((Kind.DAY, pattern, read) for pattern, read in day_patterns(ahead)),
        *_choices(),
    )


def _choices() -> Iterator[tuple[Kind, "re.Pattern[str]", Read]]:
    """Words for the values of an enum; a longer phrase goes before its beginning."""
    before = f"(?:(?:{alternatives(words.BEFORE_CHANNEL.all)}) )?"
    for channel, said in words.CHANNELS.items():
        yield Kind.CHANNEL, _pattern(before + f"(?:{alternatives(said.all)})"), _always(channel)
    for thanks, said in words.THANKS.items():
        yield Kind.THANKS, _pattern(alternatives(said.all)), _always(thanks)
    for kind, said in (
        (Kind.PROMISED, words.PROMISED),
        (Kind.MET, words.MET),
        (Kind.MET_AT_END, words.MET_AT_END),
    ):
        yield kind, _pattern(alternatives(said.all)), _always(True)


def _pattern(text: str) -> "re.Pattern[str]":
    return re.compile(f"(?:{text})(?=$| )")


def _always(value: object) -> Read:
    return lambda _, __: value
