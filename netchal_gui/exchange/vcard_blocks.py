"""Cut a stream of bytes into cards, one at a time, however large the file is.

Line ends, NULs and UTF-16 are settled here: a block has "\\n" between its lines and is a superset of ASCII.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import BinaryIO

from netchal_gui.exchange.vcard_properties import LONGEST_BASE64

CHUNK = 1 << 18
LARGEST_CARD = 20_000_000
LEAST_ENDLESS = 2 * LONGEST_BASE64
_KEPT_OF_TOO_LARGE = 4_096
_LONGEST_MARK = 80
_DEEPEST_AGENT = 10
_MARK = re.compile(rb"[ \t]*(?:[\w-]+\.)?(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*")
# A value that is too long for every reader; it may include the next line up to its name.
_ENDLESS = re.compile(rb"(?<![A-Za-z0-9+/=\s])[A-Za-z0-9+/=\s]{%d,}+" % LEAST_ENDLESS)
_OPEN_AGENT = re.compile(rb"(?:\A|\n)(?:[\w-]+\.)?AGENT(?:;[^\n:]*)?:[ \t]*\n+\Z", re.IGNORECASE)


class Ending(Enum):
    """How a block ended."""

    CLOSED = auto()
    NEXT_BEGAN = auto()  # another card began before this one's END
    CUT_OFF = auto()  # the file ended first
    BEGIN_MISSING = auto()  # an END without its BEGIN
    TOO_LARGE = auto()  # more than LARGEST_CARD; only the beginning is kept


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between BEGIN and END. ``line`` is the number of the BEGIN line, from 1."""

    line: int
    content: bytes
    ending: Ending


def _decoded(file: BinaryIO) -> Iterator[bytes]:
    """The file in chunks of an ASCII superset: UTF-16 is written anew as UTF-8, a BOM is dropped."""
    chunk = file.read(CHUNK)
    encoding = _utf_16(chunk[:4])
    if encoding is None:
        chunk = chunk.removeprefix(codecs.BOM_UTF8)
        while chunk:
            yield chunk
            chunk = file.read(CHUNK)
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while chunk:
        yield decoder.decode(chunk).encode("utf-8", "replace")
        chunk = file.read(CHUNK)
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _utf_16(start: bytes) -> str | None:
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    if len(start) == 4 and start[1] == start[3] == 0 and start[0] and start[2]:
        return "utf-16-le"
    if len(start) == 4 and start[0] == start[2] == 0 and start[1] and start[3]:
        return "utf-16-be"
    return None


def _whole_lines(file: BinaryIO) -> Iterator[bytes]:
    """Chunks that end with a line end, all line ends "\\n"; the last one may lack it."""
    rest = bytearray()
    held = b""
    for chunk in _decoded(file):
        chunk = held + chunk
        held = b"\r" if chunk.endswith(b"\r") else b""
        chunk = _plain_line_ends(chunk.removesuffix(held) if held else chunk)
        end = chunk.rfind(b"\n") + 1
        if not end and len(rest) < LARGEST_CARD:
            rest += chunk
            continue
        rest += chunk[:end] or chunk
        yield bytes(rest)
        rest = bytearray(chunk[end:] if end else b"")
    if rest or held:
        yield bytes(rest) + b"\n"


def _plain_line_ends(chunk: bytes) -> bytes:
    if b"\r" in chunk:
        chunk = chunk.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return chunk.replace(b"\0", b"") if b"\0" in chunk else chunk


def _marks(text: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where the lines BEGIN:VCARD and END:VCARD start and end, and whether each begins a card."""
    upper = text.upper()
    at = upper.find(b"VCARD")
    while at >= 0:
        start = upper.rfind(b"\n", max(at - _LONGEST_MARK, 0), at) + 1
        end = upper.find(b"\n", at, at + _LONGEST_MARK)
        if (start or at < _LONGEST_MARK) and end > 0:
            match = _MARK.fullmatch(upper, start, end)
            if match:
                yield start, end + 1, match[1] == b"BEGIN"
        at = upper.find(b"VCARD", at + 5)


def _shortened(content: bytearray) -> bytes:
    """The card without most of a picture that is too large for every reader; all its lines are there."""
    return _ENDLESS.sub(_shortened_value, content)


def _shortened_value(endless: re.Match[bytes]) -> bytes:
    """So much of it that it is left out and told. Its first line stays: that may be a value of its own."""
    found, rest = endless[0], b""
    if endless.end() < len(endless.string):  # it goes on: its last line is the name of a property
        last = found.rfind(b"\n")
        found, rest = found[:last], found[last:]
    first = found.find(b"\n", 0, LONGEST_BASE64) + 1
    first += found[first : first + 1].isspace() if first else 0
    beginning, found = found[:first], found[first:]
    short = found.translate(None, b" \t\r\n")[: LONGEST_BASE64 + 1]
    return beginning + short + b"\n " * found.count(b"\n") + rest


class _Cutter:
    """Gathers text and hands out a block whenever one ends."""

    def __init__(self) -> None:
        self.line = 1
        self.open_at = 0  # the line of the BEGIN, 0 outside of a card
        self.depth = 0
        self.content = bytearray()
        self.too_large = False

    def add(self, text: bytes) -> None:
        self.line += text.count(b"\n")
        if self.too_large or not self.open_at:
            return
        self.content += text
        if len(self.content) > LARGEST_CARD:
            self.content = bytearray(_shortened(self.content))
        if len(self.content) > LARGEST_CARD:
            self.too_large = True
            self.content = self.content[:_KEPT_OF_TOO_LARGE]

    def begin(self, line_text: bytes) -> Block | None:
        if self.open_at and self.depth < _DEEPEST_AGENT and self._in_agent():
            self.depth += 1
            self.add(line_text)
            return None
        unfinished = self._block(Ending.NEXT_BEGAN) if self.open_at else None
        self._clear()
        self.open_at = self.line
        self.line += 1
        return unfinished

    def _in_agent(self) -> bool:
        return _OPEN_AGENT.search(self.content, max(len(self.content) - 500, 0)) is not None

    def end(self, line_text: bytes) -> Block | None:
        if self.depth:
            self.depth -= 1
            self.add(line_text)
            return None
        block = self._block(Ending.CLOSED if self.open_at else Ending.BEGIN_MISSING)
        self._clear()
        self.line += 1
        return block

    def finish(self) -> Block | None:
        return self._block(Ending.CUT_OFF) if self.open_at else None

    def _block(self, ending: Ending) -> Block:
        if self.too_large and ending is not Ending.CUT_OFF:
            ending = Ending.TOO_LARGE
        content = _shortened(self.content) if len(self.content) > LEAST_ENDLESS else bytes(self.content)
        return Block(self.open_at or self.line, content, ending)

    def _clear(self) -> None:
        self.open_at, self.depth, self.too_large = 0, 0, False
        self.content = bytearray()


def blocks(file: BinaryIO) -> Iterator[Block]:
    """The cards of a file in order. Text outside of cards is passed over. Raises OSError."""
    cutter = _Cutter()
    for text in _whole_lines(file):
        at = 0
        for start, end, begins in _marks(text):
            cutter.add(text[at:start])
            block = (cutter.begin if begins else cutter.end)(text[start:end])
            at = end
            if block is not None:
                yield block
        cutter.add(text[at:])
    last = cutter.finish()
    if last is not None:
        yield last
