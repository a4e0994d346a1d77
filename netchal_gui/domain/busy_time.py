"""A busy time: when the person's own calendar is taken. Never exported again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyTime:
    """A stretch from ``start`` to before ``end`` (UTC), without what it is about.

    ``source`` is the name of the file it came from: reading that file again replaces its busy times.
    ``created`` is UTC.
    """

    id: UUID
    start: datetime
    end: datetime
    created: datetime
    source: str
    whole_day: bool = False
