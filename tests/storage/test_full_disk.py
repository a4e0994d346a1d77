"""A disk that fails at the first, second, third … write: all or nothing, and work goes on afterwards."""

import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from netchal_gui.commands import import_people
from netchal_gui.commands.backup import back_up, backups
from netchal_gui.commands.calendar_selection import AllPlanned
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.export_contacts import export as export_contacts
from netchal_gui.commands.export_interviews import export as export_interviews
from netchal_gui.commands.export_journal import export_journal
from netchal_gui.commands.plan import plan
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.paths import backup_folder
from netchal_gui.storage.check import damages
from netchal_gui.storage.faults import DiskFault, StoreFault
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.journeys.cards import write_cards
from tests.storage.data_files import content_of, entry, everything, opened, people

if sys.platform == "win32":
    pytest.skip("Windows has no limit for the size of files", allow_module_level=True)
from tests.storage.failing_disk import PAGE, broken_operations, failures, files_end_at

pytestmark = pytest.mark.soak


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with fifty people in it."""
    with opened(tmp_path / "netchal.db") as bench:
        bench.apply(people(1, 50))
    return tmp_path / "netchal.db"


@pytest.mark.parametrize("count", [1, 400])
def test_a_save_on_a_failing_disk_is_whole_or_not_there(path: Path, count: int) -> None:
    with opened(path) as bench:
        before = everything(bench.store)

        def attempt() -> None:
            assert everything(bench.store) == before
            bench.apply(people(100, count))

        assert failures(attempt, DiskFault) >= 2
        assert len(everything(bench.store)) == 50 + count
        assert list(damages(bench.store)) == []
    assert len(content_of(path)) == 50 + count


def test_a_large_import_on_a_failing_disk_leaves_nothing_and_can_be_repeated(path: Path) -> None:
    with opened(path) as bench:
        before = everything(bench.store)
        for pages in (1, 7, 40, 90):
            with pytest.raises(DiskFault), files_end_at(pages * PAGE):
                bench.apply(people(100, 1_500))
            assert everything(bench.store) == before
            assert list(damages(bench.store)) == []

        bench.apply(people(100, 1_500))
        assert len(everything(bench.store)) == 1_550


def test_a_backup_on_a_failing_disk_leaves_nothing_but_the_earlier_ones(path: Path) -> None:
    with opened(path) as bench:
        good = back_up(bench).path
        names = [good.name]

        def attempt() -> None:
            assert [found.name for found in backup_folder(path).iterdir()] == names
            back_up(bench)

        assert failures(attempt, StoreFault) >= 2
        assert len(backups(path)) == 2
        assert everything(bench.store) == content_of(good)


EXPORTS: dict[str, Callable[[Workbench, Path], object]] = {
    "all.json": export_all,
    "all.vcf": lambda bench, target: export_contacts(bench, target, version="3.0"),
    "all.md": export_journal,
    "all.ics": lambda bench, target: export_interviews(bench, AllPlanned(), target),
}


@pytest.fixture
def full(path: Path) -> Path:
    """The data file with much to export."""
    with opened(path) as bench:
        for number in range(600, 615):
            bench.apply(Edit("Write", (Change(None, entry(number, "learned " * 200)),)))
            plan(bench, [f"Talker {number}"], datetime(2026, 12, 3, 12), zone="Europe/Berlin")
    return path


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_on_a_failing_disk_leaves_the_former_file(full: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out" / name
    target.parent.mkdir()
    target.write_text("the former file")
    with opened(full) as bench:

        def attempt() -> None:
            assert [found.read_text() for found in target.parent.iterdir()] == ["the former file"]
            EXPORTS[name](bench, target)

        assert failures(attempt, (OSError, StoreFault)) >= 1
    assert target.stat().st_size > PAGE


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_on_a_broken_disk_leaves_the_former_file(
    full: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out" / name
    target.parent.mkdir()
    target.write_text("the former file")
    with opened(full) as bench:

        def attempt() -> None:
            assert [found.read_text() for found in target.parent.iterdir()] == ["the former file"]
            EXPORTS[name](bench, target)

        assert broken_operations(attempt, monkeypatch) >= 3
    assert target.stat().st_size > PAGE


def test_an_import_of_cards_on_a_failing_disk_leaves_nothing(path: Path, tmp_path: Path) -> None:
    cards = write_cards(tmp_path / "people.vcf", 150)
    with opened(path) as bench:

        def attempt() -> None:
            assert len(everything(bench.store)) == 50
            with import_people.prepare(bench, [cards]) as prepared:
                import_people.apply(bench, prepared)

        assert failures(attempt, StoreFault) >= 2
        assert list(damages(bench.store)) == []
        assert bench.store.rows("SELECT count(*) FROM contact") == [(200,)]
        bench.undo()
        assert len(everything(bench.store)) == 50


def test_a_migration_on_a_failing_disk_leaves_the_old_file(tmp_path: Path) -> None:
    oldest = Path(__file__).parents[1] / "files" / "databases" / "schema-1.db"
    path, looked_into = tmp_path / "netchal.db", tmp_path / "looked-into" / "netchal.db"
    looked_into.parent.mkdir()
    shutil.copyfile(oldest, path)
    shutil.copyfile(oldest, looked_into)
    before = content_of(looked_into)

    def attempt() -> None:
        Store.open(path).close()

    assert failures(attempt, StoreFault) >= 2
    assert content_of(path) == before
    assert {len(content_of(kept)) for kept in backup_folder(path).glob("*.db")} == {len(before)}


def test_a_new_data_file_on_a_failing_disk_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "new" / "netchal.db"

    def attempt() -> None:
        assert not path.exists()
        Store.open(path).close()

    assert failures(attempt, StoreFault) >= 2
    with opened(path) as bench:
        assert list(damages(bench.store)) == []


def test_undo_on_a_failing_disk_can_be_repeated(path: Path) -> None:
    with opened(path) as bench:
        bench.apply(people(100, 300))
        after = everything(bench.store)

        with pytest.raises(DiskFault), files_end_at(2 * PAGE):
            bench.undo()
        assert everything(bench.store) == after

        bench.undo()
        assert len(everything(bench.store)) == 50
