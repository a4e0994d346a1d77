"""Follow-ups beside a calendar file: left out, as tasks, or as whole days; told again when they move."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netchal_gui.commands.calendar_selection import AllPlanned, Chosen, OneMonth
from netchal_gui.commands.export_interviews import export
from netchal_gui.commands.follow_ups import snooze
from netchal_gui.commands.people import tick
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.preferences import FollowUpsInCalendar
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import DECEMBER, events, one, planned
from tests.commands.conftest import Clock
from tests.commands.people_files import add
from tests.follow_ups import follow_up, stored

DAY = date(2026, 12, 3)
NAME = "month-follow-ups.ics"


def wish(workbench: Workbench, form: FollowUpsInCalendar) -> None:
    change_preferences(workbench, replace(workbench.preferences, follow_ups_in_calendar=form))


@pytest.fixture
def tasks(workbench: Workbench) -> FollowUp:
    """As tasks, with one that is due in December."""
    wish(workbench, FollowUpsInCalendar.TODO)
    ada = add(workbench, "Ada Lovelace")
    return follow_up(workbench, "Send the article", DAY, contact_id=ada.id)


def todos(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode().replace("\r\n ", "")
    found = []
    for body in re.findall("BEGIN:VTODO\r\n(.*?)\r\nEND:VTODO", text, re.DOTALL):
        lines = (line.partition(":") for line in body.split("\r\n"))
        found.append({name.split(";")[0]: value for name, _, value in lines})
    return found


def test_they_are_left_out_until_one_wishes_them(workbench: Workbench, tmp_path: Path) -> None:
    follow_up(workbench, "Send the article", DAY)
    planned(workbench, "Ada", "2026-12-03T12:00")
    result = export(workbench, DECEMBER, tmp_path / "month.ics")

    assert ([file.name for file in result.files], result.follow_ups) == (["month.ics"], 0)


def test_as_tasks_they_stand_in_a_file_of_their_own(
    workbench: Workbench, tasks: FollowUp, tmp_path: Path
) -> None:
    planned(workbench, "Ada", "2026-12-03T12:00")
    result = export(workbench, DECEMBER, tmp_path / "month.ics")
    task = one(todos(tmp_path / NAME))

    assert [file.name for file in result.files] == ["month.ics", NAME]
    assert (task["UID"], task["DUE"], task["SUMMARY"], task["DESCRIPTION"], task["STATUS"]) == (
        str(tasks.id),
        "20261203",
        "Send the article",
        "Ada Lovelace",
        "NEEDS-ACTION",
    )


def test_the_sentence_names_the_file(workbench: Workbench, tasks: FollowUp, tmp_path: Path) -> None:
    result = export(workbench, DECEMBER, tmp_path / "month.ics")

    assert result.sentence == f"1 follow-up stands in {tmp_path / NAME}"


def test_a_folder_has_one_file_for_all_of_them(workbench: Workbench, tasks: FollowUp, tmp_path: Path) -> None:
    planned(workbench, "Ada", "2026-12-03T12:00")
    result = export(workbench, DECEMBER, tmp_path / "out")

    assert result.files[-1].name == "netchal-2026-12-follow-ups.ics"


def test_as_events_they_fill_the_day_and_keep_nobody_busy(
    workbench: Workbench, tasks: FollowUp, tmp_path: Path
) -> None:
    wish(workbench, FollowUpsInCalendar.EVENT)
    export(workbench, DECEMBER, tmp_path / "month.ics")
    event = one(events(tmp_path / NAME))

    assert (event["DTSTART"], event["DTEND"], event["TRANSP"]) == ("20261203", "20261204", "TRANSPARENT")
    assert (event["X-MICROSOFT-CDO-BUSYSTATUS"], event["STATUS"]) == ("FREE", "CONFIRMED")


def test_another_month_has_none_of_it(workbench: Workbench, tasks: FollowUp, tmp_path: Path) -> None:
    planned(workbench, "Ada", "2027-01-03T12:00")
    result = export(workbench, OneMonth(date(2027, 1, 1)), tmp_path / "month.ics")

    assert result.follow_ups == 0


def test_one_that_was_put_off_out_of_the_month_is_told_its_new_day_under_the_same_uid(
    workbench: Workbench, tasks: FollowUp, tmp_path: Path, clock: Clock
) -> None:
    clock.later(hours=1)
    snooze(workbench, tasks, date(2027, 1, 7))
    export(workbench, DECEMBER, tmp_path / "month.ics")
    task = one(todos(tmp_path / NAME))

    assert (task["UID"], task["DUE"], task["SEQUENCE"]) == (str(tasks.id), "20270107", "1")


def test_a_done_one_is_told_to_be_completed(workbench: Workbench, tasks: FollowUp, tmp_path: Path) -> None:
    tick(workbench, tasks, True)
    export(workbench, DECEMBER, tmp_path / "month.ics")
    task = one(todos(tmp_path / NAME))

    assert (task["STATUS"], task["COMPLETED"]) == ("COMPLETED", "20261123T090000Z")


def test_the_same_export_again_gives_the_same_bytes(
    workbench: Workbench, tasks: FollowUp, tmp_path: Path, clock: Clock
) -> None:
    export(workbench, DECEMBER, tmp_path / "month.ics")
    before = (tmp_path / NAME).read_bytes()
    clock.later(days=1)
    export(workbench, DECEMBER, tmp_path / "month.ics")

    assert (tmp_path / NAME).read_bytes() == before


def test_all_that_is_planned_takes_all_open_ones_that_have_a_day(
    workbench: Workbench, tasks: FollowUp, tmp_path: Path
) -> None:
    follow_up(workbench, "Some day")
    tick(workbench, follow_up(workbench, "Long done", DAY), True)
    export(workbench, AllPlanned(), tmp_path / "month.ics")

    assert [task["SUMMARY"] for task in todos(tmp_path / NAME)] == ["Send the article"]


def test_a_chosen_interview_goes_alone(workbench: Workbench, tasks: FollowUp, tmp_path: Path) -> None:
    talk = planned(workbench, "Ada", "2026-12-03T12:00")

    assert export(workbench, Chosen((talk.id,)), tmp_path / "one.ics").follow_ups == 0


def test_what_went_along_changes_nothing_in_the_data_file(
    workbench: Workbench, tasks: FollowUp, tmp_path: Path
) -> None:
    export(workbench, DECEMBER, tmp_path / "month.ics")

    assert (workbench.store.count(CalendarCopy), stored(workbench, tasks)) == (0, tasks)


def test_one_put_off_to_no_day_keeps_the_last_one_it_had(
    workbench: Workbench, tasks: FollowUp, tmp_path: Path
) -> None:
    snooze(workbench, tasks, None)
    export(workbench, DECEMBER, tmp_path / "month.ics")

    assert one(todos(tmp_path / NAME))["DUE"] == "20261203"
