"""A disk on which no file can grow beyond a size, and one whose operations fail one after the other."""

import errno
import os
import resource
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netchal_gui.commands.faults import explain
from tests.soak import rounds

PAGE = 4_096
SHARE = rounds(1, 4)
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


def failures(attempt: Callable[[], None], fault: type[Exception] | tuple[type[Exception], ...]) -> int:
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


def broken_operations(attempt: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> int:
    """Let the first, second, third … operation on files report an I/O error until the attempt succeeds."""
    for failed in range(200):
        with monkeypatch.context() as patch:
            _Operations(patch, failed)
            try:
                attempt()
            except OSError as error:
                assert error.errno == errno.EIO
                assert explain(error)
            else:
                return failed
    raise AssertionError("it never succeeded")


class _Operations:
    """Makes one operation of Python's fail: opening a temporary file, syncing it, putting it in place."""

    def __init__(self, patch: pytest.MonkeyPatch, last: int) -> None:
        self.count = last + 1
        patch.setattr("tempfile.mkstemp", self._counted(tempfile.mkstemp))
        patch.setattr(os, "fsync", self._counted(os.fsync))
        patch.setattr(Path, "replace", self._counted(Path.replace))

    def _counted(self, real: Callable[..., object]) -> Callable[..., object]:
        def operation(*arguments: object, **options: object) -> object:
            self.count -= 1
            if self.count == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*arguments, **options)

        return operation
