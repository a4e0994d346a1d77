"""Exports as the calendar programs meet them: files with events, told once and told anew."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from netchal_gui import files
from netchal_gui.commands import blocks, plan
from netchal_gui.commands.calendar_selection import AllPlanned, Chosen, OneMonth
from netchal_gui.commands.export_interviews import (
    add_to_calendar,
    export,
    export_folder,
    new_copy,
    suggested_target,
    update_file,
)
from netchal_gui.commands.progress import Cancelled
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.preferences import ExportShape, Preferences
from netchal_gui.storage.faults import DiskFault
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


# What is exported


def test_one_interview_becomes_one_event(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Daniel Kim", "2026-12-03T12:00")
    planned(workbench, "Ada", "2026-12-04T12:00")
    result = export(workbench, Chosen((interview.id,)), tmp_path / "one.ics")
    event = one(events(*result.files))
    assert event["SUMMARY"] == "Interview with Daniel Kim"
    assert (event["DTSTART"], event["DTEND"]) == ("20261203T120000", "20261203T124500")
    assert (event["SEQUENCE"], event["STATUS"], event["CATEGORIES"]) == ("0", "CONFIRMED", "netchal,Coffee")


def test_the_description_says_how_to_reach_the_person(workbench: Workbench, tmp_path: Path) -> None:
    person = Contact(
        id=uuid4(),
        name="Daniel Kim",
        created=workbench.now(),
        role="CTO",
        organisation="Kim, Sons & Co",
        emails=(Labelled("daniel@example.com"),),
        phones=(Labelled("+49 30 1", "work"),),
    )
    workbench.apply(Edit("Add person", (Change(None, person),)))
    interview = planned(workbench, "Daniel Kim", "2026-12-03T12:00", link="https://meet.example.com/x")
    event = one(events(*export(workbench, Chosen((interview.id,)), tmp_path).files))
    assert event["DESCRIPTION"] == (
        r"Daniel Kim\nCTO\, Kim\, Sons & Co\n+49 30 1 (work)\ndaniel@example.com\n\n"
        r"Link: https://meet.example.com/x"
    )
    assert event["URL"] == "https://meet.example.com/x"


def test_several_people_stand_in_one_summary(workbench: Workbench, tmp_path: Path) -> None:
    interview = plan.plan(workbench, ["Ada", "Grace", "Daniel"], datetime(2026, 12, 3, 12)).interview
    result = export(workbench, Chosen((interview.id,)), tmp_path / "x.ics")
    assert summaries(*result.files) == ["Interview with Ada\\, Grace and Daniel"]


def test_a_month_has_what_begins_in_it_by_the_local_day(workbench: Workbench, tmp_path: Path) -> None:
    planned(workbench, "Last of November", "2026-11-30T23:30", "America/New_York")
    planned(workbench, "First", "2026-12-01T00:00", "Pacific/Kiritimati")
    planned(workbench, "Last", "2026-12-31T23:59", "Pacific/Pago_Pago")
    planned(workbench, "Next year", "2027-01-01T00:00")
    blocks.block_day(workbench, date(2026, 12, 1), time(12), time(13))
    blocks.block_day(workbench, date(2027, 1, 1))
    result = export(workbench, DECEMBER, tmp_path / "month.ics")
    assert summaries(*result.files) == [
        "Interview with First",
        "Kept for interviews",
        "Interview with Last",
    ]


def test_all_has_what_is_planned_and_the_blocks_that_are_not_over(
    workbench: Workbench, tmp_path: Path
) -> None:
    planned(workbench, "Still open", "2026-11-01T12:00")
    plan.take_step(workbench, planned(workbench, "Done", "2026-11-02T12:00"), StepKind.MET)
    planned(workbench, "Next year", "2027-06-01T12:00")
    blocks.block_day(workbench, date(2026, 11, 5))
    blocks.block_day(workbench, date(2026, 12, 5))
    result = export(workbench, AllPlanned(), tmp_path / "all.ics")
    assert summaries(*result.files) == [
        "Interview with Still open",
        "Kept for interviews",
        "Interview with Next year",
    ]


def test_a_cancelled_interview_that_no_calendar_knows_is_left_out(
    workbench: Workbench, tmp_path: Path
) -> None:
    plan.take_step(workbench, planned(workbench, "Ada", "2026-12-03T12:00"), StepKind.CANCELLED)
    assert export(workbench, DECEMBER, tmp_path / "x.ics").events == 0


@pytest.mark.parametrize("selection", [DECEMBER, AllPlanned()])
def test_a_cancelled_interview_that_was_exported_is_told_as_cancelled(
    workbench: Workbench, tmp_path: Path, selection: OneMonth | AllPlanned
) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00")
    uid = one(events(*export(workbench, selection, tmp_path / "a.ics").files))["UID"]
    plan.take_step(workbench, interview, StepKind.CANCELLED)
    result = export(workbench, selection, tmp_path / "b.ics")
    event = one(events(*result.files))
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (uid, "1", "CANCELLED")
    assert event["SUMMARY"] == "Cancelled: Interview with Ada"
    assert result.cancelled == 1


def test_nothing_to_export_writes_nothing_and_says_so(workbench: Workbench, tmp_path: Path) -> None:
    result = export(workbench, DECEMBER, tmp_path / "x.ics")
    assert (result.files, result.events) == ((), 0)
    assert result.sentence == "Nothing to export: December 2026 has no interview or block."
    assert not (tmp_path / "x.ics").exists()


def test_privacy_is_the_persons_choice(workbench: Workbench, tmp_path: Path) -> None:
    workbench.apply(Edit("Choose", (Change(None, Preferences(private_events=False)),)))
    planned(workbench, "Ada", "2026-12-03T12:00")
    assert "CLASS" not in one(events(*export(workbench, DECEMBER, tmp_path / "x.ics").files))


# Blocks


def spans(*paths: Path) -> list[tuple[str, str]]:
    kept = (event for event in events(*paths) if event["SUMMARY"] == "Kept for interviews")
    return [(event["DTSTART"], event["DTEND"]) for event in kept]


def test_a_whole_day_block_has_days(workbench: Workbench, tmp_path: Path) -> None:
    blocks.block_day(workbench, date(2026, 12, 24))
    result = export(workbench, DECEMBER, tmp_path)
    assert spans(*result.files) == [("20261224", "20261225")]
    assert [file.name for file in result.files] == ["2026-12-24_Kept-for-interviews.ics"]


def test_only_what_an_interview_leaves_of_a_block_is_exported(workbench: Workbench, tmp_path: Path) -> None:
    blocks.block_day(workbench, date(2026, 12, 1), time(12), time(14))
    planned(workbench, "Ada", "2026-12-01T12:30")
    result = export(workbench, DECEMBER, tmp_path / "x.ics")
    assert spans(*result.files) == [
        ("20261201T120000", "20261201T123000"),
        ("20261201T131500", "20261201T140000"),
    ]


def test_what_is_left_of_a_whole_day_has_clock_times(workbench: Workbench, tmp_path: Path) -> None:
    blocks.block_day(workbench, date(2026, 12, 1))
    planned(workbench, "Ada", "2026-12-01T00:00", minutes=60)
    result = export(workbench, DECEMBER, tmp_path / "x.ics")
    assert spans(*result.files) == [("20261201T010000", "20261202T000000")]


def test_an_interview_called_off_gives_its_part_back(workbench: Workbench, tmp_path: Path) -> None:
    blocks.block_day(workbench, date(2026, 12, 1), time(12), time(14))
    plan.take_step(workbench, planned(workbench, "Ada", "2026-12-01T12:30"), StepKind.DECLINED)
    result = export(workbench, DECEMBER, tmp_path / "x.ics")
    assert spans(*result.files) == [("20261201T120000", "20261201T140000")]


def test_a_piece_that_vanished_is_told_as_cancelled(workbench: Workbench, tmp_path: Path) -> None:
    (block,) = blocks.block_day(workbench, date(2026, 12, 1), time(12), time(14)).blocks
    interview = planned(workbench, "Ada", "2026-12-01T12:30")
    before = events(*export(workbench, Chosen((block.id,)), tmp_path / "a.ics").files)
    plan.move(workbench, interview, datetime(2026, 12, 2, 12))
    first, second = events(*update_file(workbench, [block.id], tmp_path / "b.ics").files)
    assert (first["UID"], first["DTEND"], first["SEQUENCE"]) == (before[0]["UID"], "20261201T140000", "1")
    assert (second["UID"], second["STATUS"], second["SEQUENCE"]) == (before[1]["UID"], "CANCELLED", "1")
    assert second["SUMMARY"] == "Cancelled: Kept for interviews"


# Files


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
    }


# What is remembered


def test_an_export_is_remembered_in_one_edit(workbench: Workbench, tmp_path: Path) -> None:
    interview = planned(workbench, "Ada", "2026-12-03T12:00", place="Café")
    (file,) = export(workbench, DECEMBER, tmp_path).files
    (copy,) = copies(workbench)
    assert (copy.subject_id, copy.file, copy.place, copy.sequence) == (interview.id, str(file), "Café", 0)
    assert (copy.start, copy.exported) == (datetime(2026, 12, 3, 11, tzinfo=UTC), workbench.now())
    workbench.undo()
    assert copies(workbench) == []


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
    plan.change_interview(workbench, interview, replace(interview, **changes))  # type: ignore[arg-type]
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
