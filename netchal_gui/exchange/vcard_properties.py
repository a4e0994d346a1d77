"""The properties of one card: unfolded, joined, decoded; what cannot be read is named with its line.

Soft breaks of quoted-printable, base64 over several lines without blanks, and a nested AGENT (vCard 2.1)
each become one property here.
"""

import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from netchal_gui.exchange.content_line import Head, Parameters, clean, escape, split_head
from netchal_gui.exchange.incoming import Caution, WarningKind

LONGEST_TEXT = 1_000_000
LONGEST_BASE64 = 4_000_000
MOST_LINES = 200_000
MOST_PROPERTIES = 10_000
MOST_SOFT_BREAKS = 20_000
MOST_CAUTIONS = 20
_CONTENT_LINE = re.compile(rb"[ \t]*(?:[\w-]+\.)?[\w-]+[ \t]*[;:]")
_QUOTED_PRINTABLE = re.compile(rb"[^:]{1,500};[ \t]*(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_PROPERTY = re.compile(rb"(?:N|FN|ORG|TEL|EMAIL|ADR|NOTE|TITLE|URL|BDAY|END)[;:]", re.IGNORECASE)
_BASE64 = re.compile(rb";[ \t]*(?:ENCODING=)?(?:BASE64|B)[ \t]*(?:[;:]|\Z)", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:[ \t\0]*\Z", re.IGNORECASE)
_NO_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
_CHARSETS = ("utf-8", "iso8859", "cp", "koi8", "gb", "big5", "euc", "shift", "iso2022", "mac", "ascii", "tis")
ENCODINGS = frozenset({"", "BASE64", "B", "QUOTED-PRINTABLE", "8BIT", "7BIT"})
_STRAY_BYTES = {0xDC80 + i: bytes([0x80 + i]).decode("cp1252", "replace") for i in range(128)}
_JOINT = b"\0"  # stands where two physical lines were joined, so that lines can be counted


@dataclass(frozen=True, slots=True)
class Property:
    """One property; ``value`` is decoded text, still escaped; ``quoted_printable`` tells how it came."""

    line: int
    group: str
    name: str
    parameters: Parameters
    value: str
    raw: bytes = field(repr=False, default=b"")
    quoted_printable: bool = False

    def all_of(self, name: str) -> list[str]:
        """The values of a parameter, with commas taken apart: TYPE=WORK,VOICE or TYPE=WORK;TYPE=VOICE."""
        return [item.strip() for key, value in self.parameters if key == name for item in value.split(",")]

    @property
    def types(self) -> list[str]:
        """TYPE values and the bare types of vCard 2.1 (``TEL;CELL``) in lower case."""
        bare = [value for key, value in self.parameters if not key]
        return [text.lower() for text in (*self.all_of("TYPE"), *bare) if text.upper() not in ENCODINGS]

    @property
    def is_base64(self) -> bool:
        given = {value.upper() for key, value in self.parameters if key in ("", "ENCODING")}
        return bool(given & {"B", "BASE64"})


class PropertyReader:
    """Reads the properties of one block and gathers the cautions on the way."""

    def __init__(self, content: bytes, first_line: int) -> None:
        self._content = content
        self._first = first_line
        self.cautions: list[Caution] = []

    def caution(self, line: int, kind: WarningKind, about: str = "") -> None:
        if len(self.cautions) < MOST_CAUTIONS:
            self.cautions.append(Caution(line, kind, about))

    def __iter__(self) -> Iterator[Property]:
        for count, (line, raw) in enumerate(self._joined(), 1):
            if count > MOST_PROPERTIES:
                self.caution(line, WarningKind.TOO_MANY_LINES)
                return
            found = self._property(line, raw)
            if found is not None:
                yield found

    def _property(self, line: int, raw: bytes) -> Property | None:
        parted = split_head(raw)
        if parted is None:
            self.caution(line, WarningKind.NOT_UNDERSTOOD, clean(raw[:60].decode("utf-8", "replace")))
            return None
        head, value = parted
        base64 = len(value) > LONGEST_TEXT and _BASE64.search(raw, 0, 1_000) is not None
        inline = len(value) > LONGEST_TEXT and value[:5].lower() == b"data:"
        if len(value) > (LONGEST_BASE64 if base64 or inline else LONGEST_TEXT):
            photo = head.name == "PHOTO"
            kind = WarningKind.PHOTO_TOO_LARGE if photo else WarningKind.LINE_TOO_LONG
            self.caution(line, kind, head.name)
            return None
        return _decoded(line, head, value)

    def _joined(self) -> Iterator[tuple[int, bytes]]:
        """Logical lines; base64 and notes that run over several lines without being folded are joined."""
        kept: list[bytes] = []
        kept_line, glue = 0, None
        for line, raw in self._agents():
            if glue is not None and not _CONTENT_LINE.match(raw):
                kept += (glue, raw)
                continue
            if kept:
                yield kept_line, b"".join(kept)
            kept, kept_line, glue = [raw], line, _glue(raw)
        if kept:
            yield kept_line, b"".join(kept)

    def _agents(self) -> Iterator[tuple[int, bytes]]:
        """Logical lines; the card nested in an AGENT is written into its line as vCard 3.0 has it."""
        opening, opened = b"", 0
        inside: list[bytes] = []
        depth = 0
        for line, raw in self._lines():
            mark = raw.strip().upper()
            if mark in (b"BEGIN:VCARD", b"END:VCARD"):
                depth += 1 if mark[:1] == b"B" else -1
                inside.append(raw)
                if not depth:
                    yield opened, opening + _nested(inside)
                    inside = []
            elif depth:
                inside.append(raw)
            elif _AGENT.match(raw):
                opening, opened = raw, line
            else:
                yield line, raw

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """Unfolded lines with the number of their first physical line; blank ones are left out."""
        content, self._content = self._content, b""
        content = content.replace(b"\n ", _JOINT).replace(b"\n\t", _JOINT)
        line, at = self._first + 1, 0
        for _ in range(MOST_LINES):
            start = line
            raw, at = _line_at(content, at)
            if raw[-1:] in (b"=", b" ", b"\t") and _QUOTED_PRINTABLE.match(raw):
                raw, at = _softly_broken(content, raw, at)
            line += 1 + raw.count(_JOINT)
            raw = _unfolded(raw)
            if raw and not raw.isspace():
                yield start, raw
            if at > len(content):
                return
        self.caution(line, WarningKind.TOO_MANY_LINES)


def _line_at(content: bytes, at: int) -> tuple[bytes, int]:
    """The line that begins there, and where the next one begins: behind the content after the last."""
    end = content.find(b"\n", at)
    end = len(content) if end < 0 else end
    return content[at:end], end + 1


def _unfolded(raw: bytes) -> bytes:
    """The line without its joints. After a soft break, a blank was text unless more codes follow it."""
    if b"=" + _JOINT in raw and _QUOTED_PRINTABLE.match(raw):
        raw = raw.replace(b"=" + _JOINT + b"=", b"=").replace(b"=" + _JOINT, b" ")
    return raw.replace(_JOINT, b"")


def _softly_broken(content: bytes, raw: bytes, at: int) -> tuple[bytes, int]:
    """The line with those that quoted-printable's soft breaks continue it by, and where the next begins."""
    pieces = [raw]
    while pieces[-1].rstrip(b" \t").endswith(b"=") and at <= len(content) and len(pieces) < MOST_SOFT_BREAKS:
        following, after = _line_at(content, at)
        if _PROPERTY.match(following):
            break
        pieces[-1] = pieces[-1].rstrip(b" \t")[:-1]
        pieces.append(_JOINT + following)
        at = after
    return b"".join(pieces), at


def _glue(raw: bytes) -> bytes | None:
    """What joins a following line that is no property to this one, None where nothing does."""
    if _BASE64.search(raw, 0, 1_000):
        return b""
    return b"\\n" if raw[:5].upper() in (b"NOTE:", b"NOTE;") else None


def _nested(lines: list[bytes]) -> bytes:
    """A nested card as the value of one line; too long a one stays too long, and is reported as such."""
    joined = b"\n".join(lines)[: LONGEST_TEXT + 1]
    return escape(joined.decode("utf-8", "replace")).encode()


def _decoded(line: int, head: Head, value: bytes) -> Property:
    charset, printable = "", False
    for key, text in head.parameters:
        if key == "CHARSET":
            charset = text
        elif key in ("", "ENCODING") and text.upper() == "QUOTED-PRINTABLE":
            printable = True
    if printable:
        value = quopri.decodestring(value)
    text = decoded_text(value, charset)
    return Property(line, head.group, head.name, head.parameters, text, value, printable)


def decoded_text(value: bytes, charset: str = "") -> str:
    """Text of bytes: the named charset, else UTF-8, with cp1252 for what is none; no control characters."""
    if value.isascii():
        return clean(value.decode("ascii"))
    known = _known_charset(charset) if charset else None
    if known:
        with suppress(ValueError):
            return clean(value.decode(known))
    return clean(value.decode("utf-8", "surrogateescape").translate(_STRAY_BYTES))


def _known_charset(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return known if known.startswith(_CHARSETS) else None


def decoded_base64(value: bytes) -> bytes:
    """The bytes of base64 with blanks, stray characters or broken padding; b"" where there are none."""
    letters = value.translate(None, _NO_BASE64)
    letters = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    try:
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return b""
