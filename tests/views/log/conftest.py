"""What tests of logging a talk have: a data file, a clock that stands, and an empty window."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QWidget

from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    store = Store.open(tmp_path / "netchal.db")
    yield Workbench(store, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC), uuid4, zone="Europe/Berlin")
    store.close()


@pytest.fixture
def window(qapp: object) -> Iterator[QWidget]:
    made = QWidget()
    made.show()
    yield made
    made.close()
    made.deleteLater()
