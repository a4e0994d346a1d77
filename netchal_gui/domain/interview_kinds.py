"""How a talk is held and what happens to it: what lists sort and count by, without the whole interview."""

from enum import StrEnum


class Channel(StrEnum):
    COFFEE = "coffee"
    LUNCH = "lunch"
    PHONE = "phone"
    VIDEO = "video"
    MAIL = "mail"
    EVENT = "event"
    OTHER = "other"


class StepKind(StrEnum):
    IDEA = "idea"
    ASKED = "asked"
    REPLIED = "replied"
    SCHEDULED = "scheduled"
    MOVED = "moved"
    MET = "met"
    NO_SHOW = "no_show"
    DECLINED = "declined"
    CANCELLED = "cancelled"


PLANNED = frozenset({StepKind.SCHEDULED, StepKind.MOVED})
NOT_AGREED = frozenset({StepKind.IDEA, StepKind.ASKED, StepKind.REPLIED})
"""Nobody has said yes to a time yet; one that stands there is a proposal."""
WRITTEN = frozenset({StepKind.ASKED, StepKind.REPLIED, StepKind.DECLINED})
"""One of the two wrote to the other."""
CALLED_OFF = frozenset({StepKind.NO_SHOW, StepKind.DECLINED, StepKind.CANCELLED})
