"""Everything out and in again: the same bytes, one edit, merged by id, all or nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from netchal_gui.commands.backup import backups, contents, reason_of
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.import_all import Fate, examining, import_all
from netchal_gui.commands.progress import Cancelled
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import LARGE, Change, Edit
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.check import damages
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.strategies import World, worlds

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
slowly = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def opened(path: Path) -> Iterator[Workbench]:
    store = Store.open(path)
    try:
        yield Workbench(store, lambda: NOW, uuid4)
    finally:
        store.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    with opened(tmp_path / "netchal.db") as found:
        yield found


def person(number: int, name: str = "Ada Lovelace") -> Contact:
    return Contact(id=UUID(int=number), name=name, created=NOW)


def document(folder: Path, *items: Contact | JournalEntry) -> Path:
    """A document of these objects, exported from a data file of its own."""
    with opened(folder / "other.db") as other:
        other.apply(Edit("Add", tuple(Change(None, item) for item in items)))
        export_all(other, folder / "all.json")
    (folder / "other.db").unlink()
    return folder / "all.json"


@slowly
@given(worlds())
def test_importing_into_an_empty_file_and_exporting_again_gives_the_same_bytes(world: World) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with opened(folder / "first.db") as first:
            first.apply(world.edit())
            export_all(first, folder / "first.json")
        with opened(folder / "second.db") as second:
            import_all(second, folder / "first.json")
            export_all(second, folder / "second.json")
            assert list(damages(second.store)) == []

        assert (folder / "first.json").read_bytes() == (folder / "second.json").read_bytes()


@slowly
@given(worlds())
def test_importing_a_second_time_changes_nothing(world: World) -> None:
    with TemporaryDirectory() as name, opened(Path(name) / "netchal.db") as bench:
        bench.apply(world.edit())
        export_all(bench, Path(name) / "all.json")

        examined = import_all(bench, Path(name) / "all.json")

        assert examined.total(Fate.NEW) == examined.total(Fate.UPDATED) == 0
        assert examined.total(Fate.SAME) == len(world.items) + len(world.photos)
        assert bench.undo_label == ("Add a world" if world.items else None)


def test_objects_are_merged_by_their_id(bench: Workbench, tmp_path: Path) -> None:
    bench.apply(Edit("Add", tuple(Change(None, person(number)) for number in (1, 2, 9))))
    path = document(tmp_path, person(1), person(2, "Ada King"), person(3))

    examined = import_all(bench, path)

    assert dict(examined.counts["contacts"]) == {Fate.SAME: 1, Fate.UPDATED: 1, Fate.NEW: 1}
    assert list(bench.store.every(Contact)) == [person(1), person(2, "Ada King"), person(9), person(3)]


def test_an_import_is_one_step_of_undo(bench: Workbench, tmp_path: Path) -> None:
    bench.apply(Edit("Add", (Change(None, person(1)),)))
    import_all(bench, document(tmp_path, person(1, "Ada King"), person(2), person(3)))

    bench.undo()

    assert list(bench.store.every(Contact)) == [person(1)]


def test_a_large_import_is_streamed_and_undone_as_one(bench: Workbench, tmp_path: Path) -> None:
    many = [person(number, f"Person {number}") for number in range(1, LARGE + 200)]
    bench.apply(Edit("Add", (Change(None, replace(many[0], name="Before")),)))

    import_all(bench, document(tmp_path, *many))
    assert list(bench.store.every(Contact)) == many

    bench.undo()
    assert [one.name for one in bench.store.every(Contact)] == ["Before"]
    bench.redo()
    assert list(bench.store.every(Contact)) == many


def test_a_backup_is_made_before_an_import_that_changes_something(bench: Workbench, tmp_path: Path) -> None:
    path = document(tmp_path, person(1))

    import_all(bench, path)
    import_all(bench, path)

    made = backups(bench.store.path)
    assert [(reason_of(one), contents(one.path).people) for one in made] == [("before an import", 0)]


def test_looking_first_writes_nothing(bench: Workbench, tmp_path: Path) -> None:
    with examining(bench, document(tmp_path, person(1), person(2))) as examined:
        assert examined.total(Fate.NEW) == 2

    assert bench.store.count(Contact) == 0


def test_a_reference_to_someone_who_is_nowhere_refuses_the_whole_file(
    bench: Workbench, tmp_path: Path
) -> None:
    entry = JournalEntry(id=UUID(int=5), day=NOW.date(), created=NOW, changed=NOW, people=(UUID(int=1),))
    path = document(tmp_path, person(1), entry)
    data = json.loads(path.read_text("utf-8"))
    data["contacts"] = []
    path.write_text(json.dumps(data), "utf-8")

    with pytest.raises(Refused, match=str(UUID(int=1))):
        import_all(bench, path)
    assert bench.store.count(JournalEntry) == 0

    bench.apply(Edit("Add", (Change(None, person(1)),)))
    import_all(bench, path)
    assert bench.store.get(JournalEntry, entry.id) == entry


def test_an_id_that_comes_twice_is_refused(bench: Workbench, tmp_path: Path) -> None:
    path = document(tmp_path, person(1))
    data = json.loads(path.read_text("utf-8"))
    data["contacts"] *= 2
    path.write_text(json.dumps(data), "utf-8")

    with pytest.raises(Refused, match="twice"):
        import_all(bench, path)


def test_a_picture_that_does_not_fit_its_digest_is_refused(bench: Workbench, tmp_path: Path) -> None:
    path = document(tmp_path, person(1))
    data = json.loads(path.read_text("utf-8"))
    data["photos"] = [{"data": "AAAA", "digest": "0" * 64}]
    path.write_text(json.dumps(data), "utf-8")

    with pytest.raises(Refused, match="picture"):
        import_all(bench, path)


def test_a_fault_far_in_the_file_changes_nothing(bench: Workbench, tmp_path: Path) -> None:
    path = document(tmp_path, *(person(number) for number in range(1, LARGE + 50)))
    text = path.read_text("utf-8")
    path.write_text(text.replace('"preferences": [', '"preferences": [\nbroken'), "utf-8")

    with pytest.raises(Refused, match=r"all\.json: Line \d+: "):
        import_all(bench, path)
    assert bench.store.count(Contact) == 0


def test_a_cancelled_import_leaves_nothing(bench: Workbench, tmp_path: Path) -> None:
    path = document(tmp_path, *(person(number) for number in range(1, 700)))

    def stop_while_writing(done: int, total: int) -> None:
        if total and done > 300:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_all(bench, path, stop_while_writing)
    assert bench.store.count(Contact) == 0
    assert bench.undo_label is None


def test_a_cancelled_export_leaves_the_former_file(bench: Workbench, tmp_path: Path) -> None:
    bench.apply(Edit("Add", tuple(Change(None, person(number)) for number in range(1, 2_500))))
    target = tmp_path / "out" / "all.json"
    target.parent.mkdir()
    target.write_text("the former file")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_all(bench, target, stop)
    assert [found.name for found in target.parent.iterdir()] == ["all.json"]
    assert target.read_text() == "the former file"


def test_pictures_that_nobody_has_any_more_stay_behind(bench: Workbench, tmp_path: Path) -> None:
    digest = "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab"
    ada = replace(person(1), photo=digest)
    bench.apply(Edit("Add", (Change(None, ada),), {digest: b"a picture of Ada"}))
    bench.apply(Edit("Delete", (Change(ada, None),)))

    export_all(bench, tmp_path / "all.json")

    assert json.loads((tmp_path / "all.json").read_text("utf-8"))["photos"] == []
