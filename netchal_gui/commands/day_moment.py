"""The moment that a day stands for, where only the day is asked for."""

from datetime import date, datetime, time, timedelta

from netchal_gui.domain.walltime import from_utc, wall_time
from netchal_gui.workbench import Workbench


def moment_on(workbench: Workbench, day: date | None) -> datetime:
    """Now for today or no day, else noon of that local day; aware UTC."""
    now = workbench.now()
    if day is None or day == from_utc(now, workbench.zone).day:
        return now
    return wall_time(datetime.combine(day, time(12)), workbench.zone)[0].utc


def moment_moved(workbench: Workbench, before: datetime, day: date | None) -> datetime:
    """The moment before, where it is of that local day already; else the one the day stands for."""
    return before if from_utc(before, workbench.zone).day == day else moment_on(workbench, day)


def end_of_today(workbench: Workbench) -> int:
    """The first second UTC that is no longer today, where the person is."""
    today = from_utc(workbench.now(), workbench.zone).day
    midnight = datetime.combine(today + timedelta(days=1), time())
    return int(wall_time(midnight, workbench.zone)[0].utc.timestamp())
