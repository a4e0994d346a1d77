"""The plan of a month as plain text, for oneself: the times with their people, then whoever has none yet."""

from collections.abc import Iterator
from pathlib import Path

from netchal_gui import files
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.commands.plan_month_wording import (
    guest_chip,
    lane_chip,
    time_day,
    time_hours,
    time_note,
    title,
    waiting_chip,
)
from netchal_gui.words import say


def plan_text(plan: MonthPlan) -> str:
    """Ends with a line break; names stand in full, so it is not meant for everybody's eyes."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: MonthPlan) -> Iterator[str]:
    yield f"{title(plan)}: " + ", ".join(lane_chip(each)[0] for each in plan.lanes)
    yield ""
    for each in plan.times:
        people = ", ".join(guest_chip(guest) for guest in each.guests)
        people = people or time_note(each, plan) or say("free")
        yield f"{time_day(each)}, {time_hours(each)}: {people}"
    if plan.waiting:
        names = ", ".join(waiting_chip(each) for each in plan.waiting)
        yield say("Without a time yet: {names}", names=names)


def save_text(text: str, target: Path) -> str:
    """Write a text to a file; returns where it is, in words. Raises OSError."""
    written = files.write(target, text.encode())
    return say("Wrote the plan to {file}.", file=written)
