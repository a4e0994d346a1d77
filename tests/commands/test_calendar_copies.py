from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from netchal_gui.commands import blocks, plan
from netchal_gui.commands.calendar_copies import Outdated, outdated
from netchal_gui.commands.calendar_selection import AllPlanned
from netchal_gui.commands.export_interviews import export, new_copy, update_file
from netchal_gui.commands.interview_form import save_changed
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.workbench import Workbench


@pytest.fixture
def interview(workbench: Workbench, tmp_path: Path) -> Interview:
    """An interview that calendars know."""
    planned = plan.plan(workbench, ["Ada"], datetime(2026, 12, 3, 12), place="Café").interview
    export(workbench, AllPlanned(), tmp_path / "all.ics")
    return planned


def only(found: list[Outdated]) -> Outdated:
    (single,) = found
    return single


def test_what_was_just_exported_is_up_to_date(workbench: Workbench, interview: Interview) -> None:
    assert outdated(workbench) == outdated(workbench, [interview.id]) == []


def test_what_no_calendar_knows_is_not_out_of_date(workbench: Workbench) -> None:
    planned = plan.plan(workbench, ["Ada"], datetime(2026, 12, 3, 12)).interview
    plan.move(workbench, planned, datetime(2026, 12, 4, 12))
    assert outdated(workbench) == []


def test_a_moved_interview_is_out_of_date(workbench: Workbench, interview: Interview) -> None:
    plan.move(workbench, interview, datetime(2026, 12, 4, 12))
    found = only(outdated(workbench))
    assert (found.subject_id, found.title, found.can_copy) == (interview.id, "Interview with Ada", True)
    assert found.sentence == "Moved; your calendar still shows Thu 3 Dec, 12:00."


def test_a_time_elsewhere_is_told_at_the_viewers_clock_as_calendars_show_it(
    workbench: Workbench, tmp_path: Path
) -> None:
    planned = plan.plan(workbench, ["Yuki"], datetime(2026, 12, 3, 20), zone="Asia/Tokyo").interview
    export(workbench, AllPlanned(), tmp_path / "all.ics")
    plan.move(workbench, planned, datetime(2026, 12, 4, 20))
    assert only(outdated(workbench)).sentence == "Moved; your calendar still shows Thu 3 Dec, 12:00."


def test_a_moved_back_interview_is_up_to_date(workbench: Workbench, interview: Interview) -> None:
    moved = plan.move(workbench, interview, datetime(2026, 12, 4, 12)).interview
    plan.move(workbench, moved, datetime(2026, 12, 3, 12))
    assert outdated(workbench) == []


def test_a_cancelled_interview_is_out_of_date_and_has_nothing_to_copy(
    workbench: Workbench, interview: Interview
) -> None:
    plan.take_step(workbench, interview, StepKind.CANCELLED)
    found = only(outdated(workbench))
    assert found.sentence == "Called off; your calendar still shows Thu 3 Dec, 12:00."
    assert not found.can_copy


def test_another_place_is_out_of_date(workbench: Workbench, interview: Interview) -> None:
    save_changed(workbench, interview, replace(interview, place="Office"))
    assert only(outdated(workbench)).sentence == "The place changed since the export of Thu 3 Dec, 12:00."


def test_having_met_changes_nothing_in_the_calendar(workbench: Workbench, interview: Interview) -> None:
    plan.take_step(workbench, interview, StepKind.MET)
    assert outdated(workbench) == []


def test_a_deleted_interview_is_out_of_date(workbench: Workbench, interview: Interview) -> None:
    plan.delete_interview(workbench, interview)
    found = only(outdated(workbench))
    assert (found.subject, found.title) == (None, "Interview with Ada")
    assert found == only(outdated(workbench, [interview.id]))


def test_a_block_is_out_of_date_once_an_interview_is_laid_on_it(workbench: Workbench, tmp_path: Path) -> None:
    (block,) = blocks.block_day(workbench, date(2026, 12, 1), time(12), time(14)).blocks
    export(workbench, AllPlanned(), tmp_path / "all.ics")
    plan.plan(workbench, ["Ada"], datetime(2026, 12, 1, 12, 30))
    found = only(outdated(workbench))
    assert (found.subject_id, found.title) == (block.id, "Kept for interviews")


@pytest.mark.parametrize("tell", [update_file, new_copy])
def test_an_update_and_a_new_copy_both_bring_it_up_to_date(
    workbench: Workbench, interview: Interview, tmp_path: Path, tell: object
) -> None:
    plan.move(workbench, interview, datetime(2026, 12, 4, 12))
    tell(workbench, [interview.id], tmp_path / "again.ics")  # type: ignore[operator]
    assert outdated(workbench) == []


def test_a_told_cancellation_is_up_to_date(
    workbench: Workbench, interview: Interview, tmp_path: Path
) -> None:
    plan.delete_interview(workbench, interview)
    update_file(workbench, [interview.id], tmp_path / "again.ics")
    assert outdated(workbench) == []


def test_what_is_over_is_listed_only_when_asked_for(
    workbench: Workbench, interview: Interview, clock
) -> None:
    plan.move(workbench, interview, datetime(2026, 12, 4, 12))
    clock.later(days=30)
    assert outdated(workbench) == []
    assert len(outdated(workbench, [interview.id])) == 1
