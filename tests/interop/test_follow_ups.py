"""Follow-ups beside a month's file, read by real programs: as tasks and as whole days."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.commands.calendar_selection import OneMonth
from netchal_gui.commands.export_interviews import export
from netchal_gui.commands.people import tick
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.preferences import FollowUpsInCalendar
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.follow_ups import follow_up
from tests.interop.typed_interviews import NOW

pytestmark = pytest.mark.interop

DECEMBER = OneMonth(date(2026, 12, 1))
ARTICLE, THANKS = "Send José the article; today, not “soon”", "Thank Ada"


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    store = Store.open(tmp_path / "netchal.db")
    bench = Workbench(store, lambda: NOW, uuid4, zone="Europe/Berlin")
    follow_up(bench, ARTICLE, date(2026, 12, 3))
    tick(bench, follow_up(bench, THANKS, date(2026, 12, 24)), True)
    yield bench
    store.close()


def written(workbench: Workbench, form: FollowUpsInCalendar, folder: Path) -> Path:
    change_preferences(workbench, replace(workbench.preferences, follow_ups_in_calendar=form))
    return export(workbench, DECEMBER, folder / "month.ics").files[-1]


def test_calcurse_takes_the_tasks_with_their_state(workbench: Workbench, tmp_path: Path) -> None:
    program = shutil.which("calcurse")
    if program is None:
        pytest.skip("calcurse is not installed")
    file = written(workbench, FollowUpsInCalendar.TODO, tmp_path)
    home = ["-D", str(tmp_path / "calcurse"), "-C", str(tmp_path / "conf")]
    subprocess.run([program, *home, "-i", str(file)], check=True, capture_output=True, timeout=60)
    kept = (tmp_path / "calcurse" / "todo").read_text("utf-8").splitlines()

    assert [(line[:2], ARTICLE in line or THANKS in line) for line in kept] == [("[0", True), ("[-", True)]


def test_calendars_show_whole_days_that_keep_nobody_busy(
    workbench: Workbench, tmp_path: Path, accept
) -> None:
    file = written(workbench, FollowUpsInCalendar.EVENT, tmp_path)
    by_text = {each.text: each for each in workbench.store.every(FollowUp)}
    events = [
        {
            "uid": str(by_text[text].id),
            "all_day": True,
            "start": f"2026-12-{day:02}",
            "end": f"2026-12-{day + 1:02}",
            "summary": summary,
            "location": "",
            "description": "",
            "url": "",
            "categories": ["netchal"],
            "status": "CONFIRMED",
            "busy": "free",
            "sequence": sequence,
            "alarms": [],
        }
        for text, day, summary, sequence in ((ARTICLE, 3, ARTICLE, 0), (THANKS, 24, f"Done: {THANKS}", 1))
    ]
    expected = tmp_path / "expected.json"
    expected.write_text(json.dumps({"count": 2, "events": events}, ensure_ascii=False))
    programs = "ical.js,ical,py-vobject,calcurse,khal"  # not the check of blocks, which are to keep one busy
    accept("accept_ics.sh", file, expected, "--clients", programs)
