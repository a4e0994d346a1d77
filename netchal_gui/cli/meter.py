"""How far long work is: one line on the terminal that is written over and goes away at the end."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.words import number, say

EVERY = 0.2
"""Seconds between two writings; the first comes after so long too, so that short work shows nothing."""
_CLEARED = "\r\x1b[K"


@contextmanager
def shown(label: str) -> Iterator[Progress]:
    """Progress for a command to call, shown on the standard error where that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield unwatched
        return
    meter = _Meter(label, sys.stderr)
    try:
        yield meter.tell
    finally:
        meter.clear()


class _Meter:
    def __init__(self, label: str, terminal: TextIO) -> None:
        self._label, self._terminal = label, terminal
        self._last = time.monotonic()
        self._stands = False

    def tell(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last < EVERY:
            return
        self._last, self._stands = now, True
        counted = say("{done} of {total}", done=number(done), total=number(total)) if total else number(done)
        self._write(f"{_CLEARED}{self._label} {counted}")

    def clear(self) -> None:
        if self._stands:
            self._write(_CLEARED)

    def _write(self, text: str) -> None:
        self._terminal.write(text)
        self._terminal.flush()
