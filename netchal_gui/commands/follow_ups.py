"""Do, open again and put off what is to follow up. Each is one edit, and stays in its history."""

from datetime import date, timedelta

from netchal_gui.commands.deletion import deletion
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, snoozed
from netchal_gui.domain.follow_up import next_week as following_week
from netchal_gui.domain.walltime import from_utc
from netchal_gui.words import say, short_day
from netchal_gui.workbench import Workbench


def tomorrow(workbench: Workbench) -> date:
    """The day after today."""
    return _today(workbench) + timedelta(days=1)


def next_week(workbench: Workbench) -> date:
    """Monday of the next week."""
    return following_week(_today(workbench))


def snooze(workbench: Workbench, follow_up: FollowUp, due: date | None) -> FollowUp:
    """Put a follow-up off to a day, None: to no day; the former day stays in its history.

    The same day changes nothing. Raises StoreFault, Conflict.
    """
    if due == follow_up.due:
        return follow_up
    after = snoozed(follow_up, due, workbench.now())
    if due is None:
        label = say("“{text}” without a day", text=follow_up.text)
    else:
        label = say("“{text}” put off to {day}", day=short_day(due, _today(workbench)), text=follow_up.text)
    workbench.apply(Edit(label, (Change(follow_up, after),)))
    return after


def delete_follow_up(workbench: Workbench, follow_up: FollowUp) -> None:
    """Forget it. Raises StoreFault, Conflict."""
    label = say("“{text}” deleted", text=follow_up.text)
    workbench.apply(Edit(label, deletion(workbench.store, [follow_up])))


def _today(workbench: Workbench) -> date:
    return from_utc(workbench.now(), workbench.zone).day
