"""A touch: any contact with a person worth counting that is no interview."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class TouchKind(StrEnum):
    MAIL = "mail"
    CALL = "call"
    MESSAGE = "message"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """``inbound``: it came from them. ``challenge_id``: a report to that challenge's partner, or the answer.

    ``at`` is when it happened, ``created`` when it was noted; both UTC.
    """

    id: UUID
    contact_id: UUID
    created: datetime
    at: datetime
    kind: TouchKind = TouchKind.MAIL
    inbound: bool = False
    text: str = ""
    challenge_id: UUID | None = None
