"""A year with all that is around its talks: with whom one was in touch, and whom one owes a sign."""

from datetime import date
from itertools import pairwise

from netchal_gui.commands.challenge_people import ToDoKind, to_do
from netchal_gui.domain.cadence import Lateness
from netchal_gui.storage.store import Store
from tests.journeys.diary import ZONE
from tests.journeys.lived_year import Year, each_evening
from tests.journeys.whole_contacts import IN_TOUCH, OTHERWISE, usual
from tests.journeys.whole_days import EVENINGS


@each_evening
def test_everybodys_last_contact(year: Year, on: date) -> None:
    assert year.seen[on].last == usual(on) | OTHERWISE[on]


def test_the_last_contact_never_moved_backwards(year: Year) -> None:
    for before, after in pairwise(year.seen[on].last for on in EVENINGS):
        assert all(last is None or (after[name] or last) >= last for name, last in before.items())


@each_evening
def test_whom_to_stay_in_touch_with(year: Year, on: date) -> None:
    wanted = IN_TOUCH[on]
    found = [(one.person.name, one.last) for one in year.seen[on].unseen]
    seen, rest = found[: len(wanted.close)], found[len(wanted.close) :]
    never, rhythm = rest[: len(wanted.never)], rest[len(wanted.never) :]

    assert seen == list(wanted.close)
    assert {name for name, _ in never} == wanted.never
    assert {last for _, last in never} <= {None}
    assert rhythm == list(wanted.rhythm)


@each_evening
def test_one_is_due_before_one_is_overdue(year: Year, on: date) -> None:
    seen = [one for one in year.seen[on].unseen if one.last is not None]

    assert tuple(one.person.name for one in seen if one.lateness is Lateness.DUE) == IN_TOUCH[on].due


@each_evening
def test_the_sections_of_the_contacts_list(year: Year, on: date) -> None:
    seen, wanted = year.seen[on], IN_TOUCH[on]
    found = seen.sections

    assert (
        found.everyone,
        found.known,
        found.new,
        found.close,
        found.in_touch,
        found.waiting,
    ) == wanted.sections
    assert found.sources == {source: counts[0] for source, counts in EVENINGS[on].sources.items()}
    assert seen.in_touch == {name for name, _ in (*wanted.close, *wanted.rhythm)} | wanted.never
    assert (len(seen.in_touch), len(seen.waiting)) == wanted.sections[-2:]


@each_evening
def test_of_the_new_people_so_many_were_met_again(year: Year, on: date) -> None:
    told = year.seen[on].told["new_people"]
    again = tuple(each["name"] for each in told["again"])

    assert (len(told["new"]), again, len(told["open"])) == IN_TOUCH[on].kept
    assert told["days"] == 90


@each_evening
def test_who_lives_where_one_goes(year: Year, on: date) -> None:
    found = year.seen[on].going

    assert tuple((one.person.name, one.place, one.days) for one in found.residents) == IN_TOUCH[on].going
    assert found.number == len(IN_TOUCH[on].going)


def test_a_birthday_on_29_february_is_kept_on_the_28th(year: Year) -> None:
    """K02b becomes 39 in 2027; on the 22nd it is K01c's birthday, on the 23rd N02b's."""
    store = Store.open(year.path)
    tasks, _ = to_do(store, date(2027, 2, 22), ZONE)
    store.close()

    birthdays = [(item.name, item.due.day, item.age) for item in tasks if item.kind is ToDoKind.BIRTHDAY]
    assert birthdays == [("K01c", 22, None), ("N02b", 23, None), ("K02b", 28, 39)]
