"""A request without a reply comes up in what to do next, and its line drafts a reminder."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from netchal_gui.commands.invitations import ask
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.contact import Circle, Contact
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.preferences import Preferences
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.follow_up_dialog import FollowUpDialog
from netchal_gui.views.follow_up_row import FollowUpRow
from netchal_gui.workbench import Workbench
from tests.commands.months import four_by_four
from tests.commands.people_files import add
from tests.follow_ups import follow_up
from tests.views.challenge.scene import open_dialog

TODAY = date(2026, 11, 23)


def asked(workbench: Workbench, days: int) -> None:
    four_by_four(workbench)
    ask(workbench, [add(workbench, "Ada").id], TODAY - timedelta(days=days))


def lines(tab: ChallengeTab) -> list[str]:
    return [each.text() for each in tab.tasks.findChildren(ElidedButton)]


@pytest.mark.parametrize(("days", "comes_up"), [(6, False), (7, True), (37, True), (38, False)])
def test_it_comes_up_after_a_week_for_a_month(
    tab: ChallengeTab, workbench: Workbench, days: int, comes_up: bool
) -> None:
    asked(workbench, days)

    assert ("Ask Ada again" in lines(tab)) is comes_up


def test_the_number_of_days_is_a_setting(tab: ChallengeTab, workbench: Workbench) -> None:
    asked(workbench, 3)
    change_preferences(workbench, Preferences(answer_days=3))

    assert "Ask Ada again" in lines(tab)
    assert "asked on 20 Nov, no reply yet" in [each.text() for each in tab.tasks.findChildren(QLabel)]


def test_its_line_drafts_the_reminder(tab: ChallengeTab, workbench: Workbench) -> None:
    asked(workbench, 9)
    (line,) = (each for each in tab.tasks.findChildren(ElidedButton) if each.text() == "Ask Ada again")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)

    dialog = tab.findChild(DraftDialog)
    assert isinstance(dialog, DraftDialog)
    assert dialog.message().kind is TemplateKind.REMIND
    dialog.close()


CTRL = Qt.KeyboardModifier.ControlModifier


def stages(workbench: Workbench) -> list[StepKind]:
    return [each.stage for each in workbench.store.every(Interview)]


def test_one_key_on_the_line_notes_the_reply_and_the_line_goes(
    tab: ChallengeTab, workbench: Workbench, qtbot: QtBot
) -> None:
    asked(workbench, 9)
    (line,) = (each for each in tab.tasks.findChildren(ElidedButton) if each.text() == "Ask Ada again")
    QTest.keyClick(line, Qt.Key.Key_R, CTRL)

    assert stages(workbench) == [StepKind.REPLIED]
    qtbot.waitUntil(lambda: "Ask Ada again" not in lines(tab))


def test_one_key_on_a_card_notes_the_reply(tab: ChallengeTab, workbench: Workbench) -> None:
    asked(workbench, 2)
    tab.actions_of_it.give_period(10, next(workbench.store.every(Contact)).id.bytes)
    (card,) = (each for each in tab.lanes.cards() if each.person is not None)
    QTest.keyClick(card, Qt.Key.Key_R, CTRL)

    assert stages(workbench) == [StepKind.REPLIED]


def test_without_a_request_the_card_says_so(tab: ChallengeTab, workbench: Workbench, qtbot: QtBot) -> None:
    four_by_four(workbench)
    tab.actions_of_it.give_period(10, add(workbench, "Ada").id.bytes)
    (card,) = (each for each in tab.lanes.cards() if each.person is not None)
    with qtbot.waitSignal(tab.message) as told:
        QTest.keyClick(card, Qt.Key.Key_R, CTRL)

    assert told.args == ["No request to Ada waits for a reply."]


def test_one_key_in_stay_in_touch_notes_the_reply(
    tab: ChallengeTab, workbench: Workbench, qtbot: QtBot
) -> None:
    four_by_four(workbench)
    ask(workbench, [add(workbench, "Ingrid", circle=Circle.FAMILY).id], TODAY - timedelta(days=200))
    qtbot.waitUntil(lambda: bool(tab.unseen.findChildren(ElidedButton)))
    QTest.keyClick(tab.unseen.findChildren(ElidedButton)[0], Qt.Key.Key_R, CTRL)

    assert stages(workbench) == [StepKind.REPLIED]


def test_one_key_on_a_follow_up_notes_the_reply(tab: ChallengeTab, workbench: Workbench) -> None:
    asked(workbench, 2)
    ada = next(workbench.store.every(Contact))
    follow_up(workbench, "Send the article", date(2026, 11, 24), contact_id=ada.id)
    (row,) = tab.tasks.findChildren(FollowUpRow)
    QTest.keyClick(row.tick, Qt.Key.Key_R, CTRL)

    assert stages(workbench) == [StepKind.REPLIED]


def test_one_key_in_the_list_of_all_follow_ups_notes_the_reply(
    tab: ChallengeTab, workbench: Workbench
) -> None:
    asked(workbench, 2)
    ada = next(workbench.store.every(Contact))
    follow_up(workbench, "Send the article", date(2026, 11, 24), contact_id=ada.id)
    tab.tasks.all_wanted.emit()
    dialog = open_dialog(tab, FollowUpDialog)
    QTest.keyClick(next(dialog.rows()).tick, Qt.Key.Key_R, CTRL)

    assert stages(workbench) == [StepKind.REPLIED]
    dialog.close()
