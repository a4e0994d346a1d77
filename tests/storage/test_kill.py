"""kill -9 in the middle of everything: what was acknowledged is there, nothing is there by half."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from netchal_gui.domain.contact import Contact
from netchal_gui.storage.check import damages
from tests.storage.data_files import opened

ROOT = Path(__file__).parents[2]
ROUNDS = 500 if os.environ.get("NETCHAL_SOAK") else 4


def lines_until_killed(path: Path, work: str, after: int) -> Iterator[str]:
    """What a writing process says; it is killed after so many lines, while it goes on with the next."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.writing_process", str(path), work],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            if number == after:
                process.kill()
            yield line.strip()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_every_acknowledged_save_survives(tmp_path: Path, seed: int) -> None:
    path, told = tmp_path / "netchal.db", {}
    for line in lines_until_killed(path, "save", Random(seed).randrange(5, 60)):
        number, _, name = line.partition(" ")
        if number != "ready":
            told[number] = name
    assert len(told) >= 2

    with opened(path) as bench:
        found = {str(one.id.int): one.name for one in bench.store.every(Contact)}
        assert list(damages(bench.store)) == []
    last = max(told, key=int)
    for number, name in told.items():
        if number != last:  # the very last one may have gone one step further than was told
            assert found.get(number, "-") == name
    assert set(found) - set(told) <= {str(int(last) + 1)}
    assert last in found or told[last] == "-" or int(last) % 4 == 0


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_an_import_is_there_whole_or_not_at_all(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "netchal.db"
    said = list(lines_until_killed(path, "import", Random(seed).randrange(1, 9)))
    acknowledged = sum(line.startswith("imported") for line in said)

    with opened(path) as bench:
        count = bench.store.count(Contact)
        kept = len(bench.store.rows("SELECT number FROM kept_edit"))
        assert list(damages(bench.store)) == []
    assert count % 1_200 == 0
    assert acknowledged <= count // 1_200 == kept
