"""Opening the data file for a window: one program at a time, and a fault is told to the person."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from netchal_gui.commands.faults import explain
from netchal_gui.files import FileLock, lock_for
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.store import Store

PATIENCE_SECONDS = 10.0
"""How long to wait for a first program that holds the file but does not answer yet, or is closing."""


class Opened(NamedTuple):
    """``zone`` is the IANA zone of whoever looks."""

    path: Path
    lock: FileLock
    store: Store
    zone: str


class HandedOver(Exception):
    """An open window has taken the files; this start has nothing left to do."""


class StillOpen(Exception):
    """Another Netchal has the file open and does not answer."""


def open_data(path: Path, files: Sequence[Path], zone: str) -> Opened | None:
    """The opened data file; None where the person gave up. Raises HandedOver, StillOpen."""
    wanted: Path | None = path
    while wanted is not None:
        try:
            return _open(wanted, files, zone)
        except (StoreFault, OSError) as fault:
            from netchal_gui.views.open_faults import go_on

            wanted = go_on(wanted, explain(fault) or str(fault), zone)
    return None


def _open(path: Path, files: Sequence[Path], zone: str) -> Opened:
    lock = lock_for(path)
    _take(lock, path, files)
    try:
        return Opened(path, lock, Store.open(path), zone)
    except BaseException:
        lock.release()
        raise


def _take(lock: FileLock, path: Path, files: Sequence[Path]) -> None:
    """Get the lock, or hand over to whoever has it; one that is starting or closing gets a little time."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not lock.take():
        from netchal_gui.commands.open_window import hand_over

        if hand_over(path, files):
            raise HandedOver
        if time.monotonic() > until:
            raise StillOpen
        time.sleep(0.05)
