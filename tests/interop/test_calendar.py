"""Ten interviews and three blocks, planned and exported as a person would, judged by real programs.

What the programs must see is written down here by hand, from what the test types: UTC times, summaries
and texts never come from the exporter. Only the UIDs do, as nobody else can know them.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from netchal_gui.commands import blocks, plan
from netchal_gui.commands.calendar_selection import AllPlanned
from netchal_gui.commands.export_interviews import export
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.interop.typed_interviews import CANCELLED, CUTTING, INTERVIEWS, JOSE, NOW, Expected, Typed

pytestmark = pytest.mark.interop

COMPUTERS = "America/Los_Angeles,Europe/Berlin,Asia/Kolkata,Pacific/Auckland"


def kept(uid: str, start: str, end: str, **changes: object) -> Expected:
    """A piece of a block: a whole day where the start has no time."""
    block = {"summary": "Kept for interviews", "location": "", "description": "", "url": ""}
    state = {"categories": ["netchal"], "status": "CONFIRMED", "busy": "busy", "sequence": 0, "alarms": []}
    times = {"uid": uid, "all_day": "T" not in start, "start": start, "end": end}
    return {**block, **state, **times, **changes}


def called_off(event: Expected) -> Expected:
    off = {"status": "CANCELLED", "busy": "free", "alarms": [], "summary": f"Cancelled: {event['summary']}"}
    return {**event, **off, "sequence": event["sequence"] + 1}


class Person:
    """Someone at the keyboard: plans all of it in a new data file and exports when told to."""

    def __init__(self, workbench: Workbench) -> None:
        self.workbench = workbench
        workbench.apply(Edit("Add person", (Change(None, JOSE),)))
        self.interviews = [self._plan(typed) for typed in INTERVIEWS]
        self.cut, self.whole, self.day = (
            blocks.block_day(workbench, date(2026, 12, day), *times, zone="Europe/Berlin").blocks[0]
            for day, times in [(1, (time(12), time(14))), (2, (time(12), time(13, 30))), (24, ())]
        )

    def _plan(self, typed: Typed) -> Interview:
        start = datetime.fromisoformat(typed.at)
        planned = plan.plan(
            self.workbench, typed.people, start, zone=typed.zone, channel=typed.channel, **typed.more
        )
        return planned.interview

    def interview_with(self, name: str) -> Interview:
        return self.interviews[[typed.people[0] for typed in INTERVIEWS].index(name)]

    def uid(self, subject: UUID, piece: int = 0) -> str:
        return next(
            copy.uid
            for copy in self.workbench.store.every(CalendarCopy)
            if (copy.subject_id, copy.piece) == (subject, piece)
        )

    def expected(self) -> dict[str, Expected]:
        """By file name, what a calendar must show of everything as it was planned."""
        wanted = {
            typed.file: typed.expected(self.uid(interview.id))
            for typed, interview in zip(INTERVIEWS, self.interviews, strict=True)
        }
        first, second = self.uid(self.cut.id), self.uid(self.cut.id, 1)
        title = "Kept-for-interviews.ics"
        wanted |= {
            f"2026-12-01_1200_{title}": kept(first, "2026-12-01T11:00:00Z", "2026-12-01T11:30:00Z"),
            f"2026-12-01_1315_{title}": kept(second, "2026-12-01T12:15:00Z", "2026-12-01T13:00:00Z"),
            f"2026-12-02_1200_{title}": kept(
                self.uid(self.whole.id), "2026-12-02T11:00:00Z", "2026-12-02T12:30:00Z"
            ),
            f"2026-12-24_{title}": kept(self.uid(self.day.id), "2026-12-24", "2026-12-25"),
        }
        return wanted


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    store = Store.open(tmp_path / "netchal.db")
    yield Person(Workbench(store, lambda: NOW, uuid4, zone="Europe/Berlin"))
    store.close()


def written(path: Path, events: list[Expected]) -> Path:
    path.write_text(json.dumps({"count": len(events), "events": events}, ensure_ascii=False))
    return path


def test_programs_see_what_was_typed_and_one_export_replaces_the_former(
    person: Person, tmp_path: Path, accept
) -> None:
    export(person.workbench, AllPlanned(), tmp_path / "first.ics")
    plan.take_step(person.workbench, person.interview_with(CANCELLED), StepKind.CANCELLED)
    export(person.workbench, AllPlanned(), tmp_path / "before.ics")
    wanted = person.expected()
    off = "2027-07-01_1000_Alan-Turing.ics"
    wanted[off] = called_off(wanted[off])
    before = written(tmp_path / "before.json", list(wanted.values()))
    accept("accept_ics.sh", tmp_path / "before.ics", before, "--tz", COMPUTERS)

    plan.move(person.workbench, person.interview_with(CUTTING), datetime(2026, 12, 9, 17))
    export(person.workbench, AllPlanned(), tmp_path / "after.ics")
    moved = wanted["2026-12-01_1230_Grace-Hopper.ics"]
    moved |= {"start": "2026-12-09T16:00:00Z", "end": "2026-12-09T16:45:00Z", "sequence": 1}
    wanted["2026-12-01_1200_Kept-for-interviews.ics"] |= {"end": "2026-12-01T13:00:00Z", "sequence": 1}
    vanished = "2026-12-01_1315_Kept-for-interviews.ics"
    wanted[vanished] = called_off(wanted[vanished])
    after = written(tmp_path / "after.json", list(wanted.values()))
    accept("accept_ics.sh", tmp_path / "after.ics", after, "--tz", COMPUTERS)
    accept("reimport_ics.sh", tmp_path / "before.ics", before, tmp_path / "after.ics", after)


def test_programs_take_each_event_as_a_file_of_its_own(person: Person, tmp_path: Path, accept) -> None:
    export(person.workbench, AllPlanned(), tmp_path / "folder")
    wanted = person.expected()
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == sorted(wanted)
    for name, event in wanted.items():
        accept("accept_ics.sh", tmp_path / "folder" / name, written(tmp_path / "one.json", [event]))
