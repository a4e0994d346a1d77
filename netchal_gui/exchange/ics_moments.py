"""Days and times as calendar files write them: DATE, DATE-TIME, DURATION and PERIOD (RFC 5545, 3.3)."""

import re
from datetime import UTC, date, datetime, timedelta

from netchal_gui.domain.walltime import wall_time
from netchal_gui.exchange.calendar_lines import Component, Line
from netchal_gui.exchange.zone_names import ZoneNames

Moment = date | datetime
"""A day, or an aware time."""

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?")
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?"
)
_DAY = timedelta(days=1)


class Unreadable(Exception):
    """Not a time that the standard or the calendar knows."""


def span(event: Component, zones: ZoneNames) -> tuple[Moment, Moment]:
    """When an event begins and, exclusive, ends. Raises Unreadable."""
    begins = event.first("DTSTART")
    if begins is None:
        raise Unreadable
    start = moment(begins.value, zones, begins.parameter("TZID"))
    ends, length = event.first("DTEND"), event.first("DURATION")
    if ends is not None:
        end = moment(ends.value, zones, ends.parameter("TZID") or _zone_of(begins))
    elif length is not None:
        end = later(start, duration(length.value))
    else:
        end = start
    return whole(start, end)


def whole(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """A day lasts at least a day; a time that ends on a day ends when that day begins, in its own zone."""
    if not isinstance(start, datetime):
        return start, max(later(start, _DAY), end.date() if isinstance(end, datetime) else end)
    if not isinstance(end, datetime):
        end = datetime(end.year, end.month, end.day, tzinfo=start.tzinfo)
    return start, end


def period(text: str, zones: ZoneNames) -> tuple[Moment, Moment]:
    """ "19970308T160000Z/PT3H" or "…/19970308T190000Z". Raises Unreadable."""
    first, _, second = text.partition("/")
    start = moment(first, zones)
    end = later(start, duration(second)) if second.lstrip(" +-").startswith("P") else moment(second, zones)
    return start, end


def moment(text: str, zones: ZoneNames, tzid: str = "") -> Moment:
    """A day, or an aware time; a floating one is the viewer's. Raises Unreadable."""
    found = _MOMENT.fullmatch(text.strip().upper())
    if found is None:
        raise Unreadable
    year, month, day, hour, minute, _, utc = found.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        local = datetime(int(year), int(month), int(day), int(hour), int(minute))
        return local.replace(tzinfo=UTC) if utc else wall_time(local, zones.zone(tzid))[0].utc
    except (ValueError, OverflowError):
        raise Unreadable from None


def is_moment(text: str) -> bool:
    """Whether it has the form of a day or a time."""
    return _MOMENT.fullmatch(text) is not None


def duration(text: str) -> timedelta:
    """ "PT1H30M", "P1D", "P2W". Raises Unreadable."""
    found = _DURATION.fullmatch(text.strip().upper())
    if found is None:
        raise Unreadable
    sign, *numbers = found.groups()
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in numbers)
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if sign == "-" else length


def later(start: Moment, length: timedelta) -> Moment:
    """So much later; a day with hours to it goes on to the next. Raises Unreadable."""
    try:
        return start + length
    except OverflowError:
        raise Unreadable from None


def _zone_of(line: Line) -> str:
    return line.parameter("TZID")
