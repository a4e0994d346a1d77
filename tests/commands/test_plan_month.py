"""The plan of a month: which month is due, its times, and days that are blocked."""

from datetime import UTC, date, datetime, time

import pytest

from netchal_gui.commands.blocks import block_day
from netchal_gui.commands.challenges import Template, draft
from netchal_gui.commands.plan_month import month_plan
from netchal_gui.commands.plan_month_days import block_weekdays, toggle_day
from netchal_gui.commands.plan_month_due import days_to_plan, plan_label
from netchal_gui.commands.plan_month_people import put
from netchal_gui.commands.plan_month_times import next_free
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.block import Block
from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.periods import Span
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.months import (
    HALF_PAST_ONE,
    NOON,
    TUESDAY,
    block_tuesdays,
    four_by_four,
    known,
    plan_of,
    talk,
)

# Which month


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2025, 12, 20), date(2026, 1, 1)),
        (date(2026, 11, 23), date(2026, 11, 1)),
        (date(2026, 11, 24), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2026, 12, 1)),
        (date(2027, 2, 1), date(2026, 12, 1)),
    ],
)
def test_in_the_last_week_of_a_month_the_next_one_is_due(
    workbench: Workbench, today: date, first: date
) -> None:
    assert days_to_plan(four_by_four(workbench), today).first == first


def test_a_month_that_begins_in_the_middle_is_planned_as_the_challenge_counts_it(
    workbench: Workbench,
) -> None:
    challenge = four_by_four(workbench, start=date(2026, 1, 15))

    assert days_to_plan(challenge, date(2026, 11, 20)) == Span(date(2026, 11, 15), date(2026, 12, 14))


def test_days_and_weeks_are_planned_by_the_month_as_far_as_the_challenge_goes(workbench: Workbench) -> None:
    thirty = draft(workbench, Template.THIRTY_IN_THIRTY, date(2026, 11, 10))
    weeks = draft(workbench, Template.THREE_A_WEEK, date(2026, 11, 10))

    assert days_to_plan(thirty, date(2026, 11, 12)) == Span(date(2026, 11, 10), date(2026, 11, 30))
    assert days_to_plan(thirty, date(2026, 11, 26)) == Span(date(2026, 12, 1), date(2026, 12, 9))
    assert days_to_plan(weeks, date(2026, 12, 1)) == Span(date(2026, 12, 1), date(2026, 12, 31))


def test_the_button_names_the_month_once_it_is_the_next_one(workbench: Workbench) -> None:
    challenge = four_by_four(workbench)

    assert plan_label(challenge, date(2026, 11, 23)) == "Plan the month…"
    assert plan_label(challenge, date(2026, 11, 24)) == "Plan December…"
    assert plan_label(challenge, date(2026, 3, 2), date(2026, 5, 1)) == "Plan May…"


def test_without_a_challenge_there_is_nothing_to_plan(workbench: Workbench) -> None:
    with workbench.store.reading() as reader:
        assert month_plan(reader, None, None, workbench.now(), workbench.zone) is None


# Times


def test_each_block_of_the_month_is_a_time_and_the_first_empty_one_is_next(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    plan = plan_of(workbench)

    assert [each.start.day for each in plan.times] == [1, 8, 15, 22, 29]
    following = next_free(plan.times)
    assert following is not None
    assert following.seat is not None
    assert (following.start.day, following.seat.start.local.time()) == (1, NOON)


def test_an_empty_time_at_which_the_calendar_is_free_goes_before_one_at_which_it_is_not(
    workbench: Workbench,
) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    busy = BusyTime(
        id=workbench.new_id(),
        start=datetime(2026, 12, 1, 11, 30, tzinfo=UTC),
        end=datetime(2026, 12, 1, 12, 0, tzinfo=UTC),
        created=workbench.now(),
        source="mine.ics",
    )
    workbench.apply(Edit("Busy", (Change(None, busy),)))
    plan = plan_of(workbench)

    assert plan.times[0].busy == ("12:30–13:00",)
    following = next_free(plan.times)
    assert following is not None
    assert following.start.day == 8


def test_a_second_person_in_a_block_comes_after_the_first(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    talk(workbench, known(workbench, "Ada"), datetime(2026, 12, 1, 12))
    (first, *_) = plan_of(workbench).times

    assert [guest.name for guest in first.guests] == ["Ada"]
    assert first.seat is not None
    assert first.seat.start.local == datetime(2026, 12, 1, 12, 45)


def test_a_talk_of_another_day_takes_no_room(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    talk(workbench, known(workbench, "Ada"), datetime(2026, 12, 15, 12))

    assert all(each.seat and each.seat.start.local.time() == NOON for each in plan_of(workbench).times[:2])


def test_an_interview_outside_of_blocks_has_a_line_of_its_own(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    talk(workbench, known(workbench, "Ada"), datetime(2026, 12, 2, 9))
    outside = plan_of(workbench).times[1]

    assert (outside.block, outside.seat) == (None, None)
    assert [guest.name for guest in outside.guests] == ["Ada"]


def test_of_two_blocks_over_each_other_one_person_takes_both(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    block_day(workbench, date(2026, 12, 1))
    plan = plan_of(workbench)
    (first, second, *_) = plan.times
    assert (first.is_free, second.is_free) == (True, True)
    put(workbench, plan, known(workbench, "Ada").id, first.seat)

    following = next_free(plan_of(workbench).times)
    assert following is not None
    assert following.start.day == 8


def test_a_block_that_is_over_takes_nobody(workbench: Workbench, clock: Clock) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    clock.moment = datetime(2026, 12, 1, 12, 20, tzinfo=UTC)

    assert plan_of(workbench).times[0].seat is None


def test_on_a_whole_day_people_come_from_noon_on(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_weekdays(workbench, plan_of(workbench), [TUESDAY], None, None)
    talk(workbench, known(workbench, "Ada"), datetime(2026, 12, 1, 12))
    first, second, *_ = plan_of(workbench).times

    assert first.seat is not None
    assert second.seat is not None
    assert first.seat.start.local == datetime(2026, 12, 1, 12, 45)
    assert second.seat.start.local == datetime(2026, 12, 8, 12)


# Blocking


def test_a_rule_leaves_out_days_that_are_over_or_blocked(workbench: Workbench, clock: Clock) -> None:
    four_by_four(workbench)
    clock.moment = datetime(2026, 12, 10, 9, tzinfo=UTC)
    toggle_day(workbench, plan_of(workbench), date(2026, 12, 15), time(9), time(10))
    block_weekdays(workbench, plan_of(workbench), [TUESDAY], NOON, HALF_PAST_ONE)

    assert [(each.start.day, each.start.hour) for each in plan_of(workbench).times] == [
        (15, 9),
        (22, 12),
        (29, 12),
    ]


def test_a_rule_that_fits_no_day_is_refused_in_words(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    with pytest.raises(Refused, match="No day fits"):
        block_tuesdays(workbench)


def test_a_day_that_is_chosen_again_is_free_again_in_one_step_each(workbench: Workbench) -> None:
    four_by_four(workbench)
    for expected in (1, 0, 1):
        toggle_day(workbench, plan_of(workbench), date(2026, 12, 3), NOON, HALF_PAST_ONE)
        assert plan_of(workbench).blocked == expected
    workbench.undo()
    assert workbench.store.count(Block) == 0
    workbench.undo()
    assert workbench.store.count(Block) == 1


def test_days_that_are_over_or_of_another_month_are_refused(workbench: Workbench) -> None:
    four_by_four(workbench)
    with pytest.raises(Refused, match="over"):
        toggle_day(workbench, plan_of(workbench, date(2026, 11, 1)), date(2026, 11, 20), NOON, HALF_PAST_ONE)
    with pytest.raises(Refused, match="not in the month"):
        toggle_day(workbench, plan_of(workbench), date(2026, 11, 30), NOON, HALF_PAST_ONE)
