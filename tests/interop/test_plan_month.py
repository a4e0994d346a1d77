"""A planned month in one file, judged by real programs: proposed times are tentative until somebody agrees.

What they must see is written by hand: December's Tuesdays from noon to half past one in Berlin, three people
at noon, each for 45 minutes, the rest of their blocks, and two blocks that nobody has taken.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from netchal_gui.commands.calendar_selection import SomeDays, file_title
from netchal_gui.commands.export_interviews import export
from netchal_gui.commands.plan import take_step
from netchal_gui.commands.plan_month_people import put
from netchal_gui.domain.block import Block
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.contact import Relation
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.commands.months import block_tuesdays, four_by_four, plan_of
from tests.commands.people_files import add
from tests.interop.test_calendar import COMPUTERS, kept
from tests.interop.typed_interviews import NOW, Expected

pytestmark = pytest.mark.interop

PEOPLE = {1: "Ingrid Gruber", 8: "Omar Diaz", 15: "José Ñandú"}
AGREED = 8
DAYS = (1, 8, 15, 22, 29)
DECEMBER = SomeDays(date(2026, 12, 1), date(2026, 12, 31))


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    store = Store.open(tmp_path / "netchal.db")
    made = Workbench(store, lambda: NOW, uuid4, zone="Europe/Berlin")
    four_by_four(made)
    block_tuesdays(made)
    for position, name in enumerate(PEOPLE.values()):
        plan = plan_of(made)
        put(made, plan, add(made, name, relation=Relation.KNOWN).id, plan.times[position].seat)
    yield made
    store.close()


def talks(workbench: Workbench) -> dict[int, Interview]:
    """By the day of the month."""
    return {each.start.day.day: each for each in workbench.store.every(Interview) if each.start is not None}


def uid(workbench: Workbench, subject: UUID) -> str:
    return next(each.uid for each in workbench.store.every(CalendarCopy) if each.subject_id == subject)


def interview(uid: str, day: int, name: str) -> Expected:
    return {
        "uid": uid,
        "all_day": False,
        "start": f"2026-12-{day:02}T11:00:00Z",
        "end": f"2026-12-{day:02}T11:45:00Z",
        "summary": f"Interview with {name}",
        "location": "",
        "description": name,
        "url": "",
        "categories": ["netchal", "Coffee"],
        "status": "TENTATIVE",
        "busy": "tentative",
        "sequence": 0,
        "alarms": [-3600],
    }


def expected(workbench: Workbench) -> list[Expected]:
    found = talks(workbench)
    blocks = {each.start.day.day: each for each in workbench.store.every(Block)}
    events = [interview(uid(workbench, found[day].id), day, name) for day, name in PEOPLE.items()]
    for day in DAYS:
        start = "11:45" if day in PEOPLE else "11:00"
        name = uid(workbench, blocks[day].id)
        events.append(kept(name, f"2026-12-{day:02}T{start}:00Z", f"2026-12-{day:02}T12:30:00Z"))
    return events


def written(path: Path, events: list[Expected]) -> Path:
    path.write_text(json.dumps({"count": len(events), "events": events}, ensure_ascii=False))
    return path


def test_the_month_s_file_is_read_and_an_agreed_time_replaces_its_proposal(
    workbench: Workbench, tmp_path: Path, accept
) -> None:
    before = tmp_path / f"{file_title(DECEMBER)}.ics"
    export(workbench, DECEMBER, before)
    proposed = written(tmp_path / "before.json", expected(workbench))
    accept("accept_ics.sh", before, proposed, "--tz", COMPUTERS)

    take_step(workbench, talks(workbench)[AGREED], StepKind.SCHEDULED)
    after = tmp_path / "after.ics"
    export(workbench, DECEMBER, after)
    events = expected(workbench)
    agreed = next(each for each in events if each["summary"].endswith(PEOPLE[AGREED]))
    agreed |= {"status": "CONFIRMED", "busy": "busy", "sequence": 1}
    confirmed = written(tmp_path / "after.json", events)
    accept("accept_ics.sh", after, confirmed)
    accept("reimport_ics.sh", before, proposed, after, confirmed)
