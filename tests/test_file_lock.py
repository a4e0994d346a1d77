"""One program at a time: the lock on a file beside the data file."""

import subprocess
import sys

import pytest

from netchal_gui.files import FileLock, lock_for
from tests.soak import rounds

HOLD = """
import sys
from pathlib import Path
from netchal_gui.files import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.readline()
"""


def start(path):
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def stop(process):
    process.communicate("\n")


def test_the_lock_is_taken_once_until_it_is_released(tmp_path):
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")

    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_the_lock_dies_with_its_process(tmp_path):
    process = start(tmp_path / "lock")
    assert process.stdout.readline() == "True\n"
    lock = FileLock(tmp_path / "lock")
    assert not lock.take()

    process.kill()
    process.communicate()

    assert lock.take()
    lock.release()


@pytest.mark.parametrize("content", [b"", b"garbage", b"999999\nhost\n"])
def test_a_leftover_lock_file_stops_nobody(tmp_path, content):
    path = tmp_path / "data.db.lock"
    path.write_bytes(content)
    lock = lock_for(tmp_path / "data.db")

    assert lock.take()
    lock.release()


@pytest.mark.soak
@pytest.mark.parametrize("_", range(rounds(20, 1)))
def test_of_eight_starts_exactly_one_gets_the_lock(tmp_path, _):
    processes = [start(tmp_path / "lock") for _ in range(8)]
    answers = [process.stdout.readline() for process in processes]
    for process in processes:
        stop(process)

    assert sorted(answers) == ["False\n"] * 7 + ["True\n"]


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(OSError):
        FileLock(tmp_path / "file" / "lock").take()
