"""What one owes whom: what to do next, whom one has not seen for long, and the partner."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from netchal_gui.commands.challenge_facts import moments
from netchal_gui.domain.birthday import BIRTHDAY_DAYS, age_on, keys_between
from netchal_gui.domain.cadence import Lateness, lateness
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.check_ins import check_ins
from netchal_gui.domain.periods import ChallengeState, Span, state
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.challenge_queries import reports_of
from netchal_gui.storage.home_queries import (
    Person,
    answer_days,
    birthdays,
    coming,
    count_due,
    count_waiting,
    due_until,
    persons,
    waiting,
)
from netchal_gui.storage.in_touch_queries import Group, SeenRow, circle_days, longest_unseen
from netchal_gui.storage.reader import Reader

PREPARE_DAYS = 3
DUE_DAYS = 7
REMIND_FOR = timedelta(days=30)
MOST_TO_DO = 50
MOST_BIRTHDAYS = 20
MOST_IN_TOUCH = 20


class ToDoKind(StrEnum):
    FOLLOW_UP = "follow_up"
    PREPARE = "prepare"
    REPORT = "report"
    WAITING = "waiting"
    BIRTHDAY = "birthday"


class ToDo(NamedTuple):
    """An open follow-up, an interview to prepare, a report to the partner, a request without a reply, or a
    birthday.

    ``due`` is its day; ``since``: the day a follow-up was noted, or a request was sent. ``put_off``: how
    often; ``first_due``: the day it had before that. ``age``: how old they become.
    ``questions`` and ``pitch`` are ready for an interview.
    """

    kind: ToDoKind
    contact: bytes | None
    name: str
    due: date
    text: str = ""
    follow_up: bytes | None = None
    follow_up_kind: str = ""
    interview: bytes | None = None
    since: date | None = None
    put_off: int = 0
    first_due: date | None = None
    age: int | None = None
    questions: int = 0
    pitch: str = ""


class Unseen(NamedTuple):
    """Somebody to write to. ``last`` contact and the ``days`` since, None where none is noted.

    ``over``: days by which the wished rhythm (``cadence``, days) is over; None where it never began, as
    nothing is noted of a friend.
    """

    person: Person
    last: date | None
    days: int | None
    cadence: int
    over: int | None

    @property
    def lateness(self) -> Lateness:
        return (lateness(self.over, self.cadence) if self.over is not None else None) or Lateness.DUE


class PartnerStanding(NamedTuple):
    """``due``: the day of the next report, None after the challenge; ``reported``: it is there already.

    ``missed``: numbers of the check-ins (of a 4×4 challenge its periods) that ended without a report since;
    ``overdue``: the day on which the last of them ended. ``about``: the days a report would be about now.
    """

    person: Person
    due: date | None
    reported: bool
    missed: tuple[int, ...]
    overdue: date | None
    about: Span
    last_report: date | None
    last_answer: date | None


def to_do(
    reader: Reader, today: date, zone: str, partner: PartnerStanding | None = None
) -> tuple[tuple[ToDo, ...], int]:
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
            put_off=row.put_off,
            first_due=date.fromisoformat(row.first_due) if row.first_due else None,
        )
        for row in due_until(reader, last, MOST_TO_DO)
    ]
    begin, end = moments(today, today + timedelta(days=PREPARE_DAYS), zone)
    interviews = [
        ToDo(
            ToDoKind.PREPARE,
            row.contact,
            row.name,
            date.fromisoformat(row.day),
            interview=row.interview,
            questions=row.questions,
            pitch=row.pitch,
        )
        for row in coming(reader, int(begin.timestamp()), int(end.timestamp()))
    ]
    report = report_to_do(partner, today)
    unanswered, count = _unanswered(reader, today, zone)
    congratulations = _birthdays(reader, today, zone)
    today_only = [each for each in congratulations if each.due == today]  # nothing else is too late tomorrow
    later = congratulations[len(today_only) :]
    every = [*today_only, *sorted((*report, *tasks, *interviews, *later, *unanswered), key=_due)]
    others = len(interviews) + len(report) + len(congratulations) + count
    return tuple(every[:MOST_TO_DO]), count_due(reader, last) + others


def _birthdays(reader: Reader, today: date, zone: str) -> list[ToDo]:
    """The birthdays of today and the next days; one that is today goes with any contact on it."""
    keys = keys_between(today, BIRTHDAY_DAYS)
    begin, _ = moments(today, today, zone)
    return [
        ToDo(ToDoKind.BIRTHDAY, row.contact, row.name, day, age=age_on(row.birthday, day))
        for row in birthdays(reader, keys, MOST_BIRTHDAYS)
        if (day := keys[row.key]) > today or row.last is None or row.last < begin.timestamp()
    ]


def _unanswered(reader: Reader, today: date, zone: str) -> tuple[list[ToDo], int]:
    """Requests to remind of, since the chosen number of days was over, for a month; how many there are.

    Whoever says nothing for longer stays in the list of those one waits for, but is not brought up any more.
    """
    wait = timedelta(days=answer_days(reader))
    last = today - wait
    begin, end = (int(each.timestamp()) for each in moments(last - REMIND_FOR, last, zone))
    tasks = []
    for row in waiting(reader, begin, end, MOST_TO_DO):
        since = _day(row.since, zone)
        tasks.append(
            ToDo(
                ToDoKind.WAITING,
                row.contact,
                row.name,
                since + wait,
                interview=row.interview,
                since=since,
            )
        )
    return tasks, count_waiting(reader, begin, end)


def _due(item: ToDo) -> date:
    return item.due


def stay_in_touch(reader: Reader, today: date, zone: str) -> tuple[Unseen, ...]:
    """Family and friends first, those far away before the others, who is late for longest first of each.

    Whoever nothing is noted of comes after those one has seen. At most twenty.
    """
    _, end = moments(today, today, zone)
    circles = circle_days(reader)
    chosen: list[SeenRow] = []
    for group in Group:  # a group that fills the list spares the next one
        if len(chosen) < MOST_IN_TOUCH:
            most = MOST_IN_TOUCH - len(chosen)
            chosen += longest_unseen(reader, group, circles, int(end.timestamp()), most)
    people = persons(reader, (row.id for row in chosen))
    return tuple(_unseen(row, people[row.id], today, zone) for row in chosen)


def _unseen(row: SeenRow, person: Person, today: date, zone: str) -> Unseen:
    last = None if row.last is None else _day(row.last, zone)
    days = None if last is None else (today - last).days
    since = last or from_utc(datetime.fromisoformat(row.created), zone).day
    over = None if row.at_once else max(0, (today - since).days - row.days)
    return Unseen(person, last, days, row.days, over)


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
    stand = check_ins(challenge, reports, today)
    has_ended = state(challenge, today) is ChallengeState.ENDED
    return PartnerStanding(
        person=found,
        due=None if has_ended else stand.spans[stand.current].last,
        reported=not has_ended and stand.current in stand.reported,
        missed=stand.missed,
        overdue=stand.spans[stand.missed[-1]].last if stand.missed else None,
        about=stand.spans[stand.about],
        last_report=max(reports, default=None),
        last_answer=max(answers, default=None),
    )


def report_to_do(partner: PartnerStanding | None, today: date) -> tuple[ToDo, ...]:
    """The report to the partner as something to do: overdue, or due within a week."""
    if partner is None:
        return ()
    due = partner.overdue or (None if partner.reported else partner.due)
    if due is None or due > today + timedelta(days=DUE_DAYS):
        return ()
    return (ToDo(ToDoKind.REPORT, partner.person.id, partner.person.name, due),)


def _day(seconds: int, zone: str) -> date:
    return from_utc(datetime.fromtimestamp(seconds, UTC), zone).day
