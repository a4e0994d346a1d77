"""Whatever a person does between exports, a calendar that replaces by UID shows what Netchal plans."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.commands import blocks, plan
from netchal_gui.commands.calendar_copies import outdated
from netchal_gui.commands.calendar_selection import AllPlanned
from netchal_gui.commands.export_interviews import export
from netchal_gui.commands.interview_form import save_changed
from netchal_gui.domain.block import Block
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import events

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOURS = st.integers(0, 60)
Deed = Callable[[Workbench, int], None]


def when(hour: int) -> datetime:
    """A wall time in UTC on the first days of December."""
    return datetime(2026, 12, 1) + timedelta(hours=hour)


def interviews(workbench: Workbench) -> list[Interview]:
    return list(workbench.store.every(Interview))


def plan_one(workbench: Workbench, hour: int) -> None:
    plan.plan(workbench, ["Ada"], when(hour), minutes=60 + 30 * (hour % 3))


def block_one(workbench: Workbench, hour: int) -> None:
    day = date(2026, 12, 1 + hour // 24)
    times = (time(8), time(16)) if hour % 2 else ()
    blocks.block_day(workbench, day, *times)


def move_one(workbench: Workbench, hour: int) -> None:
    for interview in interviews(workbench)[hour % 3 :][:1]:
        plan.move(workbench, interview, when(hour))


def cancel_one(workbench: Workbench, hour: int) -> None:
    for interview in interviews(workbench)[hour % 3 :][:1]:
        plan.take_step(workbench, interview, StepKind.CANCELLED)


def change_place(workbench: Workbench, hour: int) -> None:
    for interview in interviews(workbench)[hour % 3 :][:1]:
        save_changed(workbench, interview, replace(interview, place=f"Room {hour}"))


def delete_one(workbench: Workbench, hour: int) -> None:
    for interview in interviews(workbench)[hour % 3 :][:1]:
        plan.delete_interview(workbench, interview)


def unblock_one(workbench: Workbench, hour: int) -> None:
    for block in list(workbench.store.every(Block))[:1]:
        blocks.delete_block(workbench, block)


DEEDS = [plan_one, block_one, move_one, cancel_one, change_place, delete_one, unblock_one]


class Calendar:
    """Another program's calendar: an event replaces the one with its UID if its SEQUENCE is not lower."""

    def __init__(self) -> None:
        self._events: dict[str, dict[str, str]] = {}

    def take(self, *files: Path) -> None:
        for event in events(*files):
            known = self._events.get(event["UID"])
            assert known is None or int(known["SEQUENCE"]) <= int(event["SEQUENCE"])
            if known is not None and known["SEQUENCE"] == event["SEQUENCE"]:
                assert known == event, "changed without a higher SEQUENCE"
            self._events[event["UID"]] = event

    def busy(self) -> list[tuple[str, str]]:
        kept = (event for event in self._events.values() if event["TRANSP"] == "OPAQUE")
        return sorted((minute(event["DTSTART"]), minute(event["DTEND"])) for event in kept)


def minute(value: str) -> str:
    """A UTC time or a day as "20261201T0930"."""
    return f"{value}T000000"[:13]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.tuples(st.sampled_from(DEEDS), HOURS), max_size=6), min_size=1, max_size=4))
def test_a_calendar_that_takes_every_export_shows_just_what_is_planned(
    rounds: list[list[tuple[Deed, int]]],
) -> None:
    numbers = count(1)
    calendar = Calendar()
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = Store.open(folder / "netchal.db")
        workbench = Workbench(store, lambda: NOW, lambda: UUID(int=next(numbers)))
        for deeds in rounds:
            for deed, hour in deeds:
                deed(workbench, hour)
            calendar.take(*export(workbench, AllPlanned(), folder / "all.ics").files)
            assert outdated(workbench) == []
            assert calendar.busy() == planned_now(workbench)
        store.close()


def planned_now(workbench: Workbench) -> list[tuple[str, str]]:
    """By brute force, minute by minute: what is planned, and what that leaves of the blocks."""
    meetings = [i for i in interviews(workbench) if i.is_planned and i.start and i.end]
    spans = [(i.start.utc, i.end.utc) for i in meetings if i.start and i.end]
    found = list(spans)
    for block in workbench.store.every(Block):
        minute, left = block.start.utc, []
        while minute < block.end.utc:
            if not any(start <= minute < end for start, end in spans):
                left.append(minute)
            minute += timedelta(minutes=1)
        found += runs(left)
    return sorted((f"{start:%Y%m%dT%H%M}", f"{end:%Y%m%dT%H%M}") for start, end in found)


def runs(minutes: list[datetime]) -> list[tuple[datetime, datetime]]:
    found: list[tuple[datetime, datetime]] = []
    for minute in minutes:
        if found and found[-1][1] == minute:
            found[-1] = (found[-1][0], minute + timedelta(minutes=1))
        else:
            found.append((minute, minute + timedelta(minutes=1)))
    return found
