"""Whoever was asked and has not replied: a section of their own, and one key that notes the reply."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.commands.invitations import ask
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.storage.contact_queries import Section, SectionKind


@pytest.fixture
def asked(contacts: Any) -> Any:
    """Ada and Bob were asked, Carla was not."""
    for name in ("Ada", "Bob"):
        ask(contacts.workbench, [contacts.add(name).id])
    contacts.add("Carla")
    return contacts.open()


def stages(contacts: Any) -> list[StepKind]:
    return [each.stage for each in contacts.workbench.store.every(Interview)]


def test_the_section_has_those_who_were_asked_and_their_number(asked: Any) -> None:
    model = asked.sections.model()
    lines = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "Waiting for a reply, 2" in lines

    asked.sections.choose(Section(SectionKind.WAITING))
    assert asked.names() == ["Ada", "Bob"]


def test_one_key_notes_a_reply_and_the_person_leaves_the_section(asked: Any) -> None:
    asked.sections.choose(Section(SectionKind.WAITING))
    asked.table.setFocus()
    QTest.keyClick(asked.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)

    assert asked.names() == ["Bob"]
    assert stages(asked) == [StepKind.REPLIED, StepKind.ASKED]
    asked.workbench.undo()
    assert asked.names() == ["Ada", "Bob"]


def test_without_a_request_the_key_says_so(asked: Any, qtbot: Any) -> None:
    asked.choose("Carla")
    with qtbot.waitSignal(asked.tab.message) as told:
        asked.action("Ctrl+R").trigger()

    assert told.args == ["No request to Carla waits for a reply."]
