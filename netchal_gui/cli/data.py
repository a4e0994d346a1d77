"""The data file of a command: which one it is, opened to read beside a window or to write alone."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from netchal_gui import paths, words
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.walltime import zone_info
from netchal_gui.files import FileLock, lock_for
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench


def data_file(arguments: argparse.Namespace) -> Path:
    """The data file that was named, else the usual one."""
    named: Path | None = arguments.data
    return (named or paths.data_file()).absolute()


@contextmanager
def reading(arguments: argparse.Namespace) -> Iterator[Workbench]:
    """A workbench to look at; works beside an open window. Raises StoreFault, also where there is no file."""
    with _demo(arguments) if arguments.demo else _opened(data_file(arguments), create=False) as workbench:
        yield workbench


@contextmanager
def writing(arguments: argparse.Namespace) -> Iterator[Workbench]:
    """A workbench to change something with; the data file is made where there is none.

    Raises StoreFault, and Refused where a window has the file open.
    """
    if arguments.demo:
        with _demo(arguments) as workbench:
            yield workbench
        return
    path = data_file(arguments)
    with owning(path), _opened(path, create=True) as workbench:
        yield workbench


@contextmanager
def owning(path: Path) -> Iterator[FileLock]:
    """Hold the lock of a data file. Raises Refused where a window has it."""
    lock = lock_for(path)
    if not lock.take():
        raise Refused(
            words.say("Netchal is open with {file}. Do it there, or close it and try again.", file=path)
        )
    try:
        yield lock
    finally:
        lock.release()


def target(arguments: argparse.Namespace) -> Path:
    """The file or folder to write to, as ``-o`` names it. Raises Refused for the data file itself."""
    wanted: Path = arguments.output.absolute()
    data = data_file(arguments)
    if wanted == data or (wanted.exists() and data.exists() and wanted.samefile(data)):
        raise Refused(words.say("{file} is the data file itself. Choose another name.", file=wanted))
    return wanted


def system_zone() -> str:
    """The computer's IANA zone, UTC where it names none that is known."""
    import tzlocal

    try:
        zone = tzlocal.get_localzone_name()
    except (LookupError, ValueError, OSError):  # no zone is set, or two settings contradict each other
        return "UTC"
    return zone if zone and zone_info(zone) else "UTC"


@contextmanager
def _opened(path: Path, *, create: bool) -> Iterator[Workbench]:
    store = Store.open(path, create=create)
    try:
        yield Workbench(store, _utc_now, uuid4, zone=system_zone())
    finally:
        store.close()


@contextmanager
def _demo(arguments: argparse.Namespace) -> Iterator[Workbench]:
    """A filled year in a temporary file that is gone afterwards."""
    from netchal_gui.commands.demo import fill

    if arguments.data:
        raise Refused(words.say("--demo brings its own data file: leave --data out."))
    with (
        TemporaryDirectory(prefix="netchal-demo-") as folder,
        _opened(Path(folder) / "netchal.db", create=True) as workbench,
    ):
        fill(workbench, words.system_language())
        yield workbench


def _utc_now() -> datetime:
    return datetime.now(UTC)
