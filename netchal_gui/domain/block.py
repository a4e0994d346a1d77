"""A block: time kept free for interviews before it is known with whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from netchal_gui.domain.problem import Problem, ProblemKind
from netchal_gui.domain.walltime import WallTime, wall_time, zone_info


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Kept time from ``start`` for so many real minutes; a whole day starts at 00:00 and ignores them."""

    id: UUID
    start: WallTime
    created: datetime
    minutes: int = 90
    whole_day: bool = False

    @property
    def end(self) -> WallTime:
        """The exclusive end: for a whole day, midnight of the next."""
        if self.whole_day:
            return self.start.on(self.start.day + timedelta(days=1))
        return self.start.end(self.minutes)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of real time: aware UTC moments, the end exclusive."""

    start: datetime
    end: datetime

    def __bool__(self) -> bool:
        return self.start < self.end


def remaining(block: Block, taken: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of the block after the spans that interviews take of it, in order."""
    left = [Span(block.start.utc, block.end.utc)]
    for used in sorted(taken, key=lambda span: span.start):
        last = left[-1]
        if used.start < last.end and used.end > last.start:
            left[-1:] = [Span(last.start, used.start), Span(used.end, last.end)]
    return tuple(span for span in left if span)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRule:
    """A rule such as "Tuesdays and Thursdays of December, 12:00 to 13:30".

    ``weekdays`` count from Monday = 0. ``first`` and ``last`` are both included. ``begins`` None means
    whole days. ``except_days`` are left out, as those that are blocked already.
    """

    weekdays: frozenset[int]
    first: date
    last: date
    zone: str
    begins: time | None = None
    ends: time | None = None
    except_days: frozenset[date] = frozenset()

    def days(self) -> Iterator[date]:
        for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if day.weekday() in self.weekdays and day not in self.except_days:
                yield day

    def spans(self) -> Iterator[tuple[WallTime, int, bool]]:
        """The start, the real minutes and whether it is a whole day, for each day of the rule."""
        for day in self.days():
            if self.begins is None or self.ends is None:
                yield wall_time(datetime.combine(day, time()), self.zone)[0], 24 * 60, True
            else:
                yield self._span(datetime.combine(day, self.begins), datetime.combine(day, self.ends))

    def _span(self, begins: datetime, ends: datetime) -> tuple[WallTime, int, bool]:
        start, end = (wall_time(local, self.zone)[0] for local in (begins, ends))
        real, typed = end.utc - start.utc, ends - begins
        # Where summer time skips the start, the next time that exists may lie behind the end.
        return start, (real if real > timedelta() else typed) // timedelta(minutes=1), False


def problems(rule: BlockRule) -> Iterator[Problem]:
    if zone_info(rule.zone) is None:
        yield Problem(ProblemKind.ZONE_UNKNOWN, "zone", rule.zone)
    if rule.begins is not None and rule.ends is not None and rule.ends <= rule.begins:
        yield Problem(ProblemKind.END_BEFORE_START, "ends")
    if next(rule.days(), None) is None:
        yield Problem(ProblemKind.NO_DAY_IN_RULE, "weekdays")
