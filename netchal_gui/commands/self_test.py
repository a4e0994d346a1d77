"""The packaged program proves itself: every part is there and works, with no network and nobody watching."""

import importlib
import io
import pkgutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import netchal_gui
from netchal_gui import words
from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.walltime import wall_time
from netchal_gui.paths import resource
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

MOMENT = datetime(2026, 11, 23, 9, tzinfo=UTC)
NAME = "Jürgen Größe; Ελένη, \\ 🙂"


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that was tried: what came of it, or the error, in ``detail``."""

    name: str
    passed: bool
    detail: str


class _Caught:
    """Keeps what went wrong inside the block as text, so that the next proof is tried too."""

    error = ""

    def __enter__(self) -> "_Caught":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if error is not None:
            self.error = f"{type(error).__name__}: {error}"
        return error is None or isinstance(error, Exception)


class Disproved(Exception):
    """Something gave another result than it must."""


def prove(prove_window: Callable[[], str] | None) -> Iterator[Proof]:
    """Try everything, one after the other; an error is a proof that failed, not the end.

    ``prove_window`` starts Qt, paints a window and names its version, as commands have no Qt; None leaves
    that out.
    """
    proofs: dict[str, Callable[[], str]] = {
        "modules": _modules,
        "resources": _resources,
        "time zones": _zones,
        "data file": _data_file,
        "calendar file": _calendar_file,
        "busy times": _busy_times,
        "vCard": _vcard,
    }
    if prove_window is not None:
        proofs["window"] = prove_window
    for name, proof in proofs.items():
        detail = ""
        with _Caught() as caught:
            detail = proof()
        yield Proof(name, not caught.error, caught.error or detail)


def _modules() -> str:
    """Every module of the program can be imported."""
    found = pkgutil.walk_packages(netchal_gui.__path__, "netchal_gui.")
    names = [module.name for module in found if module.name != "netchal_gui.__main__"]
    for name in names:
        importlib.import_module(name)
    _expect(len(names) > 50, f"only {len(names)} modules were found")
    return str(len(names))


def _resources() -> str:
    """Icons, the schema, the demo and the questions are there, and German is spoken."""
    icons = list(resource("icons").glob("*.svg"))
    _expect(len(icons) > 20, f"only {len(icons)} icons were found")
    of_languages = (
        (folder, f"{each}.json") for folder in ("demo", "question_sets") for each in words.LANGUAGES
    )
    for parts in (("netchal.schema.json",), *of_languages):
        _expect(resource(*parts).is_file(), f"{'/'.join(parts)} is missing")
    try:
        words.speak("de")
        _expect(words.weekdays()[0] == "Montag", "the German catalogue is missing")
    finally:
        words.speak(words.system_language())
    return f"{len(icons)} icons"


def _zones() -> str:
    """A zone with summer time gives the right moment."""
    start, problem = wall_time(datetime(2026, 7, 1, 12), "Europe/Berlin")
    _expect(problem is None, "Europe/Berlin is not known")
    _expect(start.utc == datetime(2026, 7, 1, 10, tzinfo=UTC), f"noon in Berlin is {start.utc}")
    return "Europe/Berlin"


def _data_file() -> str:
    """A data file is made, written, searched, checked and closed."""
    from netchal_gui.commands.check import check
    from netchal_gui.commands.journal import add
    from netchal_gui.commands.journal_search import search

    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "netchal.db")
        try:
            workbench = Workbench(store, lambda: MOMENT, uuid4)
            workbench.apply(Edit("Add", (Change(None, _person()),)))
            entry = add(workbench, "Größe lernt man beim Zuhören.")
            _expect([row.id for row in search(workbench, "grosse")] == [entry.id], "search finds nothing")
            _expect([one.name for one in store.every(Contact)] == [NAME], "a person was not kept")
            _expect(check(workbench) == [], "the new file is damaged")
        finally:
            store.close()
    return f"SQLite {sqlite3.sqlite_version}"


def _calendar_file() -> str:
    """An exported event is read back with its time and its people."""
    import icalendar

    from netchal_gui.commands.calendar_selection import AllPlanned
    from netchal_gui.commands.export_interviews import export
    from netchal_gui.commands.plan import plan

    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "netchal.db")
        try:
            workbench = Workbench(store, lambda: MOMENT, uuid4)
            plan(workbench, [NAME], datetime(2026, 12, 3, 12), zone="Europe/Berlin")
            written = export(workbench, AllPlanned(), Path(folder) / "events.ics").files
        finally:
            store.close()
        calendar = icalendar.Calendar.from_ical(written[0].read_bytes())
    (event,) = calendar.walk("VEVENT")
    begins = event.decoded("DTSTART").astimezone(UTC)
    _expect(begins == datetime(2026, 12, 3, 11, tzinfo=UTC), f"the event begins at {begins}")
    _expect(NAME in str(event["SUMMARY"]), f"the event is called {event['SUMMARY']}")
    return f"icalendar {icalendar.__version__}"


def _busy_times() -> str:
    """A weekly event of one's own calendar is found in the weeks that are asked for."""
    from netchal_gui.exchange.busy_ics import Days, read_busy

    event = "DTSTART;TZID=Europe/Berlin:20200102T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n"
    calendar = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{event}END:VEVENT\nEND:VCALENDAR\n"
    days = Days(date(2026, 11, 23), date(2026, 12, 6), "Europe/Berlin")
    found = read_busy(io.BytesIO(calendar.encode()), days, MOMENT).times
    begins = [each.start for each in found]
    expected = [datetime(2026, 11, 26, 8, tzinfo=UTC), datetime(2026, 12, 3, 8, tzinfo=UTC)]
    _expect(begins == expected, f"the event is found at {begins}")
    return f"{len(begins)} weeks"


def _vcard() -> str:
    """A person who was exported is the same one when the file is imported into another data file."""
    from netchal_gui.commands.export_contacts import export
    from netchal_gui.commands.import_people import apply, prepare

    with TemporaryDirectory() as folder:
        file = Path(folder) / "people.vcf"
        for name, imports in (("first.db", False), ("second.db", True)):
            store = Store.open(Path(folder) / name)
            try:
                workbench = Workbench(store, lambda: MOMENT, uuid4)
                if imports:
                    with prepare(workbench, [file]) as plan:
                        apply(workbench, plan)
                    (found,) = store.every(Contact)
                else:
                    workbench.apply(Edit("Add", (Change(None, _person()),)))
                    export(workbench, file)
            finally:
                store.close()
    _expect((found.name, found.emails) == (_person().name, _person().emails), f"it came back as {found}")
    return "3.0"


def _person() -> Contact:
    email = Labelled("jürgen@example.org", "work")
    return Contact(id=uuid4(), name=NAME, created=MOMENT, emails=(email,), birthday=None)


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Disproved(otherwise)
