"""Talking to the window that has a data file open: a second start hands it its files and ends.

A socket (a named pipe on Windows) in the person's own runtime folder, named after the data file. Whoever
holds the data file's lock listens; no Qt in here, as the command line asks too.
"""

import hashlib
import json
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from netchal_gui.files import make_folder
from netchal_gui.paths import runtime_folder

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

LONGEST_MESSAGE = 64 * 1024
_BYE = b"bye"


def address(data: Path) -> str:
    """Where the window that has this data file open can be reached."""
    name = hashlib.sha256(str(data.absolute()).encode()).hexdigest()[:16]
    if sys.platform == "win32":
        return rf"\\.\pipe\netchal-{name}"
    return str(make_folder(runtime_folder()) / f"{name}.sock")


def hand_over(data: Path, files: Sequence[Path]) -> bool:
    """Ask the open window to come to the front and to take the files; False where none answers."""
    from multiprocessing.connection import Client

    message = json.dumps({"files": [str(path.absolute()) for path in files]}).encode()
    try:
        with Client(address(data)) as line:
            line.send_bytes(message)
            return line.poll(5) and line.recv_bytes(16) == b"ok"
    except (OSError, EOFError):
        return False


class WindowDoor:
    """Listens for second starts on a thread of its own; ``knocked(files)`` is called there."""

    def __init__(self, data: Path, knocked: Callable[[list[Path]], None]) -> None:
        self._address = address(data)
        self._knocked = knocked
        self._listener: Listener | None = None
        self._thread = threading.Thread(target=self._listen, name="second starts", daemon=True)

    def open(self) -> bool:
        """Whether it could be opened; without it a second start just says that Netchal is open."""
        from multiprocessing.connection import Listener

        try:
            if sys.platform != "win32":
                Path(self._address).unlink(missing_ok=True)
            self._listener = Listener(self._address, backlog=16)
        except OSError:
            return False
        self._thread.start()
        return True

    def close(self) -> None:
        if self._listener is None:
            return
        from multiprocessing.connection import Client

        with suppress(OSError, EOFError), Client(self._address) as line:
            line.send_bytes(_BYE)
        self._thread.join(5)
        self._listener.close()
        self._listener = None

    def _listen(self) -> None:
        while self._listener is not None:
            with suppress(OSError, EOFError), self._listener.accept() as line:
                if not self._answer(line):
                    return

    def _answer(self, line: "Connection") -> bool:
        if not line.poll(2):
            return True
        message = line.recv_bytes(LONGEST_MESSAGE)
        if message == _BYE:
            return False
        files = _files_in(message)
        if files is not None:
            self._knocked(files)
            line.send_bytes(b"ok")
        return True


def _files_in(message: bytes) -> list[Path] | None:
    """The paths that a message names, None where it is not ours."""
    try:
        named = json.loads(message)["files"]
        return [Path(name) for name in named if isinstance(name, str)]
    except (ValueError, TypeError, KeyError):
        return None
