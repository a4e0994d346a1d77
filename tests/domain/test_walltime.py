from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.problem import ProblemKind
from netchal_gui.domain.walltime import WallTime, from_utc, wall_time

BERLIN = "Europe/Berlin"


def test_the_hour_that_summer_time_skips_moves_forward_by_the_gap() -> None:
    start, _ = wall_time(datetime(2026, 3, 29, 2, 30), BERLIN)
    assert start == WallTime(datetime(2026, 3, 29, 3, 30), BERLIN)


def test_a_skipped_hour_is_said_and_does_not_keep_from_saving() -> None:
    _, problem = wall_time(datetime(2026, 3, 29, 2, 30), BERLIN)
    assert problem is not None
    assert (problem.kind, problem.blocks) == (ProblemKind.TIME_SKIPPED, False)


def test_a_gap_of_half_an_hour_moves_by_half_an_hour() -> None:
    start, _ = wall_time(datetime(2026, 10, 4, 2, 10), "Australia/Lord_Howe")
    assert start.local == datetime(2026, 10, 4, 2, 40)


@pytest.mark.parametrize(("fold", "utc_hour"), [(None, 0), (0, 0), (1, 1)])
def test_a_repeated_hour_means_the_first_unless_chosen(fold: int | None, utc_hour: int) -> None:
    start, _ = wall_time(datetime(2026, 10, 25, 2, 30), BERLIN, fold)
    assert start.utc == datetime(2026, 10, 25, utc_hour, 30, tzinfo=UTC)


def test_a_repeated_hour_is_said_only_while_nobody_chose() -> None:
    said = [wall_time(datetime(2026, 10, 25, 2, 30), BERLIN, fold)[1] for fold in (None, 1)]
    assert [problem and problem.kind for problem in said] == [ProblemKind.TIME_REPEATED, None]


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Europe/Berlin\0", "/etc/localtime"])
def test_a_zone_that_does_not_exist_keeps_from_saving(zone: str) -> None:
    _, problem = wall_time(datetime(2026, 1, 1, 12), zone)
    assert problem is not None
    assert (problem.kind, problem.blocks) == (ProblemKind.ZONE_UNKNOWN, True)


def test_the_end_is_reckoned_in_real_minutes_across_the_change() -> None:
    start, _ = wall_time(datetime(2026, 3, 29, 1, 30), BERLIN)
    assert start.end(60).local == datetime(2026, 3, 29, 3, 30)


def test_moving_to_a_day_keeps_the_clock_time() -> None:
    start, _ = wall_time(datetime(2026, 3, 28, 12), BERLIN)
    assert start.on(date(2026, 3, 30)).local == datetime(2026, 3, 30, 12)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)),
    st.sampled_from([BERLIN, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]),
    st.sampled_from([None, 0, 1]),
)
def test_every_wall_time_survives_the_way_through_utc(local: datetime, zone: str, fold: int | None) -> None:
    start, _ = wall_time(local, zone, fold)
    assert from_utc(start.utc, zone) == start


@given(st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)), st.integers(1, 1440))
def test_an_interview_lasts_as_long_as_was_said(local: datetime, minutes: int) -> None:
    start, _ = wall_time(local, BERLIN)
    assert start.end(minutes).utc - start.utc == timedelta(minutes=minutes)
