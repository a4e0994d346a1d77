"""What comes next, as the one sentence of the status bar."""

from datetime import UTC, datetime

from netchal_gui import words
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.calendar_queries import next_interview
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def next_up(workbench: Workbench) -> str:
    """The next planned interview, in the system's zone."""
    now = workbench.now()
    coming = next_interview(workbench.store, now)
    if coming is None:
        any_yet = workbench.store.count(Interview) > 0
        return say("No interview planned") if any_yet else say("No interviews yet")
    start = from_utc(datetime.fromtimestamp(coming.start, UTC), workbench.zone)
    today = from_utc(now, workbench.zone).day
    day = say("today") if start.day == today else words.weekday_day(start.day, today)
    return say("Next: {names}, {day} {time}", names=coming.names, day=day, time=words.clock(start.local))
