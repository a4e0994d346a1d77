"""A year with all that is around its talks: whom one asked, who led to whom, what is owed."""

from datetime import date

from netchal_gui.commands.challenge_people import ToDoKind
from netchal_gui.commands.introductions import introductions_of
from netchal_gui.domain.favour import Balance
from netchal_gui.domain.network import ME, Yield
from netchal_gui.domain.pipeline import Column
from netchal_gui.storage.store import Store
from tests.journeys.lived_year import Year, each_evening
from tests.journeys.whole_days import EVENINGS, Open, Owed


@each_evening
def test_whose_card_is_where_in_the_pipeline(year: Year, on: date) -> None:
    found, wanted = year.seen[on].columns, EVENINGS[on]

    assert len(found.pop(Column.THANKED)) == wanted.thanked
    assert found == {column: list(wanted.columns.get(column, ())) for column in found}


@each_evening
def test_what_came_of_each_source(year: Year, on: date) -> None:
    rows = year.seen[on].sources

    assert {row.source: row.counts for row in rows if not row.is_part} == EVENINGS[on].sources


@each_evening
def test_what_came_of_each_event(year: Year, on: date) -> None:
    assert {row.event: row.counts for row in year.seen[on].sources if row.is_part} == EVENINGS[on].events


@each_evening
def test_what_everybodys_introductions_gave(year: Year, on: date) -> None:
    yields, wanted = year.seen[on].network.yields, EVENINGS[on]
    found = {name: yields.get(person.bytes, Yield()) for name, person in year.people.items()}

    assert {name: each for name, each in found.items() if each != Yield()} == wanted.yields
    assert yields[ME] == wanted.me


@each_evening
def test_at_how_many_talks_one_asked_who_else(year: Year, on: date) -> None:
    assert year.seen[on].who_else == EVENINGS[on].who_else


def test_the_second_who_led_to_somebody_is_named_beside_the_first(year: Year) -> None:
    network, ids = year.seen[date(2026, 5, 31)].network, year.people
    led = ids["N05c"].bytes

    assert (network.parent[led], network.also[led]) == (ids["N04c"].bytes, [ids["K03b"].bytes])


def test_introductions_stand_on_the_persons_page_both_ways_newest_first(year: Year) -> None:
    store = Store.open(year.path)
    first, last = (introductions_of(store, year.people[name]) for name in ("N01a", "N05c"))
    store.close()

    assert [row.name for row in first.to_them] == ["K01a"]
    assert [row.name for row in first.by_them] == ["N02c"]
    assert [row.name for row in last.to_them] == ["K03b", "N04c"]
    assert last.by_them == ()


@each_evening
def test_the_balance_of_favours(year: Year, on: date) -> None:
    found = {name: each for name, each in year.seen[on].balances.items() if each != Balance()}

    assert found == EVENINGS[on].balances


@each_evening
def test_what_is_to_follow_up_and_what_was_done(year: Year, on: date) -> None:
    seen, wanted = year.seen[on], EVENINGS[on]
    tasks = [item for item in seen.to_do[0] if item.kind is ToDoKind.FOLLOW_UP]

    assert [(item.name, item.follow_up.due) for item in seen.open.items] == [
        (each.name, each.due) for each in wanted.open
    ]
    assert [Open(item.name, item.due, item.first_due, item.put_off) for item in tasks] == list(wanted.open)
    assert (seen.open.total, seen.done) == (len(wanted.open), wanted.done)


@each_evening
def test_all_that_one_owes(year: Year, on: date) -> None:
    tasks, count = year.seen[on].to_do

    assert [Owed(item.kind, item.name, item.due, item.age) for item in tasks] == list(EVENINGS[on].to_do)
    assert count == len(EVENINGS[on].to_do)


@each_evening
def test_the_status_bar(year: Year, on: date) -> None:
    assert year.seen[on].status == EVENINGS[on].status
