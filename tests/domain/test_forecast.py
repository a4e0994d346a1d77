"""The forecast, by hand: each number with the sum that gives it."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.forecast import Facts, Open, forecast, share

YEAR = Challenge(
    id=UUID(int=1),
    name="4×4",
    created=datetime(2026, 1, 1, tzinfo=UTC),
    start=date(2026, 1, 1),
    known=4,
    new=4,
)
LAST = date(2026, 12, 31)


def spread(number: int, last: date, apart: int = 4) -> list[date]:
    return [last - timedelta(days=apart * each) for each in range(number)]


def test_on_the_first_day_it_says_that_all_is_on_course() -> None:
    # 89 days before the start at 96/365 a day: 89 × 0.26301 / 90 = 0.26009 a day, for 364 days.
    found = forecast(YEAR, date(2026, 1, 1), Facts([]))

    assert found.at_this_pace == pytest.approx(94.67, abs=0.01)
    assert found.expected == 95
    assert (found.share_took_place, found.share_met) == (1.0, 1.0)


def test_before_the_start_it_is_the_goal() -> None:
    assert forecast(YEAR, date(2025, 11, 1), Facts([])).expected == 96


def test_the_pace_of_the_last_ninety_days_is_kept_up() -> None:
    # 18 people in 90 days are 0.2 a day; 31 days remain: 6.2. With 60 more from before, 78 + 6.2 = 84.2.
    days = [*spread(18, date(2026, 11, 30)), *spread(60, date(2026, 8, 1), 2)]

    found = forecast(YEAR, date(2026, 11, 30), Facts(days))

    assert found.at_this_pace == pytest.approx(6.2)
    assert (found.met, found.expected) == (78, 84)


def test_the_window_has_ninety_days_with_today() -> None:
    today = date(2026, 11, 30)
    inside, outside = today - timedelta(days=89), today - timedelta(days=90)

    assert forecast(YEAR, today, Facts([inside])).at_this_pace == pytest.approx(31 / 90)
    assert forecast(YEAR, today, Facts([outside])).at_this_pace == 0


def test_what_is_under_way_counts_where_it_is_more() -> None:
    # took place 20 of 24: 24/28; asked and met 16 of 20: 20/24. 7 × 24/28 + 6 × 20/24 = 6 + 5 = 11.
    facts = Facts(
        spread(40, date(2026, 6, 1), 1),
        had_time=24,
        took_place=20,
        asked=20,
        asked_met=16,
        scheduled=7,
        invitations=6,
    )

    found = forecast(YEAR, date(2026, 12, 20), facts)

    assert found.under_way == pytest.approx(11)
    assert found.expected == 51


def test_it_is_never_more_than_the_goal() -> None:
    assert (
        forecast(YEAR, date(2026, 11, 1), Facts(spread(90, date(2026, 11, 1), 1), scheduled=30)).expected
        == 96
    )


def test_after_the_end_it_is_what_was_met() -> None:
    found = forecast(YEAR, date(2027, 1, 1), Facts(spread(80, LAST), scheduled=3, current=[Open(3)]))

    assert (found.expected, found.under_way, found.at_this_pace, found.ask_more) == (80, 0, 0, 0)


def test_shares_begin_at_one_with_the_weight_of_four() -> None:
    assert (share(0, 0), share(0, 4), share(79, 84)) == (1.0, 0.5, pytest.approx(83 / 88))


def test_one_open_place_asks_for_one_person() -> None:
    # Three places, two people scheduled at 83/88: 3 - 2 × 0.943 = 1.114 missing, 1.18 people to ask.
    facts = Facts([], 84, 79, 84, 79, current=[Open(1, 1), Open(2, 1)])

    assert forecast(YEAR, date(2026, 11, 23), facts).ask_more == 1


def test_where_half_of_those_asked_are_met_two_are_asked_for_one_place() -> None:
    assert (
        forecast(YEAR, date(2026, 11, 23), Facts([], asked=8, asked_met=2, current=[Open(1)])).ask_more == 2
    )


def test_open_invitations_are_asked_already() -> None:
    assert forecast(YEAR, date(2026, 11, 23), Facts([], current=[Open(2, invitations=2)])).ask_more == 0


def test_too_many_scheduled_in_one_lane_do_not_fill_the_other() -> None:
    assert forecast(YEAR, date(2026, 11, 23), Facts([], current=[Open(1, 5), Open(2)])).ask_more == 2


@given(
    st.lists(st.dates(YEAR.start, LAST), max_size=96),
    st.dates(YEAR.start - timedelta(days=200), LAST + timedelta(days=200)),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_it_lies_between_what_was_met_and_the_goal(
    days: list[date], today: date, scheduled: int, invitations: int
) -> None:
    found = forecast(YEAR, today, Facts(days, scheduled=scheduled, invitations=invitations))

    assert len(days) <= found.expected <= 96
    assert found.expected == len(days) or today <= LAST
