"""What tests need of follow-ups: one in the data file, and the history of one."""

from datetime import date
from typing import Any

from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.workbench import Workbench


def follow_up(workbench: Workbench, text: str, due: date | None = None, **more: Any) -> FollowUp:
    """A stored follow-up."""
    item = FollowUp(id=workbench.new_id(), text=text, created=workbench.now(), due=due, **more)
    workbench.apply(Edit("Add", (Change(None, item),)))
    return item


def stored(workbench: Workbench, item: FollowUp) -> FollowUp:
    found = workbench.store.get(FollowUp, item.id)
    assert found is not None
    return found
