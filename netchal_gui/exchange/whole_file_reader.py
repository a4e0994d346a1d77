"""Reading the document of everything, object by object, with the place of what is wrong in it."""

import io
import json
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO, NamedTuple

from netchal_gui.domain.block import Block
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.walltime import WallTime
from netchal_gui.exchange.whole_file import (
    FIRST_LINES,
    PROGRAM,
    SECTIONS,
    VERSION,
    About,
    Photo,
    sections_of,
)
from netchal_gui.words import say

LONGEST_LINE = LARGEST_REWRITTEN = 64 * 1024 * 1024
"""Bytes. A document that another program laid out anew is held in memory, so it has a limit."""

NUMBERS = (
    "minutes",
    "reminder",
    "cadence",
    "sequence",
    "piece",
    "position",
    "period",
    "periods",
    "known",
    "new",
    "anyone",
    "least_minutes",
    "goal",
    "seconds",
    "answer_days",
)


class WholeFileFault(Exception):
    """The document cannot be used: the text says where and why."""


class Found(NamedTuple):
    """One object of the document, its section, its line (from 1) and the offset of that line in bytes."""

    section: str
    item: Any
    line: int
    offset: int


class Document:
    """An opened document of everything. Raises WholeFileFault; a later format names both versions."""

    def __init__(self, file: BinaryIO) -> None:
        """Take an opened, seekable file; whoever opened it closes it."""
        self._rewritten = not _is_laid_out_by_us(file)
        self._file = _laid_out(file) if self._rewritten else file

    def items(self) -> Iterator[Found]:
        """Every object in the order of the document, each decoded and looked at. Can be called again."""
        lines = _Lines(self._file)
        version = _version(lines)
        comma = True
        for section, kind in sections_of(version).items():
            lines.expect(f'"{section}": ['.encode(), comma)
            comma = yield from self._section(lines, section, kind)
        lines.expect(b"}", comma=False)
        lines.expect(b"", comma=False)

    def picture(self, offset: int) -> bytes:
        """The bytes of the picture whose line begins at this offset."""
        import msgspec

        self._file.seek(offset)
        line = self._file.readline().rstrip(b",\n")
        data: bytes = msgspec.json.decode(line, type=Photo).data
        return data

    def _section(self, lines: "_Lines", section: str, kind: type[Any]) -> Generator[Found, None, bool]:
        """The objects of one list; returns whether a comma follows it."""
        decode = _decoder(kind)
        comma, number = True, 0
        while (line := lines.next()) not in (b"]", b"],"):
            number += 1
            if not comma:
                raise lines.fault(say("a comma is missing before this line"))
            comma = line.endswith(b",")
            try:
                item = decode(line.removesuffix(b","))
            except ValueError as error:
                raise self._fault(lines, section, number, str(error)) from error
            yield Found(section, item, lines.number, lines.offset)
        if comma and number:
            raise lines.fault(say("a comma stands after the last object"))
        return line == b"],"

    def _fault(self, lines: "_Lines", section: str, number: int, reason: str) -> WholeFileFault:
        if self._rewritten:
            place = say("{section}, object {number}: {reason}", section=section, number=number, reason=reason)
            return WholeFileFault(place)
        return lines.fault(reason)


class _Lines:
    """The lines of the document, counted."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.number, self.offset, self._next_offset = 0, 0, 0
        file.seek(0)

    def next(self) -> bytes:
        """The next line without its end; empty at the end of the file."""
        line = self._file.readline(LONGEST_LINE)
        self.number += 1
        self.offset, self._next_offset = self._next_offset, self._next_offset + len(line)
        if line and not line.endswith(b"\n"):
            raise self.fault(say("the file ends too early; it may have been cut off"))
        return line.rstrip(b"\r\n")

    def expect(self, wanted: bytes, comma: bool) -> None:
        line = self.next()
        if not comma and wanted not in (b"}", b""):
            raise self.fault(say("a comma is missing before this line"))
        if line != wanted:
            raise self.fault(say("“{wanted}” should stand here", wanted=wanted.decode()))

    def fault(self, reason: str) -> WholeFileFault:
        return WholeFileFault(say("Line {line}: {reason}.", line=self.number, reason=reason.rstrip(".")))


def looks_like_whole_file(start: bytes) -> bool:
    """Whether a file that begins like this may be such a document: a JSON object that names the program."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"{") and b'"about"' in start and PROGRAM.encode() in start


def _is_laid_out_by_us(file: BinaryIO) -> bool:
    file.seek(0)
    opening, about = FIRST_LINES
    return file.readline(8) == opening and file.read(len(about)) == about


def _version(lines: _Lines) -> int:
    """The format of the document. Raises WholeFileFault where it is later than ours."""
    lines.next()
    line = lines.next()
    if not line.endswith(b","):
        raise lines.fault(say("a comma is missing at the end of this line"))
    try:
        about = _decoder(About)(line.removeprefix(FIRST_LINES[1]).removesuffix(b","))
    except ValueError as error:
        raise lines.fault(str(error)) from error
    if about.program != PROGRAM:
        raise lines.fault(say("this is not a file that Netchal exported"))
    if about.version > VERSION:
        raise WholeFileFault(
            say(
                "It was written by a later Netchal (format {theirs}; this one reads up to {ours}). "
                "Install the later version.",
                theirs=about.version,
                ours=VERSION,
            )
        )
    version: int = about.version
    return version


def _decoder(kind: type[Any]) -> Callable[[bytes], Any]:
    """Decodes one object of a kind and refuses values that could not be stored. Raises ValueError."""
    import msgspec

    decode = msgspec.json.Decoder(kind).decode
    names = {field.name for field in fields(kind)}
    moments = [name for name in ("created", "changed", "exported", "imported", "at") if name in names]

    def decoded(text: bytes) -> Any:
        try:
            item = decode(text)
            if moments:
                _check_times(item, moments)
            _check_numbers(item)
        except (RecursionError, OverflowError) as error:
            raise ValueError(say("a value is out of range")) from error
        return item

    return decoded


def _check_times(item: Any, moments: Sequence[str]) -> None:
    found = [getattr(item, name) for name in moments]
    found += [past.at for past in getattr(item, "steps", getattr(item, "history", ()))]
    start = getattr(item, "start", None)
    if isinstance(start, datetime):
        found += [item.start, item.end]
    if any(moment.utcoffset() != timedelta() for moment in found):
        raise ValueError(say("a moment is not in UTC"))
    walls = [start] if isinstance(start, WallTime) else []
    walls += [step.was for step in getattr(item, "steps", ()) if step.was]
    if any(wall.local.tzinfo is not None or wall.fold not in (0, 1) for wall in walls):
        raise ValueError(say("a time on the wall carries an offset"))


def _check_numbers(item: Any) -> None:
    """Numbers that neither SQLite nor the calendar could hold. Raises OverflowError or ValueError."""
    numbers = [value for name in NUMBERS if isinstance(value := getattr(item, name, 0), int)]
    numbers += (*getattr(item, "met", ()), *(each.days for each in getattr(item, "circle_cadences", ())))
    if any(not -(2**31) < number < 2**31 for number in numbers):
        raise ValueError(say("a value is out of range"))
    if isinstance(item, Interview | Block) and item.end is not None:
        item.end.utc.astimezone(UTC)


def _laid_out(file: BinaryIO) -> BinaryIO:
    """The same document in our layout, held in memory; another program may have written it anew."""
    import msgspec

    file.seek(0)
    text = file.read(LARGEST_REWRITTEN + 1).removeprefix(b"\xef\xbb\xbf")
    if len(text) > LARGEST_REWRITTEN:
        raise WholeFileFault(say("It was laid out anew by another program and is too large for that."))
    try:
        document = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
        lists = {
            name: msgspec.json.decode(document.pop(name, b"[]"), type=list[msgspec.Raw]) for name in SECTIONS
        }
    except (ValueError, RecursionError) as error:
        raise WholeFileFault(_place_of_error(text) or str(error)) from error
    if unknown := sorted(set(document) - {"about"}):
        raise WholeFileFault(say("“{name}” is not a part that Netchal knows.", name=unknown[0]))
    about = bytes(document.get("about", b"null"))
    parts = [b"{\n" + FIRST_LINES[1] + msgspec.json.format(about, indent=-1)]
    for name, objects in lists.items():
        rows = b",\n".join(msgspec.json.format(bytes(each), indent=-1) for each in objects)
        parts.append(b'"' + name.encode() + b'": [\n' + (rows + b"\n" if rows else b"") + b"]")
    return io.BytesIO(b",\n".join(parts) + b"\n}\n")


def _place_of_error(text: bytes) -> str | None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return say("Line {line}: {reason}.", line=error.lineno, reason=error.msg)
    except (ValueError, RecursionError):
        return say("It is not readable as JSON.")
    return None
