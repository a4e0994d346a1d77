"""A mail, a call, a message: logged on a person, shown in their timeline, changed and deleted there."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.commands.touches import log_touch
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.item_models.contact_list import ContactColumn
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.contact_timeline import Timeline
from netchal_gui.views.talk_form import TalkForm
from netchal_gui.views.touch_form import TouchForm


def begin(contacts: Any) -> TouchForm:
    contacts.open()
    contacts.action("Ctrl+Shift+K").trigger()
    return contacts.dialog(TouchForm)


def stored(contacts: Any) -> list[Touch]:
    return list(contacts.workbench.store.every(Touch))


def line(contacts: Any) -> ChipButton:
    """The one line of the timeline that can be opened."""
    (chip,) = [each for each in contacts.part(Timeline).findChildren(ChipButton) if not each.isHidden()]
    return chip


def test_log_and_enter_note_a_mail_of_today(contacts: Any) -> None:
    ada = contacts.add("Ada")
    form = begin(contacts)
    contacts.key(Qt.Key.Key_Return, form.kind)

    (touch,) = stored(contacts)
    assert (touch.contact_id, touch.kind, touch.inbound) == (ada.id, TouchKind.MAIL, False)
    assert touch.at == contacts.workbench.now()


def test_kind_side_day_and_text_are_kept(contacts: Any) -> None:
    contacts.add("Ada")
    form = begin(contacts)
    form.kind.setCurrentIndex(form.kind.findData(TouchKind.CALL))
    QTest.mouseClick(form.theirs, Qt.MouseButton.LeftButton)
    form.day.show_day(date(2026, 11, 12))
    QTest.keyClicks(form.text, "asked about the book")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    (touch,) = stored(contacts)
    assert (touch.kind, touch.inbound, touch.text) == (TouchKind.CALL, True, "asked about the book")
    assert touch.at.date() == date(2026, 11, 12)


def test_the_last_contact_in_the_list_is_the_new_one(contacts: Any) -> None:
    contacts.add("Ada")
    form = begin(contacts)
    form.day.show_day(date(2026, 11, 12))
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    assert contacts.table.model().index(0, ContactColumn.LAST).data() == "12 Nov"


def test_a_day_to_come_cannot_be_chosen(contacts: Any) -> None:
    contacts.add("Ada")
    form = begin(contacts)
    form.day.edit.setDate(form.day.edit.date().addDays(3))
    chosen = form.day.day()
    form.hide()

    assert chosen == date(2026, 11, 23)


def test_a_line_of_the_timeline_opens_what_was_logged(contacts: Any) -> None:
    ada = contacts.add("Ada")
    log_touch(contacts.workbench, ada.id, TouchKind.MESSAGE, date(2026, 11, 2), inbound=True, text="hello")
    contacts.open()
    word = line(contacts).text()
    QTest.mouseClick(line(contacts), Qt.MouseButton.LeftButton)
    form = contacts.dialog(TouchForm)
    shown = (form.kind.currentData(), form.theirs.isChecked(), form.day.day(), form.text.toPlainText())
    form.reject()

    assert word == "sent you a message"
    assert shown == (TouchKind.MESSAGE, True, date(2026, 11, 2), "hello")


def test_what_was_logged_can_be_changed_and_keeps_its_time_on_the_same_day(contacts: Any) -> None:
    ada = contacts.add("Ada")
    before = log_touch(contacts.workbench, ada.id, TouchKind.MAIL)
    contacts.open()
    QTest.mouseClick(line(contacts), Qt.MouseButton.LeftButton)
    form = contacts.dialog(TouchForm)
    QTest.keyClicks(form.text, "thanks")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    (after,) = stored(contacts)
    assert (after.text, after.at) == ("thanks", before.at)


def test_what_was_logged_can_be_deleted_and_comes_back(contacts: Any) -> None:
    ada = contacts.add("Ada")
    touch = log_touch(contacts.workbench, ada.id, TouchKind.MAIL)
    contacts.open()
    QTest.mouseClick(line(contacts), Qt.MouseButton.LeftButton)
    form = contacts.dialog(TouchForm)
    QTest.mouseClick(contacts.named(type(form.save), "Delete", form), Qt.MouseButton.LeftButton)
    gone = stored(contacts)
    contacts.workbench.undo()

    assert (gone, stored(contacts)) == ([], [touch])


def test_log_on_the_person_begins_a_talk_with_them(contacts: Any) -> None:
    contacts.add("Ada")
    contacts.open()
    QTest.mouseClick(contacts.detail.log, Qt.MouseButton.LeftButton)
    form = contacts.dialog(TalkForm)

    assert [each.name for each in form.people.chosen()] == ["Ada"]
    form.reject()
