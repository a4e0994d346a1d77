"""When the person's own calendar is taken, as light rows: seconds since 1970 in UTC, ends exclusive."""

from typing import NamedTuple

from netchal_gui.storage.calendar_queries import LONGEST_SECONDS
from netchal_gui.storage.reader import Reader


class BusyRow(NamedTuple):
    """``source`` is the name of the calendar file that said so."""

    id: bytes
    start: int
    end: int
    whole_day: int
    source: str


class SourceRow(NamedTuple):
    """A calendar file and how many busy times are kept of it."""

    source: str
    times: int


def busy_between(reader: Reader, first: int, last: int) -> list[BusyRow]:
    """Busy times that overlap the stretch from ``first`` to before ``last``, by start."""
    sql = (
        "SELECT id, start_utc, end_utc, whole_day, source FROM busy_time"
        " WHERE start_utc >= ? AND start_utc < ? AND end_utc > ? ORDER BY start_utc, end_utc, number"
    )
    return list(map(BusyRow._make, reader.rows(sql, (first - LONGEST_SECONDS, last, first))))


def busy_sources(reader: Reader) -> list[SourceRow]:
    """The calendar files whose busy times are kept, by name."""
    sql = "SELECT source, count(*) FROM busy_time GROUP BY source ORDER BY source"
    return list(map(SourceRow._make, reader.rows(sql)))


def exported_uids(reader: Reader) -> frozenset[str]:
    """The UIDs of the events that calendars have from us."""
    return frozenset(uid for (uid,) in reader.rows("SELECT uid FROM calendar_copy"))
