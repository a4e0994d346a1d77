"""Keep time free for interviews: one block, or many by a rule. Each is one edit."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from netchal_gui import words
from netchal_gui.commands.refusal import refuse
from netchal_gui.domain.block import Block, BlockRule, problems
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.problem import Problem
from netchal_gui.domain.walltime import WallTime, wall_time
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Blocked:
    """The blocks that were made or moved, and what to say about their times."""

    blocks: tuple[Block, ...]
    notices: tuple[Problem, ...] = ()


def block_day(
    workbench: Workbench, day: date, begins: time | None = None, ends: time | None = None, zone: str = ""
) -> Blocked:
    """Keep the time of one day free, or all of it where no times are given. Raises Refused."""
    rule = BlockRule(
        weekdays=frozenset({day.weekday()}),
        first=day,
        last=day,
        zone=zone or workbench.zone,
        begins=begins,
        ends=ends,
    )
    return block_by_rule(workbench, rule)


def block_by_rule(workbench: Workbench, rule: BlockRule) -> Blocked:
    """Keep the time of all the rule's days free, in one edit. Raises Refused."""
    refuse(problems(rule))
    now = workbench.now()
    blocks = tuple(
        Block(id=workbench.new_id(), start=start, created=now, minutes=minutes, whole_day=whole_day)
        for start, minutes, whole_day in rule.spans()
    )
    label = words.say_many("{n} day blocked", "{n} days blocked", len(blocks))
    workbench.apply(Edit(label, tuple(Change(None, block) for block in blocks)))
    return Blocked(blocks, _notices(rule))


def move_block(workbench: Workbench, block: Block, start: datetime | WallTime) -> Blocked:
    """Give the block another start; a naive one counts in the block's zone. A whole day begins at 00:00."""
    notice: Problem | None = None
    if isinstance(start, datetime):
        local = datetime.combine(start.date(), time()) if block.whole_day else start
        start, notice = wall_time(local, block.start.zone)
    after = replace(block, start=start)
    if after != block:
        workbench.apply(Edit(words.say("Block moved"), (Change(block, after),)))
    return Blocked((after,), (notice,) if notice and not block.whole_day else ())


def rule_of(block: Block) -> BlockRule:
    """The rule of one day that would make this block, on the clock of its own zone."""
    whole, end = block.whole_day, block.start.end(block.minutes)
    return BlockRule(
        weekdays=frozenset({block.start.day.weekday()}),
        first=block.start.day,
        last=block.start.day,
        zone=block.start.zone,
        begins=None if whole else block.start.local.time(),
        ends=None if whole else end.local.time(),
    )


def change_block(workbench: Workbench, block: Block, rule: BlockRule) -> Blocked:
    """Make the block what a rule of one day says. Raises Refused, StoreFault, Conflict."""
    refuse(problems(rule))
    start, minutes, whole_day = next(rule.spans())
    after = replace(block, start=start, minutes=minutes, whole_day=whole_day)
    if after != block:
        workbench.apply(Edit(words.say("Block changed"), (Change(block, after),)))
    return Blocked((after,), _notices(rule))


def delete_block(workbench: Workbench, block: Block) -> None:
    """Delete the block. Its calendar copies stay, so that calendars can still be told."""
    workbench.apply(Edit(words.say("Block deleted"), (Change(block, None),)))


def _notices(rule: BlockRule) -> tuple[Problem, ...]:
    """A start that summer time skips or repeats on one of the days."""
    if rule.begins is None:
        return ()
    starts = (wall_time(datetime.combine(day, rule.begins), rule.zone)[1] for day in rule.days())
    return tuple(notice for notice in starts if notice)
