"""The columns of the pipeline and what came of each source, compared with brute force over whole objects."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.edit import Change, Edit, Entity
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import PLANNED, Interview, Participant, Step, StepKind
from netchal_gui.domain.pipeline import Column
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.home_queries import answer_days, count_waiting, waiting
from netchal_gui.storage.pipeline_queries import board, cards
from netchal_gui.storage.store import Store
from netchal_gui.storage.yield_queries import Reached, events, people_of, yields
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ANSWERS = PLANNED | {StepKind.REPLIED, StepKind.MET, StepKind.NO_SHOW, StepKind.DECLINED}
EVENTS = ("ATD", "atd", "Meetup", "")


def stored(file: Path, items: Iterable[Entity]) -> Store:
    store = Store.open(file)
    ids = map(UUID, map(hex_of, count(1)))
    Workbench(store, lambda: NOW, lambda: next(ids)).apply(
        Edit("Add", tuple(Change(None, item) for item in items))
    )
    return store


def hex_of(number: int) -> str:
    return f"{number:032x}"


people = st.lists(
    st.tuples(
        st.sampled_from(Relation),
        st.sampled_from((None, *Source)),
        st.sampled_from(EVENTS),
    ),
    min_size=1,
    max_size=6,
)
talks = st.lists(
    st.tuples(
        st.lists(st.integers(0, 5), min_size=1, max_size=2),
        st.lists(st.sampled_from(StepKind), min_size=1, max_size=4),
        st.integers(-40, 40),
        st.sampled_from((None, True, False)),
    ),
    max_size=8,
)


def person(number: int, relation: Relation, source: Source | None, detail: str) -> Contact:
    return Contact(
        id=UUID(int=number + 1),
        name=f"Person {number}",
        created=NOW,
        relation=relation,
        source=source,
        source_detail=detail,
    )


def talk(number: int, who: Sequence[UUID], steps: Sequence[StepKind], days: int) -> Interview:
    return Interview(
        id=UUID(int=1000 + number),
        participants=tuple(map(Participant, dict.fromkeys(who))),
        created=NOW,
        start=from_utc(NOW + timedelta(days=days, minutes=number), "Europe/Berlin"),
        steps=tuple(Step(kind, NOW + timedelta(hours=n)) for n, kind in enumerate(steps)),
    )


def thank_you(of: Interview, done: bool) -> FollowUp:
    return FollowUp(
        id=UUID(int=2000 + of.id.int),
        text="Thank",
        created=NOW,
        kind=FollowUpKind.THANK,
        contact_id=of.people[0],
        interview_id=of.id,
        done=done,
    )


def made(
    who: Sequence[tuple[Relation, Source | None, str]],
    drawn: Sequence[tuple[list[int], list[StepKind], int, bool | None]],
) -> tuple[list[Contact], list[Interview], list[FollowUp]]:
    contacts = [person(number, *each) for number, each in enumerate(who)]
    interviews, thanks = [], []
    for number, (places, steps, days, thanked) in enumerate(drawn):
        each = talk(number, [contacts[place % len(contacts)].id for place in places], steps, days)
        interviews.append(each)
        if thanked is not None:
            thanks.append(thank_you(each, thanked))
    return contacts, interviews, thanks


def column_by_hand(each: Interview, thanks: Sequence[FollowUp]) -> Column | None:
    if each.stage in PLANNED:
        return Column.SCHEDULED
    if each.stage is StepKind.MET:
        done = any(one.done for one in thanks if one.interview_id == each.id)
        return Column.THANKED if done else Column.MET
    return {
        StepKind.IDEA: Column.IDEA,
        StepKind.ASKED: Column.ASKED,
        StepKind.REPLIED: Column.REPLIED,
    }.get(each.stage)


@settings(max_examples=40, deadline=None)
@given(people, talks)
def test_each_interview_stands_in_one_column_and_new_people_nobody_asked_are_ideas(who, drawn):
    contacts, interviews, thanks = made(who, drawn)
    with TemporaryDirectory() as folder:
        store = stored(Path(folder) / "netchal.db", (*contacts, *interviews, *thanks))
        found = {
            column: {row.interview or row.contact for row in cards(store, keys).values()}
            for column, keys in board(store).items()
        }
        store.close()

    busy = {one for each in interviews for one in each.people}
    expected: dict[Column, set[bytes]] = {column: set() for column in Column}
    for each in interviews:
        if (column := column_by_hand(each, thanks)) is not None:
            expected[column].add(each.id.bytes)
    new = (one for one in contacts if one.relation is Relation.NEW and one.id not in busy)
    expected[Column.IDEA] |= {one.id.bytes for one in new}
    assert found == expected


@settings(max_examples=40, deadline=None)
@given(people, talks)
def test_what_came_of_each_source_and_event_is_counted_once_for_each_person(who, drawn):
    contacts, interviews, _ = made(who, drawn)
    with TemporaryDirectory() as folder:
        store = stored(Path(folder) / "netchal.db", (*contacts, *interviews))
        rows = yields(store)
        behind = {
            (row.source, row.event.casefold(), reached): set(
                people_of(store, Source(row.source), row.event, reached)
            )
            for row in rows
            for reached in Reached
        }
        store.close()

    def reached(one: Contact) -> dict[Reached, bool]:
        own = [each for each in interviews if one.id in each.people]
        asked = [(each, n) for each in own for n, s in enumerate(each.steps) if s.kind is StepKind.ASKED]
        return {
            Reached.FOUND: True,
            Reached.ASKED: bool(asked),
            Reached.REPLIED: any(s.kind in ANSWERS for each, n in asked for s in each.steps[n + 1 :]),
            Reached.MET: any(each.stage is StepKind.MET for each in own),
        }

    expected: dict[tuple[str, str, Reached], set[bytes]] = {}
    for one in contacts:
        if one.source is None:
            continue
        event = one.source_detail.casefold() if one.source is Source.EVENT else ""
        for kind, holds in reached(one).items():
            group = expected.setdefault((one.source.value, event, kind), set())
            if holds:
                group.add(one.id.bytes)
    assert behind == expected
    assert {
        (row.source, row.event.casefold(), kind): number
        for row in rows
        for kind, number in zip(Reached, row[2:], strict=True)
    } == {key: len(ids) for key, ids in expected.items()}


def test_a_card_names_all_its_people_and_when_it_is(tmp_path):
    contacts = [person(number, Relation.KNOWN, Source.EVENT, "ATD") for number in range(2)]
    both = talk(0, [each.id for each in contacts], [StepKind.SCHEDULED], 3)
    store = stored(tmp_path / "netchal.db", (*contacts, both))
    (row,) = cards(store, board(store)[Column.SCHEDULED]).values()
    store.close()

    assert (row.names, row.start) == ("Person 0, Person 1", "2026-11-26T10:00:00")


def test_a_thank_you_that_names_no_talk_is_for_the_last_one_before_it(tmp_path):
    ada = person(0, Relation.NEW, None, "")
    early, late = (talk(n, [ada.id], [StepKind.MET], days) for n, days in enumerate((-20, -5)))
    thanks = replace(thank_you(late, True), interview_id=None)
    store = stored(tmp_path / "netchal.db", (ada, early, late, thanks))
    found = board(store)
    thanked = [row.interview for row in cards(store, found[Column.THANKED]).values()]
    store.close()

    assert thanked == [late.id.bytes]
    assert len(found[Column.MET]) == 1


def test_requests_wait_the_oldest_first_until_a_reply(tmp_path):
    contacts = [person(number, Relation.NEW, None, "") for number in range(3)]
    asked = [talk(n, [contacts[n].id], [StepKind.ASKED], 0) for n in range(2)]
    old = replace(asked[1], steps=(Step(StepKind.ASKED, NOW - timedelta(days=9)),))
    answered = talk(2, [contacts[2].id], [StepKind.ASKED, StepKind.REPLIED], 0)
    store = stored(tmp_path / "netchal.db", (*contacts, asked[0], old, answered))
    soon = int(NOW.timestamp()) + 1
    found = [row.name for row in waiting(store, 0, soon, 9)]
    late = count_waiting(store, 0, int((NOW - timedelta(days=7)).timestamp()))
    days = answer_days(store)
    store.close()

    assert found == ["Person 1", "Person 0"]
    assert (late, days) == (1, 7)


def test_events_are_listed_once_the_latest_first(tmp_path):
    named = ("ATD", "Meetup", "atd", "")
    contacts = [person(n, Relation.NEW, Source.EVENT, name) for n, name in enumerate(named)]
    store = stored(tmp_path / "netchal.db", contacts)
    found = [each.casefold() for each in events(store, 9)]
    store.close()

    assert found == ["atd", "meetup"]
