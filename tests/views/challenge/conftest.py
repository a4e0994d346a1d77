"""A Challenge tab over a data file of its own, told of every edit as the window does it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netchal_gui.settings import Settings
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.pipeline_window import PipelineWindow
from netchal_gui.workbench import Workbench
from tests.commands.months import block_tuesdays, four_by_four
from tests.views.challenge.planning import Desk


@pytest.fixture
def tab(qtbot: QtBot, workbench: Workbench, tmp_path: Path) -> Iterator[ChallengeTab]:
    jobs = Jobs()
    shown = ChallengeTab(workbench, jobs, Settings(tmp_path / "window.ini"))
    shown.complete()
    qtbot.addWidget(shown)
    end = workbench.listen(shown.edited)
    shown.resize(1240, 760)
    shown.show()
    shown.activate()
    yield shown
    end()
    jobs.finish()


@pytest.fixture
def desk(qtbot: QtBot, workbench: Workbench, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, workbench, tmp_path)
    yield made
    made.jobs.finish()


@pytest.fixture
def blocked(desk: Desk) -> Desk:
    """The 4×4 challenge with the five Tuesdays of December blocked."""
    four_by_four(desk.workbench)
    block_tuesdays(desk.workbench)
    return desk


@pytest.fixture
def window(qtbot: QtBot, workbench: Workbench) -> Iterator[Callable[[], PipelineWindow]]:
    """Opens the pipeline's window over what the test has stored."""
    jobs, around = Jobs(), QWidget()
    qtbot.addWidget(around)
    opened: list[PipelineWindow] = []

    def open_it() -> PipelineWindow:
        opened.append(PipelineWindow(workbench, jobs, around))
        opened[0].show()
        opened[0].activateWindow()
        QApplication.processEvents()
        return opened[0]

    yield open_it
    for each in opened:
        each.close()
    jobs.finish()
