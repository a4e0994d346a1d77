"""An introduction: who led to whom. The only record of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class IntroductionStage(StrEnum):
    """A name was mentioned; an introduction was promised; the two were brought together."""

    NAMED = "named"
    PROMISED = "promised"
    MADE = "made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """``by_id`` led us to ``to_id``, perhaps in an interview. Several for one person are allowed.

    ``at`` is when it was said or made, ``created`` when it was noted; both UTC.
    """

    id: UUID
    by_id: UUID
    to_id: UUID
    created: datetime
    at: datetime
    stage: IntroductionStage = IntroductionStage.NAMED
    interview_id: UUID | None = None
    note: str = ""
