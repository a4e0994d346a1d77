"""The tree of who led to whom as Qt sees it."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from netchal_gui.domain.contact import Relation
from netchal_gui.domain.network import Link, Network, Somebody, network
from netchal_gui.item_models.led_tree import LedColumn, LedTree

FALLING = Qt.SortOrder.DescendingOrder


def small() -> Network:
    """Cid and Ada without introduction; Ada named Bob and Dan; Cid named Dan too."""
    people = [Somebody(name[:1].encode(), name, Relation.NEW, True, name == "Bob") for name in ("Cid", "Ada")]
    people += [
        Somebody(name[:1].encode(), name, Relation.KNOWN, True, name == "Bob") for name in ("Dan", "Bob")
    ]
    links = [Link(b"A", b"D"), Link(b"A", b"B"), Link(b"C", b"D")]
    return network(people, links)


@pytest.fixture
def tree(qtmodeltester):
    model = LedTree()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_network(small())
    return model


def texts(tree, parent):
    return [tree.index(row, LedColumn.NAME, parent).data() for row in range(tree.rowCount(parent))]


def test_the_root_is_the_only_row_at_the_top_with_the_rest_below(tree):
    me = tree.index(0, 0, QModelIndex())

    assert (tree.rowCount(), me.data()) == (1, "Me")
    assert texts(tree, me) == ["Cid", "Ada"]
    assert texts(tree, tree.index_of(b"A")) == ["Dan · also introduced by Cid", "Bob"]


def test_the_columns_are_the_yield_and_nothing_is_an_empty_cell(tree):
    assert [tree.index_of(b"A", column).data() for column in LedColumn][1:] == ["2", "2", "1", "", "1"]


def test_a_screen_reader_hears_the_whole_person_in_the_first_column(tree):
    spoken = tree.index_of(b"D").data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Dan, known, led to nobody yet, also introduced by Cid"


def test_sorting_orders_those_below_each_person_and_keeps_what_was_chosen(tree):
    chosen = QPersistentModelIndex(tree.index_of(b"C"))
    tree.sort(LedColumn.NAMED, FALLING)

    assert texts(tree, tree.index_of(b"")) == ["Ada", "Cid"]
    assert (chosen.row(), tree.key_of(chosen)) == (1, b"C")


def test_sorting_by_name_is_by_letter(tree):
    tree.sort(LedColumn.NAME)

    assert texts(tree, tree.index_of(b"A")) == ["Bob", "Dan · also introduced by Cid"]
