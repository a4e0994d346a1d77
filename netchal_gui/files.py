"""The only writer of files: a temporary file beside the target, fsync, replace. All or nothing.

The live data file is never opened here: closing a second descriptor would drop SQLite's POSIX locks.
"""

import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
COPY_BYTES = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]+)?$")


def make_folder(folder: Path) -> Path:
    """The folder, made with its parents where it was missing, readable by its owner only."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return folder


@contextmanager
def writing(target: Path) -> Iterator[BinaryIO]:
    """A binary file to write; it takes the target's place only when the block ends without an error.

    Behind a link, the file that it names is replaced, not the link. Raises OSError (disk full, read-only
    folder, no file but a device in that place …) with the target unchanged and nothing left behind.
    """
    target = _real(target)
    make_folder(target.parent)
    with _called(target):
        descriptor, name = tempfile.mkstemp(prefix=_prefix(target), dir=target.parent)
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


def _real(target: Path) -> Path:
    """The file that a link names. Raises OSError where a folder, a device or a pipe is in the way."""
    target = target.resolve() if target.is_symlink() else target
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists() and not target.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    return target


@contextmanager
def _called(target: Path) -> Iterator[None]:
    """An error about the temporary file is one about the target: nobody knows the other name."""
    try:
        yield
    except OSError as error:
        named = error.filename
        if isinstance(named, str) and Path(named).name.startswith(_prefix(target)):
            error.filename, error.filename2 = str(target), None
        raise


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}."


def write(target: Path, content: bytes) -> Path:
    """Write the bytes all or nothing and return the target. Raises OSError."""
    with writing(target) as file:
        file.write(content)
    return target


def read(path: Path, limit: int | None = None) -> bytes:
    """The bytes of a file that is not the data file, at most ``limit`` of them. Raises OSError."""
    with path.open("rb") as file:
        return file.read() if limit is None else file.read(limit)


def keep_copy(
    source: Path, folder: Path, suffix: str = "", progress: Callable[[int, int], None] | None = None
) -> str:
    """Copy a file into a folder under the SHA-256 of its bytes and return that in hexadecimal.

    A copy with the same content that is there already stays the only one, whatever its suffix.
    ``progress`` counts bytes. Raises OSError, or what ``progress`` raises; then nothing is left behind.
    """
    from hashlib import sha256

    digest = sha256()
    make_folder(folder)
    with source.open("rb") as original:
        total = os.fstat(original.fileno()).st_size
        descriptor, name = tempfile.mkstemp(prefix=".copy.", dir=folder)
        try:
            with os.fdopen(descriptor, "wb") as copy:
                for part in iter(partial(original.read, COPY_BYTES), b""):
                    copy.write(part)
                    digest.update(part)
                    if progress is not None:
                        progress(copy.tell(), total)
                copy.flush()
                os.fsync(copy.fileno())
            if kept_copy(folder, digest.hexdigest()) is None:
                Path(name).replace(folder / (digest.hexdigest() + suffix))
        finally:
            Path(name).unlink(missing_ok=True)
    _sync_folder(folder)
    return digest.hexdigest()


def kept_copy(folder: Path, digest: str) -> Path | None:
    """The file that :func:`keep_copy` keeps under a digest; None where it is not there."""
    return next((path for path in kept_copies(folder) if path.name.split(".")[0] == digest), None)


def kept_copies(folder: Path) -> list[Path]:
    """All files that were kept there, by name; none where there is no such folder. Raises OSError."""
    return sorted(path for path in folder.glob("[0-9a-f]*") if _DIGEST.match(path.name))


def appending(path: Path, limit: int) -> BinaryIO:
    """An unbuffered file to append to, such as a log; one of ``limit`` bytes steps aside first.

    The former file is kept once, as ``NAME.1``. Raises OSError.
    """
    make_folder(path.parent)
    if path.exists() and path.stat().st_size >= limit:
        path.replace(path.with_name(path.name + ".1"))
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
    return cast(BinaryIO, os.fdopen(descriptor, "ab", buffering=0))


class FileLock:
    """One program at a time: an operating-system lock on a file, which dies with the process.

    Only the lock counts, never the file's being there or its content, so a leftover stops nobody.
    """

    def __init__(self, path: Path, guarded: Path | None = None) -> None:
        """``guarded`` is the file that it is all about; errors name that one."""
        self._path, self._guarded = path, guarded or path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Whether the lock is ours now; False where another process has it. Raises OSError."""
        if self._descriptor is not None:
            return True
        make_folder(self._path.parent)
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        except OSError as error:
            error.filename = str(self._guarded)
            raise
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let others have it. The file stays: taking it away would open a gap for two."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def lock_for(data: Path) -> FileLock:
    """The lock of whoever writes to a data file; it lies beside it."""
    return FileLock(data.with_name(data.name + ".lock"), data)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
