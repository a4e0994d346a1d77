"""What one owes whom: what to do next, whom one has not seen for long, and the partner."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from netchal_gui.commands.challenge_facts import moments
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.periods import ChallengeState, Span, period_of, spans, state
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.challenge_queries import reports_of
from netchal_gui.storage.home_queries import (
    Group,
    Person,
    SeenRow,
    circle_days,
    coming,
    count_due,
    due_until,
    longest_unseen,
    persons,
)
from netchal_gui.storage.reader import Reader

PREPARE_DAYS = 3
DUE_DAYS = 7
MOST_TO_DO = 50
MOST_IN_TOUCH = 20


class ToDoKind(StrEnum):
    FOLLOW_UP = "follow_up"
    PREPARE = "prepare"


class ToDo(NamedTuple):
    """An open follow-up (``since``: the day it was noted), or an interview to prepare; ``due`` is its day."""

    kind: ToDoKind
    contact: bytes | None
    name: str
    due: date
    text: str = ""
    follow_up: bytes | None = None
    follow_up_kind: str = ""
    interview: bytes | None = None
    since: date | None = None


class Unseen(NamedTuple):
    """Somebody to write to. ``last`` contact and the ``days`` since, None where none is noted.

    ``over``: days by which the wished rhythm (``cadence``, days) is over, None without one.
    """

    person: Person
    last: date | None
    days: int | None
    cadence: int | None
    over: int | None


class PartnerStanding(NamedTuple):
    """``due``: the day of the next report, None after the challenge; ``reported``: it is there already.

    ``missed``: numbers of the periods that ended without a report since they began.
    """

    person: Person
    due: date | None
    reported: bool
    missed: tuple[int, ...]
    last_report: date | None
    last_answer: date | None


def to_do(reader: Reader, today: date, zone: str) -> tuple[tuple[ToDo, ...], int]:
    """What is due within a week, by day, and how much that is in all; the list itself ends after fifty."""
    last = today + timedelta(days=DUE_DAYS)
    tasks = [
        ToDo(
            ToDoKind.FOLLOW_UP,
            row.contact,
            row.name,
            date.fromisoformat(row.due),
            row.text,
            row.id,
            row.kind,
            since=from_utc(datetime.fromisoformat(row.created), zone).day,
        )
        for row in due_until(reader, last, MOST_TO_DO)
    ]
    begin, end = moments(today, today + timedelta(days=PREPARE_DAYS), zone)
    interviews = [
        ToDo(ToDoKind.PREPARE, row.contact, row.name, date.fromisoformat(row.day), interview=row.interview)
        for row in coming(reader, int(begin.timestamp()), int(end.timestamp()))
    ]
    both = sorted((*tasks, *interviews), key=_due)
    return tuple(both[:MOST_TO_DO]), count_due(reader, last) + len(interviews)


def _due(item: ToDo) -> date:
    return item.due


def stay_in_touch(reader: Reader, today: date, zone: str) -> tuple[Unseen, ...]:
    """Family and friends first, those far away before the others, the longest unseen first of each.

    Whoever nothing is noted of comes after those one has seen. At most twenty.
    """
    begin, _ = moments(today, today, zone)
    circles = circle_days(reader)
    chosen: list[SeenRow] = []
    for group in Group:  # a group that fills the list spares the next one
        if len(chosen) < MOST_IN_TOUCH:
            most = MOST_IN_TOUCH - len(chosen)
            chosen += longest_unseen(reader, group, circles, int(begin.timestamp()), most)
    people = persons(reader, (row.id for row in chosen))
    return tuple(_unseen(row, people[row.id], today, zone) for row in chosen)


def _unseen(row: SeenRow, person: Person, today: date, zone: str) -> Unseen:
    last = None if row.last is None else _day(row.last, zone)
    days = None if last is None else (today - last).days
    since = last or from_utc(datetime.fromisoformat(row.created), zone).day
    over = None if row.cadence is None else (today - since).days - row.cadence
    return Unseen(person, last, days, row.cadence, over)


def partner_of(reader: Reader, challenge: Challenge, today: date, zone: str) -> PartnerStanding | None:
    """Who holds one to the plan, and how the reports stand."""
    if challenge.partner_id is None:
        return None
    found = persons(reader, [challenge.partner_id.bytes]).get(challenge.partner_id.bytes)
    if found is None:
        return None
    touches = reports_of(reader, challenge.id)
    reports = [_day(row.utc, zone) for row in touches if not row.inbound]
    answers = [_day(row.utc, zone) for row in touches if row.inbound]
    due, reported = _next_report(challenge, reports, today)
    return PartnerStanding(
        person=found,
        due=due,
        reported=reported,
        missed=_missed(spans(challenge), reports, today),
        last_report=max(reports, default=None),
        last_answer=max(answers, default=None),
    )


def _next_report(challenge: Challenge, reports: Sequence[date], today: date) -> tuple[date | None, bool]:
    if state(challenge, today) is ChallengeState.ENDED:
        return None, False
    current = spans(challenge)[period_of(challenge, today) or 0]
    return current.last, any(current.first <= day <= current.last for day in reports)


def _missed(periods: Sequence[Span], reports: Sequence[date], today: date) -> tuple[int, ...]:
    latest = max(reports, default=date.min)
    return tuple(n for n, each in enumerate(periods) if each.last < today and latest < each.first)


def _day(seconds: int, zone: str) -> date:
    return from_utc(datetime.fromtimestamp(seconds, UTC), zone).day
