"""Whom one wants to be in touch with again: what SQL finds is what one would find by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netchal_gui.commands.challenge_people import stay_in_touch
from netchal_gui.domain.contact import Circle, Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant, StepKind, stepped
from netchal_gui.domain.preferences import CircleCadence, Preferences
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.contact_queries import (
    Listing,
    Section,
    SectionKind,
    SortBy,
    counts,
    numbers,
    rows_of,
)
from netchal_gui.workbench import Workbench
from tests.storage.data_files import NOW, opened

TODAY = date(2026, 11, 23)
END = int(datetime(2026, 11, 24, tzinfo=NOW.tzinfo).timestamp())
IN_TOUCH = Section(SectionKind.IN_TOUCH)
CLOSE = (Circle.FAMILY, Circle.FRIEND)


class Known(NamedTuple):
    """Somebody, the day of the last contact (days ago, None: never), and whether one has a day with them."""

    contact: Contact
    last: int | None
    planned: bool


@st.composite
def somebody(draw: st.DrawFn) -> Known:
    contact = Contact(
        id=UUID(int=draw(st.integers(1, 10**9))),
        name="Ada",
        created=NOW - timedelta(days=draw(st.integers(0, 200))),
        circle=draw(st.none() | st.sampled_from(list(Circle))),
        far_away=draw(st.booleans()),
        cadence=draw(st.none() | st.sampled_from((0, 14, 30, 90))),
    )
    return Known(contact, draw(st.none() | st.integers(0, 200)), draw(st.integers(0, 5)) == 0)


rhythms = st.lists(
    st.builds(CircleCadence, st.sampled_from(list(Circle)), st.integers(1, 120)),
    max_size=4,
    unique_by=lambda each: each.circle,
).map(tuple)


def over(known: Known, preferences: Preferences) -> int | None:
    """Days since their time came, by hand; None where it has not."""
    cadence = preferences.cadence_of(known.contact)
    if cadence is None or known.planned:
        return None
    if known.last is None and known.contact.cadence is None and known.contact.circle in CLOSE:
        return 10**6
    since = known.last if known.last is not None else (NOW - known.contact.created).days
    return since - cadence if since >= cadence else None


def fill(bench: Workbench, everyone: Sequence[Known], preferences: Preferences) -> None:
    changes = [Change(None, preferences)]
    for known in everyone:
        changes.append(Change(None, known.contact))
        if known.last is not None:
            at = NOW - timedelta(days=known.last)
            changes.append(Change(None, Touch(id=uuid4(), contact_id=known.contact.id, created=NOW, at=at)))
        if known.planned:
            start = from_utc(NOW + timedelta(days=3), "UTC")
            blank = Interview(
                id=uuid4(), participants=(Participant(known.contact.id),), created=NOW, start=start
            )
            changes.append(Change(None, stepped(blank, StepKind.SCHEDULED, NOW)))
    bench.apply(Edit("Fill", tuple(changes)))


def names_in(bench: Workbench, listing: Listing) -> list[UUID]:
    return [UUID(bytes=row.id) for row in rows_of(bench.store, numbers(bench.store, listing, END))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(somebody(), max_size=12, unique_by=lambda each: each.contact.id), rhythms)
def test_the_section_its_count_and_the_list_at_home_agree_with_a_look_at_everyone(
    tmp_path: Path, everyone: list[Known], circles: tuple[CircleCadence, ...]
) -> None:
    preferences = Preferences(circle_cadences=circles)
    late = {each.contact.id: days for each in everyone if (days := over(each, preferences)) is not None}
    with opened(tmp_path / f"{uuid4()}.db") as bench:
        fill(bench, everyone, preferences)
        home = stay_in_touch(bench.store, TODAY, "UTC")

        assert set(names_in(bench, Listing(IN_TOUCH))) == late.keys()
        assert counts(bench.store, END).in_touch == len(late)
        assert {UUID(bytes=each.person.id) for each in home} == late.keys()
        assert {UUID(bytes=each.person.id): each.over for each in home} == {
            who: None if days == 10**6 else days for who, days in late.items()
        }


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    with opened(tmp_path / "netchal.db") as made:
        yield made


def known(number: int, last: int | None, **fields: object) -> Known:
    contact = Contact(id=UUID(int=number), name=str(number), created=NOW, **fields)  # type: ignore[arg-type]
    return Known(contact, last, False)


def test_family_and_friends_far_away_come_first_then_who_is_late_for_longest(bench: Workbench) -> None:
    everyone = [
        known(1, 400, cadence=90),
        known(2, 60, circle=Circle.FRIEND),
        known(3, 40, circle=Circle.FAMILY, far_away=True),
        known(4, 100, circle=Circle.FAMILY, cadence=90),
        known(5, None, circle=Circle.FRIEND, far_away=True),
    ]
    fill(bench, everyone, Preferences())
    found = stay_in_touch(bench.store, TODAY, "UTC")

    assert [each.person.name for each in found] == ["3", "5", "2", "4", "1"]


def test_who_is_late_stands_among_what_comes_next(bench: Workbench) -> None:
    everyone = [known(1, 10, cadence=90), known(2, 40, cadence=30), known(3, 100, cadence=30)]
    fill(bench, everyone, Preferences())

    assert [each.int for each in names_in(bench, Listing(sort=SortBy.NEXT))] == [3, 2, 1]


def test_a_row_has_the_rhythm_in_force(bench: Workbench) -> None:
    everyone = [
        known(1, 1, circle=Circle.FRIEND),
        known(2, 1, cadence=90),
        known(3, 1, circle=Circle.FRIEND, cadence=0),
    ]
    fill(bench, everyone, Preferences())
    rows = rows_of(bench.store, numbers(bench.store, Listing()))

    assert [(row.name, row.rhythm) for row in rows] == [("1", 30), ("2", 90), ("3", 0)]


def test_changing_the_circles_days_changes_who_is_late(bench: Workbench) -> None:
    fill(bench, [known(1, 40, circle=Circle.FRIEND)], Preferences())
    assert counts(bench.store, END).in_touch == 1

    slow = replace(bench.preferences, circle_cadences=(CircleCadence(Circle.FRIEND, 60),))
    bench.apply(Edit("Slow", (Change(bench.preferences, slow),)))
    assert counts(bench.store, END).in_touch == 0
