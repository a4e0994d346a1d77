"""Who is chosen in the list of people, and stays so, whatever changes around them."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit


def visible_texts(widget: Any) -> str:
    """What stands in labels and on buttons, as the person sees it."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return "\n".join(part.text() for part in parts if part.isVisible())


def test_delete_takes_the_selected_people_without_a_question_and_undo_brings_them_back(contacts: Any) -> None:
    for name in ("Ada", "Bob", "Eve"):
        contacts.add(name)
    contacts.open()
    contacts.choose("Ada")
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    contacts.table.selectionModel().select(contacts.table.model().index(1, 0), flags)
    contacts.table.setFocus()
    contacts.key(Qt.Key.Key_Delete)
    left = contacts.names()
    contacts.workbench.undo()

    assert (left, contacts.names()) == (["Eve"], ["Ada", "Bob", "Eve"])


def test_who_is_shown_while_ctrl_is_held_is_selected_too(contacts: Any) -> None:
    ada, eve = contacts.add("Ada"), contacts.add("Eve")
    contacts.open()
    contacts.tab.show_object(Contact, ada.id)
    QTest.keyPress(contacts.tab.window().windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    contacts.tab.show_object(Contact, eve.id)
    QTest.keyRelease(contacts.tab.window().windowHandle(), Qt.Key.Key_Z)

    assert contacts.tab.chosen_ids() == [eve.id]


def test_after_a_deletion_the_next_line_is_chosen(contacts: Any) -> None:
    for name in ("Ada", "Bob", "Eve"):
        contacts.add(name)
    contacts.open()
    contacts.choose("Bob")
    contacts.table.setFocus()
    contacts.key(Qt.Key.Key_Delete)

    assert contacts.chosen() == "Eve"


def test_a_person_brought_back_by_undo_is_chosen(contacts: Any) -> None:
    for name in ("Ada", "Bob", "Eve"):
        contacts.add(name)
    contacts.open()
    contacts.choose("Bob")
    contacts.table.setFocus()
    contacts.key(Qt.Key.Key_Delete)
    contacts.workbench.undo()

    assert contacts.chosen() == "Bob"


def test_the_chosen_person_stays_chosen_when_others_change(contacts: Any) -> None:
    contacts.add("Bob")
    contacts.add("Eve")
    contacts.open()
    contacts.choose("Eve")
    bob = next(iter(contacts.workbench.store.every(Contact)))
    contacts.workbench.apply(Edit("Rename", (Change(bob, replace(bob, name="Zed")),)))

    assert contacts.chosen() == "Eve"
