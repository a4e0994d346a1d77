"""The sentences of a line in the contacts list: how we met, last contact, what comes next."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from netchal_gui import words
from netchal_gui.commands.touch_wording import cadence_text, late, span
from netchal_gui.domain.cadence import NEVER as NO_REMINDER
from netchal_gui.domain.contact_kinds import Circle, Source
from netchal_gui.domain.walltime import from_utc, zone_info
from netchal_gui.storage.contact_queries import ContactRow
from netchal_gui.words import say

NEVER = "—"


class NextStep(NamedTuple):
    """What comes next and when; only ``what`` is shortened where there is no room."""

    what: str = ""
    when: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.when}".strip()


def how_we_met(source: str | None, detail: str, circle: str | None) -> str:
    """ "Introduction · Mira Rossi"; for people known already what they are to me."""
    close = words.circle(Circle(circle)) if circle else ""
    if source is None:
        return detail or close
    if source == Source.ALREADY_KNOWN:
        return detail or close or words.source(Source.ALREADY_KNOWN)
    name = words.source(Source(source))
    return f"{name} · {detail}" if detail else name


def last_contact(row: ContactRow, now: datetime, zone: str) -> str:
    """The local day of the last interview that took place, or a dash."""
    if row.last is None:
        return NEVER
    day, here = _local(row.last, now, zone).date(), today(now, zone)
    if day.year != here.year:
        return say("{month} {year}", month=words.short_month(day), year=day.year)
    return words.short_day(day, here)


def next_step(row: ContactRow, now: datetime, zone: str) -> NextStep:
    """The planned interview or the open follow-up, whichever comes first."""
    start = _local(row.interview, now, zone) if row.interview is not None else None
    due = date.fromisoformat(row.due) if row.due else None
    if start is not None and (not row.follow_up or due is None or start.date() <= due):
        return NextStep(say("Interview"), _near_time(start, now, zone))
    if not row.follow_up:
        return in_touch(row, now, zone)
    if due is None:
        return NextStep(row.follow_up)
    days_late = (today(now, zone) - due).days
    return (
        NextStep(say("Overdue"), span(days_late))
        if days_late > 0
        else NextStep(row.follow_up, near_day(due, now, zone))
    )


def in_touch(row: ContactRow, now: datetime, zone: str) -> NextStep:
    """How late one is with them by the rhythm in force; nothing while there is time."""
    if not row.rhythm:
        return NextStep()
    if row.last is None and row.cadence is None and row.circle in (Circle.FAMILY, Circle.FRIEND):
        return NextStep(say("Get in touch"))
    since = _local(row.last, now, zone) if row.last is not None else datetime.fromisoformat(row.created)
    found = late((today(now, zone) - from_utc(since, zone).day).days - row.rhythm, row.rhythm)
    return NextStep(*found) if found else NextStep()


def rhythm(row: ContactRow, now: datetime, zone: str) -> str:
    """How often one wants to hear of each other and how late one is: "every month · overdue 5 weeks"."""
    if row.cadence == NO_REMINDER:
        return cadence_text(NO_REMINDER)
    if not row.rhythm:
        return ""
    step = in_touch(row, now, zone) if row.interview is None else NextStep()
    said = f"{step.what[:1].lower()}{step.what[1:]} {step.when}".strip()
    return " · ".join(filter(None, (cadence_text(row.rhythm), said)))


def _near_time(start: datetime, now: datetime, zone: str) -> str:
    """ "Thu 12:00" within the next week, else "26 Nov"."""
    day = near_day(start.date(), now, zone)
    is_near = abs((start.date() - today(now, zone)).days) < 7
    return f"{day} {words.clock(start)}" if is_near else day


def near_day(day: date, now: datetime, zone: str) -> str:
    """ "today", "tomorrow", "Thu" within the next week, else "26 Nov"."""
    here = today(now, zone)
    if day == here:
        return say("today")
    if day == here + timedelta(days=1):
        return say("tomorrow")
    if here < day < here + timedelta(days=7):
        return words.weekday(day)
    return words.short_day(day, here)


def today(now: datetime, zone: str) -> date:
    """The local day at an aware moment."""
    return from_utc(now, zone).day


def _local(seconds: int, now: datetime, zone: str) -> datetime:
    return datetime.fromtimestamp(seconds, zone_info(zone) or now.tzinfo)
