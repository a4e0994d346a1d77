"""When the person's own calendar is taken, day by day: quiet bars beside what is planned here."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from netchal_gui.storage.busy_queries import busy_between
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say

DAY = 24 * 60


class BusyBar(NamedTuple):
    """Taken from ``begin`` to before ``end``, in minutes of the day by the viewer's clock."""

    begin: int
    end: int

    @property
    def text(self) -> str:
        """ "12:00–13:30", or that it is the whole day."""
        if (self.begin, self.end) == (0, DAY):
            return say("all day")
        return f"{_clock(self.begin)}–{_clock(self.end)}"

    @property
    def spoken(self) -> str:
        return say("Your calendar: busy {time}", time=self.text)

    def meets(self, begin: int, end: int) -> bool:
        """Whether the two stretches of the day have a minute in common."""
        return self.begin < end and begin < self.end


def busy_days(reader: Reader, first: date, count: int, info: ZoneInfo) -> dict[date, tuple[BusyBar, ...]]:
    """The bars of ``count`` days from ``first`` on; those that touch are one."""
    last = first + timedelta(days=count)
    begin, end = (int(datetime.combine(day, time(), info).timestamp()) for day in (first, last))
    found: dict[date, list[BusyBar]] = defaultdict(list)
    for row in busy_between(reader, begin, end):
        start = max(datetime.fromtimestamp(row.start, info), datetime.combine(first, time(), info))
        stop = datetime.fromtimestamp(min(row.end, end), info)
        day = start.date()
        while day < last and (day < stop.date() or (day == stop.date() and stop.time() > time())):
            bar = BusyBar(
                _minutes(start) if day == start.date() else 0, _minutes(stop) if day == stop.date() else DAY
            )
            found[day].append(bar)
            day += timedelta(days=1)
    return {day: tuple(_joined(bars)) for day, bars in found.items()}


def _joined(bars: Iterable[BusyBar]) -> list[BusyBar]:
    joined: list[BusyBar] = []
    for bar in sorted(bars):
        if joined and bar.begin <= joined[-1].end:
            joined[-1] = BusyBar(joined[-1].begin, max(joined[-1].end, bar.end))
        elif bar.begin < bar.end:
            joined.append(bar)
    return joined


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
