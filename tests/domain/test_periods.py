"""Periods: every day of a challenge lies in exactly one of them, whatever the calendar does."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.periods import (
    ChallengeState,
    Span,
    months_later,
    period_of,
    span,
    spans,
    state,
    whole,
)

CREATED = datetime(2026, 1, 1, tzinfo=UTC)


def challenge(period: Period, start: date, periods: int = 12, until: date | None = None) -> Challenge:
    return Challenge(
        id=UUID(int=1),
        name="A year",
        created=CREATED,
        start=start,
        period=period,
        periods=periods,
        until=until,
        known=4,
        new=4,
    )


starts = st.dates(date(1999, 1, 1), date(2101, 12, 31))


@st.composite
def challenges(draw: st.DrawFn) -> Challenge:
    period, start = draw(st.sampled_from(Period)), draw(starts)
    until = start + timedelta(days=draw(st.integers(0, 800)))
    return challenge(period, start, draw(st.integers(1, 60)), until)


@given(challenges())
def test_periods_lie_side_by_side_from_the_first_day_to_the_last(one: Challenge) -> None:
    found = spans(one)

    assert (found[0].first, found[-1].last) == whole(one)
    assert all(each.first <= each.last for each in found)
    assert all(after.first - before.last == timedelta(days=1) for before, after in pairwise(found))


@given(challenges(), st.data())
def test_each_day_lies_in_the_one_period_that_has_it(one: Challenge, data: st.DataObject) -> None:
    day = data.draw(st.dates(whole(one).first, whole(one).last))
    having = [number for number, each in enumerate(spans(one)) if each.first <= day <= each.last]

    assert having == [period_of(one, day)]


@given(challenges())
def test_days_outside_lie_in_no_period(one: Challenge) -> None:
    days = whole(one)

    assert period_of(one, days.first - timedelta(days=1)) is None
    assert period_of(one, days.last + timedelta(days=1)) is None


def test_months_that_begin_on_the_31st_come_back_to_it_after_a_shorter_one() -> None:
    firsts = [each.first for each in spans(challenge(Period.MONTH, date(2027, 1, 31), 5))]

    assert firsts == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    ]


def test_a_leap_year_has_its_29_february() -> None:
    assert span(challenge(Period.MONTH, date(2028, 1, 31)), 1) == Span(date(2028, 2, 29), date(2028, 3, 30))


@pytest.mark.parametrize(("year", "days"), [(2027, 28), (2028, 29), (2100, 28), (2000, 29)])
def test_february_has_its_days(year: int, days: int) -> None:
    assert span(challenge(Period.MONTH, date(year, 2, 1)), 0).days == days


def test_a_week_goes_over_the_new_year() -> None:
    year = challenge(Period.WEEK, date(2026, 12, 7), 52)

    assert span(year, 3) == Span(date(2026, 12, 28), date(2027, 1, 3))
    assert [period_of(year, day) for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 4))] == [
        3,
        3,
        4,
    ]


def test_thirty_days_are_thirty_periods() -> None:
    days = challenge(Period.DAY, date(2028, 2, 15), 30)

    assert whole(days) == Span(date(2028, 2, 15), date(2028, 3, 15))
    assert period_of(days, date(2028, 2, 29)) == 14


def test_a_whole_one_has_one_period_to_its_last_day_however_many_were_named() -> None:
    year = challenge(Period.WHOLE, date(2027, 1, 1), 12, date(2027, 12, 31))

    assert spans(year) == (Span(date(2027, 1, 1), date(2027, 12, 31)),)
    assert year.goal == 8


def test_it_runs_from_its_first_day_to_its_last() -> None:
    year = challenge(Period.MONTH, date(2026, 1, 1))
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))

    assert [state(year, day) for day in days] == [
        ChallengeState.NOT_BEGUN,
        ChallengeState.RUNNING,
        ChallengeState.RUNNING,
        ChallengeState.ENDED,
    ]


def test_the_end_of_all_dates_is_no_error() -> None:
    late = challenge(Period.MONTH, date(9999, 11, 30), 1_000)

    assert whole(late).last == date.max
    assert months_later(date(9999, 12, 1), 1) == date.max
