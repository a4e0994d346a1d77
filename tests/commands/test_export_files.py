"""The files of an export: their names, and that a fault leaves neither files nor memory."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from netchal_gui import files
from netchal_gui.commands import plan
from netchal_gui.commands.export_interviews import (
    add_to_calendar,
    export,
    export_folder,
    suggested_target,
)
from netchal_gui.commands.progress import Cancelled
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.preferences import ExportShape, Preferences
from netchal_gui.storage.faults import DiskFault
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import DECEMBER, copies, events, planned


def test_a_folder_gets_one_file_each_with_a_plain_name(workbench: Workbench, tmp_path: Path) -> None:
    planned(workbench, "José Ñandú", "2026-12-03T09:30", "America/New_York")
    planned(workbench, "你好", "2026-12-04T09:30")
    result = export(workbench, DECEMBER, tmp_path / "folder")
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == [
        "2026-12-03_0930_Jose-Nandu.ics",
        "2026-12-04_0930.ics",
    ]
    assert [len(events(file)) for file in result.files] == [1, 1]
    assert result.sentence == f"Wrote 2 files, one for each event, to {tmp_path / 'folder'}"


def test_one_file_has_all_events_and_says_so(workbench: Workbench, tmp_path: Path) -> None:
    for day in range(1, 13):
        planned(workbench, f"Person {day}", f"2026-12-{day:02}T09:30")
    result = export(workbench, DECEMBER, tmp_path / "month.ics")
    assert result.sentence == f"Wrote one file with all 12 events: {tmp_path / 'month.ics'}"
    assert len(events(*result.files)) == 12


def test_two_interviews_at_one_time_get_two_files(workbench: Workbench, tmp_path: Path) -> None:
    for _ in range(2):
        planned(workbench, "Ada", "2026-12-03T12:00")
    result = export(workbench, DECEMBER, tmp_path)
    assert [file.name for file in result.files] == [
        "2026-12-03_1200_Ada.ics",
        "2026-12-03_1200_Ada-2.ics",
    ]


def test_a_strange_file_of_the_same_name_is_left_alone(workbench: Workbench, tmp_path: Path) -> None:
    strange = tmp_path / "2026-12-03_1200_ADA.ics"
    strange.write_text("mine")
    planned(workbench, "Ada", "2026-12-03T12:00")
    (file,) = export(workbench, DECEMBER, tmp_path).files
    assert (file.name, strange.read_text()) == ("2026-12-03_1200_Ada-2.ics", "mine")


def test_the_same_export_again_takes_the_same_files(workbench: Workbench, tmp_path: Path) -> None:
    planned(workbench, "Ada", "2026-12-03T12:00")
    assert export(workbench, DECEMBER, tmp_path).files == export(workbench, DECEMBER, tmp_path).files


def test_add_to_calendar_writes_into_the_chosen_export_folder(workbench: Workbench, tmp_path: Path) -> None:
    chosen = Preferences(export_folder=str(tmp_path / "calendar"))
    workbench.apply(Edit("Choose", (Change(None, chosen),)))
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    (file,) = add_to_calendar(workbench, [interview.id]).files
    assert file == tmp_path / "calendar" / "2026-12-03_1200_Ada.ics"


def test_the_suggested_file_is_named_after_the_month(workbench: Workbench) -> None:
    suggested = suggested_target(workbench, DECEMBER, ExportShape.ONE_FILE)
    assert suggested == export_folder(workbench) / "netchal-2026-12.ics"


def test_the_result_can_become_json(workbench: Workbench, tmp_path: Path) -> None:
    planned(workbench, "Ada", "2026-12-03T12:00")
    assert export(workbench, DECEMBER, tmp_path / "x.ics").as_json() == {
        "files": [str(tmp_path / "x.ics")],
        "events": 1,
        "cancelled": 0,
        "sentence": f"Wrote one file with one event: {tmp_path / 'x.ics'}",
        "advice": "",
        "follow_ups": 0,
    }


# When things go wrong


def failing(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_failed_write_remembers_nothing_and_leaves_nothing(
    workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(workbench, "Ada", "2026-12-03T12:00")
    monkeypatch.setattr(files.os, "fsync", failing)
    with pytest.raises(OSError, match="No space left") as fault:
        export(workbench, DECEMBER, tmp_path / "folder")
    assert fault.value.filename == str(tmp_path / "folder")
    assert copies(workbench) == []
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_disk_that_fills_up_at_any_write_leaves_nothing(
    workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own method: fail the first write, then the second … until all of them pass."""
    for day in range(1, 29):
        planned(workbench, "Ada", f"2026-12-{day:02}T12:00")
    flush = os.fsync
    for room in range(1, 1000):
        left = iter(range(room))

        def flush_while_there_is_room(descriptor: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise OSError(28, "No space left on device")
            flush(descriptor)

        monkeypatch.setattr(os, "fsync", flush_while_there_is_room)
        try:
            result = export(workbench, DECEMBER, tmp_path / "folder")
        except OSError:
            assert copies(workbench) == []
            assert list((tmp_path / "folder").iterdir()) == []
        else:
            break
    assert room > 28
    assert len(events(*result.files)) == len(copies(workbench)) == 28


def test_a_failed_memory_leaves_the_former_file(
    workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFault("The disk is full.")

    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    (file,) = export(workbench, DECEMBER, tmp_path / "x.ics").files
    before = file.read_bytes()
    plan.move(workbench, interview, datetime(2026, 12, 4, 12))
    monkeypatch.setattr(workbench.store, "put", full)
    with pytest.raises(DiskFault):
        export(workbench, DECEMBER, file)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*x.ics*")] == ["x.ics"]


def many(workbench: Workbench, count: int) -> None:
    template = planned(workbench, "Ada", "2026-12-03T12:00")
    more = (Change(None, replace(template, id=UUID(int=n))) for n in range(1, count))
    workbench.apply(Edit("Plan", tuple(more)))


def test_a_large_export_tells_how_far_it_is(workbench: Workbench, tmp_path: Path) -> None:
    many(workbench, 500)
    told: list[tuple[int, int]] = []
    export(workbench, DECEMBER, tmp_path / "x.ics", lambda done, total: told.append((done, total)))
    assert told == [(n, 500) for n in range(1, 501)]


@pytest.mark.parametrize("target", ["x.ics", "folder"])
def test_a_cancelled_export_leaves_nothing(workbench: Workbench, tmp_path: Path, target: str) -> None:
    def stop(done: int, total: int) -> None:
        if done == total // 2:
            raise Cancelled

    many(workbench, 500)
    with pytest.raises(Cancelled):
        export(workbench, DECEMBER, tmp_path / "out" / target, stop)
    assert copies(workbench) == []
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []
