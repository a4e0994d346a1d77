"""Which new people were met again, by hand-computed cases."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.kept import KEPT_DAYS, kept

ADA, BOB, CYD, DAN = b"ada", b"bob", b"cyd", b"dan"
FIRST = date(2026, 3, 1)
LAST = date(2026, 5, 30)  # the ninetieth day after the first of March


def test_the_ninetieth_day_is_within_the_time_and_the_next_one_is_not() -> None:
    first = {ADA: FIRST, BOB: FIRST}
    found = kept(first, [(ADA, LAST), (BOB, LAST + timedelta(days=1))], date(2026, 12, 31))

    assert (found.new, found.again, found.open) == ((ADA, BOB), (ADA,), ())


def test_two_meetings_on_one_day_are_one() -> None:
    found = kept({ADA: FIRST}, [(ADA, FIRST), (ADA, FIRST)], date(2026, 12, 31))

    assert found.again == ()


def test_whoever_was_met_less_than_ninety_days_ago_still_has_time() -> None:
    assert kept({ADA: FIRST}, [], LAST).open == (ADA,)
    assert kept({ADA: FIRST}, [], LAST + timedelta(days=1)).open == ()


def test_what_is_still_to_come_has_not_taken_place() -> None:
    found = kept({ADA: FIRST}, [(ADA, date(2026, 3, 20))], date(2026, 3, 10))

    assert (found.again, found.open) == ((), (ADA,))


def test_meetings_with_others_do_not_matter() -> None:
    assert kept({ADA: FIRST}, [(BOB, date(2026, 3, 20))], date(2026, 12, 31)).again == ()


def test_they_stand_in_the_order_of_the_first_meeting() -> None:
    first = {ADA: date(2026, 3, 3), BOB: date(2026, 3, 1), CYD: date(2026, 3, 2)}
    again = [(who, date(2026, 4, 1)) for who in (ADA, CYD, BOB)]

    assert kept(first, again, date(2026, 12, 31)).again == (BOB, CYD, ADA)


@given(
    st.dictionaries(st.sampled_from([ADA, BOB, CYD, DAN]), st.integers(0, 200)),
    st.lists(st.tuples(st.sampled_from([ADA, BOB, CYD, DAN]), st.integers(0, 400)), max_size=20),
    st.integers(200, 500),
)
def test_everyone_new_is_kept_or_open_or_gone(
    days: dict[bytes, int], meetings: list[tuple[bytes, int]], today: int
) -> None:
    first = {who: FIRST + timedelta(days=day) for who, day in days.items()}
    told = [(who, FIRST + timedelta(days=day)) for who, day in meetings]
    found = kept(first, told, FIRST + timedelta(days=today))

    for who, day in days.items():
        again = any(
            each == who and 0 < later - day <= KEPT_DAYS and later <= today for each, later in meetings
        )
        assert (who in found.again) == again
        assert (who in found.open) == (not again and today - day <= KEPT_DAYS)
    assert set(found.new) == days.keys()
