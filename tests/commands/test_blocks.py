from datetime import date, datetime, time

import pytest

from netchal_gui.commands import blocks
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.block import Block, BlockRule
from netchal_gui.domain.problem import ProblemKind
from netchal_gui.workbench import Workbench

DAY = date(2026, 12, 1)


def test_one_day_is_kept_from_to(workbench: Workbench) -> None:
    (block,) = blocks.block_day(workbench, DAY, time(12), time(13, 30)).blocks
    assert workbench.store.get(Block, block.id) == block
    assert (block.start.local, block.start.zone, block.minutes) == (
        datetime(2026, 12, 1, 12),
        "Europe/Berlin",
        90,
    )


def test_a_day_without_times_is_kept_whole(workbench: Workbench) -> None:
    (block,) = blocks.block_day(workbench, DAY).blocks
    assert block.whole_day
    assert block.end.local == datetime(2026, 12, 2)


def test_a_rule_is_one_edit(workbench: Workbench) -> None:
    rule = BlockRule(
        weekdays=frozenset({1, 3}),
        first=DAY,
        last=date(2026, 12, 31),
        zone="Europe/Berlin",
        begins=time(12),
        ends=time(13, 30),
    )
    assert len(blocks.block_by_rule(workbench, rule).blocks) == workbench.store.count(Block) == 10
    workbench.undo()
    assert workbench.store.count(Block) == 0


def test_a_block_that_ends_before_it_begins_is_refused(workbench: Workbench) -> None:
    with pytest.raises(Refused) as refusal:
        blocks.block_day(workbench, DAY, time(12), time(11))
    assert [problem.kind for problem in refusal.value.problems] == [ProblemKind.END_BEFORE_START]


def test_a_start_that_summer_time_skips_is_told(workbench: Workbench) -> None:
    blocked = blocks.block_day(workbench, date(2027, 3, 28), time(2, 30), time(4))
    assert [notice.kind for notice in blocked.notices] == [ProblemKind.TIME_SKIPPED]


def test_a_block_moves(workbench: Workbench) -> None:
    (block,) = blocks.block_day(workbench, DAY, time(12), time(13)).blocks
    (moved,) = blocks.move_block(workbench, block, datetime(2026, 12, 2, 9)).blocks
    assert workbench.store.get(Block, block.id) == moved
    assert moved.start.local == datetime(2026, 12, 2, 9)


def test_a_whole_day_moves_to_the_midnight_of_another(workbench: Workbench) -> None:
    (block,) = blocks.block_day(workbench, DAY).blocks
    (moved,) = blocks.move_block(workbench, block, datetime(2026, 12, 5, 14)).blocks
    assert moved.start.local == datetime(2026, 12, 5)


def test_a_deleted_block_is_gone(workbench: Workbench) -> None:
    (block,) = blocks.block_day(workbench, DAY).blocks
    blocks.delete_block(workbench, block)
    assert workbench.store.count(Block) == 0
