"""One event as it goes into a calendar file: everything decided, nothing looked up."""

from dataclasses import dataclass
from datetime import datetime

from netchal_gui.domain.calendar_copy import EventStatus
from netchal_gui.domain.walltime import WallTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A VEVENT (RFC 5545, 3.6.1). Texts are plain; what is empty is not written.

    ``stamp`` and ``created`` are aware UTC. ``end`` is exclusive; of a whole day only the days count.
    ``reminder`` is in minutes before the start. A cancelled event gets no reminder and blocks nothing;
    nor does one that is not ``is_busy`` block anything.
    """

    uid: str
    sequence: int
    stamp: datetime
    created: datetime
    start: WallTime
    end: WallTime
    summary: str
    whole_day: bool = False
    location: str = ""
    description: str = ""
    link: str = ""
    categories: tuple[str, ...] = ()
    private: bool = True
    status: EventStatus = EventStatus.CONFIRMED
    reminder: int | None = None
    is_busy: bool = True
