"""Forty files that are made to do harm: each is taken or refused, soon, and in little memory.

The full run makes them of 20 MB and gives each five seconds of CPU; the ordinary one makes them small.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.bombs import BOMBS
from tests.soak import FULL, rounds

if sys.platform == "win32":
    pytest.skip("memory is measured as Unix does", allow_module_level=True)

pytestmark = pytest.mark.soak

ROOT = Path(__file__).parents[2]
SIZE = rounds(20_000_000, 300_000)
MOST_MEGABYTES, MOST_SECONDS = 200, 5
EACH = [(form, [name]) for form, bombs in BOMBS.items() for name in bombs]
ALL = [(form, list(bombs)) for form, bombs in BOMBS.items()]


def imported(folder: Path, files: list[Path]) -> dict[str, Any]:
    """What importing the files cost, in a process of its own that finds no window."""
    command = [
        sys.executable,
        "-m",
        "tests.hostile.import_measured",
        str(folder / "netchal.db"),
        *map(str, files),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


@pytest.mark.parametrize(
    ("form", "names"), EACH if FULL else ALL, ids=lambda value: value if isinstance(value, str) else value[0]
)
def test_a_bomb_is_taken_or_refused_soon_and_in_little_memory(
    tmp_path: Path, form: str, names: list[str]
) -> None:
    files = [tmp_path / f"{number}.{form}" for number, _ in enumerate(names)]
    for file, name in zip(files, names, strict=True):
        file.write_bytes(BOMBS[form][name].of(SIZE))
    found = imported(tmp_path, files)

    assert found["megabytes"] <= MOST_MEGABYTES
    assert [each["code"] for each in found["taken"] if each["code"] not in (0, 1)] == []
    assert all(each["said"] for each in found["taken"] if each["code"] == 1)
    if FULL:
        assert found["taken"][0]["seconds"] <= MOST_SECONDS


def test_there_are_forty_bombs() -> None:
    assert len(EACH) >= 40
