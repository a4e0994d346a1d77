"""Favours on a person's page: noted in a form, listed with their balance, settled and changed there."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from netchal_gui.commands.favours import add_favour
from netchal_gui.commands.introductions import introduce
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.touch import Touch
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.contact_favours import ContactFavours
from netchal_gui.views.contact_timeline import Timeline
from netchal_gui.views.favour_form import FavourForm


@pytest.fixture
def priya(contacts: Any) -> Any:
    person = contacts.add("Priya Shah")
    contacts.open()
    contacts.choose("Priya Shah")
    return person


def form(contacts: Any) -> FavourForm:
    contacts.action("Ctrl+H").trigger()
    return contacts.dialog(FavourForm)  # type: ignore[no-any-return]


def favours(contacts: Any) -> list[Favour]:
    return list(contacts.workbench.store.every(Favour))


def thanks(contacts: Any) -> list[str]:
    return [each.text for each in contacts.workbench.store.every(FollowUp)]


def test_help_that_was_got_is_noted_by_typing_what(contacts: Any, priya: Any) -> None:
    dialog = form(contacts)
    QTest.keyClicks(dialog.text, "Her tip got me the interview")
    dialog.save.click()

    (favour,) = favours(contacts)
    assert (favour.kind, favour.text) == (FavourKind.GOT, "Her tip got me the interview")
    assert thanks(contacts) == ["Thank Priya Shah: Her tip got me the interview"]


def test_whoever_introduced_them_is_thanked_too_and_the_form_says_so(contacts: Any, priya: Any) -> None:
    introduce(contacts.workbench, ["Mira Rossi"], [priya.id])
    contacts.choose("Priya Shah")
    dialog = form(contacts)
    said = dialog.thanks.text()
    QTest.keyClicks(dialog.text, "Her tip got me the interview")
    dialog.save.click()

    assert said == "To do tomorrow: thank Priya Shah, Mira Rossi."
    assert len(thanks(contacts)) == 2


def test_without_the_introduction_nobody_else_is_thanked(contacts: Any, priya: Any) -> None:
    introduce(contacts.workbench, ["Mira Rossi"], [priya.id])
    contacts.choose("Priya Shah")
    dialog = form(contacts)
    dialog.through.setCurrentIndex(0)
    QTest.keyClicks(dialog.text, "A tip")
    dialog.save.click()

    assert thanks(contacts) == ["Thank Priya Shah: A tip"]


def test_help_one_gave_makes_no_thank_you_due(contacts: Any, priya: Any) -> None:
    dialog = form(contacts)
    dialog.kind.setCurrentIndex(1)
    dialog.kind.activated.emit(1)
    said = dialog.thanks.text()
    QTest.keyClicks(dialog.text, "Read her draft")
    dialog.save.click()

    assert (said, thanks(contacts)) == ("", [])


def test_a_favour_without_a_text_is_refused_in_the_form(contacts: Any, priya: Any) -> None:
    dialog = form(contacts)
    dialog.save.click()
    is_open = dialog.isVisible()
    dialog.reject()

    assert (is_open, favours(contacts)) == (True, [])


def test_the_page_says_how_the_favours_stand(contacts: Any, priya: Any) -> None:
    for kind in (FavourKind.GOT, FavourKind.GOT, FavourKind.GIVEN):
        add_favour(contacts.workbench, priya.id, kind, "this")
    QApplication.processEvents()

    texts = [each.text() for each in contacts.part(ContactFavours).findChildren(QLabel) if each.isVisible()]
    assert texts[0] == "They helped you 2 times · you helped them once"


def test_without_favours_there_is_no_such_section(contacts: Any, priya: Any) -> None:
    assert contacts.part(ContactFavours).isHidden()


def test_what_was_promised_is_done_with_one_press(contacts: Any, priya: Any) -> None:
    add_favour(contacts.workbench, priya.id, FavourKind.PROMISED, "Read her draft")
    QApplication.processEvents()
    button = _button(contacts, "Done: Read her draft")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert favours(contacts)[0].kind is FavourKind.GIVEN


def test_a_favour_is_changed_and_deleted_from_the_page(contacts: Any, priya: Any) -> None:
    add_favour(contacts.workbench, priya.id, FavourKind.GIVEN, "Read her draft")
    QApplication.processEvents()
    contacts.part(ContactFavours).findChildren(ChipButton)[0].click()
    dialog = contacts.dialog(FavourForm)
    dialog._delete()

    assert favours(contacts) == []


def test_older_things_come_a_page_at_a_time(contacts: Any, priya: Any) -> None:
    now = contacts.workbench.now()
    for days in range(45):
        touch = Touch(id=uuid4(), contact_id=priya.id, created=now, at=now - timedelta(days=days))
        contacts.put(touch)
    QApplication.processEvents()
    shown = len(_lines(contacts))
    _button(contacts, "Show older").click()
    QApplication.processEvents()

    assert (shown, len(_lines(contacts))) == (30, 45)


def _lines(contacts: Any) -> list[ChipButton]:
    return [each for each in contacts.part(Timeline).findChildren(ChipButton) if each.isVisible()]


def _button(contacts: Any, name: str) -> Any:
    return next(
        each
        for each in contacts.detail.findChildren(QPushButton)
        if name in (each.accessibleName(), each.text()) and each.isVisible()
    )
