"""On which day a birthday is kept, and how old somebody becomes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.birthday import age_on, kept_in, keys_between, next_birthday
from netchal_gui.domain.contact import PartialDate

LEAP_DAY = PartialDate(2, 29, 1984)


def test_the_29th_of_february_is_kept_on_the_28th_where_there_is_none() -> None:
    assert [kept_in(LEAP_DAY, year) for year in (2026, 2028, 2100)] == [
        date(2026, 2, 28),
        date(2028, 2, 29),
        date(2100, 2, 28),
    ]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 2, 28), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2027, 2, 28)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2028, 2, 29)),
    ],
)
def test_the_next_birthday_may_be_today(today: date, day: date) -> None:
    assert next_birthday(LEAP_DAY, today) == day


def test_the_age_is_told_where_the_year_is_known() -> None:
    assert age_on(LEAP_DAY, date(2026, 2, 28)) == 42
    assert age_on(PartialDate(2, 29), date(2026, 2, 28)) is None
    assert age_on(PartialDate(3, 1, 2026), date(2026, 3, 1)) is None


def test_a_week_over_the_turn_of_the_year() -> None:
    found = keys_between(date(2026, 12, 29), 7)

    assert list(found) == ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03", "01-04", "01-05"]
    assert found["01-02"] == date(2027, 1, 2)


@given(
    st.dates(date(1999, 1, 1), date(2101, 1, 1)),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)),
    st.integers(0, 40),
)
def test_the_keys_of_some_days_are_the_birthdays_kept_on_them(today: date, born: date, days: int) -> None:
    birthday = PartialDate(born.month, born.day)
    day = next_birthday(birthday, today)
    found = keys_between(today, days)

    assert found.get(f"{born:%m-%d}") == (day if day <= today + timedelta(days=days) else None)
