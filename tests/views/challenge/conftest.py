"""A Challenge tab over a data file of its own, told of every edit as the window does it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.jobs import Jobs
from netchal_gui.workbench import Workbench


@pytest.fixture
def tab(qtbot: QtBot, workbench: Workbench) -> Iterator[ChallengeTab]:
    jobs = Jobs()
    shown = ChallengeTab(workbench, jobs)
    qtbot.addWidget(shown)
    end = workbench.listen(shown.edited)
    shown.resize(1240, 760)
    shown.show()
    shown.activate()
    yield shown
    end()
    jobs.finish()
