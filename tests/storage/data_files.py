"""Data files for tests that harm them, and what is in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import ENTITIES, Change, Edit, Entity
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@contextmanager
def opened(path: Path) -> Iterator[Workbench]:
    store = Store.open(path)
    try:
        yield Workbench(store, lambda: NOW, uuid4)
    finally:
        store.close()


def person(number: int, name: str = "") -> Contact:
    return Contact(id=UUID(int=number), name=name or f"Person {number}", created=NOW)


def people(first: int, count: int) -> Edit:
    changes = (Change(None, person(number)) for number in range(first, first + count))
    return Edit("Import people", tuple(changes))


def entry(number: int, text: str) -> JournalEntry:
    return JournalEntry(id=UUID(int=number), day=date(2026, 11, 23), created=NOW, changed=NOW, learned=text)


def everything(store: Store) -> dict[UUID, Entity]:
    return {item.id: item for kind in ENTITIES for item in store.every(kind)}


def content_of(path: Path) -> dict[UUID, Entity]:
    with opened(path) as bench:
        return everything(bench.store)
