"""Which IANA zone a calendar file means: by its own name, by Windows' names, or by what its clock does."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import available_timezones

from netchal_gui.domain.walltime import zone_info
from netchal_gui.exchange.calendar_lines import Component

_SAMPLES = 26
"""Two a month, and one more, tell two zones apart that change their clocks on different days."""
_MOST_LINES_OF_A_ZONE = 100


class ZoneNames:
    """The zones of one file. Names that nothing explains mean the viewer's own zone."""

    def __init__(self, viewer: str, now: datetime) -> None:
        self._viewer, self._now = viewer, now
        self._described: dict[str, Component] = {}
        self._found: dict[str, str] = {"": viewer}

    def learn(self, zone: Component) -> None:
        """Take in a VTIMEZONE; the first one of a name counts."""
        line = zone.first("TZID")
        if line is not None:
            self._described.setdefault(_plain(line.value), zone)

    def zone(self, tzid: str) -> str:
        """The IANA zone for a TZID as it stands in the file, "" for a floating time."""
        name = _plain(tzid)
        if name not in self._found:
            self._found[name] = self._meant(name)
        return self._found[name]

    def _meant(self, name: str) -> str:
        if named := _by_name(name):
            return named
        described = self._described.get(name)
        if described is None:
            return self._viewer
        location = described.first("X-LIC-LOCATION")
        if location is not None and (named := _by_name(_plain(location.value))):
            return named
        clock = _clock(described)
        return self._with_that_clock(clock) if clock is not None else self._viewer

    def _with_that_clock(self, clock: tzinfo) -> str:
        """A zone whose clock shows the same all year, the viewer's own first."""
        moments = [self._now + timedelta(days=14 * n) for n in range(_SAMPLES)]
        wanted = [_offset(moment, clock) for moment in moments]
        for zone in (self._viewer, *sorted(available_timezones(), key=_usual_first)):
            info = zone_info(zone)
            if info is not None and all(
                _offset(moment, info) == offset for moment, offset in zip(moments, wanted, strict=True)
            ):
                return zone
        return self._viewer


def _plain(name: str) -> str:
    return name.strip().strip('"').replace("\\,", ",").replace("\\;", ";")


def _by_name(name: str) -> str:
    """By the IANA name, also at the end of a path such as "/mozilla.org/20070129_1/Europe/Berlin"."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    parts = name.strip("/").split("/")
    for start in range(len(parts)):
        tail = "/".join(parts[start:])
        if ("/" in tail or tail == name) and zone_info(tail) is not None:
            return tail
    return WINDOWS_TO_OLSON.get(name, "")


def _usual_first(zone: str) -> tuple[bool, str]:
    return not zone.startswith(("Europe/", "America/", "Asia/", "Africa/", "Australia/")), zone


def _offset(moment: datetime, zone: tzinfo) -> timedelta | None:
    return moment.astimezone(UTC).astimezone(zone).utcoffset()


def _clock(described: Component) -> tzinfo | None:
    """The clock that a VTIMEZONE describes, None for one that is broken or changes more than yearly."""
    from icalendar import Timezone

    rules = [line.value.upper() for line in described.lines if line.name == "RRULE"]
    if len(described.lines) > _MOST_LINES_OF_A_ZONE or any("FREQ=YEARLY" not in rule for rule in rules):
        return None
    said = [f"{line.name}:{line.value}" for line in described.lines if line.name != "TZID"]
    text = "\r\n".join(["BEGIN:VTIMEZONE", "TZID:described", *said, "END:VTIMEZONE", ""])
    try:
        read = Timezone.from_ical(text)
        if not isinstance(read, Timezone):
            return None
        made: tzinfo = read.to_tz(lookup_tzid=False)
        _offset(datetime(2026, 1, 1, tzinfo=UTC), made)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
        return None
    return made
