"""The follow-ups on a person's page: done with one key, put off with two, written from; their history."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.follow_up_row import FollowUpRow
from tests.follow_ups import follow_up, stored


def today(contacts: Any) -> date:
    return contacts.workbench.now().date()


@pytest.fixture
def person(contacts: Any) -> Any:
    return contacts.add("Priya Shah")


def rows(contacts: Any) -> list[FollowUpRow]:
    QApplication.processEvents()
    return [each for each in contacts.detail.findChildren(FollowUpRow) if each.isVisible()]


def press(contacts: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.activePopupWidget() or contacts.tab.window().focusWidget()
    QTest.keyClick(target, key, modifier)
    QApplication.processEvents()


def begin(contacts: Any, qtbot: Any) -> None:
    contacts.open()
    contacts.choose("Priya Shah")
    qtbot.waitActive(contacts.tab)
    rows(contacts)[0].tick.setFocus()


def test_one_key_marks_it_as_done(contacts: Any, person: Any, qtbot: Any) -> None:
    item = follow_up(contacts.workbench, "Send the article", today(contacts), contact_id=person.id)
    begin(contacts, qtbot)

    press(contacts, Qt.Key.Key_Space)

    assert stored(contacts.workbench, item).done


@pytest.mark.parametrize(("key", "days"), [(Qt.Key.Key_M, 1), (Qt.Key.Key_W, None)])
def test_two_keys_put_it_off(contacts: Any, person: Any, qtbot: Any, key: Qt.Key, days: int | None) -> None:
    item = follow_up(contacts.workbench, "Send the article", today(contacts), contact_id=person.id)
    begin(contacts, qtbot)

    press(contacts, Qt.Key.Key_S)
    press(contacts, key)

    monday = today(contacts) + timedelta(days=7 - today(contacts).weekday())
    expected = monday if days is None else today(contacts) + timedelta(days=days)
    assert stored(contacts.workbench, item).due == expected


def test_the_next_one_has_the_focus_after_one_is_done(contacts: Any, person: Any, qtbot: Any) -> None:
    items = [
        follow_up(contacts.workbench, text, today(contacts), contact_id=person.id) for text in ("one", "two")
    ]
    begin(contacts, qtbot)

    press(contacts, Qt.Key.Key_Space)
    press(contacts, Qt.Key.Key_Space)

    assert [stored(contacts.workbench, each).done for each in items] == [True, True]


def test_the_arrows_go_from_one_to_the_next(contacts: Any, person: Any, qtbot: Any) -> None:
    for text in ("one", "two"):
        follow_up(contacts.workbench, text, today(contacts), contact_id=person.id)
    begin(contacts, qtbot)

    press(contacts, Qt.Key.Key_Down)

    assert rows(contacts)[1].tick.hasFocus()


def test_what_was_put_off_says_from_which_day(contacts: Any, person: Any, qtbot: Any) -> None:
    follow_up(contacts.workbench, "Send the article", today(contacts), contact_id=person.id)
    begin(contacts, qtbot)
    press(contacts, Qt.Key.Key_S)
    press(contacts, Qt.Key.Key_M)

    assert rows(contacts)[0].detail.text().startswith("put off from ")


def test_escape_in_the_menu_leaves_it_as_it_was(contacts: Any, person: Any, qtbot: Any) -> None:
    item = follow_up(contacts.workbench, "Send the article", today(contacts), contact_id=person.id)
    begin(contacts, qtbot)
    press(contacts, Qt.Key.Key_S)
    press(contacts, Qt.Key.Key_Escape)

    assert stored(contacts.workbench, item) == item
    assert not [each for each in contacts.tab.findChildren(QMenu) if each.isVisible()]


def test_a_thank_you_opens_its_draft_and_sending_marks_it_done(
    contacts: Any, person: Any, qtbot: Any
) -> None:
    item = follow_up(
        contacts.workbench, "Thank her", today(contacts), contact_id=person.id, kind=FollowUpKind.THANK
    )
    begin(contacts, qtbot)
    press(contacts, Qt.Key.Key_W)
    contacts.dialog(DraftDialog).copy.click()

    assert stored(contacts.workbench, item).done


def test_a_promise_is_not_written(contacts: Any, person: Any, qtbot: Any) -> None:
    follow_up(contacts.workbench, "Send the article", today(contacts), contact_id=person.id)
    begin(contacts, qtbot)

    assert rows(contacts)[0].write.isHidden()


def test_hostile_text_stays_text(contacts: Any, person: Any, qtbot: Any) -> None:
    follow_up(contacts.workbench, "<img src='file:///x'>", today(contacts), contact_id=person.id)
    begin(contacts, qtbot)

    assert "<img src=" not in rows(contacts)[0].due.toolTip()
    assert contacts.workbench.store.count(FollowUp) == 1
