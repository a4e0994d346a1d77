"""The contacts list as Qt sees it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from netchal_gui.commands.progress import unwatched
from netchal_gui.domain.contact import Circle, Contact, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.item_models import contact_list
from netchal_gui.item_models.contact_list import PAGE, ContactColumn, ContactList
from netchal_gui.item_models.section_list import CountRole, SectionList
from netchal_gui.storage.contact_queries import Listing, Section, SectionKind, SortBy, counts
from netchal_gui.workbench import Workbench


class Later:
    """Work for another thread, carried out when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[..., Any], Callable[..., None]]] = []

    def run(self, work: Callable[..., Any], done: Callable[..., None], failed: Callable[..., None]) -> None:
        self.waiting.append((work, done))

    def finish(self) -> None:
        while self.waiting:
            work, done = self.waiting.pop(0)
            done(work(unwatched))


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def people(workbench: Workbench, later: Later, qapp: object) -> ContactList:
    return ContactList(workbench, later.run)


def add(bench: Workbench, *names: str, **fields: Any) -> list[Contact]:
    made = [Contact(id=uuid4(), name=name, created=bench.now(), **fields) for name in names]
    bench.apply(Edit("Add", tuple(Change(None, each) for each in made)))
    return made


def names(people: ContactList) -> list[str]:
    return [people.index(line, ContactColumn.NAME).data() for line in range(people.rowCount())]


def test_the_model_keeps_qts_rules_while_it_is_filtered_and_sorted(
    workbench: Workbench, people: ContactList
) -> None:
    QAbstractItemModelTester(people, QAbstractItemModelTester.FailureReportingMode.Fatal)
    add(workbench, "Ada Lovelace", "Bob Byrne", "Grace Hopper")
    people.refresh()
    people.show(Listing(text="b"))
    people.show(Listing(sort=SortBy.NEXT, descending=True))
    people.show(Listing(text="nobody"))

    assert people.rowCount() == 0


def test_a_filter_narrows_the_list(workbench: Workbench, people: ContactList) -> None:
    add(workbench, "Ada Lovelace", "Bob Byrne")
    people.show(Listing(text="lov"))

    assert names(people) == ["Ada Lovelace"]


def test_refreshing_shows_who_came_since(workbench: Workbench, people: ContactList) -> None:
    people.show(Listing())
    add(workbench, "Ada")
    people.refresh()

    assert names(people) == ["Ada"]


def test_a_large_list_begins_at_once_and_is_whole_a_little_later(
    workbench: Workbench, people: ContactList, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_list, "SMALL", 0)
    add(workbench, *(f"Person {n:03}" for n in range(PAGE + 20)))
    people.show(Listing())

    assert people.rowCount() == PAGE
    later.finish()
    assert names(people) == [f"Person {n:03}" for n in range(PAGE + 20)]


def test_of_several_keys_typed_only_the_newest_is_shown(
    workbench: Workbench, people: ContactList, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_list, "SMALL", 0)
    add(workbench, "Anna", "Antonia", "Berta")
    shown: list[int] = []
    people.listed.connect(lambda: shown.append(people.rowCount()))
    for text in ("b", "a", "an", "ant"):
        people.show(Listing(text=text))
    later.finish()

    assert (names(people), shown) == (["Antonia"], [1])


def test_a_line_is_read_aloud_with_known_or_new(workbench: Workbench, people: ContactList) -> None:
    add(workbench, "Ada", relation=Relation.KNOWN)
    people.show(Listing())
    spoken = people.index(0, ContactColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Ada, known"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"source": Source.INTRODUCTION, "source_detail": "Mira Rossi"}, "Introduction · Mira Rossi"),
        ({"source": Source.WEB_SEARCH}, "Web search"),
        ({"source": Source.ALREADY_KNOWN, "source_detail": "College friend"}, "College friend"),
        ({"circle": Circle.FAMILY}, "Family"),
        ({}, ""),
    ],
)
def test_how_we_met_is_said_in_a_word_or_two(
    workbench: Workbench, people: ContactList, fields: dict[str, Any], text: str
) -> None:
    add(workbench, "Ada", **fields)
    people.show(Listing())

    assert people.index(0, ContactColumn.SOURCE).data() == text


def test_an_index_outside_of_the_list_has_nothing(people: ContactList) -> None:
    assert people.data(QModelIndex()) is None
    assert people.row(people.index(5, 0)) is None


def test_the_header_says_which_way_it_sorts(workbench: Workbench, people: ContactList) -> None:
    people.show(Listing(sort=SortBy.LAST, descending=True))
    spoken = people.headerData(
        ContactColumn.LAST, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )

    assert spoken == "Last, sorted backwards"


def test_sections_have_titles_and_counts_and_keep_qts_rules(workbench: Workbench, qapp: object) -> None:
    sections = SectionList()
    QAbstractItemModelTester(sections, QAbstractItemModelTester.FailureReportingMode.Fatal)
    add(workbench, "Ada", "Bob", source=Source.EVENT, tags=("chess",))
    sections.show_counts(counts(workbench.store))
    lines = [
        (sections.index(n).data(), sections.index(n).data(CountRole)) for n in range(sections.rowCount())
    ]

    assert lines == [
        ("Everyone", "2"),
        ("People you know", "0"),
        ("New people", "2"),
        ("Friends and family", "0"),
        ("Stay in touch", "0"),
        ("How we met", ""),
        ("Events", "2"),
        ("Tags", ""),
        ("chess", "2"),
    ]
    assert sections.section(sections.index(8)) == Section(SectionKind.TAG, "chess")
