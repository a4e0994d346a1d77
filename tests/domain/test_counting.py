"""Counting: each talk once, each person one place, gaps made up, order of no importance."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import count as counting_up
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.challenge import Challenge, Lane, Period
from netchal_gui.domain.counting import Talk, Tally, Why, broken_rule, count, lane_of
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.periods import number_of_periods, period_of, whole
from netchal_gui.domain.walltime import wall_time

START = date(2026, 1, 1)
numbers = counting_up(1)


def challenge(**parts: Any) -> Challenge:
    facts: dict[str, Any] = {"start": START, "known": 2, "new": 2, "periods": 3, **parts}
    return Challenge(id=UUID(int=1), name="Two and two", created=datetime(2026, 1, 1, tzinfo=UTC), **facts)


def talk(who: str, day: date, lane: Lane = Lane.KNOWN, **parts: Any) -> Talk:
    facts: dict[str, Any] = {
        "interview": next(numbers).to_bytes(8),
        "utc": int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()),
        "minutes": 45,
        "channel": Channel.COFFEE,
        "recorded": False,
        "focused": False,
        **parts,
    }
    return Talk(contact=who.encode(), day=day, lane=lane, **facts)


def places(tally: Tally) -> list[tuple[str, int, bool]]:
    return [(one.talk.contact.decode(), one.period, one.made_up) for one in tally.filled]


def reasons(tally: Tally) -> list[tuple[str, Why]]:
    return [(one.talk.contact.decode(), one.why) for one in tally.others]


@st.composite
def challenges(draw: st.DrawFn) -> Challenge:
    start = draw(st.dates(date(2023, 12, 1), date(2028, 3, 31)))
    anyone = draw(st.integers(0, 3))
    known, new = (0, 0) if anyone else draw(st.tuples(st.integers(0, 3), st.integers(1, 3)))
    return challenge(
        start=start,
        period=draw(st.sampled_from(Period)),
        periods=draw(st.integers(1, 8)),
        until=start + timedelta(days=draw(st.integers(0, 100))),
        known=known,
        new=new,
        anyone=anyone,
        channels=draw(st.sampled_from(((), (Channel.COFFEE,), (Channel.COFFEE, Channel.VIDEO)))),
        least_minutes=draw(st.sampled_from((0, 30))),
        recorded=draw(st.booleans()),
        focus=draw(st.sampled_from(("", "women"))),
        carry_over=draw(st.booleans()),
    )


@st.composite
def talks(draw: st.DrawFn, one: Challenge) -> list[Talk]:
    days = whole(one)
    lanes = (Lane.ANYONE,) if one.anyone else (Lane.KNOWN, Lane.NEW)
    when = st.dates(days.first - timedelta(days=3), days.last + timedelta(days=3))
    return [
        talk(
            draw(st.sampled_from("abcdefghijkl")),
            draw(when),
            draw(st.sampled_from(lanes)),
            interview=number.to_bytes(8),
            minutes=draw(st.sampled_from((10, 45))),
            channel=draw(st.sampled_from((Channel.COFFEE, Channel.MAIL))),
            recorded=draw(st.booleans()),
            focused=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 25)))
    ]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Challenge, list[Talk], dict[bytes, bool]]:
    one = draw(challenges())
    found = draw(talks(one))
    decided = draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    return one, found, {each.interview: draw(st.booleans()) for each in decided}


@given(cases())
def test_every_talk_of_the_challenge_comes_out_exactly_once(case: Any) -> None:
    one, found, decisions = case
    days = whole(one)
    tally = count(one, found, decisions)
    inside = [each for each in found if days.first <= each.day <= days.last]

    assert Counter([each.talk for each in (*tally.filled, *tally.others)]) == Counter(inside)


@given(cases())
def test_no_place_is_filled_twice_and_no_person_fills_two(case: Any) -> None:
    one, found, decisions = case
    tally = count(one, found, decisions)
    used = Counter((each.period, each.talk.lane) for each in tally.filled)

    assert all(number <= one.quota(lane) for (_, lane), number in used.items())
    assert all(0 <= period < number_of_periods(one) for period, _ in used)
    assert max(Counter(each.talk.contact for each in tally.filled).values(), default=1) == 1


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_talks_were_entered_changes_nothing(case: Any, random: Any) -> None:
    one, found, decisions = case
    shuffled = random.sample(found, len(found))

    assert count(one, shuffled, decisions) == count(one, found, decisions)


@given(cases())
def test_a_talk_fills_its_own_period_or_an_earlier_gap_that_carry_over_allows(case: Any) -> None:
    one, found, decisions = case
    for each in count(one, found, decisions).filled:
        own = period_of(one, each.talk.day)
        assert own is not None
        assert each.made_up == (each.period != own)
        assert each.period <= own if one.carry_over else each.period == own


@given(cases())
def test_with_carry_over_nobody_is_extra_while_their_lane_has_a_gap_so_far(case: Any) -> None:
    one, found, decisions = case
    tally = count(one, found, decisions)
    for extra in (each.talk for each in tally.others if each.why is Why.EXTRA):
        own = period_of(one, extra.day)
        assert own is not None
        periods = range(own + 1) if one.carry_over else [own]
        filled = Counter(each.period for each in tally.filled if each.talk.lane is extra.lane)
        assert all(filled[period] == one.quota(extra.lane) for period in periods)


def test_surplus_fills_the_oldest_earlier_gap_and_is_marked() -> None:
    found = [talk("a", START), *(talk(who, date(2026, 3, 5)) for who in "bcdef")]

    tally = count(challenge(), found, {})

    assert places(tally) == [
        ("a", 0, False),
        ("b", 2, False),
        ("c", 2, False),
        ("d", 0, True),
        ("e", 1, True),
        ("f", 1, True),
    ]
    assert tally.others == ()


def test_without_carry_over_the_surplus_is_kept_as_extra() -> None:
    tally = count(challenge(carry_over=False), [talk(who, date(2026, 2, 5)) for who in "abc"], {})

    assert [who for who, _, _ in places(tally)] == ["a", "b"]
    assert reasons(tally) == [("c", Why.EXTRA)]


def test_surplus_does_not_fill_a_later_period() -> None:
    tally = count(challenge(), [talk(who, START) for who in "abc"], {})

    assert reasons(tally) == [("c", Why.EXTRA)]


def test_lanes_do_not_help_each_other() -> None:
    tally = count(challenge(), [talk(who, START, Lane.NEW) for who in "abc"], {})

    assert reasons(tally) == [("c", Why.EXTRA)]


def test_a_second_talk_with_a_person_fills_nothing_though_the_first_does() -> None:
    tally = count(challenge(), [talk("a", START), talk("a", date(2026, 2, 1))], {})

    assert (places(tally), reasons(tally)) == ([("a", 0, False)], [("a", Why.ALREADY_MET)])


def test_somebody_for_whom_there_was_no_place_may_fill_one_the_next_time() -> None:
    found = [*(talk(who, START) for who in "abc"), talk("c", date(2026, 2, 1))]

    tally = count(challenge(), found, {})

    assert (places(tally)[2:], reasons(tally)) == ([("c", 1, False)], [("c", Why.EXTRA)])


def test_a_first_talk_that_does_not_count_leaves_the_place_to_the_second() -> None:
    rule = challenge(channels=(Channel.COFFEE,))
    found = [talk("a", START, channel=Channel.MAIL), talk("a", date(2026, 2, 1))]

    tally = count(rule, found, {})

    assert (places(tally), reasons(tally)) == ([("a", 1, False)], [("a", Why.CHANNEL)])


def test_people_of_a_lane_without_places_do_not_fill_any() -> None:
    assert reasons(count(challenge(new=0), [talk("a", START, Lane.NEW)], {})) == [("a", Why.LANE)]


def test_two_people_of_one_talk_fill_two_places() -> None:
    both = [talk(who, START, interview=b"one") for who in "ab"]

    assert [who for who, _, _ in places(count(challenge(), both, {}))] == ["a", "b"]


@pytest.mark.parametrize(
    ("rule", "parts", "why"),
    [
        ({"channels": (Channel.COFFEE, Channel.LUNCH)}, {"channel": Channel.MAIL}, Why.CHANNEL),
        ({"least_minutes": 46}, {}, Why.LENGTH),
        ({"least_minutes": 45}, {}, None),
        ({"recorded": True}, {}, Why.NOT_RECORDED),
        ({"recorded": True}, {"recorded": True}, None),
        ({"focus": "women"}, {}, Why.FOCUS),
        ({"focus": "women"}, {"focused": True}, None),
    ],
)
def test_the_written_rule_says_what_counts(rule: Any, parts: Any, why: Why | None) -> None:
    assert broken_rule(challenge(**rule), talk("a", START, **parts)) is why


@pytest.mark.parametrize("why", list(Why))
def test_a_decision_overrules_the_rule_and_nothing_else(why: Why) -> None:
    assert why.can_be_overruled == (why in {Why.CHANNEL, Why.LENGTH, Why.NOT_RECORDED, Why.FOCUS})


def test_a_decision_counts_a_mail_and_takes_a_coffee_out() -> None:
    rule = challenge(channels=(Channel.COFFEE,))
    mail, coffee = talk("a", START, channel=Channel.MAIL), talk("b", START)

    tally = count(rule, [mail, coffee], {mail.interview: True, coffee.interview: False})

    assert (places(tally), reasons(tally)) == ([("a", 0, False)], [("b", Why.DECIDED)])


def test_the_local_day_decides_the_period() -> None:
    """Late on 31 January in New York is 1 February in UTC, and January all the same."""
    late = wall_time(datetime(2026, 1, 31, 21), "America/New_York")[0]
    tally = count(challenge(), [talk("a", late.day, utc=int(late.utc.timestamp()))], {})

    assert late.utc.date() == date(2026, 2, 1)
    assert places(tally) == [("a", 0, False)]


@pytest.mark.parametrize(
    ("chosen", "is_new", "met_before", "lane"),
    [
        (None, True, False, Lane.NEW),
        (None, True, True, Lane.KNOWN),
        (None, False, False, Lane.KNOWN),
        (Lane.KNOWN, True, False, Lane.KNOWN),
        (Lane.NEW, False, True, Lane.NEW),
    ],
)
def test_who_is_new_and_was_not_met_before_takes_a_new_place_unless_chosen_otherwise(
    chosen: Lane | None, is_new: bool, met_before: bool, lane: Lane
) -> None:
    assert lane_of(challenge(), chosen=chosen, is_new=is_new, met_before=met_before) is lane


def test_a_challenge_for_anyone_has_one_lane() -> None:
    one = challenge(known=0, new=0, anyone=3)

    assert lane_of(one, chosen=Lane.NEW, is_new=True, met_before=False) is Lane.ANYONE
