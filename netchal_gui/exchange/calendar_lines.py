"""Cut a calendar file into its events, a line at a time; only the lines that say when are kept.

Titles, people and texts are passed over unread: what is not kept cannot leak. Nothing here raises on any
input but for what the file itself raises.
"""

import codecs
import io
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from netchal_gui.exchange.content_line import Head, split_head

LONGEST_LINE = 200_000
"""Characters of one line that are read, folded or not: room for 10,000 dates that a rule leaves out."""
MOST_LINES = 500
_LONGEST_PIECE = 1 << 20
_EVENT = frozenset(
    "UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID SEQUENCE STATUS TRANSP"
    " X-MICROSOFT-CDO-BUSYSTATUS".split()
)
_ZONE = frozenset("BEGIN END TZID X-LIC-LOCATION DTSTART TZOFFSETFROM TZOFFSETTO TZNAME RRULE RDATE".split())
_WANTED = {"VEVENT": _EVENT, "VFREEBUSY": frozenset({"FREEBUSY"}), "VTIMEZONE": _ZONE}
_BEGINNINGS = tuple(sorted({"BEGIN", "END"}.union(*_WANTED.values())))


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its head, and its value as it stands in the file."""

    head: Head
    value: str

    @property
    def name(self) -> str:
        return self.head.name

    def parameter(self, name: str) -> str:
        """The value of a parameter, "" where it has none."""
        return next((value for key, value in self.head.parameters if key == name), "")


@dataclass(slots=True)
class Component:
    """A VEVENT, VFREEBUSY or VTIMEZONE with its wanted lines; ``line`` is that of its BEGIN, from 1.

    ``is_whole`` is False where the file ended, or another one began, before its END.
    """

    kind: str
    line: int
    lines: list[Line] = field(default_factory=list)
    is_whole: bool = False

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str:
        """The value of the first such line in capitals, "" where there is none."""
        line = self.first(name)
        return line.value.strip().upper() if line else ""


def is_busy(status: str, transparency: str, outlook: str) -> bool:
    """What STATUS, TRANSP and Outlook's own property say, all in capitals; nothing said means busy."""
    return status != "CANCELLED" and transparency != "TRANSPARENT" and outlook != "FREE"


def components(file: BinaryIO) -> Generator[Component | None, None, None]:
    """The events, free/busy lists and zones of all calendars of a file, in order; None for each calendar.

    Raises OSError.
    """
    open_one: Component | None = None
    inner = 0
    for number, line in _lines(file):
        begins = line.value.strip().upper() if line.name == "BEGIN" else ""
        ends = line.value.strip().upper() if line.name == "END" else ""
        if begins == "VCALENDAR":
            yield None
        if begins in _WANTED:
            if open_one is not None:
                yield open_one
            open_one, inner = Component(begins, number), 0
            continue
        if open_one is None:
            continue
        if ends == open_one.kind:
            open_one.is_whole = True
            yield open_one
            open_one = None
        else:
            inner += bool(begins) - bool(ends)
            _keep(open_one, line, inner)
    if open_one is not None:
        yield open_one


def _keep(component: Component, line: Line, inner: int) -> None:
    """An alarm inside an event has a duration of its own, which is not the event's."""
    is_own = component.kind == "VTIMEZONE" or (inner <= 0 and line.name != "END")
    if is_own and line.name in _WANTED[component.kind] and len(component.lines) < MOST_LINES:
        component.lines.append(line)


def _lines(file: BinaryIO) -> Iterator[tuple[int, Line]]:
    """The unfolded lines (RFC 5545, 3.1) that have the form of one, with their number."""
    for number, text in _unfolded(file):
        if not text[:40].lstrip().upper().startswith(_BEGINNINGS):  # most lines, told apart at little cost
            continue
        found = split_head(text.encode("utf-8", "replace"))
        if found is not None:
            head, value = found
            yield number, Line(head, value.decode("utf-8", "replace"))


def _unfolded(file: BinaryIO) -> Iterator[tuple[int, str]]:
    pieces: list[str] = []
    begun, length = 1, 0
    for number, piece in _pieces(file):
        if piece[:1] in (" ", "\t"):
            length += len(piece)
            if length < LONGEST_LINE:
                pieces.append(piece[1:])
            continue
        if pieces:
            yield begun, "".join(pieces)
        pieces, begun, length = [piece[:LONGEST_LINE]], number, len(piece)
    if pieces:
        yield begun, "".join(pieces)


def _pieces(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """The lines as they stand, whatever their ends; the rest of an endless one is passed over."""
    text = io.TextIOWrapper(file, _encoding(file), errors="replace", newline=None)
    number, within = 0, False
    try:
        while piece := text.readline(_LONGEST_PIECE):
            if not within:
                number += 1
                yield number, piece.rstrip("\n")
            within = not piece.endswith("\n")
    finally:
        text.detach()


def _encoding(file: BinaryIO) -> str:
    """By its mark or its NULs. What says when is ASCII, so any other superset of it reads like UTF-8."""
    start = file.read(4)
    file.seek(0)
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    if start[1::2] == b"\0\0":
        return "utf-16-le"
    return "utf-16-be" if start[::2] == b"\0\0" else "utf-8-sig"
