"""What every test has: no display, no network, no home folder, and no fault that passes unseen."""

import errno
import gc
import ipaddress
import itertools
import logging
import os
import re
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from netchal_gui import words
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt; set it to xcb to watch the tests
os.umask(0o077)

_HOMES = {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_DOCUMENTS_DIR": "documents",
}


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the files of the person who runs it, or of another test; all speak English."""
    home = next(homes)
    for variable, folder in _HOMES.items():
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.setenv("LANGUAGE", "en")
    words.speak("en")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A connection to anything but this machine is refused and fails the test, whoever hides the error."""
    asked: list[object] = []

    def guarded(connect: Callable[..., object]) -> Callable[..., object]:
        def checked(self: socket.socket, address: object) -> object:
            if _is_this_machine(self, address):
                return connect(self, address)
            asked.append(address)
            raise OSError(errno.ENETUNREACH, "tests have no network")

        return checked

    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
    yield
    assert not asked, f"the test asked the network for {asked}"


def _is_this_machine(connection: socket.socket, address: object) -> bool:
    if connection.family not in (socket.AF_INET, socket.AF_INET6) or not isinstance(address, tuple):
        return True
    try:
        return address[0] == "localhost" or ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture
def expected_log() -> list[str]:
    """Patterns of warnings and errors that this test is meant to bring into the log; append to it."""
    return []


@pytest.fixture(autouse=True)
def _quiet_log(caplog: pytest.LogCaptureFixture, expected_log: list[str]) -> Iterator[None]:
    """A warning or an error in the log that the test did not announce fails it."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    messages = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unexpected = [line for line in messages if not any(re.search(known, line) for known in expected_log)]
    assert not unexpected, f"unexpected in the log: {unexpected}"


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """A window still open after the test fails it. pytest-qt has closed those it was told of by then."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    open_windows = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} “{window.windowTitle()}”" for window in open_windows]
    for window in open_windows:
        window.hide()
    from netchal_gui.views.garbage import collect_due

    gc.disable()  # as in the program: what Qt made is never destroyed by a job's thread
    collect_due()
    assert not names, f"left open: {names}"


@dataclass
class Clock:
    """A clock that the test sets; ids that are the same in every run."""

    moment: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def now(self) -> datetime:
        return self.moment

    def later(self, **by: int) -> None:
        self.moment += timedelta(**by)

    def new_id(self) -> UUID:
        return UUID(int=next(self.numbers), version=4)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    from tests.patience import PatientBot

    return PatientBot(request)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "netchal.db")
    yield opened
    opened.close()


@pytest.fixture
def workbench(store: Store, clock: Clock) -> Workbench:
    """What a command needs, on an empty data file, on a Monday in November, in Berlin."""
    return Workbench(store, clock.now, clock.new_id, zone="Europe/Berlin")
