"""File names for exported interviews, cards and journal pages that every file system takes.

ASCII letters, digits, "-" and "_" only; at most 100 characters with the suffix; none of the names that
Windows keeps for devices; no two that differ in case only.
"""

import re
import unicodedata
from itertools import count

LONGEST = 100
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock|conin|conout|com\d|lpt\d)", re.IGNORECASE)
_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
    | {"þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i"}
)


def safe_name(text: str, suffix: str, taken: set[str], fallback: str = "unnamed") -> str:
    """A file name made of the text, ending with the suffix (".ics"), that is not taken yet.

    ``taken`` holds lower-case names; the name given out is added to it. A second "Jose-Nandu.ics" becomes
    "Jose-Nandu-2.ics". A text without any usable letter ("你好") gets the fallback.
    """
    stem = _ascii(text) or fallback
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    for number in count(1):
        tail = suffix if number == 1 else f"-{number}{suffix}"
        name = stem[: LONGEST - len(tail)].rstrip("-_") + tail
        if name.lower() not in taken:
            break
    taken.add(name.lower())
    return name


def _ascii(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9_]+", "-", letters).strip("-_")
