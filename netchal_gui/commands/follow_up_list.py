"""All that is to follow up, by day, and all that was done."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.follow_up_queries import count_follow_ups, follow_up_rows
from netchal_gui.storage.reader import Reader

PAGE = 100


class ListedFollowUp(NamedTuple):
    """``person`` None: it is for nobody by name. ``done_on`` is the local day of its last tick."""

    follow_up: FollowUp
    person: UUID | None
    name: str
    done_on: date | None


class FollowUpPage(NamedTuple):
    """The first of them, in the order of their days, and how many there are in all."""

    items: tuple[ListedFollowUp, ...]
    total: int


def follow_up_page(
    reader: Reader, zone: str, *, done: bool = False, people: str = "", most: int = PAGE
) -> FollowUpPage:
    """Open ones by the day they are due; done ones the latest first. ``people`` are words of their names.

    Raises StoreFault.
    """
    rows = follow_up_rows(reader, done=done, people=people, limit=most)
    stored = {each.id: each for each in reader.get_many(FollowUp, [UUID(bytes=row.id) for row in rows])}
    items = tuple(
        _listed(stored[UUID(bytes=row.id)], row.contact, row.name, zone)
        for row in rows
        if UUID(bytes=row.id) in stored
    )
    return FollowUpPage(items, count_follow_ups(reader, done=done, people=people))


def _listed(follow_up: FollowUp, contact: bytes | None, name: str, zone: str) -> ListedFollowUp:
    at = follow_up.done_at or (follow_up.created if follow_up.done else None)
    person = UUID(bytes=contact) if contact else None
    return ListedFollowUp(follow_up, person, name, from_utc(at, zone).day if at else None)
