"""Which interviews and blocks an export has, and what their events say."""

from datetime import date, datetime, time
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.commands import blocks, plan
from netchal_gui.commands.calendar_selection import AllPlanned, Chosen, OneMonth
from netchal_gui.commands.export_interviews import (
    export,
    update_file,
)
from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.preferences import Preferences
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import DECEMBER, events, one, planned, summaries


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
