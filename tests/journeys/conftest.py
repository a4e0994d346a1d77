"""The whole program in a window, for journeys through it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.lived_year import Year, live
from tests.journeys.started import Started


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Started]]:
    """Start the program; each start finds the data file that the one before left. Closed at the end."""
    made: list[Started] = []

    def begin() -> Started:
        made.append(Started(qapp, tmp_path))
        return made[-1]

    yield begin
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The whole year, which is lived once."""
    return live(tmp_path_factory.mktemp("year") / "netchal.db")
