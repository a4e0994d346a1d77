"""The one-line log cut into its sections and words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from netchal_gui.domain import log_words as words
from netchal_gui.domain.folding import fold
from netchal_gui.domain.log_words import Section

_QUOTES = '"“”„»«'
_TOKEN = re.compile(
    rf"(?P<marked>[#@][^\s,;{_QUOTES}]*[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}])"
    rf"|[{_QUOTES}](?P<quoted>[^{_QUOTES}]+)[{_QUOTES}]"
    r"|(?P<joint>[,;])|(?P<word>[^\s,;]+)"
)
_ORDINAL = re.compile(r"\d{1,2}\.(?:\d{1,2}\.)?")
"""A day whose full stop belongs to it: 12. or 12.3."""


class Token(NamedTuple):
    """A word, a comma or a full stop. ``key``: folded. ``start``: where it stands in its part."""

    text: str
    key: str
    start: int
    quoted: bool = False

    @property
    def is_joint(self) -> bool:
        """Whether it parts names: a comma, "and", the end of a sentence."""
        return not self.quoted and (self.text in (",", ";", ".") or self.key in _joints())


@lru_cache(maxsize=1)
def _joints() -> frozenset[str]:
    return frozenset(fold(each) for each in words.AND.all)


@lru_cache(maxsize=1)
def _openers() -> "re.Pattern[str]":
    """A word of a section and its colon, anywhere in the line."""
    texts = sorted((each for said in words.SECTIONS.values() for each in said.all), key=len, reverse=True)
    options = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in texts)
    return re.compile(rf"(?<![\w#@-])(?P<word>{options})\s*\??\s*:", re.IGNORECASE)


def sections(text: str) -> Iterator[tuple[Section | None, str]]:
    """The parts of a line; the first, before any word with a colon, has none."""
    section: Section | None = None
    begin = 0
    for found in _openers().finditer(text):
        yield section, text[begin : found.start()]
        section, begin = _section(found["word"]), found.end()
    yield section, text[begin:]


def _section(word: str) -> Section:
    key = " ".join(fold(word).split())
    return next(one for one, said in words.SECTIONS.items() if key in {fold(each) for each in said.all})


def tokens(part: str) -> list[Token]:
    """The words of a part, commas and full stops apart."""
    return [token for found in _TOKEN.finditer(part) for token in _cut(found)]


def _cut(found: "re.Match[str]") -> Iterator[Token]:
    start = found.start()
    if found["quoted"] is not None:
        yield Token(" ".join(found["quoted"].split()), fold(found["quoted"]), start, quoted=True)
        return
    text = found.group()
    ends = text.endswith((".", "!", "?")) and not _keeps_its_stop(text)
    word = text.rstrip(".!?") if ends else text
    if word:
        yield Token(word, fold(word), start)
    if ends:
        yield Token(".", ".", start + len(word))


def _keeps_its_stop(text: str) -> bool:
    """12. and 12.3. as days, Dr. and J. and Ph.D. in names."""
    word = text.rstrip(".")
    return bool(_ORDINAL.fullmatch(text)) or len(word) == 1 or "." in word or fold(word) in words.TITLES
