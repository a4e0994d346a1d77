"""All of a person in pages: whatever happened stands once, newest first, however far one goes back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.favours import add_favour, settle_favour
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.journal import change_entry, change_people, new_entry
from netchal_gui.commands.people import add_person, blank_contact, tick
from netchal_gui.commands.person_history import PersonHistory, person_history
from netchal_gui.commands.person_wording import balance
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.favour import FavourKind
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant, Step, StepKind
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import wall_time
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.people_files import add
from tests.follow_ups import follow_up

LONG = 10_000


def history(bench: Workbench, person: Contact, most: int = LONG) -> PersonHistory:
    return person_history(bench.store, person.id, bench.zone, most)


def some_touches(bench: Workbench, person: Contact, count: int) -> None:
    touches = [
        Touch(
            id=uuid4(),
            contact_id=person.id,
            created=bench.now(),
            at=bench.now() - timedelta(days=n),
            text=str(n),
        )
        for n in range(count)
    ]
    bench.apply(Edit("Touches", tuple(Change(None, each) for each in touches)))


def test_a_page_has_the_newest_and_says_that_there_is_more(workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    some_touches(workbench, ada, 5)
    page = history(workbench, ada, 3)

    assert ([line.detail for line in page.lines], page.has_more) == (["0", "1", "2"], True)


def test_the_last_page_has_no_more(workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    some_touches(workbench, ada, 3)

    assert not history(workbench, ada, 3).has_more


def test_a_step_older_than_the_page_waits_for_its_page(workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    some_touches(workbench, ada, 9)
    start, _ = wall_time(datetime(2026, 11, 22, 12), workbench.zone)
    steps = (
        Step(StepKind.ASKED, workbench.now() - timedelta(days=20)),
        Step(StepKind.MET, workbench.now()),
    )
    people = (Participant(ada.id),)
    talk = Interview(id=uuid4(), participants=people, created=workbench.now(), start=start, steps=steps)
    workbench.apply(Edit("Talk", (Change(None, talk),)))

    assert "asked" not in [line.word for line in history(workbench, ada, 4).lines]
    assert history(workbench, ada).lines[-1].word == "asked"


def test_every_kind_of_thing_stands_there_once(workbench: Workbench) -> None:
    ada, bob = add(workbench, "Ada"), add(workbench, "Bob")
    introduce(workbench, [bob.id], [ada.id])
    introduce(workbench, [ada.id], ["Eve"])
    add_favour(workbench, ada.id, FavourKind.GIVEN, "Read her draft")
    tick(workbench, follow_up(workbench, "Call", contact_id=ada.id), True)
    some_touches(workbench, ada, 1)
    change_people(workbench, new_entry(workbench).id, [ada.id])

    assert sorted(line.word for line in history(workbench, ada).lines) == [
        "done",
        "entry",
        "named Eve",
        "named by Bob",
        "wrote",
        "you helped",
    ]


def test_a_done_line_of_a_shared_entry_stands_with_each_person(workbench: Workbench) -> None:
    ada, bob = add(workbench, "Ada"), add(workbench, "Bob")
    entry = new_entry(workbench)
    change_people(workbench, entry.id, [ada.id, bob.id])
    tick(workbench, follow_up(workbench, "Send it", entry_id=entry.id), True)

    for person in (ada, bob):
        assert [line.text for line in history(workbench, person).lines if line.word == "done"] == ["Send it"]


def test_an_entry_of_today_is_not_left_out_by_its_zone(workbench: Workbench) -> None:
    """Its day begins before the day in UTC does; what is newer must not push it off the page."""
    ada = add(workbench, "Ada")
    entry = new_entry(workbench)
    change_people(workbench, entry.id, [ada.id])
    change_entry(workbench, entry.id, title="Tea")

    assert [line.text for line in history(workbench, ada, 1).lines] == ["Tea"]


def test_open_ones_come_by_day_and_are_counted_beyond_the_page(workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    for number in range(25):
        follow_up(workbench, str(number), contact_id=ada.id)
    found = history(workbench, ada)

    assert (len(found.open), found.open_count) == (20, 25)


def test_the_balance_counts_what_is_done_and_names_what_is_open(workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    for kind in (FavourKind.GOT, FavourKind.GOT, FavourKind.GIVEN, FavourKind.PROMISED):
        add_favour(workbench, ada.id, kind, "this")

    found = history(workbench, ada).balance
    assert balance(found) == "They helped you 2 times · you helped them once · 1 promised"


def test_help_that_was_asked_for_and_came_makes_its_thank_you_due(workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    asked = add_favour(workbench, ada.id, FavourKind.ASKED, "Look at my letter")
    settle_favour(workbench, asked)

    assert [each.text for each in workbench.store.every(FollowUp)] == ["Thank Ada: Look at my letter"]
    assert history(workbench, ada).balance.got == 1


def test_a_settled_favour_comes_back_by_undo(workbench: Workbench, tmp_path) -> None:  # type: ignore[no-untyped-def]
    ada = add(workbench, "Ada")
    asked = add_favour(workbench, ada.id, FavourKind.ASKED, "Look at my letter")
    export_all(workbench, tmp_path / "before.json")
    settle_favour(workbench, asked)
    workbench.undo()
    export_all(workbench, tmp_path / "after.json")

    assert (tmp_path / "before.json").read_bytes() == (tmp_path / "after.json").read_bytes()


def test_going_back_page_by_page_comes_to_the_same_as_all_at_once(tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    """Properties under random days: each page is the beginning of the whole."""

    @settings(max_examples=20, deadline=None)
    @given(
        days=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=12),
        most=st.integers(1, 12),
    )
    def pages(days: list[tuple[int, int]], most: int) -> None:
        store = Store.open(tmp_path_factory.mktemp("pages") / "data.db")
        bench = Workbench(store, _now, uuid4, zone="Pacific/Auckland")
        try:
            ada = add_person(bench, blank_contact(bench, "Ada"))
            for first, second in days:
                _talk(bench, ada, first, second)
            whole = [(line.at, line.id) for line in history(bench, ada).lines]
            page = [(line.at, line.id) for line in history(bench, ada, most).lines]
            assert sorted(page) == sorted(whole[: len(page)])
        finally:
            store.close()

    pages()


def _now() -> datetime:
    return datetime(2026, 11, 23, 9, tzinfo=UTC)


def _talk(bench: Workbench, person: Contact, first: int, second: int) -> None:
    """A talk whose steps are so many days old; a touch on one of them."""
    now = bench.now()
    steps = tuple(
        Step(kind, now - timedelta(days=age))
        for kind, age in ((StepKind.ASKED, first), (StepKind.REPLIED, second))
    )
    talk = Interview(id=uuid4(), participants=(Participant(person.id),), created=now, steps=steps)
    touch = Touch(id=uuid4(), contact_id=person.id, created=now, at=now - timedelta(days=first))
    bench.apply(Edit("Talk", (Change(None, replace(talk)), Change(None, touch))))


def test_a_page_of_somebody_with_ten_thousand_things_reads_no_more_than_a_page(
    workbench: Workbench, clock: Clock
) -> None:
    ada = add(workbench, "Ada")
    some_touches(workbench, ada, 3_000)
    read: list[str] = []
    connection = workbench.store._connection
    connection.set_trace_callback(read.append)
    found = history(workbench, ada, 30)
    connection.set_trace_callback(None)

    assert len(found.lines) == 30
    assert len(read) < 20
