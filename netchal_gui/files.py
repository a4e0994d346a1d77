"""The only writer of files: a temporary file beside the target, fsync, replace. All or nothing.

The live data file is never opened here: closing a second descriptor would drop SQLite's POSIX locks.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def make_folder(folder: Path) -> Path:
    """The folder, made with its parents where it was missing, readable by its owner only."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return folder


@contextmanager
def writing(target: Path) -> Iterator[BinaryIO]:
    """A binary file to write; it takes the target's place only when the block ends without an error.

    Raises OSError (disk full, read-only folder …) with the target unchanged and nothing left behind.
    """
    make_folder(target.parent)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def write(target: Path, content: bytes) -> Path:
    """Write the bytes all or nothing and return the target. Raises OSError."""
    with writing(target) as file:
        file.write(content)
    return target


def read(path: Path, limit: int | None = None) -> bytes:
    """The bytes of a file that is not the data file, at most ``limit`` of them. Raises OSError."""
    with path.open("rb") as file:
        return file.read() if limit is None else file.read(limit)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
