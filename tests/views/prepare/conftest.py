"""What these tests have: a talk that is planned, with two questions, and a pitch."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from netchal_gui.commands.pitches import add_pitch, blank_pitch
from netchal_gui.commands.preparing import prepare
from netchal_gui.domain.interview import Interview, Question
from netchal_gui.domain.pitch import Pitch
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import planned

Show = Callable[[QDialog], None]


@pytest.fixture
def pitch(workbench: Workbench) -> Pitch:
    text = "I build bridges between people who build and people who decide."
    draft = replace(blank_pitch(workbench), title="Short", listener="a founder", text=text, seconds=15)
    return add_pitch(workbench, draft)


@pytest.fixture
def talk(workbench: Workbench) -> Interview:
    interview = planned(workbench, "Ada Lovelace", "2026-11-23T09:30", place="Café Luise")
    prepare(workbench, interview.id, (Question("Why?"), Question("How?")), None)
    stored = workbench.store.get(Interview, interview.id)
    assert stored is not None
    return stored


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Opens a dialog; those that end with their closing are not pytest-qt's to close."""

    def opened(dialog: QDialog) -> None:
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)

    return opened
