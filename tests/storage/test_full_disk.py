"""A disk that fails at the first, second, third … write: all or nothing, and work goes on afterwards."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netchal_gui.commands.backup import back_up, backups
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.faults import explain
from netchal_gui.paths import backup_folder
from netchal_gui.storage.check import damages
from netchal_gui.storage.faults import DiskFault, StoreFault
from netchal_gui.storage.store import Store
from tests.storage.data_files import content_of, everything, opened, people

if sys.platform == "win32":
    pytest.skip("Windows has no limit for the size of files", allow_module_level=True)
import resource

PAGE = 4_096
SHARE = 1 if os.environ.get("NETCHAL_SOAK") else 4
"""Each page in the full run, every fourth in the ordinary one."""


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file of this process can grow beyond so many bytes: writing there fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with fifty people in it."""
    with opened(tmp_path / "netchal.db") as bench:
        bench.apply(people(1, 50))
    return tmp_path / "netchal.db"


def failures(attempt: Callable[[], None], fault: type[Exception]) -> int:
    """Let the disk fail later and later until the attempt succeeds; how often it failed, and said why."""
    for failed in range(2_000):
        try:
            with files_end_at((failed * SHARE + 1) * PAGE):
                attempt()
        except fault as error:
            assert explain(error)
        else:
            return failed
    raise AssertionError("it never succeeded")


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


def test_an_export_on_a_failing_disk_leaves_the_former_file(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "all.json"
    target.parent.mkdir()
    target.write_text("the former file")
    with opened(path) as bench:

        def attempt() -> None:
            assert [found.read_text() for found in target.parent.iterdir()] == ["the former file"]
            export_all(bench, target)

        assert failures(attempt, OSError) >= 1
    assert target.read_text("utf-8").endswith("\n}\n")


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
