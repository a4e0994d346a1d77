"""Fold text for searching and comparing: case and marks go, several spellings of one word meet.

SQLite's ``remove_diacritics 2`` is not enough: "grosse" would miss "Größe", "lodz" would miss "Łódź".
"""

import re
import unicodedata
from itertools import chain

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _plain(found: re.Match[str]) -> str:
    """Nothing for a combining mark, the plain letter for one that NFKD leaves whole."""
    character = found.group()
    return "" if unicodedata.combining(character) else character.translate(_LETTERS)


def fold(text: str) -> str:
    """The text in lower case without marks: "Größe Łódź" becomes "grosse lodz"."""
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(_plain, unicodedata.normalize("NFKD", text.casefold())).casefold()


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each folded character, the index of the original character it came from.

    The list has one item more than the folded text: the length of the original. A hit at
    ``folded[a:b]`` is ``text[origin[a]:origin[b - 1] + 1]`` plus the marks that follow.
    """
    pieces = [fold(character) for character in text]
    origin = list(chain.from_iterable([index] * len(piece) for index, piece in enumerate(pieces)))
    return "".join(pieces), [*origin, len(text)]


def spellings(text: str) -> str:
    """What the search index keeps of a text: its folded form, and the ae/oe/ue spelling where it differs.

    So both "jurgen" and "juergen" find "Jürgen".
    """
    return " ".join(filter(None, (fold(text), transcriptions(text))))


def transcriptions(text: str) -> str:
    """Only the words with an ae/oe/ue spelling, folded: "Jürgen Müller, Bremen" gives "juergen mueller,"."""
    if text.isascii():
        return ""
    composed = unicodedata.normalize("NFC", text).lower()
    words = (word for word in dict.fromkeys(composed.split()) if not word.isascii())
    return " ".join(fold(spelt) for word in words if (spelt := word.translate(_UMLAUTS)) != word)


def transcribed(text: str) -> str:
    """The whole text folded in its ae/oe/ue spelling: "Bad Tölz" gives "bad toelz"."""
    return " ".join(transcriptions(word) or fold(word) for word in text.split())


def words_of(text: str) -> list[str]:
    """The words of a folded text: runs of letters, digits and marks, as the index cuts them."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()
