import errno
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
    with pytest.raises(IsADirectoryError) as raised:
        files.write(tmp_path / "taken", b"text")
    assert raised.value.filename == str(tmp_path / "taken")


def test_an_error_names_the_file_that_was_asked_for_and_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(prefix: str, **place: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(place["dir"] / f"{prefix}x1"))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(PermissionError) as raised:
        files.write(tmp_path / "a.ics", b"text")
    assert raised.value.filename == str(tmp_path / "a.ics")


@pytest.mark.skipif(os.name != "posix", reason="Windows makes links for administrators only")
def test_behind_a_link_the_file_is_written_and_the_link_stays(tmp_path: Path) -> None:
    target = files.write(tmp_path / "elsewhere" / "a.ics", b"old")
    link = tmp_path / "a.ics"
    link.symlink_to(target)
    files.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "a.ics"
    os.mkfifo(pipe)
    with pytest.raises(FileExistsError):
        files.write(pipe, b"text")
    assert list(tmp_path.iterdir()) == [pipe]
    assert pipe.is_fifo()
