"""Values of calendar properties that icalendar writes wrongly, written right.

icalendar turns the "\\N" of "C:\\New" into a line break, lets control characters through and, under
``python -O``, checks no line breaks at all. So texts are cleaned and escaped here, and only here.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote

from icalendar import vDatetime, vText, vUnknown

from netchal_gui.domain.walltime import WallTime

_LINE_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_URI_MARKS = "!#$%&'()*+,/:;=?@[]~-._"


def clean(text: str) -> str:
    """The text with "\\n" as its only line break and no control characters but tabs (RFC 5545, 3.3.11)."""
    lines = _LINE_BREAKS.sub("\n", text)
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _NOT_TEXT.sub("", lines))


def one_line(text: str) -> str:
    """The cleaned text with runs of blanks and line breaks as one blank."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """The text with backslash, semicolon, comma and line breaks escaped (RFC 5545, 3.3.11)."""
    cleaned = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return cleaned.replace("\n", "\\n")


class Text(vText):
    """A TEXT value: vText with its own escaping."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return escape(self).encode()


def text_list(texts: Iterable[str]) -> vUnknown:
    """Several texts parted by commas, as CATEGORIES wants them."""
    return vUnknown(",".join(escape(one_line(text)) for text in texts))


def uri(link: str) -> vUnknown:
    """A link with everything that RFC 3986 does not allow written in percent."""
    return vUnknown(quote(link, safe=_URI_MARKS))


def moment(at: datetime) -> vDatetime:
    """An aware moment as UTC with its "Z"."""
    return vDatetime(at.astimezone(UTC))


def wall(at: WallTime) -> vDatetime:
    """A wall time with its TZID; the VTIMEZONE must stand in the same file."""
    value = vDatetime(at.local)
    value.params["TZID"] = at.zone  # given to the constructor, it would be dropped
    return value
