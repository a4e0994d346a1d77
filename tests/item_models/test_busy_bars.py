"""When the own calendar is taken, as the days of a viewer show it."""

from datetime import UTC, date, datetime

from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.item_models.calendar_items import days_between
from netchal_gui.workbench import Workbench


def taken(workbench: Workbench, start: str, end: str) -> None:
    moments = (datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (start, end))
    begin, stop = moments
    busy = BusyTime(id=workbench.new_id(), start=begin, end=stop, created=workbench.now(), source="work.ics")
    workbench.apply(Edit("Busy", (Change(None, busy),)))


def shown(workbench: Workbench, zone: str = "Europe/Berlin") -> dict[int, list[str]]:
    days = days_between(workbench.store, date(2026, 12, 1), 7, zone)
    return {day.day.day: [bar.text for bar in day.busy] for day in days if day.busy}


def test_a_busy_time_stands_in_its_day_by_the_viewers_clock(workbench: Workbench) -> None:
    taken(workbench, "2026-12-01T11:00", "2026-12-01T12:30")

    assert shown(workbench) == {1: ["12:00–13:30"]}
    assert shown(workbench, "Asia/Tokyo") == {1: ["20:00–21:30"]}


def test_one_over_night_stands_in_both_days(workbench: Workbench) -> None:
    taken(workbench, "2026-12-01T20:00", "2026-12-02T01:00")

    assert shown(workbench) == {1: ["21:00–24:00"], 2: ["00:00–02:00"]}


def test_one_from_before_the_first_day_begins_with_it(workbench: Workbench) -> None:
    taken(workbench, "2026-11-28T23:00", "2026-12-01T23:00")

    assert shown(workbench) == {1: ["all day"]}


def test_those_that_touch_are_one(workbench: Workbench) -> None:
    taken(workbench, "2026-12-01T11:00", "2026-12-01T12:00")
    taken(workbench, "2026-12-01T11:30", "2026-12-01T13:00")

    assert shown(workbench) == {1: ["12:00–14:00"]}


def test_one_that_ends_at_midnight_leaves_the_next_day_free(workbench: Workbench) -> None:
    taken(workbench, "2026-12-01T20:00", "2026-12-01T23:00")

    assert shown(workbench) == {1: ["21:00–24:00"]}


def test_a_screen_reader_hears_of_it(workbench: Workbench) -> None:
    taken(workbench, "2026-12-01T11:00", "2026-12-01T12:30")
    (day,) = (each for each in days_between(workbench.store, date(2026, 12, 1), 1, "Europe/Berlin"))

    assert day.busy[0].spoken == "Your calendar: busy 12:00–13:30"
