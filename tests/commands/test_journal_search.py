"""Finding journal entries: what is found, in which order, and what is shown of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netchal_gui.commands.journal_search import count, page, rows_of, search
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.folding import spellings, words_of
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = date(2026, 11, 18)
TEXT = st.text(alphabet="abe sßüÜø-.,1\n", max_size=12)


@pytest.fixture
def bench(tmp_path):
    store = Store.open(tmp_path / "netchal.db")
    yield Workbench(store, lambda: NOW, uuid4)
    store.close()


def add(bench, *items):
    bench.apply(Edit("Fill", tuple(Change(None, item) for item in items)))
    return items[0]


def entry(title="", day=DAY, **fields):
    return JournalEntry(id=uuid4(), day=day, created=NOW, changed=NOW, title=title, **fields)


def titles(bench, text=""):
    return [row.title for row in page(bench.store, text).rows]


def marked(text, hits):
    return [text[begin:end] for begin, end in hits]


def test_entries_come_newest_first(bench):
    for days in (0, 2, 1):
        add(bench, entry(f"{days} days ago", DAY - timedelta(days=days)))

    assert titles(bench) == ["0 days ago", "1 days ago", "2 days ago"]


def test_of_one_day_the_entry_written_last_comes_first(bench):
    add(bench, entry("morning"), entry("evening"))

    assert titles(bench) == ["evening", "morning"]


def test_pages_go_on_below_the_last_row_without_gap_or_repetition(bench):
    add(bench, *(entry(str(n), DAY - timedelta(days=n % 7)) for n in range(23)))
    seen, below, more = [], 2**62, True
    while more:
        rows, more = page(bench.store, below=below, limit=5)
        seen += [row.title for row in rows]
        below = rows[-1].number

    assert seen == titles(bench)
    assert len(seen) == 23


def test_pages_of_a_search_go_on_in_the_same_way(bench):
    add(bench, *(entry(f"talk {n}", DAY - timedelta(days=n)) for n in range(7)))
    first = page(bench.store, "talk", limit=4)
    second = page(bench.store, "talk", below=first.rows[-1].number, limit=4)

    assert [row.title for row in (*first.rows, *second.rows)] == titles(bench, "talk")
    assert (first.more, second.more) == (True, False)


@pytest.mark.parametrize("typed", ["grosse", "GRÖSSE", "größe", "gros", "juergen", "jurg", "zählt juergen"])
def test_every_spelling_of_a_word_finds_the_entry(bench, typed):
    add(bench, entry("Found", learned="Jürgen sagt: Größe zählt"))

    assert titles(bench, typed) == ["Found"]


@pytest.mark.parametrize("place", ["title", "learned", "notes", "tags"])
def test_a_word_is_found_wherever_it_stands(bench, place):
    add(bench, entry(**{"title": "Found", place: ("workshop",) if place == "tags" else "The workshop"}))

    assert len(titles(bench, "work")) == 1


def test_an_entry_is_found_by_its_people_and_follow_ups(bench):
    ada = Contact(id=uuid4(), name="Ada Lovelace", created=NOW, relation=Relation.KNOWN)
    page_one = entry("Tea", people=(ada.id,))
    add(
        bench, ada, page_one, FollowUp(id=uuid4(), text="Send the outline", created=NOW, entry_id=page_one.id)
    )

    assert titles(bench, "lovelace outline") == ["Tea"]


def test_an_entry_is_no_longer_found_by_the_former_name_of_its_person(bench):
    ada = Contact(id=uuid4(), name="Ada Lovelace", created=NOW)
    add(bench, ada, entry("Tea", people=(ada.id,)))
    bench.apply(Edit("Rename contact", (Change(ada, replace(ada, name="Ada King")),)))

    assert (titles(bench, "lovelace"), titles(bench, "king")) == ([], ["Tea"])


def test_people_stand_in_the_order_of_the_entry_with_their_relation(bench):
    people = [
        Contact(id=uuid4(), name=name, created=NOW, relation=relation)
        for name, relation in (("Zoe", Relation.KNOWN), ("Ada", Relation.NEW), ("Max", Relation.KNOWN))
    ]
    add(bench, *people, entry("Lunch", people=tuple(person.id for person in people)))
    (row,) = page(bench.store).rows

    assert [(person.name, person.relation) for person in row.people] == [
        ("Zoe", "known"),
        ("Ada", "new"),
        ("Max", "known"),
    ]


def test_the_snippet_comes_from_the_text_that_has_the_word(bench):
    written = entry("Tea", learned="Nothing of it", notes="Met at the café")
    add(bench, written)
    (row,) = page(bench.store, "cafe").rows

    assert row.snippet.text == "Met at the café"
    assert marked(row.snippet.text, row.snippet.hits) == ["café"]


def test_hits_in_the_title_are_marked(bench):
    add(bench, entry("Übung in Łódź"))
    (row,) = page(bench.store, "lodz ueb").rows

    assert marked(row.title, row.title_hits) == ["Üb", "Łódź"]


def test_the_count_is_of_all_entries_found_not_of_one_page(bench):
    add(bench, *(entry("talk") for _ in range(60)), entry("tea"))

    assert (count(bench.store, "talk"), count(bench.store)) == (60, 61)


def test_words_that_are_no_words_list_everything(bench):
    add(bench, entry("Tea"))

    assert titles(bench, ' *"-( ') == ["Tea"]


def test_chosen_rows_are_read_whether_or_not_they_are_found(bench):
    tea = add(bench, entry("Tea"))

    assert [row.title for row in rows_of(bench.store, [tea.id, UUID(int=1)], "coffee")] == ["Tea"]


def test_search_reads_from_any_thread_in_one_snapshot(bench):
    add(bench, entry("Tea"), entry("Talk"))

    assert [row.title for row in search(bench, "ta")] == ["Talk"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=6), typed=TEXT)
def test_a_search_finds_what_looking_through_everything_finds(tmp_path, pages, typed):
    store = Store.open(tmp_path / f"{uuid4()}.db")
    bench = Workbench(store, lambda: NOW, uuid4)
    written = [entry(title, learned=learned, notes=notes) for title, learned, notes in pages]
    bench.apply(Edit("Fill", tuple(Change(None, item) for item in written)))
    asked = words_of(typed)
    expected = [
        item.title
        for item in reversed(written)
        if all(any(token.startswith(word) for token in tokens(item)) for word in asked)
    ]

    assert titles(bench, typed) == expected
    store.close()


def tokens(item):
    return words_of("\n".join(spellings(text) for text in (item.title, item.learned, item.notes)))
