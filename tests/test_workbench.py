"""What every edit promises: all or nothing, undone and redone exactly, told to those who listen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import LARGE, Change, Edit
from netchal_gui.storage.faults import Conflict
from netchal_gui.storage.store import Store
from netchal_gui.workbench import UNDO_DEPTH, Workbench

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        return self.moment

    def later(self, seconds: int) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bench(tmp_path: Path, clock: Clock) -> Iterator[Workbench]:
    store = Store.open(tmp_path / "netchal.db")
    yield Workbench(store, clock.now, uuid4)
    store.close()


def person(name: str = "Ada Lovelace") -> Contact:
    return Contact(id=uuid4(), name=name, created=START)


def add(bench: Workbench, *people: Contact) -> None:
    bench.apply(Edit("Add person", tuple(Change(None, one) for one in people)))


def rename(bench: Workbench, contact: Contact, name: str, merge: object = None) -> Contact:
    renamed = replace(contact, name=name)
    bench.apply(Edit("Rename contact", (Change(contact, renamed),)), merge=merge)
    return renamed


def stored(bench: Workbench, contact: Contact) -> Contact | None:
    return bench.store.get(Contact, contact.id)


def test_an_edit_is_stored(bench: Workbench) -> None:
    ada = person()
    add(bench, ada)
    assert stored(bench, ada) == ada


def test_undoing_a_deletion_brings_back_the_same_person(bench: Workbench) -> None:
    ada = person()
    add(bench, ada)
    bench.apply(Edit("Delete person", (Change(ada, None),)))
    bench.undo()
    assert stored(bench, ada) == ada


def test_undo_and_redo_travel_the_same_road(bench: Workbench) -> None:
    ada = person()
    add(bench, ada)
    renamed = rename(bench, ada, "Ada King")
    bench.undo()
    assert stored(bench, ada) == ada
    bench.redo()
    assert stored(bench, ada) == renamed


def test_the_labels_say_what_undo_and_redo_would_do(bench: Workbench) -> None:
    ada = person()
    add(bench, ada)
    rename(bench, ada, "Ada King")
    bench.undo()
    assert (bench.undo_label, bench.redo_label) == ("Add person", "Rename contact")


def test_a_new_edit_ends_redo(bench: Workbench) -> None:
    add(bench, person())
    bench.undo()
    add(bench, person())
    assert bench.redo_label is None


def test_nothing_to_undo_is_no_fault(bench: Workbench) -> None:
    assert bench.undo() is None


def test_fifty_steps_can_be_taken_back(bench: Workbench) -> None:
    for number in range(UNDO_DEPTH + 5):
        add(bench, person(str(number)))
    while bench.undo():
        pass
    assert bench.store.count(Contact) == 5


def test_listeners_hear_what_was_carried_out(bench: Workbench) -> None:
    heard: list[Edit] = []
    bench.listen(heard.append)
    ada = person()
    add(bench, ada)
    bench.undo()
    assert [tuple(edit.changes) for edit in heard] == [(Change(None, ada),), (Change(ada, None),)]


def test_a_listener_that_left_hears_nothing(bench: Workbench) -> None:
    heard: list[Edit] = []
    leave = bench.listen(heard.append)
    leave()
    add(bench, person())
    assert not heard


def test_an_edit_from_an_outdated_object_is_refused_whole(bench: Workbench) -> None:
    ada, other = person(), person("Grace Hopper")
    add(bench, ada)
    rename(bench, ada, "Ada King")
    stale = Edit("Rename contact", (Change(None, other), Change(ada, replace(ada, name="Ada Byron"))))
    with pytest.raises(Conflict):
        bench.apply(stale)
    assert stored(bench, other) is None


def test_a_refused_edit_leaves_the_history_as_it_was(bench: Workbench) -> None:
    ada = person()
    add(bench, ada)
    with pytest.raises(Conflict):
        bench.apply(Edit("Delete person", (Change(person(), None),)))
    assert bench.undo_label == "Add person"


def test_typing_in_one_field_is_one_step(bench: Workbench, clock: Clock) -> None:
    ada = person()
    add(bench, ada)
    typed = ada
    for name in ("Ada K", "Ada Ki", "Ada King"):
        typed = rename(bench, typed, name, merge=(ada.id, "name"))
        clock.later(5)
    bench.undo()
    assert stored(bench, ada) == ada


def test_typing_on_after_half_a_minute_is_another_step(bench: Workbench, clock: Clock) -> None:
    ada = person()
    add(bench, ada)
    first = rename(bench, ada, "Ada K", merge="name")
    clock.later(31)
    rename(bench, first, "Ada King", merge="name")
    bench.undo()
    assert stored(bench, ada) == first


def test_typing_on_after_an_undo_is_another_step(bench: Workbench) -> None:
    ada = person()
    add(bench, ada)
    first = rename(bench, ada, "Ada K", merge="name")
    rename(bench, first, "Ada King", merge="other")
    bench.undo()
    rename(bench, first, "Ada Kong", merge="name")
    bench.undo()
    assert stored(bench, ada) == first


@pytest.fixture
def crowd() -> list[Contact]:
    return [person(f"Person {number}") for number in range(LARGE + 1)]


def test_a_large_edit_is_one_step_of_undo(bench: Workbench, crowd: list[Contact]) -> None:
    add(bench, *crowd)
    bench.undo()
    assert bench.store.count(Contact) == 0


def test_a_large_edit_is_redone_from_the_data_file(bench: Workbench, crowd: list[Contact]) -> None:
    add(bench, *crowd)
    bench.undo()
    bench.redo()
    assert bench.store.get_many(Contact, [one.id for one in crowd]) == crowd


class StopError(Exception):
    pass


def test_an_edit_stopped_half_way_changes_nothing(bench: Workbench, crowd: list[Contact]) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise StopError

    with pytest.raises(StopError):
        bench.apply(Edit("Import", tuple(Change(None, one) for one in crowd)), progress=stop)
    assert (bench.store.count(Contact), bench.undo_label) == (0, None)


def test_a_change_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="before or an after"):
        Change(None, None)


def test_a_change_keeps_its_object() -> None:
    with pytest.raises(ValueError, match="id"):
        Change(person(), person())


def test_ids_are_made_before_storing(bench: Workbench) -> None:
    assert isinstance(bench.new_id(), UUID)
