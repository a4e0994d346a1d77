"""Fold text for searching and comparing: case and marks go, several spellings of one word meet.

SQLite's ``remove_diacritics 2`` is not enough: "grosse" would miss "Größe", "lodz" would miss "Łódź".
"""

import unicodedata
from itertools import chain

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS).casefold()


def fold(text: str) -> str:
    """The text in lower case without marks: "Größe Łódź" becomes "grosse lodz"."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each folded character, the index of the original character it came from.

    The list has one item more than the folded text: the length of the original. A hit at
    ``folded[a:b]`` is ``text[origin[a]:origin[b - 1] + 1]`` plus the marks that follow.
    """
    pieces = [_fold_character(character) for character in text]
    origin = list(chain.from_iterable([index] * len(piece) for index, piece in enumerate(pieces)))
    return "".join(pieces), [*origin, len(text)]


def spellings(text: str) -> str:
    """What the search index keeps of a text: its folded form, and the ae/oe/ue spelling where it differs.

    So both "jurgen" and "juergen" find "Jürgen".
    """
    folded = fold(text)
    if text.isascii():
        return folded
    composed = unicodedata.normalize("NFC", text).lower()
    words = (word for word in composed.split() if word.translate(_UMLAUTS) != word)
    transcribed = " ".join(fold(word.translate(_UMLAUTS)) for word in words)
    return f"{folded} {transcribed}" if transcribed else folded


def words_of(text: str) -> list[str]:
    """The words of a folded text: runs of letters, digits and marks, as the index cuts them."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()
