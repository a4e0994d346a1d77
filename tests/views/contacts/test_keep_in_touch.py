"""Stay in touch in the contacts: the section, how late one is, one key for what one did, the rhythm."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QSpinBox

from netchal_gui.domain.contact import NEVER, Circle, Contact, PartialDate
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.item_models.contact_list import ContactColumn
from netchal_gui.storage.contact_queries import Section, SectionKind
from netchal_gui.views.contact_form import ContactForm
from netchal_gui.views.touch_actions import TouchActions

WROTE, CALLED, MET = Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8


def touched(contacts: Any, contact: Contact, days: int) -> None:
    now = contacts.workbench.now()
    contacts.put(Touch(id=uuid4(), contact_id=contact.id, created=now, at=now - timedelta(days=days)))


def stored(contacts: Any) -> list[tuple[Any, Any]]:
    return [(each.contact_id, each.kind) for each in contacts.workbench.store.every(Touch)]


def coming_next(contacts: Any, line: int = 0) -> str:
    return str(contacts.table.model().index(line, ContactColumn.NEXT).data())


def facts(contacts: Any) -> list[str]:
    return [each.text() for each in contacts.detail.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize(
    ("days", "text"),
    [(30, "Due today"), (31, "Due 1 day ago"), (37, "Due 7 days ago"), (65, "Overdue 5 weeks")],
)
def test_the_list_says_how_late_one_is(contacts: Any, days: int, text: str) -> None:
    ada = contacts.add("Ada", circle=Circle.FRIEND)
    touched(contacts, ada, days)
    contacts.open()

    assert coming_next(contacts) == text


def test_within_the_rhythm_nothing_is_said(contacts: Any) -> None:
    ada = contacts.add("Ada", circle=Circle.FRIEND)
    touched(contacts, ada, 29)
    contacts.open()

    assert coming_next(contacts) == ""


def test_a_friend_nothing_is_noted_of_is_to_be_asked_after(contacts: Any) -> None:
    contacts.add("Ada", circle=Circle.FRIEND)

    contacts.open()
    assert coming_next(contacts) == "Get in touch"


def test_the_section_has_whose_time_has_come(contacts: Any) -> None:
    touched(contacts, contacts.add("Ada", cadence=14), 20)
    touched(contacts, contacts.add("Bob", cadence=90), 20)
    contacts.add("Cyd")
    contacts.open()
    contacts.sections.choose(Section(SectionKind.IN_TOUCH))

    assert contacts.names() == ["Ada"]


@pytest.mark.parametrize(
    ("key", "kind"), [(WROTE, TouchKind.MAIL), (CALLED, TouchKind.CALL), (MET, TouchKind.MEETING)]
)
def test_one_key_in_the_list_notes_it_and_the_person_leaves_the_section(
    contacts: Any, key: Qt.Key, kind: TouchKind
) -> None:
    ada = contacts.add("Ada", circle=Circle.FRIEND)
    contacts.add("Bob", circle=Circle.FRIEND)
    contacts.open()
    contacts.sections.choose(Section(SectionKind.IN_TOUCH))
    contacts.table.setFocus()
    contacts.choose("Ada")
    contacts.key(key)

    assert stored(contacts) == [(ada.id, kind)]
    assert contacts.names() == ["Bob"]
    assert contacts.chosen() == "Bob"


def test_the_same_key_works_on_the_persons_page(contacts: Any) -> None:
    ada = contacts.add("Ada")
    contacts.open(width=1000)
    contacts.key(Qt.Key.Key_Return)
    contacts.key(CALLED, contacts.detail.plan)

    assert stored(contacts) == [(ada.id, TouchKind.CALL)]


def test_the_key_is_for_everyone_who_is_selected(contacts: Any) -> None:
    people = [contacts.add(name).id for name in ("Ada", "Bob")]
    contacts.open().table.selectAll()
    contacts.key(WROTE)

    assert sorted(each for each, _ in stored(contacts)) == sorted(people)


def test_the_page_tells_the_rhythm_and_how_late_one_is(contacts: Any) -> None:
    touched(contacts, contacts.add("Ada", cadence=30), 65)
    contacts.open()

    assert "every month · overdue 5 weeks" in facts(contacts)


def test_the_page_tells_that_one_wants_no_reminder(contacts: Any) -> None:
    contacts.add("Ada", circle=Circle.FRIEND, cadence=NEVER)
    contacts.open()

    assert "never" in facts(contacts)


def test_the_page_tells_a_birthday_that_is_near(contacts: Any) -> None:
    contacts.add("Ada", birthday=PartialDate(11, 26, 1986))
    contacts.open()

    assert "26 November 1986 · turns 40 on Thu 26 Nov" in facts(contacts)


def rhythms(contacts: Any) -> dict[str, Any]:
    """The menu that one key opens, by its lines."""
    QTest.keyClick(
        contacts.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_key_opens_the_usual_rhythms(contacts: Any) -> None:
    ada = contacts.add("Ada")
    contacts.open().table.setFocus()
    menu = rhythms(contacts)
    assert list(menu) == [
        "As the &circle",
        "&Never",
        "&1  Every two weeks",
        "&2  Every month",
        "&3  Every two months",
        "&4  Every three months",
        "&5  Every half year",
        "&6  Every year",
        "&Other number of days…",
    ]
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_4)

    assert contacts.stored(ada).cadence == 90


def test_any_other_number_of_days_is_asked_for(contacts: Any) -> None:
    ada = contacts.add("Ada")
    contacts.open()
    actions = contacts.tab.findChild(TouchActions)
    actions._ask_days()
    spin = next(each for each in contacts.tab.findChildren(QSpinBox) if each.isVisible())
    spin.setValue(45)
    QTest.keyClick(spin, Qt.Key.Key_Return)

    assert contacts.stored(ada).cadence == 45


def test_a_number_of_days_of_ones_own_in_the_form(contacts: Any) -> None:
    ada = contacts.add("Ada", cadence=45)
    contacts.open()
    contacts.action("Ctrl+E").trigger()
    form = contacts.dialog(ContactForm)
    choice = contacts.named(QComboBox, "Stay in touch", form)
    days = contacts.named(QSpinBox, "Number of days", form)
    assert (choice.currentText(), days.value()) == ("Other number of days", 45)
    days.setValue(50)
    form.save.click()

    assert contacts.stored(ada).cadence == 50
