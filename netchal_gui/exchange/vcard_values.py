"""Single values of a card: a birthday, a telephone number, a label, a picture; and back."""

import re
from datetime import date

from netchal_gui.domain.contact import PartialDate

APPLE_OMITTED_YEAR = 1604  # written where the year is unknown, with X-APPLE-OMIT-YEAR
_FULL_DAY = re.compile(r"(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ].*)?")
_DAY_OF_YEAR = re.compile(r"--(\d\d)-?(\d\d)(?:T.*)?")
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_EXTENSION = re.compile(r";ext=([^;]*)", re.IGNORECASE)
PLAIN_TYPES = frozenset({"internet", "voice", "pref", "x400", "postal", "parcel", "dom", "intl"})
"""Types that say nothing a person would read as a label."""
WRITTEN_TYPES = frozenset(
    {"home", "work", "cell", "fax", "pager", "video", "text", "textphone", "msg", "bbs", "modem", "car"}
    | {"isdn", "pcs"}
)
"""The types that a label is written as; other labels go out as X-ABLabel, which most programs read."""
_PICTURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WEBP"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
)


def birthday(text: str, omitted_year: str = "") -> PartialDate | None:
    """The day of ``1980-02-29``, ``19800229``, ``--0229`` or ``--02-29``, with or without a time; else None.

    RFC 6350, 4.3.1. ``omitted_year``: the year that means "unknown" (X-APPLE-OMIT-YEAR).
    """
    text = text.strip()
    full, partial = _FULL_DAY.fullmatch(text), _DAY_OF_YEAR.fullmatch(text)
    try:
        if full:
            year = None if full[1] == omitted_year else int(full[1])
            return PartialDate(int(full[3]), int(full[4]), year)
        return PartialDate(int(partial[1]), int(partial[2])) if partial else None
    except ValueError:
        return None


def written_birthday(day: PartialDate, version: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The parameters and the value of BDAY; 3.0 knows no day without a year, so Apple's sign is used."""
    if version == "4.0":
        year = "--" if day.year is None else f"{day.year:04}"
        return (), f"{year}{day.month:02}{day.day:02}"
    if day.year is None:
        return (("X-APPLE-OMIT-YEAR", str(APPLE_OMITTED_YEAR)),), _iso(day, APPLE_OMITTED_YEAR)
    return (), _iso(day, day.year)


def _iso(day: PartialDate, year: int) -> str:
    return date(year, day.month, day.day).isoformat()


def phone_number(text: str) -> str:
    """The number of a text or of a ``tel:`` URI (RFC 3966), with its extension kept."""
    text = text.strip()
    if text[:4].lower() == "tel:":
        text = _EXTENSION.sub(r" ext. \1", text[4:])
    return text


def label(types: list[str], custom: str) -> str:
    """The label a person reads: their own (X-ABLabel), else the types that mean something."""
    if custom:
        match = _APPLE_LABEL.fullmatch(custom)
        return match[1] if match else custom
    return " ".join(dict.fromkeys(text for text in types if text not in PLAIN_TYPES))


def types_of(text: str) -> list[str] | None:
    """The types that a label is written as, or None where only X-ABLabel can hold it."""
    types = text.split(" ") if text else []
    plain = all(item in WRITTEN_TYPES for item in types) and len(set(types)) == len(types)
    return types if plain else None


def picture_kind(data: bytes) -> str:
    """JPEG, PNG … by the first bytes, "" where they tell nothing."""
    return next((kind for start, kind in _PICTURES if data.startswith(start)), "")
