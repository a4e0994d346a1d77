"""What calendars should show now: each interview, and what interviews leave of each block, as pieces."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from netchal_gui.domain.block import Block, Span, remaining
from netchal_gui.domain.calendar_copy import CalendarCopy, EventStatus, status_of, tells
from netchal_gui.domain.interview import LONGEST_MINUTES, Interview
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.export_queries import current_copies, taken_spans
from netchal_gui.storage.reader import Reader

Subject = Interview | Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One event as it should be, and the current copy of it that a calendar has, if any.

    ``subject`` is None for what was deleted. ``start`` and ``end`` are UTC. A piece of which only a copy
    is left is cancelled.
    """

    subject: Subject | None
    subject_id: UUID
    number: int
    start: datetime
    end: datetime
    place: str
    status: EventStatus
    copy: CalendarCopy | None

    @property
    def is_told(self) -> bool:
        """Whether the calendar knows start, end, place and status already."""
        return self.copy is not None and tells(self.copy, self.start, self.end, self.place, self.status)

    @property
    def is_whole_day(self) -> bool:
        """Whether it is all of a whole-day block; what interviews leave of one has clock times."""
        block = self.subject
        if not isinstance(block, Block) or not block.whole_day:
            return False
        return (self.start, self.end) == (block.start.utc, block.end.utc)

    @property
    def zone(self) -> str:
        """The zone in which the person thinks of it."""
        return self.subject.start.zone if self.subject and self.subject.start else "UTC"

    @property
    def local_start(self) -> datetime:
        """The naive start as the clock of its zone shows it."""
        return from_utc(self.start, self.zone).local


def pieces_of(
    reader: Reader, subjects: Sequence[Subject], deleted: Iterable[CalendarCopy] = ()
) -> list[Piece]:
    """The pieces of the subjects in their order, each block's one after the other, then what was deleted.

    An interview without a time has no piece, and neither has one that was called off before any calendar
    heard of it.
    """
    copies: dict[UUID, dict[int, CalendarCopy]] = {}
    for copy in current_copies(reader, [subject.id for subject in subjects]):
        copies.setdefault(copy.subject_id, {})[copy.piece] = copy
    taken = _Taken(reader, [subject for subject in subjects if isinstance(subject, Block)])
    found: list[Piece] = []
    for subject in subjects:
        known = copies.get(subject.id, {})
        spans = taken.left(subject) if isinstance(subject, Block) else _span(subject)
        found += (_piece(subject, n, span, known.pop(n, None)) for n, span in enumerate(spans))
        found += (_cancelled(subject, copy) for copy in known.values())
    found += (_cancelled(None, copy) for copy in deleted)
    return [piece for piece in found if piece.copy or piece.status is not EventStatus.CANCELLED]


class _Taken:
    """The times that interviews take of the blocks, read at once and found quickly."""

    def __init__(self, reader: Reader, blocks: Sequence[Block]) -> None:
        self._spans: list[Span] = []
        if blocks:
            begin, end = min(b.start.utc for b in blocks), max(b.end.utc for b in blocks)
            self._spans = taken_spans(reader, begin, end)
        self._starts = [span.start for span in self._spans]

    def left(self, block: Block) -> tuple[Span, ...]:
        longest = timedelta(minutes=LONGEST_MINUTES)
        first = bisect_left(self._starts, block.start.utc - longest)
        last = bisect_left(self._starts, block.end.utc)
        return remaining(block, self._spans[first:last])


def _span(interview: Interview) -> tuple[Span, ...]:
    if interview.start is None or interview.end is None:
        return ()
    return (Span(interview.start.utc, interview.end.utc),)


def _piece(subject: Subject, number: int, span: Span, copy: CalendarCopy | None) -> Piece:
    interview = subject if isinstance(subject, Interview) else None
    return Piece(
        subject=subject,
        subject_id=subject.id,
        number=number,
        start=span.start,
        end=span.end,
        place=interview.place if interview else "",
        status=status_of(interview) if interview else EventStatus.CONFIRMED,
        copy=copy,
    )


def _cancelled(subject: Subject | None, copy: CalendarCopy) -> Piece:
    return Piece(
        subject=subject,
        subject_id=copy.subject_id,
        number=copy.piece,
        start=copy.start,
        end=copy.end,
        place=copy.place,
        status=EventStatus.CANCELLED,
        copy=copy,
    )
