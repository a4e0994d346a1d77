"""A friend's progress in a challenge: the numbers of their challenge file, and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from netchal_gui.domain.challenge import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class FriendProgress:
    """``met`` is how many people they met in each period, from the first; ``as_of`` the day they wrote it.

    ``name`` is what we call them. ``created`` is UTC.
    """

    id: UUID
    name: str
    challenge: str
    created: datetime
    start: date
    period: Period
    periods: int
    goal: int
    met: tuple[int, ...]
    as_of: date
