"""What is remembered of an export, so that calendars are told anew and not twice."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.commands import plan
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.export_interviews import (
    export,
    new_copy,
    update_file,
)
from netchal_gui.commands.import_all import import_all
from netchal_gui.commands.interview_form import save_changed
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import DECEMBER, copies, events, one, planned


def test_an_export_is_remembered(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00", place="Café")
    (file,) = export(workbench, DECEMBER, tmp_path).files
    (copy,) = copies(workbench)
    assert (copy.subject_id, copy.file, copy.place, copy.sequence) == (interview.id, str(file), "Café", 0)
    assert (copy.start, copy.exported) == (datetime(2026, 12, 3, 11, tzinfo=UTC), workbench.now())


def test_undo_after_an_export_takes_back_the_step_before_it(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    planned_label = workbench.undo_label
    uid = one(events(*export(workbench, DECEMBER, tmp_path / "x.ics").files))["UID"]
    assert workbench.undo_label == planned_label
    workbench.undo()
    assert workbench.store.get(Interview, interview.id) is None
    workbench.redo()
    assert one(events(*export(workbench, DECEMBER, tmp_path / "x.ics").files))["UID"] == uid


def test_an_undone_plan_is_told_to_calendars_as_cancelled(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    uid = one(events(*export(workbench, DECEMBER, tmp_path / "x.ics").files))["UID"]
    workbench.undo()
    event = one(events(*update_file(workbench, [interview.id], tmp_path / "x.ics").files))
    assert (event["UID"], event["STATUS"]) == (uid, "CANCELLED")


def test_an_import_whose_copies_were_exported_anew_stays(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    export(workbench, DECEMBER, tmp_path / "x.ics")
    whole = tmp_path / "all.json"
    export_all(workbench, whole)
    store = Store.open(tmp_path / "other" / "netchal.db")
    try:
        other = Workbench(store, workbench.now, uuid4, zone="Europe/Berlin")
        import_all(other, whole)
        update_file(other, [interview.id], tmp_path / "x.ics")
        assert (other.undo_label, other.undo()) == (None, None)
        assert copies(other) == copies(workbench)
    finally:
        store.close()


def test_an_unchanged_interview_keeps_uid_and_sequence(workbench: Workbench, tmp_path: Path) -> None:
    planned(workbench, "Ada", "2026-12-03T12:00")
    first, second = (events(*export(workbench, DECEMBER, tmp_path / "x.ics").files) for _ in range(2))
    assert first == second


def test_a_moved_interview_keeps_its_uid_and_its_sequence_rises(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    first = one(events(*export(workbench, DECEMBER, tmp_path / "a.ics").files))
    plan.move(workbench, interview, datetime(2026, 12, 4, 12))
    result = update_file(workbench, [interview.id], tmp_path / "b.ics")
    second = one(events(*result.files))
    assert (second["UID"], second["SEQUENCE"]) == (first["UID"], "1")
    assert second["DTSTART"] == "20261204T120000"
    assert "Thunderbird" in result.advice


@pytest.mark.parametrize(
    ("changes", "sequence"), [({"place": "Café"}, "1"), ({"minutes": 30}, "1"), ({"reminder": 15}, "0")]
)
def test_the_sequence_rises_with_place_and_end_but_not_with_the_reminder(
    workbench: Workbench, tmp_path: Path, changes: dict[str, object], sequence: str
) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    export(workbench, DECEMBER, tmp_path / "x.ics")
    save_changed(workbench, interview, replace(interview, **changes))  # type: ignore[arg-type]
    event = one(events(*export(workbench, DECEMBER, tmp_path / "x.ics").files))
    assert event["SEQUENCE"] == sequence


def test_a_new_copy_has_a_fresh_uid_and_the_former_is_not_current(
    workbench: Workbench, tmp_path: Path
) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    first = one(events(*export(workbench, DECEMBER, tmp_path / "a.ics").files))
    plan.move(workbench, interview, datetime(2026, 12, 4, 12))
    result = new_copy(workbench, [interview.id], tmp_path / "b.ics")
    second = one(events(*result.files))
    assert second["UID"] != first["UID"]
    assert (second["SEQUENCE"], second["DTSTART"]) == ("0", "20261204T120000")
    assert [(copy.uid, copy.current) for copy in copies(workbench)] == [
        (first["UID"], False),
        (second["UID"], True),
    ]
    assert result.advice == (
        "Open the file in your calendar, then delete the old event of Thu 3 Dec, 12:00 there."
    )


def test_what_was_called_off_has_no_new_copy(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    export(workbench, DECEMBER, tmp_path / "a.ics")
    after = plan.take_step(workbench, interview, StepKind.CANCELLED)
    with pytest.raises(Refused, match="called off"):
        new_copy(workbench, [after.id], tmp_path / "b.ics")


def test_a_deleted_interview_is_told_as_cancelled(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00", place="Café")
    uid = one(events(*export(workbench, DECEMBER, tmp_path / "a.ics").files))["UID"]
    plan.delete_interview(workbench, interview)
    event = one(events(*update_file(workbench, [interview.id], tmp_path / "b.ics").files))
    assert (event["UID"], event["STATUS"], event["SEQUENCE"]) == (uid, "CANCELLED", "1")
    assert event["DTSTART"] == "20261203T110000Z"


def test_the_cancellation_of_a_deleted_interview_names_the_person(
    workbench: Workbench, tmp_path: Path
) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    export(workbench, DECEMBER, tmp_path / "a.ics")
    plan.delete_interview(workbench, interview)
    for _ in range(2):
        event = one(events(*update_file(workbench, [interview.id], tmp_path / "b.ics").files))
        assert event["SUMMARY"] == "Cancelled: Interview with Ada"
