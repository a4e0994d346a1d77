"""What tests of commands have: a data file of their own, a clock that they set, a system zone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench


@dataclass
class Clock:
    moment: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def later(self, **by: int) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workbench(tmp_path: Path, clock: Clock) -> Iterator[Workbench]:
    store = Store.open(tmp_path / "data" / "netchal.db")
    yield Workbench(store, clock.now, uuid4, zone="Europe/Berlin")
    store.close()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes address book cards into a file and returns its path."""

    def written(*cards: str, name: str = "contacts.vcf") -> Path:
        path = tmp_path / name
        path.write_text("".join(cards), encoding="utf-8", newline="")
        return path

    return written
