"""The store keeps every kind of object exactly, and refuses an edit that starts from something else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.edit import ENTITIES, LARGE, Change, Edit, Entity
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.check import damages
from netchal_gui.storage.faults import Conflict
from netchal_gui.storage.kept import kept_edits
from netchal_gui.storage.rows import form
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.soak import rounds
from tests.strategies import World, worlds

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TABLES = ("contact_tag", "contact_key", "interview_person", "interview_step", "entry_person")
slowly = settings(
    max_examples=rounds(1_000, 25),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@contextmanager
def opened(path: Path) -> Iterator[Workbench]:
    store = Store.open(path)
    try:
        yield Workbench(store, lambda: NOW, uuid4)
    finally:
        store.close()


@contextmanager
def fresh() -> Iterator[Workbench]:
    with TemporaryDirectory() as folder, opened(Path(folder) / "netchal.db") as bench:
        yield bench


def content(store: Store) -> dict[str, Any]:
    """Every row of every table that an edit may write, in an order that does not depend on history."""
    found: dict[str, Any] = {}
    for kind in ENTITIES:
        shape = form(kind)
        columns = ", ".join(f'"{name}"' for name in ("checksum", *shape.columns))
        found[shape.name] = sorted(store.rows(f'SELECT {columns} FROM "{shape.name}"'), key=repr)
    for table in TABLES:
        found[table] = sorted(store.rows(f"SELECT * FROM {table}"), key=repr)
    for table, owner in (("contact_search", "contact"), ("entry_search", "journal_entry")):
        sql = f"SELECT id FROM {table} JOIN {owner} ON {owner}.number = {table}.rowid"
        found[table] = sorted(store.rows(sql))
        assert len(found[table]) == len(store.rows(f"SELECT rowid FROM {table}"))
    return found


def person(name: str = "Ada Lovelace", **values: Any) -> Contact:
    return Contact(id=uuid4(), name=name, created=NOW, **values)


@pytest.mark.soak
@slowly
@given(worlds())
def test_every_object_comes_back_as_it_was_kept(world: World) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "netchal.db"
        with opened(path) as bench:
            bench.apply(world.edit())
        with opened(path) as bench:
            for item in world.items:
                assert bench.store.get(type(item), item.id) == item
            for digest, data in world.photos.items():
                assert bench.store.photo(digest) == data
            assert list(damages(bench.store)) == []


@pytest.mark.soak
@slowly
@given(worlds())
def test_undoing_an_addition_leaves_nothing_and_redoing_it_brings_all_back(world: World) -> None:
    with fresh() as bench:
        before = content(bench.store)
        bench.apply(world.edit())
        after = content(bench.store)

        bench.undo()
        assert content(bench.store) == before
        bench.redo()
        assert content(bench.store) == after


@pytest.mark.soak
@slowly
@given(worlds())
def test_undoing_a_deletion_brings_back_the_same_rows(world: World) -> None:
    with fresh() as bench:
        bench.apply(world.edit())
        before = content(bench.store)

        bench.apply(Edit("Delete all", tuple(Change(item, None) for item in reversed(world.items))))
        assert all(bench.store.count(kind) == 0 for kind in ENTITIES)
        bench.undo()
        assert content(bench.store) == before


@pytest.mark.soak
@slowly
@given(worlds())
def test_undoing_a_change_brings_back_the_same_rows(world: World) -> None:
    with fresh() as bench:
        bench.apply(world.edit())
        before = content(bench.store)
        changes = tuple(Change(item, changed(item)) for item in world.items)

        bench.apply(Edit("Change all", changes))
        for change in changes:
            assert bench.store.get(change.kind, change.id) == change.after
        bench.undo()
        assert content(bench.store) == before


def changed(item: Entity) -> Entity:
    match item:
        case Contact():
            return replace(item, name=item.name + " II", tags=("changed",), emails=(Labelled("a@b.c"),))
        case Interview():
            return replace(item, participants=(), minutes=7, start=None)
        case JournalEntry():
            return replace(item, day=item.day.replace(year=1999, day=1), people=(), notes="changed")
        case FollowUp():
            return replace(item, text="changed", done=not item.done)
    return item


def test_an_edit_from_a_stale_object_is_refused_whole(tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        stale, other = person(), person("Grace Hopper")
        bench.apply(Edit("Add", (Change(None, stale), Change(None, other))))
        bench.apply(Edit("Rename", (Change(stale, replace(stale, name="Ada King")),)))

        with pytest.raises(Conflict):
            bench.apply(Edit("Note", (Change(other, None), Change(stale, replace(stale, note="x")))))

        assert bench.store.get(Contact, stale.id) == replace(stale, name="Ada King")
        assert bench.store.get(Contact, other.id) == other


def test_deleting_what_was_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        stale = person()
        bench.apply(Edit("Add", (Change(None, stale),)))
        bench.apply(Edit("Rename", (Change(stale, replace(stale, name="Ada King")),)))

        with pytest.raises(Conflict):
            bench.apply(Edit("Delete", (Change(stale, None),)))

        assert bench.store.count(Contact) == 1


def test_changing_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        nobody = person()

        with pytest.raises(Conflict):
            bench.apply(Edit("Rename", (Change(nobody, replace(nobody, name="Somebody")),)))


def test_a_person_still_named_by_an_interview_cannot_go(tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        ada = person()
        talk = Interview(id=uuid4(), participants=(Participant(ada.id),), created=NOW)
        bench.apply(Edit("Add", (Change(None, ada), Change(None, talk))))

        with pytest.raises(Exception, match="FOREIGN KEY"):
            bench.apply(Edit("Delete", (Change(ada, None),)))

        assert bench.store.get(Contact, ada.id) == ada


def test_a_large_edit_is_kept_in_the_file_and_can_be_undone(tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        people = [person(f"Person {n}") for n in range(LARGE + 1)]

        bench.apply(Edit("Import people", tuple(Change(None, one) for one in people)))

        assert [(kept.label, kept.changes) for kept in kept_edits(bench.store)] == [
            ("Import people", LARGE + 1)
        ]
        bench.undo()
        assert bench.store.count(Contact) == 0
        bench.redo()
        assert list(bench.store.every(Contact)) == people


def test_a_snapshot_does_not_see_what_is_written_after_it_began(tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        bench.apply(Edit("Add", (Change(None, person()),)))

        with bench.store.reading() as snapshot:
            assert snapshot.count(Contact) == 1
            bench.apply(Edit("Add", (Change(None, person("Grace Hopper")),)))

            assert snapshot.count(Contact) == 1
            assert bench.store.count(Contact) == 2


def test_nothing_is_left_beside_a_closed_file(tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        bench.apply(Edit("Add", (Change(None, person()),)))

    assert [found.name for found in tmp_path.iterdir()] == ["netchal.db"]


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    with opened(tmp_path / "folder" / "netchal.db"):
        modes = {found.name: found.stat().st_mode & 0o777 for found in tmp_path.rglob("*")}

    assert modes["folder"] == 0o700
    assert {mode for name, mode in modes.items() if name != "folder"} == {0o600}


def test_deleted_words_are_not_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    with opened(path) as bench:
        secret = person("Xanthippe Quandary")
        bench.apply(Edit("Add", (Change(None, secret),)))
        bench.apply(Edit("Delete", (Change(secret, None),)))

    assert b"Xanthippe" not in path.read_bytes()
