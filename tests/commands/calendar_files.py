"""What tests of exports share: plan in one line, and read the events of a file without icalendar."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from netchal_gui.commands import plan
from netchal_gui.commands.calendar_selection import OneMonth
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.interview import Interview
from netchal_gui.workbench import Workbench

DECEMBER = OneMonth(date(2026, 12, 15))


def planned(workbench: Workbench, name: str, at: str, zone: str = "", **fields: object) -> Interview:
    start = datetime.fromisoformat(at)
    return plan.plan(workbench, [name], start, zone=zone, **fields).interview  # type: ignore[arg-type]


def events(*paths: Path) -> list[dict[str, str]]:
    """The properties of every event in these files; alarms are left out."""
    found = []
    for path in paths:
        text = path.read_bytes().decode().replace("\r\n ", "")
        for body in re.findall("BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL):
            plain = re.sub("BEGIN:VALARM.*?END:VALARM\r\n", "", body, flags=re.DOTALL)
            lines = (line.partition(":") for line in plain.split("\r\n"))
            found.append({name.split(";")[0]: value for name, _, value in lines})
    return found


def summaries(*paths: Path) -> list[str]:
    return [event["SUMMARY"] for event in events(*paths)]


def one(items: Iterable[dict[str, str]]) -> dict[str, str]:
    (only,) = items
    return only


def copies(workbench: Workbench) -> list[CalendarCopy]:
    return list(workbench.store.every(CalendarCopy))
