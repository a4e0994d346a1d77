"""Add, change and delete roles that one would love at one's own company. Each is one edit."""

from dataclasses import replace

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import refuse
from netchal_gui.domain.desired_role import DesiredRole, problems
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def add_desired_role(workbench: Workbench, draft: DesiredRole) -> DesiredRole:
    """Store a new role. Raises Refused, StoreFault."""
    role = _tidied(draft)
    workbench.apply(Edit(say("Role “{title}” added", title=role.title), (Change(None, role),)))
    return role


def change_desired_role(workbench: Workbench, before: DesiredRole, draft: DesiredRole) -> bool:
    """Save what was changed; False where nothing was. Raises Refused, StoreFault, Conflict."""
    after = _tidied(draft)
    if after == before:
        return False
    workbench.apply(Edit(say("Role “{title}” changed", title=before.title), (Change(before, after),)))
    return True


def delete_desired_role(workbench: Workbench, role: DesiredRole) -> None:
    """Delete it; who holds it stays. Raises StoreFault, Conflict."""
    label = say("Role “{title}” deleted", title=role.title)
    workbench.apply(Edit(label, deletion(workbench.store, [role])))


def desired_roles(reader: Reader) -> list[DesiredRole]:
    """All roles in the order in which they were noted. Raises StoreFault."""
    return reader.where(DesiredRole, "1 ORDER BY created, number")


def _tidied(draft: DesiredRole) -> DesiredRole:
    role = replace(
        draft,
        title=" ".join(draft.title.split()),
        organisation=draft.organisation.strip(),
        note=draft.note.strip(),
    )
    refuse(problems(role))
    return role
