"""All of one person for their page: what happened, what is open, who led to whom, favours."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

from netchal_gui.commands.favours import balance_with, favours_of
from netchal_gui.commands.introductions import Introductions, introductions_of, rows_between
from netchal_gui.commands.timeline import (
    TimelineLine,
    Tone,
    done_lines,
    entry_lines,
    favour_lines,
    interview_lines,
    introduction_lines,
    touch_lines,
)
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.favour import Balance, Favour
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import entries_of_interviews, recordings_with
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.timeline_queries import Happened, happened, open_with

E = TypeVar("E", bound=Entity)
PAGE = 30
"""So many objects are read at first, and so many more each time."""
MOST_OPEN, MOST_FAVOURS, MOST_INTRODUCTIONS = 20, 5, 24


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """``lines``: what happened, newest first; ``has_more``: older ones are there too.

    ``open``: follow-ups, those due first before others, of ``open_count``. ``introductions``: the newest.
    ``favours``: the newest of those the ``balance`` counts.
    """

    lines: tuple[TimelineLine, ...]
    has_more: bool
    open: tuple[FollowUp, ...]
    open_count: int
    introductions: Introductions
    favours: tuple[Favour, ...]
    balance: Balance


def person_history(reader: Reader, person: UUID, zone: str, most: int = PAGE) -> PersonHistory:
    """What a person's page shows, in the local time of a zone, from the newest ``most`` objects.

    Raises StoreFault.
    """
    rows = happened(reader, person, most + 1)
    lines = [*_lines(reader, person, rows[:most], zone)]
    lines.sort(key=_newest, reverse=True)
    if len(rows) > most:
        lines = [line for line in lines if line.at >= _local(rows[most - 1].at, zone)]
    waiting, count = open_with(reader, person, MOST_OPEN)
    return PersonHistory(
        lines=tuple(lines),
        has_more=len(rows) > most,
        open=tuple(waiting),
        open_count=count,
        introductions=introductions_of(reader, person, MOST_INTRODUCTIONS),
        favours=tuple(favours_of(reader, person, MOST_FAVOURS)),
        balance=balance_with(reader, person),
    )


def _newest(line: TimelineLine) -> tuple[datetime, bool]:
    return line.at, line.tone is Tone.TALK


def _local(seconds: int, zone: str) -> datetime:
    return from_utc(datetime.fromtimestamp(seconds, UTC), zone).local


def _lines(reader: Reader, person: UUID, rows: Sequence[Happened], zone: str) -> Iterator[TimelineLine]:
    """A line that is older than the last object of the page may come too early: the caller leaves it out."""
    interviews = _of(reader, Interview, rows, "interview")
    ids = [interview.id for interview in interviews]
    told = [each for each in entries_of_interviews(reader, ids) if person in each.people]
    yield from interview_lines(interviews, told, _recorded(reader, ids), zone)
    yield from entry_lines(_of(reader, JournalEntry, rows, "journal_entry"))
    yield from done_lines(_of(reader, FollowUp, rows, "follow_up"), zone)
    yield from touch_lines(_of(reader, Touch, rows, "touch"), zone)
    yield from favour_lines(_of(reader, Favour, rows, "favour"), zone)
    led = _of(reader, Introduction, rows, "introduction")
    yield from introduction_lines(rows_between(reader, person, led), zone)


def _of(reader: Reader, kind: type[E], rows: Iterable[Happened], name: str) -> list[E]:
    return reader.get_many(kind, [UUID(bytes=row.id) for row in rows if row.kind == name])


def _recorded(reader: Reader, interviews: Iterable[UUID]) -> Counter[UUID]:
    """How many recordings there are of each interview."""
    return Counter(each.interview_id for each in recordings_with(reader, interviews))
