"""kill -9 in the middle of everything: what was acknowledged is there, nothing is there by half.

The full run makes 1,200 kills; the next start never asks and never refuses.
"""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from netchal_gui.commands.backup import back_up, backups
from netchal_gui.domain.edit import Entity
from netchal_gui.paths import backup_folder
from netchal_gui.storage import migrations
from netchal_gui.storage.backup import verify
from netchal_gui.storage.check import damages
from netchal_gui.workbench import Workbench
from tests.soak import rounds
from tests.storage import works
from tests.storage.data_files import everything, opened, people
from tests.storage.killing import Work, told_until_killed

pytestmark = pytest.mark.soak

Content = dict[UUID, Entity]


class Expected:
    """What the data file holds after the first, second, third … acknowledged step of some work."""

    def __init__(self, steps: Callable[[Workbench], Iterator[None]], path: Path) -> None:
        self._bench = works.bench_on(path)
        self._steps = steps(self._bench)
        self._after = [everything(self._bench.store)]

    def after(self, number: int) -> Content:
        while len(self._after) <= number:
            next(self._steps)
            self._after.append(everything(self._bench.store))
        return self._after[number]

    def close(self) -> None:
        self._bench.store.close()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Expected]]:
    made: list[Expected] = []

    @cache
    def of(steps: Callable[[Workbench], Iterator[None]]) -> Expected:
        made.append(Expected(steps, tmp_path_factory.mktemp("expected") / "netchal.db"))
        return made[-1]

    yield of
    for one in made:
        one.close()


def found_whole(path: Path) -> Content:
    """What the next start finds: it asks nothing, refuses nothing and sees no damage."""
    with opened(path) as bench:
        assert list(damages(bench.store)) == []
        return everything(bench.store)


def leaves_a_step(work: Work, expected: Expected, path: Path, random: Random, most: int) -> None:
    """After the kill the file holds what was acknowledged, or one step more, and nothing else."""
    told = told_until_killed(work, path, random, most)
    done = int(told[-1])
    assert done == len(told)
    assert found_whole(path) in (expected.after(done), expected.after(done + 1))


@pytest.mark.parametrize("seed", range(rounds(500, 3)))
def test_saves_edits_deletions_undo_and_redo(
    tmp_path: Path, expected: Callable[..., Expected], seed: int
) -> None:
    states = expected(works.small_steps)
    leaves_a_step(works.small, states, tmp_path / "netchal.db", Random(seed), 60)


@pytest.mark.parametrize("seed", range(rounds(120, 2)))
def test_large_edits_that_are_kept_on_disk_with_their_undo_and_redo(
    tmp_path: Path, expected: Callable[..., Expected], seed: int
) -> None:
    states = expected(works.large_steps)
    path = tmp_path / "netchal.db"
    leaves_a_step(works.large, states, path, Random(seed), 4)
    with opened(path) as bench:
        counted = "SELECT edit, count(*) FROM kept_change GROUP BY edit"
        assert all(count == works.CROWD for _, count in bench.store.rows(counted))


@pytest.mark.parametrize("seed", range(rounds(120, 2)))
def test_the_import_of_cards(tmp_path: Path, expected: Callable[..., Expected], seed: int) -> None:
    path = tmp_path / "netchal.db"
    leaves_a_step(works.cards, expected(works.card_steps), path, Random(seed), 4)
    for backup in backups(path):
        verify(backup.path)


@pytest.fixture(scope="module")
def before_restoring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a data file of 300 people and a backup of it."""
    folder = tmp_path_factory.mktemp("restoring")
    with opened(folder / "netchal.db") as bench:
        bench.apply(people(1, 300))
        back_up(bench)
    return folder


@pytest.mark.parametrize("work", [works.restores, works.restores_a_closed_file])
@pytest.mark.parametrize("seed", range(rounds(100, 2)))
def test_restores(tmp_path: Path, before_restoring: Path, work: Work, seed: int) -> None:
    folder = tmp_path / "data"
    shutil.copytree(before_restoring, folder)
    told_until_killed(work, folder / "netchal.db", Random(seed), 6)

    found = found_whole(folder / "netchal.db")
    assert set(found) - {UUID(int=1_000)} == {UUID(int=number) for number in range(1, 301)}
    for former in folder.glob("netchal-before-restore-*.db"):
        verify(former)


@pytest.mark.parametrize("seed", range(rounds(60, 1)))
def test_backups(tmp_path: Path, before_restoring: Path, seed: int) -> None:
    folder = tmp_path / "data"
    shutil.copytree(before_restoring, folder)
    told = told_until_killed(works.takes_backups, folder / "netchal.db", Random(seed), 4)

    assert len(found_whole(folder / "netchal.db")) == 300
    assert all(Path(one).is_file() for one in told)
    for backup in backups(folder / "netchal.db"):
        verify(backup.path)


@pytest.mark.parametrize("seed", range(rounds(200, 3)))
def test_migrations(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "netchal.db"
    before = path_of_oldest(path)
    statements = sum(len(migrations.statements(step)) for step in migrations.STEPS[1:])
    told = told_until_killed(works.migrates, path, Random(seed), statements + 9, within=0.02)

    works.with_a_further_step(monkeypatch.setattr)
    assert found_whole(path) == before
    with opened(path) as bench:
        assert bench.store.rows("SELECT count(*), sum(length) FROM further") == [(8_000, 70_893)]
    kept = list(backup_folder(path).glob("*.db"))
    assert kept or told == ["begins"]
    for backup in kept:
        verify(backup)


def path_of_oldest(path: Path) -> Content:
    """Put the oldest saved data file there; what it holds."""
    shutil.copyfile(Path(__file__).parents[1] / "files" / "databases" / "schema-1.db", path)
    copied = path.with_name("looked-into.db")
    shutil.copyfile(path, copied)
    with opened(copied) as bench:
        return everything(bench.store)
