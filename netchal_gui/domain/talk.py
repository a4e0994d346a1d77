"""A talk as one tells of it afterwards: whom one met, what was learned, whom they named, what comes next."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.interview import Channel, WhoElse

Who = UUID | str
"""Somebody who is stored, or the name of somebody new."""


class Thanks(StrEnum):
    """What becomes of the thank-you. FIRST: due where it was the first talk with somebody."""

    FIRST = "first"
    DUE = "due"
    DONE = "done"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who was named when asked "who else should I meet?"; ``promised``: they will introduce us."""

    who: Who
    promised: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody one talked to. Whoever ``named`` somebody was asked, whatever ``who_else`` says."""

    who: Who
    who_else: WhoElse = WhoElse.NOT_ASKED
    named: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do after the talk, for all who were there."""

    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk that has taken place.

    ``day`` and ``at`` are on the wall, in the system's zone; without a time a talk of today has just ended,
    one of another day began at noon. ``channel`` and ``minutes`` None: as planned, else those of a chance
    meeting. ``event`` is where new people come from. ``tags`` go to everyone one met. ``learned`` and
    ``notes`` are Markdown. ``interview_id`` names the interview that it was; without it, one that was
    planned for that day with those people is found.
    """

    people: tuple[Met, ...]
    day: date
    at: time | None = None
    minutes: int | None = None
    channel: Channel | None = None
    place: str = ""
    event: str = ""
    tags: tuple[str, ...] = ()
    learned: str = ""
    notes: str = ""
    next_steps: tuple[NextStep, ...] = ()
    thanks: Thanks = Thanks.FIRST
    interview_id: UUID | None = None
