import os
import stat
from pathlib import Path

import pytest

from netchal_gui import files


class DiskFullError(Exception):
    pass


def test_a_written_file_holds_the_bytes(tmp_path: Path) -> None:
    assert files.write(tmp_path / "new" / "a.ics", b"text").read_bytes() == b"text"


def test_a_file_that_could_not_be_finished_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    target = files.write(tmp_path / "a.ics", b"old")
    with pytest.raises(DiskFullError), files.writing(target) as file:
        file.write(b"half of the n")
        raise DiskFullError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these permissions")
def test_files_and_folders_belong_to_their_owner_only(tmp_path: Path) -> None:
    target = files.write(tmp_path / "new" / "a.ics", b"text")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (target, target.parent)]
    assert modes == [files.PRIVATE_FILE, files.PRIVATE_FOLDER]


def test_a_folder_in_the_way_is_an_error_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "taken" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        files.write(tmp_path / "taken", b"text")
