"""Time zones for calendar files: one yearly rule for standard and one for summer time, or none at all.

icalendar's own VTIMEZONE lists every change as an RDATE, of which Thunderbird reads only the first: events
land an hour off. The rules here are derived from zoneinfo and checked against it, year by year. What one
rule each cannot say exactly has no rules here, and its events are written in UTC.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from netchal_gui.domain.walltime import WallTime, zone_info

FIRST_YEAR, LAST_YEAR = 1970, 9990
"""The rules of a file begin in the first year, the calendars compute all others; Python ends with 9999."""
YEARS_CHECKED = range(-1, 7)
"""A rule holds from the year before to six years after: a "Friday between the 23rd and the 29th" looks like
the last Friday for up to four years."""

_AREA_CITY = re.compile(r"(?!Etc/|posix/|right/|SystemV/)[A-Za-z][A-Za-z_]*(?:/[A-Za-z0-9_+-]+){1,2}")
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Onset:
    """When one of the two times begins each year: the nth weekday (Monday = 0) of a month.

    ``nth`` is 1 to 4, or -1 for the last. ``at`` is the wall time before the change.
    """

    month: int
    nth: int
    weekday: int
    at: time

    def local(self, year: int) -> datetime:
        """The naive wall time of the change in that year, by the clock before it."""
        first, length = monthrange(year, self.month)
        day = 1 + (self.weekday - first) % 7 + 7 * (self.nth - 1)
        if self.nth == -1:
            last = (first + length - 1) % 7
            day = length - (last - self.weekday) % 7
        return datetime.combine(date(year, self.month, day), self.at)


@dataclass(frozen=True, slots=True)
class Observance:
    """Standard or summer time: what it is called, its offset to UTC, the one before, and when it begins."""

    name: str
    offset: timedelta
    before: timedelta
    onset: Onset | None = None


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """All that a VTIMEZONE says. Without summer time the standard time has no onset."""

    zone: str
    standard: Observance
    daylight: Observance | None = None


def rules_for(start: WallTime, end: WallTime) -> ZoneRules | None:
    """The rules by which both wall times can be written, or None where UTC is the only exact way.

    None for a time in the hour that summer time skips or repeats: there the wall time alone says too little.
    """
    if start.zone != end.zone or _is_ambiguous(start) or _is_ambiguous(end):
        return None
    rules = {zone_rules(start.zone, year) for year in range(start.local.year, end.local.year + 1)}
    return rules.pop() if len(rules) == 1 else None


@lru_cache(maxsize=1024)
def zone_rules(zone: str, year: int) -> ZoneRules | None:
    """The rules that zoneinfo's zone follows exactly in the year and its neighbours, or None."""
    info = zone_info(zone)
    if info is None or not FIRST_YEAR < year <= LAST_YEAR or not _AREA_CITY.fullmatch(zone):
        return None
    years = [year + distance for distance in YEARS_CHECKED]
    changes = {each: list(_changes(info, each)) for each in years}
    if not any(changes.values()):
        return _without_summer_time(zone, info, year)
    for rules in _candidates(zone, info, changes[year]):
        if all(_says(rules, each, changes[each]) for each in years):
            return rules
    return None


def _is_ambiguous(moment: WallTime) -> bool:
    info = zone_info(moment.zone)
    first, second = (moment.local.replace(tzinfo=info, fold=fold).utcoffset() for fold in (0, 1))
    return first != second


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of the offset: its moment in UTC and the offsets around it."""

    moment: datetime
    before: timedelta
    after: timedelta

    @property
    def local(self) -> datetime:
        """The naive wall time of the change by the clock before it."""
        return self.moment.replace(tzinfo=None) + self.before


def _changes(info: ZoneInfo, year: int) -> Iterator[_Change]:
    """Every change of the offset in a year (UTC), found by looking at each day and halving."""
    moment, stop = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while moment < stop:
        low, high = moment, moment + _DAY
        before, after = _offset(info, low), _offset(info, high)
        if before != after:
            while high - low > _SECOND:
                middle = low + (high - low) // 2
                low, high = (middle, high) if _offset(info, middle) == before else (low, middle)
            yield _Change(high.replace(microsecond=0), before, after)
        moment += _DAY


def _offset(info: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(info).utcoffset() or timedelta()


def _without_summer_time(zone: str, info: ZoneInfo, year: int) -> ZoneRules | None:
    local = datetime(year, 1, 1, tzinfo=UTC).astimezone(info)
    offset = local.utcoffset() or timedelta()
    if offset % _MINUTE:
        return None
    return ZoneRules(zone, Observance(local.tzname() or zone, offset, offset))


def _candidates(zone: str, info: ZoneInfo, changes: list[_Change]) -> Iterator[ZoneRules]:
    """Each way to say the year's two changes with an nth weekday: a 4th one may also be the last."""
    if len(changes) != 2 or any(change.before % _MINUTE or change.after % _MINUTE for change in changes):
        return
    to_summer, to_winter = sorted(changes, key=lambda change: change.before)
    for summer in _onsets(to_summer.local):
        for winter in _onsets(to_winter.local):
            yield ZoneRules(
                zone,
                _observance(info, to_winter, winter),
                _observance(info, to_summer, summer),
            )


def _observance(info: ZoneInfo, change: _Change, onset: Onset) -> Observance:
    name = change.moment.astimezone(info).tzname() or ""
    return Observance(name, change.after, change.before, onset)


def _onsets(local: datetime) -> Iterator[Onset]:
    _, length = monthrange(local.year, local.month)
    if local.day > length - 7:
        yield Onset(local.month, -1, local.weekday(), local.time())
    if local.day <= 28:
        yield Onset(local.month, (local.day + 6) // 7, local.weekday(), local.time())


def _says(rules: ZoneRules, year: int, changes: list[_Change]) -> bool:
    """Whether the rules give exactly these changes in the year, offsets included."""
    said = {
        (observance.onset.local(year), observance.before, observance.offset)
        for observance in (rules.standard, rules.daylight)
        if observance is not None and observance.onset is not None
    }
    return len(changes) == 2 and said == {(c.local, c.before, c.after) for c in changes}
