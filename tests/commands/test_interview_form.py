"""When the form for an interview proposes to begin."""

from datetime import date, datetime, time

import pytest

from netchal_gui.commands import blocks, plan
from netchal_gui.commands.interview_form import draft_with
from netchal_gui.workbench import Workbench

TODAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 26)


def proposed(workbench: Workbench, day: date | None = None) -> datetime:
    start = draft_with(workbench, (), day).start
    assert start is not None
    return start.local


def test_without_a_block_it_is_noon_tomorrow(workbench: Workbench) -> None:
    assert proposed(workbench) == datetime(2026, 11, 24, 12)


@pytest.mark.parametrize("day", [None, THURSDAY])
def test_a_block_is_where_it_goes_whether_the_day_was_chosen_or_not(
    workbench: Workbench, day: date | None
) -> None:
    blocks.block_day(workbench, THURSDAY, time(12, 30), time(14))
    assert proposed(workbench, day) == datetime(2026, 11, 26, 12, 30)


def test_a_block_that_is_taken_is_passed_over(workbench: Workbench) -> None:
    for day in (THURSDAY, date(2026, 12, 1)):
        blocks.block_day(workbench, day, time(12), time(13, 30))
    plan.plan(workbench, ["Ada"], datetime(2026, 11, 26, 12), minutes=90)
    assert proposed(workbench) == datetime(2026, 12, 1, 12)


def test_of_a_block_that_has_begun_the_rest_is_proposed(workbench: Workbench) -> None:
    blocks.block_day(workbench, TODAY, time(9), time(13))
    assert proposed(workbench) == datetime(2026, 11, 23, 11)
