"""Stay in touch and birthdays on the home tab: by one key, and with a text that suits."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Circle, PartialDate
from netchal_gui.domain.touch import Touch
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.workbench import Workbench
from tests.views.challenge.scene import open_dialog, person


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))


def unseen(tab: ChallengeTab) -> dict[str, ElidedButton]:
    """The names to stay in touch with."""
    return {each.accessibleName(): each for each in tab.unseen.findChildren(ElidedButton)}


def test_a_key_notes_that_one_called_and_the_next_person_has_the_focus(
    tab: ChallengeTab, workbench: Workbench, year: Challenge, qtbot: QtBot
) -> None:
    people = {name: person(workbench, name, circle=Circle.FAMILY) for name in ("Ingrid", "Sam")}
    qtbot.waitUntil(lambda: unseen(tab).keys() == people.keys())
    first, second = unseen(tab)
    unseen(tab)[first].setFocus()
    QTest.keyClick(unseen(tab)[first], Qt.Key.Key_F7)

    assert [each.contact_id for each in workbench.store.every(Touch)] == [people[first].id]
    qtbot.waitUntil(lambda: list(unseen(tab)) == [second])
    assert tab.unseen.chosen() == [people[second].id]


def test_a_birthday_is_to_do_and_opens_its_draft(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    person(workbench, "Ada", birthday=PartialDate(11, 26, 1986))
    (row,) = [each for each in tab.tasks.findChildren(ElidedButton) if "Ada" in each.accessibleName()]
    assert row.accessibleName() == "Congratulate Ada"
    assert "birthday, turns 40" in [each.text() for each in tab.tasks.findChildren(QLabel)]
    row.click()

    dialog = open_dialog(tab, DraftDialog)
    assert dialog.subject.text() == "Happy birthday"
    dialog.reject()
