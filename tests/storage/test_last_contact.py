"""The last contact with somebody, of any kind and in either direction; who lives where, and birthdays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netchal_gui.domain.contact import NEVER, Address, Circle, Contact, PartialDate
from netchal_gui.domain.edit import Change, Edit, Entity
from netchal_gui.domain.follow_up import WRITTEN, FollowUp, FollowUpKind, ticked
from netchal_gui.domain.interview import Interview, Participant, StepKind, contact_moments, stepped
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.contact_queries import Listing, numbers, rows_of
from netchal_gui.storage.in_touch_queries import Group, circle_days, longest_unseen
from netchal_gui.workbench import Workbench
from tests.storage.data_files import NOW, opened, person

ADA = person(1, "Ada")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    with opened(tmp_path / "netchal.db") as bench:
        bench.apply(Edit("Add", (Change(None, ADA),)))
        yield bench


def last(bench: Workbench) -> datetime | None:
    (row,) = rows_of(bench.store, numbers(bench.store, Listing()))
    return None if row.last is None else datetime.fromtimestamp(row.last, UTC)


def put(bench: Workbench, item: Entity, before: Entity | None = None) -> None:
    bench.apply(Edit("Put", (Change(before, item),)))


def touch(at: datetime, inbound: bool = False) -> Touch:
    return Touch(id=uuid4(), contact_id=ADA.id, created=NOW, at=at, kind=TouchKind.CALL, inbound=inbound)


def asked(at: datetime) -> Interview:
    blank = Interview(id=uuid4(), participants=(Participant(ADA.id),), created=NOW)
    return stepped(blank, StepKind.ASKED, at)


def met(at: datetime) -> Interview:
    return stepped(replace(asked(at - timedelta(days=3)), start=from_utc(at, "UTC")), StepKind.MET, at)


def thanked(at: datetime, kind: FollowUpKind = FollowUpKind.THANK) -> FollowUp:
    return ticked(FollowUp(id=uuid4(), text="", created=NOW, kind=kind, contact_id=ADA.id), True, at)


@pytest.mark.parametrize("contact", [touch, asked, met, thanked])
def test_any_contact_counts_and_undo_takes_it_back(bench: Workbench, contact: object) -> None:
    put(bench, contact(NOW))  # type: ignore[operator]

    assert last(bench) == NOW
    bench.undo()
    assert last(bench) is None


def test_it_counts_from_their_side_too(bench: Workbench) -> None:
    put(bench, touch(NOW, inbound=True))

    assert last(bench) == NOW


def test_a_promise_that_was_kept_is_not_known_to_be_a_contact(bench: Workbench) -> None:
    put(bench, thanked(NOW, FollowUpKind.PROMISE))

    assert last(bench) is None


def test_a_thank_you_that_is_opened_again_was_none(bench: Workbench) -> None:
    done = thanked(NOW)
    put(bench, done)
    put(bench, ticked(done, False, NOW), done)

    assert last(bench) is None


moments = st.integers(0, 5_000).map(lambda hours: NOW - timedelta(hours=hours))
contacts = st.tuples(st.sampled_from([touch, asked, met, thanked]), moments)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(contacts, min_size=1, max_size=8))
def test_it_never_moves_backwards(tmp_path: Path, told: list[tuple[object, datetime]]) -> None:
    with opened(tmp_path / f"{uuid4()}.db") as bench:
        put(bench, ADA)
        seen = [datetime.min.replace(tzinfo=UTC)]
        for contact, at in told:
            put(bench, contact(at))  # type: ignore[operator]
            seen.append(last(bench) or seen[0])

        assert seen == sorted(seen)
        assert seen[-1] == max(at for _, at in told)


def moments_of(bench: Workbench) -> list[datetime]:
    """Every contact there was, by a look at everything that is stored."""
    talks = (contact_moments(each) for each in bench.store.every(Interview))
    done = (each.done_at for each in bench.store.every(FollowUp) if each.kind in WRITTEN)
    return [
        *chain.from_iterable(talks),
        *(each.at for each in bench.store.every(Touch)),
        *filter(None, done),
    ]


told_or_taken_back = st.lists(st.one_of(contacts, st.sampled_from(["undo", "redo"])), min_size=1, max_size=12)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told_or_taken_back)
def test_in_any_order_it_is_the_newest_contact_and_undo_brings_back_the_former_one(
    tmp_path: Path, steps: list[object]
) -> None:
    with opened(tmp_path / f"{uuid4()}.db") as bench:
        put(bench, ADA)
        former, later = [last(bench)], []
        for step in steps:
            if isinstance(step, tuple):
                contact, at = step
                put(bench, contact(at))
                former.append(last(bench))
                later = []
            elif step == "undo" and len(former) > 1:
                bench.undo()
                later.append(former.pop())
            elif step == "redo" and later:
                bench.redo()
                former.append(later.pop())

            assert last(bench) == former[-1] == max(moments_of(bench), default=None)


def unseen(bench: Workbench, group: Group, **circles: int) -> list[UUID]:
    rows = longest_unseen(bench.store, group, circles, int(NOW.timestamp()), 20)
    return [UUID(bytes=row.id) for row in rows]


def test_a_person_comes_up_after_the_days_of_their_circle(bench: Workbench) -> None:
    put(bench, replace(ADA, circle=Circle.COLLEAGUE), ADA)
    put(bench, touch(NOW - timedelta(days=40)))

    assert unseen(bench, Group.RHYTHM, colleague=30) == [ADA.id]
    assert unseen(bench, Group.RHYTHM, colleague=60) == []
    assert unseen(bench, Group.RHYTHM) == []


def test_their_own_days_come_before_those_of_the_circle(bench: Workbench) -> None:
    put(bench, replace(ADA, circle=Circle.FRIEND, cadence=90), ADA)
    put(bench, touch(NOW - timedelta(days=40)))

    assert unseen(bench, Group.NEAR, friend=30) == []


def test_somebody_one_wants_no_reminder_of_never_comes_up(bench: Workbench) -> None:
    put(bench, replace(ADA, circle=Circle.FRIEND, cadence=NEVER), ADA)

    assert unseen(bench, Group.NEAR, friend=30) == []


def test_the_days_of_the_circles_are_those_of_the_settings(bench: Workbench) -> None:
    assert circle_days(bench.store) == {"family": 30, "friend": 30}
    put(bench, replace(bench.preferences, circle_cadences=()))
    assert circle_days(bench.store) == {}


def test_people_are_found_by_each_place_in_either_spelling(bench: Workbench) -> None:
    homes = (Address(city=" Bad Tölz "), Address(country="Łódź"), Address(city="Bremen", country="Germany"))
    put(bench, replace(ADA, addresses=homes), ADA)
    places = "SELECT key, place FROM contact_place ORDER BY key"

    assert bench.store.rows(places) == [
        ("bad toelz", "Bad Tölz"),
        ("bad tolz", "Bad Tölz"),
        ("bremen", "Bremen"),
        ("lodz", "Łódź"),
    ]
    bench.undo()
    assert bench.store.rows(places) == []


def test_birthdays_are_in_the_order_of_the_year(bench: Workbench) -> None:
    for number, day in enumerate([PartialDate(12, 1), PartialDate(2, 29, 2000), PartialDate(2, 3)], 2):
        put(bench, Contact(id=UUID(int=number), name=str(day), created=NOW, birthday=day))
    sql = "SELECT birthday_key FROM contact WHERE birthday_key >= ? ORDER BY birthday_key"

    assert bench.store.rows(sql, (f"{date(2026, 2, 10):%m-%d}",)) == [("02-29",), ("12-01",)]
