"""A favour: help that was got or given, asked for or promised."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.problem import Problem, ProblemKind


class FavourKind(StrEnum):
    """GOT from them and GIVEN to them are done; ASKED of them and PROMISED to them are still open."""

    GOT = "got"
    GIVEN = "given"
    ASKED = "asked"
    PROMISED = "promised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Favour:
    """``text`` says what ("her tip got me the interview").

    ``introduction_id`` is the introduction through which it came, ``interview_id`` the talk in which.
    ``at`` is when it happened or was said, ``created`` when it was noted; both UTC.
    """

    id: UUID
    contact_id: UUID
    created: datetime
    at: datetime
    text: str
    kind: FavourKind = FavourKind.GOT
    introduction_id: UUID | None = None
    interview_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """How many favours of each kind there are with somebody."""

    got: int = 0
    given: int = 0
    asked: int = 0
    promised: int = 0

    @property
    def owed(self) -> int:
        """How many more one has got than given; below 0: given than got. What is open does not count."""
        return self.got - self.given


def balance(kinds: Iterable[FavourKind]) -> Balance:
    """The balance of favours of these kinds."""
    counted = list(kinds)
    return Balance(**{kind.value: counted.count(kind) for kind in FavourKind})


def problems(favour: Favour) -> Iterator[Problem]:
    """What keeps the favour from being saved."""
    if not favour.text.strip():
        yield Problem(ProblemKind.TEXT_MISSING, "text")
