"""A desired role: one that one would love to have at one's own company, and who holds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from netchal_gui.domain.problem import Problem, ProblemKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DesiredRole:
    """``contact_id`` is who holds it, None while one has not found out. ``created`` is UTC."""

    id: UUID
    title: str
    created: datetime
    organisation: str = ""
    contact_id: UUID | None = None
    note: str = ""


def problems(role: DesiredRole) -> Iterator[Problem]:
    """What keeps the role from being saved."""
    if not role.title.strip():
        yield Problem(ProblemKind.TITLE_MISSING, "title")
