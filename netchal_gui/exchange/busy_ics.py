"""When a calendar file says that its owner is busy: real time from and to, and nothing of what it is about.

iCalendar (RFC 5545): TRANSPARENT, cancelled and free events are not busy (3.8.2.7, 3.8.1.11), an event
without an end lasts no time, or its whole day (3.6.1). Repeated events are worked out by
recurring-ical-events for a stretch of days only, with a limit to the days looked at, so that no rule can
keep it busy for ever.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import BinaryIO, NamedTuple
from zoneinfo import ZoneInfo

from netchal_gui.domain.walltime import zone_info
from netchal_gui.exchange.calendar_lines import Component, components, is_busy
from netchal_gui.exchange.ics_moments import Moment, Unreadable, period, span
from netchal_gui.exchange.zone_names import ZoneNames

MOST_TIMES = 20_000
MOST_EVENTS = 50_000
"""Of the time in question; those that are long over do not count."""
MOST_SERIES = 3_000
MOST_TOLD = 1_000
"""So many events that are left out are told one by one."""
LONGEST = timedelta(days=31)
"""Longer times are cut into pieces of this length: nothing in the calendar lasts longer."""


class Busy(NamedTuple):
    """From ``start`` to before ``end``, aware, UTC; a whole day is one of the viewer's."""

    start: datetime
    end: datetime
    whole_day: bool = False


class LeftOutKind(StrEnum):
    """Why an event is left out."""

    START_UNREADABLE = "start_unreadable"
    RULE_UNREADABLE = "rule_unreadable"
    TOO_OFTEN = "too_often"
    CUT_OFF = "cut_off"


class LeftOut(NamedTuple):
    """An event that cannot be read; ``line`` is that of its BEGIN, from 1."""

    line: int
    kind: LeftOutKind


class FileFault(StrEnum):
    """Why nothing of a file is taken."""

    EMPTY = "empty"
    NO_CALENDAR = "no_calendar"
    TOO_MANY = "too_many"


class NotBusyTimes(Exception):
    """The whole file is refused."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class BusyRead(NamedTuple):
    """What a file says for the days asked for: its times in order, and what could not be read."""

    times: tuple[Busy, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """The days to read, both included, as the viewer's zone counts them."""

    first: date
    last: date
    zone: str

    @property
    def begin(self) -> datetime:
        return self.midnight(self.first)

    @property
    def end(self) -> datetime:
        return self.midnight(self.last + timedelta(days=1))

    def midnight(self, day: date) -> datetime:
        info = zone_info(self.zone) or ZoneInfo("UTC")
        return datetime.combine(day, time(), info).astimezone(UTC)


def read_busy(file: BinaryIO, days: Days, now: datetime, own: frozenset[str] = frozenset()) -> BusyRead:
    """The busy times that overlap the days; events with one of the ``own`` UIDs are Netchal's and left out.

    ``now`` (UTC) tells which rules of a described zone hold. Raises NotBusyTimes, OSError.
    """
    found = _File(file, days, now, own)
    times = sorted({piece for busy in found.times for piece in _within(busy, days)})
    if len(times) > MOST_TIMES:
        raise NotBusyTimes(FileFault.TOO_MANY)
    return BusyRead(tuple(times), tuple(sorted(found.left_out)))


class _File:
    """One reading of a file: single events at once, repeated ones together with their exceptions."""

    def __init__(self, file: BinaryIO, days: Days, now: datetime, own: frozenset[str]) -> None:
        self.times: list[Busy] = []
        self.left_out: list[LeftOut] = []
        self._days, self._own = days, own
        self._zones = ZoneNames(days.zone, now)
        events = self._events(file)
        repeated = {_uid(event) for event in events if _repeats(event)}
        series: dict[str, list[Component]] = {}
        for event in events:
            if (uid := _uid(event)) in repeated:
                series.setdefault(uid, []).append(event)
            else:
                self._single(event)
        if len(series) > MOST_SERIES:
            raise NotBusyTimes(FileFault.TOO_MANY)
        self._series(series)

    def _events(self, file: BinaryIO) -> list[Component]:
        """All events that may matter; the zones are learnt, the free/busy lists read on the way."""
        events, calendars, is_empty = [], 0, file.read(1) == b""
        file.seek(0)
        with closing(components(file)) as found:
            for each in found:
                if each is None:
                    calendars += 1
                elif each.kind == "VTIMEZONE":
                    self._zones.learn(each)
                elif each.kind == "VFREEBUSY":
                    self._free_busy(each)
                elif self._may_matter(each):
                    events.append(each)
                if len(events) > MOST_EVENTS:
                    raise NotBusyTimes(FileFault.TOO_MANY)
        if not calendars:
            raise NotBusyTimes(FileFault.EMPTY if is_empty else FileFault.NO_CALENDAR)
        return events

    def _may_matter(self, event: Component) -> bool:
        """Cheap, by the text alone: most events of a calendar are over for years."""
        if not event.is_whole:
            self._leave_out(event, LeftOutKind.CUT_OFF)
            return False
        if _uid(event) in self._own:
            return False
        if _repeats(event) or event.first("RECURRENCE-ID"):
            return True
        earliest = (self._days.first - timedelta(days=400)).strftime("%Y%m%d")
        latest = (self._days.last + timedelta(days=2)).strftime("%Y%m%d")
        start, end = event.value("DTSTART")[:8], event.value("DTEND")[:8]
        is_over = start.isdigit() and end.isdigit() and max(start, end) < earliest
        return not is_over and not (start.isdigit() and start > latest)

    def _leave_out(self, event: Component, kind: LeftOutKind) -> None:
        if len(self.left_out) < MOST_TOLD:
            self.left_out.append(LeftOut(event.line, kind))

    def _free_busy(self, listed: Component) -> None:
        for line in listed.lines:
            if line.parameter("FBTYPE").upper() == "FREE":
                continue
            for text in line.value.split(",", MOST_EVENTS)[:MOST_EVENTS]:
                try:
                    self._add(*period(text, self._zones))
                except Unreadable:
                    self._leave_out(listed, LeftOutKind.START_UNREADABLE)

    def _single(self, event: Component) -> None:
        if not is_busy(*map(event.value, ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"))):
            return
        try:
            self._add(*span(event, self._zones))
        except Unreadable:
            self._leave_out(event, LeftOutKind.START_UNREADABLE)

    def _series(self, series: dict[str, list[Component]]) -> None:
        from netchal_gui.exchange.ics_repeats import Patience, TooOften, occurrences

        patience = Patience(MOST_TIMES)
        for events in series.values():
            try:
                for start, end in occurrences(events, self._zones, self._days, patience):
                    self._add(start, end)
            except TooOften:
                self._leave_out(events[0], LeftOutKind.TOO_OFTEN)
            except Unreadable:
                self._leave_out(events[0], LeftOutKind.RULE_UNREADABLE)
            if patience.is_used_up:
                raise NotBusyTimes(FileFault.TOO_MANY)

    def _add(self, start: Moment, end: Moment) -> None:
        """Keep a time; one that ends before or when it begins is none."""
        is_day = not isinstance(start, datetime)
        begins, ends = self._utc(start), self._utc(end)
        if begins < ends:
            self.times.append(Busy(begins, ends, is_day))

    def _utc(self, moment: Moment) -> datetime:
        if isinstance(moment, datetime):
            return moment.astimezone(UTC).replace(second=0, microsecond=0)
        return self._days.midnight(moment)


def _repeats(event: Component) -> bool:
    return event.first("RRULE") is not None or event.first("RDATE") is not None


def _uid(event: Component) -> str:
    line = event.first("UID")
    return line.value.strip() if line and line.value.strip() else f"line {event.line}"


def _within(busy: Busy, days: Days) -> Iterator[Busy]:
    """What of it lies in the days, in pieces that are not too long."""
    start, end = max(busy.start, days.begin), min(busy.end, days.end)
    while start < end:
        piece = min(end, start + LONGEST)
        yield Busy(start, piece, busy.whole_day)
        start = piece
