"""The six weeks of a month: which days, which weeks, and what stands in a day."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from netchal_gui.domain.block import Block
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change
from netchal_gui.domain.interview import Interview, Participant, Step, StepKind
from netchal_gui.domain.walltime import WallTime
from netchal_gui.item_models.calendar_items import (
    NAMED_IN_A_DAY,
    ItemKind,
    days_between,
    first_name_and_others,
)
from netchal_gui.item_models.month_model import MonthModel, first_of_grid, week_number
from netchal_gui.storage.store import Store

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "netchal.db")
    yield opened
    opened.close()


def keep(store, *items):
    store.put("x", [Change(None, item) for item in items], {}, NOW)


def planned(store, start, zone, name="Ada", minutes=45):
    person = Contact(id=uuid4(), name=name, created=NOW)
    keep(
        store,
        person,
        Interview(
            id=uuid4(),
            participants=(Participant(person.id),),
            created=NOW,
            start=WallTime(start, zone),
            minutes=minutes,
            steps=(Step(StepKind.SCHEDULED, NOW),),
        ),
    )


@given(day=st.dates(date(1900, 1, 1), date(2999, 12, 1)), first_weekday=st.integers(0, 6))
def test_the_grid_begins_on_the_weekday_and_holds_the_whole_month(day, first_weekday):
    first = first_of_grid(day, first_weekday)
    after_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)

    assert first.weekday() == first_weekday
    assert first <= day.replace(day=1)
    assert after_month - timedelta(days=1) <= first + timedelta(days=41)


@given(first=st.dates(date(1900, 1, 1), date(2999, 12, 1)))
def test_a_row_has_the_iso_week_of_its_thursday(first):
    row = [first + timedelta(days=n) for n in range(7)]
    (thursday,) = [day for day in row if day.isoweekday() == 4]

    assert week_number(first) == thursday.isocalendar().week


def test_the_model_keeps_qts_rules(qtbot, store):
    model = MonthModel(0)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    planned(store, datetime(2026, 11, 26, 12), "Europe/Berlin")
    first = first_of_grid(NOW.date(), 0)
    model.show_days(NOW.date(), NOW.date(), days_between(store, first, 42, "Europe/Berlin"))

    assert model.day_at(model.index_of(date(2026, 11, 26))).items[0].text == "12:00 Ada"


def test_headers_show_short_names_and_speak_long_ones(qtbot):
    model = MonthModel(6)
    first = first_of_grid(date(2026, 11, 1), 6)
    from netchal_gui.item_models.calendar_items import Day

    model.show_days(date(2026, 11, 1), NOW.date(), [Day(first + timedelta(days=n)) for n in range(42)])
    horizontal, spoken = Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole

    assert [model.headerData(n, horizontal) for n in range(7)][:2] == ["Sun", "Mon"]
    assert model.headerData(0, horizontal, spoken) == "Sunday"
    assert model.headerData(0, Qt.Orientation.Vertical, spoken) == "Week 45"


@pytest.mark.parametrize(
    ("zone", "day", "text"),
    [
        ("Europe/Berlin", date(2026, 11, 26), "23:30 Ada"),
        ("Asia/Tokyo", date(2026, 11, 27), "07:30 Ada"),
        ("America/New_York", date(2026, 11, 26), "17:30 Ada"),
    ],
)
def test_an_interview_stands_in_the_viewers_day(store, zone, day, text):
    planned(store, datetime(2026, 11, 26, 23, 30), "Europe/Berlin")
    shown = {d.day: d for d in days_between(store, date(2026, 11, 23), 14, zone)}

    assert [item.text for item in shown[day].items] == [text]


def test_one_that_goes_on_past_the_first_midnight_stands_in_the_first_day(store):
    planned(store, datetime(2026, 11, 22, 23, 30), "Europe/Berlin")
    (first, *_) = days_between(store, date(2026, 11, 23), 7, "Europe/Berlin")

    assert [item.text for item in first.items] == ["23:30 Ada"]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Europe/Berlin", "America/Los_Angeles"])
def test_a_whole_day_is_the_same_day_everywhere(store, zone):
    whole = Block(
        id=uuid4(), start=WallTime(datetime(2026, 11, 26), "Europe/Berlin"), created=NOW, whole_day=True
    )
    keep(store, whole)
    blocked = [d.day for d in days_between(store, date(2026, 11, 23), 7, zone) if d.blocked_whole]

    assert blocked == [date(2026, 11, 26)]


def test_a_block_comes_before_the_interview_that_begins_with_it(store):
    planned(store, datetime(2026, 11, 26, 12), "Europe/Berlin")
    keep(store, Block(id=uuid4(), start=WallTime(datetime(2026, 11, 26, 12), "Europe/Berlin"), created=NOW))
    (day,) = days_between(store, date(2026, 11, 26), 1, "Europe/Berlin")

    assert [item.kind for item in day.items] == [ItemKind.BLOCK, ItemKind.INTERVIEW]
    assert day.items[0].text == "12:00–13:30"


def test_a_crowded_day_names_as_many_as_a_cell_can_show(store):
    for minute in range(20):
        planned(store, datetime(2026, 11, 26, 12, minute), "Europe/Berlin", f"Person {minute}")
    (day,) = days_between(store, date(2026, 11, 26), 1, "Europe/Berlin")

    assert len(day.items) == 20
    assert [item.text for item in day.items][NAMED_IN_A_DAY - 1 : NAMED_IN_A_DAY + 1] == [
        "12:07 Person 7",
        "12:08",
    ]


@pytest.mark.parametrize(("names", "text"), [([], ""), (["Ada"], "Ada"), (["Ada", "Bob", "Cleo"], "Ada +2")])
def test_several_people_are_counted(names, text):
    assert first_name_and_others(names) == text
