"""Repeated events: their times within some days, worked out by recurring-ical-events and dateutil.

dateutil walks a rule from its beginning and, where nothing fits, on to the year 9999. Here each day that it
looks at costs a little of a patience that ends. That reaches into dateutil's rule (``_bymonth``, which it
asks for each day); a test holds it. Imported only when a calendar file is read.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Protocol

from icalendar import Calendar
from recurring_ical_events import CalendarQuery
from recurring_ical_events.selection.name import ComponentsWithName
from recurring_ical_events.series import Series

from netchal_gui.exchange.calendar_lines import Component, Line, is_busy
from netchal_gui.exchange.ics_moments import Moment, Unreadable, is_moment, span, whole
from netchal_gui.exchange.zone_names import ZoneNames

LONGEST_RULE = 400
MOST_TIMES_A_DAY = 48
DAYS_OF_A_RULE = 200_000
DAYS_OF_A_FILE = 2_000_000
MOST_OF_A_SERIES = 5_000
_EVERY_MONTH = frozenset(range(1, 13))
_READING = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, ArithmeticError)


class TooOften(Exception):
    """A rule that gives more than a calendar can hold, or takes too long to give anything."""


class _Days(Protocol):
    @property
    def begin(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...


class Patience:
    """How many days, of one rule and of all, are looked at, and how many times taken."""

    def __init__(self, times: int) -> None:
        self._times, self._days, self._of_this = times, DAYS_OF_A_FILE, DAYS_OF_A_RULE

    @property
    def is_used_up(self) -> bool:
        return self._times <= 0 or self._days <= 0

    def next_rule(self) -> None:
        self._of_this = DAYS_OF_A_RULE

    def look_at_a_day(self) -> None:
        self._days -= 1
        self._of_this -= 1
        if self._days < 0 or self._of_this < 0:
            raise TooOften

    def take(self, times: int) -> None:
        self._times -= times


class _Months:
    """The months of a rule as dateutil asks for them, once for each day that it looks at."""

    def __init__(self, months: Sequence[int] | None, patience: Patience) -> None:
        self._months, self._patience = frozenset(months or _EVERY_MONTH), patience

    def __contains__(self, month: object) -> bool:
        self._patience.look_at_a_day()
        return month in self._months


def occurrences(
    events: Sequence[Component], zones: ZoneNames, days: _Days, patience: Patience
) -> Iterator[tuple[Moment, Moment]]:
    """When one event and its exceptions (RECURRENCE-ID) are busy within the days.

    Raises Unreadable, and TooOften with nothing given.
    """
    for event in events:
        span(event, zones)
        _refuse_bad_rules(event)
    patience.next_rule()
    for start, end, said in _worked_out(events, zones, days, patience):
        if _is_busy(said):
            yield whole(start, end)


def _worked_out(
    events: Sequence[Component], zones: ZoneNames, days: _Days, patience: Patience
) -> list[tuple[Moment, Moment, Any]]:
    try:
        calendar = Calendar.from_ical(_calendar(events, zones))
        query = CalendarQuery(calendar, components=[ComponentsWithName("VEVENT", series=_limited(patience))])
        found = query.between(days.begin, days.end)
        patience.take(len(found))
        return [(each["DTSTART"].dt, each["DTEND"].dt, each) for each in found]
    except _READING:
        raise Unreadable from None


def _is_busy(event: Any) -> bool:
    names = ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
    status, transparency, outlook = (str(event.get(name, "")).strip().upper() for name in names)
    return is_busy(status, transparency, outlook)


def _refuse_bad_rules(event: Component) -> None:
    """Rules for seconds and minutes, those with more times a day than a day has half hours (TooOften), and
    those whose end is no time (Unreadable), which dateutil takes with a warning.
    """
    for line in event.lines:
        if line.name != "RRULE":
            continue
        rule = "".join(line.value.upper().split())
        if len(rule) > LONGEST_RULE:
            raise TooOften
        parts = dict(part.partition("=")[::2] for part in rule.split(";"))
        if not is_moment(parts.get("UNTIL", "00000000")):
            raise Unreadable
        times = 1
        for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
            times *= parts.get(name, "").count(",") + 1
        if parts.get("FREQ") in ("SECONDLY", "MINUTELY") or times > MOST_TIMES_A_DAY:
            raise TooOften


def _limited(patience: Patience) -> type[Series]:
    """The library's series of events, with rules that cost patience."""

    class Rules(Series.RecurrenceRules):
        def rrulestr(self, rule_string: str) -> Any:
            rule = super().rrulestr(rule_string)
            rule._bymonth = _Months(rule._bymonth, patience)
            return rule

    class Limited(Series):
        RecurrenceRules = Rules

    return Limited


def _calendar(events: Sequence[Component], zones: ZoneNames) -> str:
    """The events with what says when, all times in zones that this computer knows."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for event in events:
        lines += ["BEGIN:VEVENT", "UID:1"]
        lines += [text for line in event.lines if line.name != "UID" and (text := _rewritten(line, zones))]
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


_TIMES = ("DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID")


def _rewritten(line: Line, zones: ZoneNames) -> str:
    """The line without blanks, and of a list of times those that are times; "" where there is none."""
    value = "".join(line.value.split())
    if line.name not in _TIMES:
        return f"{line.name}:{value}"
    parts = [part for part in value.upper().split(",") if is_moment(part.partition("/")[0])]
    if not parts:
        return ""
    value = ",".join(parts)
    head = line.name
    if line.parameter("RANGE").upper() == "THISANDFUTURE":
        head += ";RANGE=THISANDFUTURE"
    if "/" in value:
        head += ";VALUE=PERIOD"
    if "T" not in parts[0]:
        return f"{head};VALUE=DATE:{value}"
    if parts[0].endswith("Z"):
        return f"{head}:{value}"
    return f"{head};TZID={zones.zone(line.parameter('TZID'))}:{value}"
