"""Importing when one's own calendar is taken: what is kept, what goes, and that it can be undone."""

from datetime import date, datetime
from pathlib import Path

import pytest

from netchal_gui.commands import busy_times
from netchal_gui.commands.calendar_selection import OneMonth
from netchal_gui.commands.export_interviews import export
from netchal_gui.commands.plan import plan
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.workbench import Workbench


def event(start: str, *lines: str) -> str:
    return "\n".join(
        ["BEGIN:VEVENT", f"DTSTART:{start}", "DURATION:PT1H", "SUMMARY:Secret", *lines, "END:VEVENT\n"]
    )


def calendar(folder: Path, *events: str, name: str = "work.ics") -> Path:
    path = folder / name
    path.write_text("".join(["BEGIN:VCALENDAR\nVERSION:2.0\n", *events, "END:VCALENDAR\n"]))
    return path


def bring_in(workbench: Workbench, path: Path) -> str:
    return busy_times.apply(workbench, busy_times.prepare(workbench, path))


def kept(workbench: Workbench) -> list[str]:
    return sorted(f"{each.start:%m-%d %H}" for each in workbench.store.every(BusyTime))


def test_the_preview_says_how_many_and_of_which_days_and_changes_nothing(
    workbench: Workbench, tmp_path: Path
) -> None:
    found = busy_times.prepare(workbench, calendar(tmp_path, event("20261201T110000Z", "RRULE:FREQ=WEEKLY")))

    assert found.sentence == "56 busy times from 23 Sep 2026 to 23 Dec 2027."
    assert not kept(workbench)


def test_only_from_and_to_are_kept(workbench: Workbench, tmp_path: Path) -> None:
    bring_in(workbench, calendar(tmp_path, event("20261201T110000Z")))

    assert kept(workbench) == ["12-01 11"]
    assert b"Secret" not in workbench.store.path.read_bytes()


@pytest.mark.parametrize("name", ["work.ics", "work (1).ics"])
def test_the_same_calendar_again_replaces_what_it_gave_before(
    workbench: Workbench, tmp_path: Path, name: str
) -> None:
    bring_in(workbench, calendar(tmp_path, event("20261201T110000Z"), event("20261202T110000Z")))
    second = calendar(tmp_path, event("20261202T110000Z"), event("20261203T110000Z"), name=name)
    preview = busy_times.prepare(workbench, second).sentence
    bring_in(workbench, second)

    assert preview.endswith("The 2 that work.ics gave before go.")
    assert kept(workbench) == ["12-02 11", "12-03 11"]


def test_two_calendars_stand_beside_each_other(workbench: Workbench, tmp_path: Path) -> None:
    bring_in(workbench, calendar(tmp_path, event("20261201T110000Z")))
    bring_in(workbench, calendar(tmp_path, event("20261202T110000Z"), name="home.ics"))

    assert kept(workbench) == ["12-01 11", "12-02 11"]


def test_the_same_file_twice_is_no_step_of_undo(workbench: Workbench, tmp_path: Path) -> None:
    path = calendar(tmp_path, event("20261201T110000Z"))
    bring_in(workbench, path)
    workbench.undo()
    workbench.redo()

    assert bring_in(workbench, path).startswith("Nothing changed")
    assert kept(workbench) == ["12-01 11"]


def test_one_undo_takes_an_import_of_thousands_back(workbench: Workbench, tmp_path: Path) -> None:
    bring_in(workbench, calendar(tmp_path, event("20261001T090000Z", "RRULE:FREQ=DAILY;BYHOUR=9,11,13,15")))
    many = len(kept(workbench))
    workbench.undo()

    assert many > 1_000
    assert not kept(workbench)


def test_a_calendar_can_be_forgotten(workbench: Workbench, tmp_path: Path) -> None:
    bring_in(workbench, calendar(tmp_path, event("20261201T110000Z")))

    assert busy_times.forget(workbench, "work.ics") == 1
    assert not kept(workbench)


def test_what_netchal_exported_does_not_come_back_as_busy(workbench: Workbench, tmp_path: Path) -> None:
    plan(workbench, ["Ada"], datetime(2026, 12, 1, 12))
    (file,) = export(workbench, OneMonth(date(2026, 12, 1)), tmp_path / "month.ics").files

    assert not busy_times.prepare(workbench, file).times


def test_busy_times_are_never_exported(workbench: Workbench, tmp_path: Path) -> None:
    bring_in(workbench, calendar(tmp_path, event("20261201T110000Z")))

    assert not export(workbench, OneMonth(date(2026, 12, 1)), tmp_path / "month.ics").files


def test_an_event_that_cannot_be_read_is_named_by_its_line(workbench: Workbench, tmp_path: Path) -> None:
    found = busy_times.prepare(workbench, calendar(tmp_path, event("soon"), event("20261201T110000Z")))

    assert busy_times.left_out_lines(found.left_out) == [
        "Line 3: an event is left out, its time cannot be read."
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("", "work.ics is empty."), ("hello", "work.ics is not a calendar: there is no event in it.")],
)
def test_a_file_that_is_no_calendar_is_refused_with_a_sentence(
    workbench: Workbench, tmp_path: Path, content: str, sentence: str
) -> None:
    path = tmp_path / "work.ics"
    path.write_text(content)

    with pytest.raises(Refused, match=sentence):
        busy_times.prepare(workbench, path)
