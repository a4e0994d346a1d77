"""Block the days of a month that is planned: one by one, or by weekdays. Each is one edit."""

from collections.abc import Collection
from datetime import date, time
from uuid import UUID

from netchal_gui.commands.blocks import Blocked, block_by_rule, block_day
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.block import Block, BlockRule
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


def blocked_days(plan: MonthPlan) -> frozenset[date]:
    """The days of the month that have a block."""
    return frozenset(each.start.date() for each in plan.times if each.block is not None)


def rule_for(
    plan: MonthPlan, weekdays: Collection[int], begins: time | None, ends: time | None, zone: str
) -> BlockRule:
    """These weekdays of the month from today on, without those that are blocked already.

    Monday is 0; ``begins`` None means whole days.
    """
    return BlockRule(
        weekdays=frozenset(weekdays),
        first=max(plan.days.first, plan.found.today),
        last=plan.days.last,
        zone=zone,
        begins=begins,
        ends=ends,
        except_days=blocked_days(plan),
    )


def block_weekdays(
    workbench: Workbench, plan: MonthPlan, weekdays: Collection[int], begins: time | None, ends: time | None
) -> Blocked:
    """Keep these weekdays of the month free, in one edit. Raises Refused, StoreFault."""
    return block_by_rule(workbench, rule_for(plan, weekdays, begins, ends, workbench.zone))


def toggle_day(
    workbench: Workbench, plan: MonthPlan, day: date, begins: time | None, ends: time | None
) -> Blocked:
    """Keep a day of the month free, or no longer where it is. People on it keep their times.

    Raises Refused, StoreFault.
    """
    if not plan.days.first <= day <= plan.days.last:
        raise Refused(say("This day is not in the month that is planned."))
    ids = [each.block for each in plan.times if each.block is not None and each.start.date() == day]
    if ids:
        blocks = workbench.store.get_many(Block, [UUID(bytes=each) for each in ids])
        label = say_many("{n} block deleted", "{n} blocks deleted", len(blocks))
        workbench.apply(Edit(label, tuple(Change(block, None) for block in blocks)))
        return Blocked(())
    if day < plan.found.today:
        raise Refused(say("This day is over."))
    return block_day(workbench, day, begins, ends)
