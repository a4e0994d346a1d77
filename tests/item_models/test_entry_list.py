"""The journal's list as Qt sees it."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from netchal_gui.commands.journal_search import EntryRow, RowPage
from netchal_gui.domain.snippet import Snippet
from netchal_gui.item_models.entry_list import DayRole, EntryList, RowRole
from netchal_gui.storage.journal_queries import PersonLabel

TODAY = date(2026, 11, 23)
ADA = PersonLabel(UUID(int=99), "Ada Lovelace", "known")


def row(number, title="", people=(), day=date(2026, 11, 18), entry=None):
    return EntryRow(number, UUID(int=entry or number), day, title, (), people, Snippet("about training", ()))


@pytest.fixture
def entries(qtmodeltester):
    model = EntryList(lambda: TODAY)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def numbers(model):
    return [model.index(line).data(RowRole).number for line in range(model.rowCount())]


def test_it_shows_the_rows_of_a_page(entries):
    entries.show(RowPage((row(9), row(5)), more=False))

    assert numbers(entries) == [9, 5]


def test_more_is_asked_for_once_until_it_comes(entries):
    asked = []
    entries.more_wanted.connect(lambda: asked.append(entries.last_number))
    entries.show(RowPage((row(9),), more=True))
    for _ in range(3):
        entries.fetchMore(QModelIndex())
    entries.add(RowPage((row(5),), more=True))
    entries.fetchMore(QModelIndex())

    assert asked == [9, 5]


def test_the_last_page_ends_the_asking(entries):
    entries.show(RowPage((row(9),), more=True))
    entries.add(RowPage((), more=False))

    assert not entries.canFetchMore(QModelIndex())


@pytest.mark.parametrize(("number", "expected"), [(12, [12, 9, 5]), (7, [9, 7, 5])])
def test_a_new_entry_stands_where_its_day_puts_it(entries, number, expected):
    entries.show(RowPage((row(9), row(5)), more=True))
    entries.put(row(number))

    assert numbers(entries) == expected


def test_an_entry_below_all_that_was_read_waits_for_its_page(entries):
    entries.show(RowPage((row(9), row(5)), more=True))
    entries.put(row(2))

    assert numbers(entries) == [9, 5]


def test_a_changed_entry_is_changed_in_place(entries):
    entries.show(RowPage((row(9, "Tea"), row(5)), more=False))
    entries.put(row(9, "Coffee"))

    assert entries.index(0).data() == "Coffee"
    assert numbers(entries) == [9, 5]


def test_an_entry_that_got_another_day_moves(entries):
    entries.show(RowPage((row(9, "Tea"), row(5)), more=False))
    entries.put(row(3, "Tea", entry=9))

    assert numbers(entries) == [5, 3]


def test_a_deleted_entry_leaves_the_list(entries):
    entries.show(RowPage((row(9), row(5)), more=False))
    entries.drop(UUID(int=9))
    entries.drop(UUID(int=77))

    assert numbers(entries) == [5]


def test_entries_are_known_by_their_people(entries):
    entries.show(RowPage((row(9, people=(ADA,)), row(5)), more=False))

    assert entries.entries_with([ADA.id]) == [UUID(int=9)]


@pytest.mark.parametrize(
    ("shown", "name"),
    [(row(1, "Tea"), "Tea"), (row(1, " ", (ADA,)), "Ada Lovelace"), (row(1), "No title")],
)
def test_an_entry_is_called_by_its_title_or_its_people(entries, shown, name):
    entries.show(RowPage((shown,), more=False))

    assert entries.index(0).data() == name


def test_the_year_is_said_where_it_is_another(entries):
    entries.show(RowPage((row(2), row(1, day=date(2025, 3, 2))), more=False))

    assert [entries.index(line).data(DayRole) for line in (0, 1)] == ["18 Nov", "2 Mar 2025"]


def test_a_screen_reader_hears_all_that_one_sees(entries):
    entries.show(RowPage((row(1, "Tea", (ADA,)),), more=False))

    assert (
        entries.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Tea. Wednesday 18 November 2026. Ada Lovelace. about training"
    )
