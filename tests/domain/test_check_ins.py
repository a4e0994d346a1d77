"""When the partner hears how it goes, and which time a report is about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.check_ins import check_ins
from netchal_gui.domain.periods import whole

NOW = datetime(2026, 1, 1, tzinfo=UTC)
YEAR = Challenge(id=UUID(int=1), name="4×4", created=NOW, start=date(2026, 1, 1), known=4, new=4)
DAYS = replace(YEAR, period=Period.DAY, periods=30, known=0, new=0, anyone=1)
WHOLE = replace(
    YEAR,
    period=Period.WHOLE,
    periods=1,
    start=date(2026, 1, 15),
    until=date(2026, 12, 31),
    known=0,
    new=0,
    anyone=50,
)


def test_nothing_is_missed_before_the_first_month_ends() -> None:
    found = check_ins(YEAR, [], date(2026, 1, 31))

    assert (found.missed, found.current, found.spans[0].last) == ((), 0, date(2026, 1, 31))


def test_a_month_that_ended_without_a_report_is_missed() -> None:
    assert check_ins(YEAR, [date(2026, 1, 31)], date(2026, 3, 1)).missed == (1,)


@pytest.mark.parametrize(
    ("sent", "reported", "missed"),
    [
        ([date(2026, 1, 31), date(2026, 2, 3)], {0, 1}, ()),
        ([date(2026, 2, 3)], {0}, ()),
        ([date(2026, 2, 20)], {1}, ()),
        ([date(2026, 2, 3), date(2026, 2, 5)], {0, 1}, ()),
        ([date(2025, 12, 31)], set(), (0,)),
    ],
)
def test_a_report_soon_after_the_end_is_about_the_month_before(
    sent: list[date], reported: set[int], missed: tuple[int, ...]
) -> None:
    found = check_ins(YEAR, sent, date(2026, 2, 28))

    assert (found.reported, found.missed) == (reported, missed)


def test_a_challenge_of_days_is_reported_on_by_the_week() -> None:
    found = check_ins(DAYS, [], date(2026, 1, 9))

    assert [each.days for each in found.spans] == [7, 7, 7, 7, 2]
    assert (found.missed, found.current) == ((0,), 1)


def test_one_in_one_piece_is_reported_on_by_the_month() -> None:
    found = check_ins(WHOLE, [], date(2026, 2, 20))

    assert (found.spans[0].first, found.spans[0].last) == (date(2026, 1, 15), date(2026, 2, 14))
    assert found.spans[-1].last == date(2026, 12, 31)
    assert (found.missed, found.current) == ((0,), 1)


def test_after_the_end_the_last_report_may_still_be_missing() -> None:
    assert check_ins(YEAR, [date(2026, 11, 30)], date(2027, 3, 1)).missed == (11,)
    assert check_ins(YEAR, [date(2026, 11, 30), date(2027, 1, 2)], date(2027, 3, 1)).missed == ()


@given(
    st.sampled_from(list(Period)),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 60),
    st.integers(-40, 900),
)
def test_the_check_ins_lie_side_by_side_over_all_days(
    period: Period, start: date, periods: int, day: int
) -> None:
    challenge = replace(
        YEAR, period=period, start=start, periods=periods, until=start + timedelta(days=7 * periods)
    )
    found = check_ins(challenge, [], start + timedelta(days=day))

    assert (found.spans[0].first, found.spans[-1].last) == (start, whole(challenge).last)
    assert all(
        (after.first - before.last).days == 1
        for before, after in zip(found.spans, found.spans[1:], strict=False)
    )
    assert 0 <= found.current < len(found.spans)
