"""To do next: done with one key, put off with two, written from, and the list of all follow-ups behind it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netchal_gui.commands.preparing import prepare
from netchal_gui.domain.follow_up import FollowUpKind
from netchal_gui.domain.interview import Question, StepKind
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.follow_up_dialog import FollowUpDialog
from netchal_gui.views.follow_up_row import FollowUpRow
from netchal_gui.views.form_parts import section_title
from netchal_gui.views.place_card import PlaceCard
from netchal_gui.workbench import Workbench
from tests.commands.months import four_by_four
from tests.follow_ups import follow_up, stored
from tests.views.challenge.scene import open_dialog, person, talk


@pytest.fixture
def today(workbench: Workbench) -> date:
    four_by_four(workbench)
    return workbench.now().date()


def rows(tab: ChallengeTab) -> list[FollowUpRow]:
    QApplication.processEvents()
    return [each for each in tab.tasks.findChildren(FollowUpRow) if each.isVisible()]


def press(tab: ChallengeTab, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.activePopupWidget() or tab.window().focusWidget(), key)
        QApplication.processEvents()


def test_one_key_marks_a_task_as_done(
    tab: ChallengeTab, workbench: Workbench, today: date, qtbot: QtBot
) -> None:
    item = follow_up(workbench, "Send the article", today)
    qtbot.waitActive(tab)
    rows(tab)[0].tick.setFocus()
    press(tab, Qt.Key.Key_Space)

    assert stored(workbench, item).done


def test_two_keys_put_a_task_off_and_it_says_so(
    tab: ChallengeTab, workbench: Workbench, today: date, qtbot: QtBot
) -> None:
    item = follow_up(workbench, "Send the article", today)
    qtbot.waitActive(tab)
    rows(tab)[0].tick.setFocus()
    press(tab, Qt.Key.Key_S, Qt.Key.Key_M)

    assert stored(workbench, item).due == today + timedelta(days=1)
    assert "put off from 23 Nov" in rows(tab)[0].detail.text()


def test_a_thank_you_is_written_from_the_list(tab: ChallengeTab, workbench: Workbench, today: date) -> None:
    ada = person(workbench, "Ada")
    item = follow_up(workbench, "Thank Ada", today, contact_id=ada.id, kind=FollowUpKind.THANK)
    rows(tab)[0].write.click()
    open_dialog(tab, DraftDialog).copy.click()

    assert stored(workbench, item).done


def test_after_a_letter_the_focus_is_where_it_was_written_from(
    tab: ChallengeTab, workbench: Workbench, today: date
) -> None:
    ada = person(workbench, "Ada")
    follow_up(workbench, "Thank Ada", today, contact_id=ada.id, kind=FollowUpKind.THANK)
    follow_up(workbench, "Send the article", today)
    rows(tab)[0].tick.setFocus()
    rows(tab)[0].write.click()
    open_dialog(tab, DraftDialog).copy.click()

    (left,) = rows(tab)
    assert tab.window().focusWidget() is left.tick


def test_all_follow_ups_are_a_step_away(tab: ChallengeTab, workbench: Workbench, today: date) -> None:
    for number in range(9):
        follow_up(workbench, str(number), today + timedelta(days=number))
    assert tab.tasks.more.text() == "2 more"
    tab.tasks.more.click()
    dialog = open_dialog(tab, FollowUpDialog)
    shown = [row.shown.text for row in dialog.rows()]
    dialog.close()

    assert shown == [str(number) for number in range(9)]


def test_ticking_in_the_list_of_all_shows_it_among_the_done(
    tab: ChallengeTab, workbench: Workbench, today: date
) -> None:
    follow_up(workbench, "Send the article", today)
    tab.follow_ups.show_all()
    dialog = open_dialog(tab, FollowUpDialog)
    next(dialog.rows()).tick.click()
    left = list(dialog.rows())
    dialog.done_ones.click()
    done = [row.shown.text for row in dialog.rows()]
    dialog.close()

    assert (left, done) == ([], ["Send the article"])


def test_a_done_one_is_opened_again_by_its_tick(tab: ChallengeTab, workbench: Workbench, today: date) -> None:
    item = follow_up(workbench, "Send the article", today, done=True)
    tab.follow_ups.show_all()
    dialog = open_dialog(tab, FollowUpDialog)
    dialog.done_ones.click()
    next(dialog.rows()).tick.click()
    dialog.close()

    assert not stored(workbench, item).done


def test_the_list_of_all_shows_those_of_one_person(
    tab: ChallengeTab, workbench: Workbench, today: date
) -> None:
    for name in ("Ada", "Bob"):
        follow_up(workbench, f"Call {name}", contact_id=person(workbench, name).id)
    tab.follow_ups.show_all()
    dialog = open_dialog(tab, FollowUpDialog)
    QTest.keyClicks(dialog.search, "bo")
    shown = [row.shown.text for row in dialog.rows()]
    dialog.close()

    assert shown == ["Call Bob"]


def test_days_stand_over_what_is_due_on_them(tab: ChallengeTab, workbench: Workbench, today: date) -> None:
    for days in (-9, -2, 0, 1, None):
        follow_up(workbench, "one", None if days is None else today + timedelta(days=days))
    tab.follow_ups.show_all()
    dialog = open_dialog(tab, FollowUpDialog)
    kind = type(section_title(""))
    titles = [
        each.text()
        for each in dialog.findChildren(kind)
        if each.property("part") == "section" and each.isVisible()
    ]
    dialog.close()

    assert titles == ["Overdue", "Today", "Tuesday 24 November", "Without a day"]


def test_pressing_a_text_goes_to_the_person(
    tab: ChallengeTab, workbench: Workbench, today: date, qtbot: QtBot
) -> None:
    ada = person(workbench, "Ada")
    follow_up(workbench, "Call Ada", contact_id=ada.id)
    tab.follow_ups.show_all()
    with qtbot.waitSignal(tab.object_wanted) as wanted:
        next(open_dialog(tab, FollowUpDialog).rows()).text.click()

    assert wanted.args[1] == ada.id


def test_a_card_says_that_questions_are_ready(tab: ChallengeTab, workbench: Workbench) -> None:
    four_by_four(workbench)
    planned = talk(workbench, person(workbench, "Daniel"), date(2026, 11, 26), StepKind.SCHEDULED)
    prepare(workbench, planned.id, [Question("Why?")], None)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    cards = [each for each in tab.findChildren(PlaceCard) if each.person is not None]
    assert "questions ready" in cards[0].accessibleName()
