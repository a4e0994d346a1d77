from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.block import Block, BlockRule, Span, problems, remaining
from netchal_gui.domain.problem import ProblemKind
from netchal_gui.domain.walltime import WallTime

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
BLOCK = Block(id=UUID(int=1), start=WallTime(datetime(2026, 12, 1, 12), "UTC"), minutes=90, created=NOON)


def span(start: int, end: int) -> Span:
    """From so many to so many minutes after the block's start."""
    return Span(NOON + timedelta(minutes=start), NOON + timedelta(minutes=end))


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ([], [span(0, 90)]),
        ([span(0, 45)], [span(45, 90)]),
        ([span(45, 90)], [span(0, 45)]),
        ([span(30, 60)], [span(0, 30), span(60, 90)]),
        ([span(-30, 120)], []),
        ([span(-30, 0), span(90, 120)], [span(0, 90)]),
        ([span(50, 70), span(10, 20)], [span(0, 10), span(20, 50), span(70, 90)]),
        ([span(10, 40), span(20, 30)], [span(0, 10), span(40, 90)]),
    ],
)
def test_an_interview_takes_its_part_of_a_block(taken: list[Span], left: list[Span]) -> None:
    assert remaining(BLOCK, taken) == tuple(left)


@given(st.lists(st.tuples(st.integers(-60, 150), st.integers(-60, 150)), max_size=8))
def test_each_minute_of_a_block_is_either_left_or_taken(pairs: list[tuple[int, int]]) -> None:
    taken = [span(min(pair), max(pair)) for pair in pairs]
    left = remaining(BLOCK, taken)
    for minute in range(90):
        moment = NOON + timedelta(minutes=minute, seconds=30)
        is_taken = any(used.start <= moment < used.end for used in taken)
        assert is_taken != any(piece.start <= moment < piece.end for piece in left)


def test_a_whole_day_ends_at_the_next_midnight_also_when_clocks_change() -> None:
    start = WallTime(datetime(2026, 3, 29), "Europe/Berlin")
    block = Block(id=UUID(int=1), start=start, whole_day=True, created=NOON)
    assert block.end.utc - start.utc == timedelta(hours=23)


def rule(**changes: object) -> BlockRule:
    usual = {
        "weekdays": frozenset({1, 3}),
        "first": date(2026, 12, 1),
        "last": date(2026, 12, 31),
        "zone": "Europe/Berlin",
        "begins": time(12),
        "ends": time(13, 30),
    }
    return BlockRule(**{**usual, **changes})  # type: ignore[arg-type]


def test_tuesdays_and_thursdays_of_december_are_these_days() -> None:
    assert [day.day for day in rule().days()] == [1, 3, 8, 10, 15, 17, 22, 24, 29, 31]


def test_a_rule_with_times_makes_spans_of_that_length() -> None:
    start, minutes, whole_day = next(rule().spans())
    assert (start.local, minutes, whole_day) == (datetime(2026, 12, 1, 12), 90, False)


def test_a_rule_without_times_makes_whole_days() -> None:
    start, _, whole_day = next(rule(begins=None, ends=None).spans())
    assert (start.local, whole_day) == (datetime(2026, 12, 1), True)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"weekdays": frozenset()}, ProblemKind.NO_DAY_IN_RULE),
        ({"last": date(2026, 11, 1)}, ProblemKind.NO_DAY_IN_RULE),
        ({"ends": time(12)}, ProblemKind.END_BEFORE_START),
        ({"zone": "Nowhere"}, ProblemKind.ZONE_UNKNOWN),
    ],
)
def test_a_rule_that_cannot_be_carried_out_says_why(changes: dict[str, object], kind: ProblemKind) -> None:
    assert [problem.kind for problem in problems(rule(**changes))] == [kind]


@pytest.mark.parametrize(
    ("day", "begins", "ends", "minutes"),
    [
        (date(2027, 3, 28), time(1), time(4), 120),
        (date(2026, 10, 25), time(1), time(4), 240),
        (date(2027, 3, 28), time(2), time(3), 60),
    ],
)
def test_a_span_ends_when_the_clock_shows_its_end(day: date, begins: time, ends: time, minutes: int) -> None:
    one_day = rule(first=day, last=day, weekdays=frozenset({6}), begins=begins, ends=ends)
    assert [length for _, length, _ in one_day.spans()] == [minutes]
