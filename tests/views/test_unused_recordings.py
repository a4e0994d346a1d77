"""Files that no recording names any more are counted, and deleted once one says so."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from netchal_gui.commands.plan import plan
from netchal_gui.commands.recordings import add_file, delete_unused, remove_recording, unused
from netchal_gui.storage.store import Store
from netchal_gui.views.unused_recordings import UnusedRecordings
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    """With two kept files, of which one has no recording any more."""
    store = Store.open(tmp_path / "netchal.db")
    made = Workbench(store, lambda: NOW, uuid4, zone="Europe/Berlin")
    talk = plan(made, ["Ada"], datetime(2026, 12, 1, 12)).interview
    for name in ("stays.mp3", "goes.mp3"):
        (tmp_path / name).write_bytes(name.encode() * 300_000)
        recording = add_file(made, talk.id, tmp_path / name)
    remove_recording(made, recording)
    yield made
    store.close()


@pytest.fixture
def line(qtbot: QtBot, workbench: Workbench) -> UnusedRecordings:
    made = UnusedRecordings(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_how_many_and_how_large(line: UnusedRecordings) -> None:
    assert line.told.text() == "1 file that no recording names any more, 2 MB"


def test_they_go_once_it_is_confirmed_and_undo_with_them(
    line: UnusedRecordings, workbench: Workbench, qtbot: QtBot
) -> None:
    line.delete.click()
    with qtbot.waitSignal(line.history_emptied):
        line.confirm.click()

    assert unused(workbench).files == ()
    assert (line.told.text(), line.delete.isVisible()) == ("The files are deleted.", False)
    assert workbench.undo_label is None


def test_nothing_goes_unasked(line: UnusedRecordings, workbench: Workbench) -> None:
    line.delete.click()
    line.box.reject()

    assert len(unused(workbench).files) == 1


def test_where_each_file_is_needed_nothing_is_said(workbench: Workbench, qtbot: QtBot) -> None:
    delete_unused(workbench)
    made = UnusedRecordings(workbench)
    qtbot.addWidget(made)

    assert made.isHidden()
