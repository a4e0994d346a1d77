"""Wall time: what the clock on the wall shows, in a zone. UTC is derived, never stored as the truth."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from netchal_gui.domain.problem import Problem


@lru_cache(maxsize=128)
def zone_info(zone: str) -> ZoneInfo | None:
    """The zone, or None where the name is no IANA zone that this computer knows."""
    try:
        return ZoneInfo(zone)
    except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError only for well-formed names
        return None
    except KeyError:
        return None


@dataclass(frozen=True, slots=True)
class WallTime:
    """A naive local ``datetime`` with seconds 0, an IANA zone, and the fold (PEP 495).

    Make one with :func:`wall_time`, which moves a time that summer time skips.
    """

    local: datetime
    zone: str
    fold: int = 0

    @property
    def utc(self) -> datetime:
        """The same moment, aware, in UTC. An unknown zone counts as UTC."""
        return self.local.replace(tzinfo=zone_info(self.zone) or UTC, fold=self.fold).astimezone(UTC)

    @property
    def day(self) -> date:
        """The local day, which decides the period in which an interview counts."""
        return self.local.date()

    def end(self, minutes: int) -> "WallTime":
        """The wall time after so many real minutes have passed."""
        return from_utc(self.utc + timedelta(minutes=minutes), self.zone)

    def on(self, day: date) -> "WallTime":
        """The same clock time on another day, moved forward where that day skips it."""
        return wall_time(datetime.combine(day, self.local.time()), self.zone)[0]


def from_utc(moment: datetime, zone: str) -> WallTime:
    """The wall time in the zone at an aware moment."""
    local = moment.astimezone(zone_info(zone) or UTC)
    return WallTime(local.replace(tzinfo=None, fold=0), zone, local.fold)


def wall_time(local: datetime, zone: str, fold: int | None = None) -> "tuple[WallTime, Problem | None]":
    """A wall time that exists, and what had to be said about it.

    A time in the hour that summer time skips moves forward by the gap (TIME_SKIPPED); one in the hour
    it repeats means the first unless ``fold`` is given (TIME_REPEATED). Neither keeps from saving.
    An unknown zone is a problem that does.
    """
    local = local.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    info = zone_info(zone)
    first, second = (local.replace(tzinfo=info, fold=f).utcoffset() for f in (0, 1))
    if info is not None and first == second:
        return WallTime(local, zone), None
    from netchal_gui.domain.problem import Problem, ProblemKind

    if info is None:
        return WallTime(local, zone), Problem(ProblemKind.ZONE_UNKNOWN, "zone", zone)
    typed = f"{local:%H:%M}"
    if first is not None and second is not None and first < second:
        moved = replace(WallTime(local, zone), local=local + (second - first))
        return moved, Problem(ProblemKind.TIME_SKIPPED, "start", typed, blocks=False)
    said = None if fold is not None else Problem(ProblemKind.TIME_REPEATED, "start", typed, blocks=False)
    return WallTime(local, zone, fold or 0), said
