"""What the calendar reads: the same as a look at every interview, at the cost of one range."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netchal_gui.domain.block import Block
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant, Step, StepKind
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage import calendar_queries as queries
from netchal_gui.storage.store import Store

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ADA = Contact(id=UUID(int=1), name="Ada", created=NOW, relation=Relation.KNOWN)
BOB = Contact(id=UUID(int=2), name="Bob", created=NOW)


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "netchal.db")
    keep(opened, ADA, BOB)
    yield opened
    opened.close()


def keep(store, *items):
    store.put("x", [Change(None, item) for item in items], {}, NOW)


def interview(start, *people, minutes=45, kind=StepKind.SCHEDULED):
    return Interview(
        id=uuid4(),
        participants=tuple(Participant(person.id) for person in people or (ADA,)),
        created=NOW,
        start=start and WallTime(start, "UTC"),
        minutes=minutes,
        steps=(Step(kind, NOW),),
    )


def seconds(moment):
    return int(moment.replace(tzinfo=UTC).timestamp())


moments = st.datetimes(datetime(2026, 10, 1), datetime(2027, 1, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    starts=st.lists(st.tuples(moments, st.integers(1, 1440)), max_size=12),
    first=moments,
    length=st.integers(1, 60),
)
def test_a_stretch_holds_exactly_the_interviews_that_overlap_it(store, starts, first, length):
    stored = [interview(start, minutes=minutes) for start, minutes in starts]
    keep(store, *stored)
    last = first + timedelta(days=length)
    found = [row.id for row in queries.interviews_between(store, seconds(first), seconds(last))]
    expected = {
        each.id.bytes
        for each in stored
        if each.start.local < last and each.start.local + timedelta(minutes=each.minutes) > first
    }
    store.put("x", [Change(each, None) for each in stored], {}, NOW)

    assert set(found) == expected
    assert len(found) == len(expected)


def test_interviews_come_in_the_order_of_their_start(store):
    late, early = interview(datetime(2026, 11, 3, 15)), interview(datetime(2026, 11, 3, 9))
    keep(store, late, early, interview(None))
    rows = queries.interviews_between(store, seconds(datetime(2026, 11, 1)), seconds(datetime(2026, 12, 1)))

    assert [row.id for row in rows] == [early.id.bytes, late.id.bytes]


def test_a_month_is_read_by_the_index_of_starts(store):
    (plan,) = store.rows(
        "EXPLAIN QUERY PLAN SELECT id, start_utc, end_utc, stage FROM interview"
        " WHERE start_utc >= 0 AND start_utc < 9 AND end_utc > 3 ORDER BY start_utc, number"
    )

    assert "USING INDEX interview_by_start (start_utc>? AND start_utc<?)" in plan[-1]


def test_the_people_of_an_interview_come_as_they_were_named(store):
    both = interview(datetime(2026, 11, 3, 9), BOB, ADA)
    keep(store, both, interview(datetime(2026, 11, 4, 9), ADA))
    rows = queries.people_of(store, [both.id.bytes])

    assert [(row.name, row.relation) for row in rows] == [("Bob", "new"), ("Ada", "known")]


def test_people_of_more_interviews_than_a_query_takes_marks_for(store):
    many = [interview(datetime(2026, 11, 3, 9)) for _ in range(1_200)]
    keep(store, *many)

    assert len(queries.people_of(store, [each.id.bytes for each in many])) == 1_200


def test_blocks_say_their_own_wall_time(store):
    block = Block(
        id=uuid4(), start=WallTime(datetime(2026, 11, 3), "Asia/Tokyo"), created=NOW, whole_day=True
    )
    keep(store, block)
    (row,) = queries.blocks_between(store, seconds(datetime(2026, 11, 2)), seconds(datetime(2026, 11, 4)))

    assert (row.local, row.whole_day) == ("2026-11-03T00:00:00", 1)


def test_follow_ups_are_those_open_and_due_with_whom_they_are_for(store):
    def follow_up(text, due, **fields):
        return FollowUp(id=uuid4(), text=text, created=NOW, due=due, **fields)

    day = date(2026, 11, 27)
    keep(
        store,
        follow_up("for Bob", day, contact_id=BOB.id),
        follow_up("for nobody", day),
        follow_up("done", day, done=True),
        follow_up("too late", day + timedelta(days=1)),
        follow_up("some day", None),
    )

    rows = queries.follow_ups_between(store, day, day)
    assert [(row.text, row.name) for row in rows] == [("for Bob", "Bob"), ("for nobody", "")]


def test_the_next_interview_is_the_first_planned_one_from_now_on(store):
    soon = interview(datetime(2026, 11, 24, 12), ADA, BOB)
    keep(
        store,
        interview(datetime(2026, 11, 20, 9)),
        interview(datetime(2026, 11, 23, 12), kind=StepKind.CANCELLED),
        interview(datetime(2026, 11, 26, 9)),
        soon,
    )
    found = queries.next_interview(store, NOW)

    assert (found.id, sorted(found.names.split(", "))) == (soon.id, ["Ada", "Bob"])


def test_without_a_planned_interview_nothing_comes_next(store):
    keep(store, replace(interview(datetime(2026, 11, 20, 9))))

    assert queries.next_interview(store, NOW) is None
