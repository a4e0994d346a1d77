"""Eight commands that write at the same moment: each is done or refused, and what was done is there."""

import subprocess
import sys
from pathlib import Path

import pytest

from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.check import damages
from tests.soak import rounds
from tests.storage.data_files import opened

pytestmark = pytest.mark.soak

STARTS = rounds(8, 4)


@pytest.mark.parametrize("_", range(rounds(20, 1)))
def test_of_starts_at_once_each_writes_or_says_that_it_cannot(tmp_path: Path, _: int) -> None:
    data = tmp_path / "netchal.db"
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "netchal_gui", "--data", data, "journal", "add", f"Entry {number}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(STARTS)
    ]
    said = [process.communicate()[1] for process in started]
    written = {f"Entry {number}" for number, process in enumerate(started) if process.returncode == 0}

    sentence = f"Netchal is open with {data}. Do it there, or close it and try again.\n"
    assert set(said) <= {"", sentence}
    with opened(data) as bench:
        entries = [entry.learned or entry.notes or entry.title for entry in bench.store.every(JournalEntry)]
        assert list(damages(bench.store)) == []
    assert written
    assert sorted(entries) == sorted(written)
