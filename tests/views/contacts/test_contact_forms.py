"""Adding and editing a person: a draft, saved as one edit, nothing lost without a word."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)

from netchal_gui.domain.contact import Address, Contact, Labelled, PartialDate, Relation
from netchal_gui.storage.contact_queries import Section, SectionKind
from netchal_gui.views.add_person import AddPerson
from netchal_gui.views.birthday_field import BirthdayField
from netchal_gui.views.contact_fields import ContactFields
from netchal_gui.views.contact_form import ContactForm
from netchal_gui.views.contact_rows import LabelledRow
from netchal_gui.views.photo_field import PhotoField
from tests.strategies import contacts as any_contact


def begin_adding(contacts: Any) -> AddPerson:
    contacts.open()
    contacts.action("Ctrl+N").trigger()
    return contacts.dialog(AddPerson)


def begin_editing(contacts: Any) -> ContactForm:
    contacts.open()
    contacts.table.setFocus()
    QTest.keyClick(contacts.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return contacts.dialog(ContactForm)


def retype(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def problems_shown(dialog: Any) -> list[str]:
    labels = dialog.findChildren(QLabel)
    return [each.text() for each in labels if each.property("part") == "problem" and each.isVisible()]


def test_name_and_enter_add_a_person_who_is_then_chosen(contacts: Any) -> None:
    contacts.add("Ada")
    dialog = begin_adding(contacts)
    QTest.keyClicks(dialog.name, "Priya Shah")
    contacts.key(Qt.Key.Key_Return, dialog.name)

    assert contacts.everyone() == ["Ada", "Priya Shah"]
    assert (contacts.chosen(), contacts.is_open(AddPerson)) == ("Priya Shah", False)


def test_a_new_person_is_shown_also_where_the_section_would_hide_them(contacts: Any) -> None:
    contacts.add("Ada", relation=Relation.KNOWN)
    contacts.open()
    contacts.sections.choose(Section(SectionKind.KNOWN))
    dialog = begin_adding(contacts)
    QTest.keyClicks(dialog.name, "Bob")
    contacts.key(Qt.Key.Key_Return, dialog.name)

    assert contacts.chosen() == "Bob"


def test_without_a_name_the_form_says_so_and_stays(contacts: Any) -> None:
    dialog = begin_adding(contacts)
    contacts.key(Qt.Key.Key_Return, dialog.name)
    said = problems_shown(dialog)
    dialog.reject()

    assert said == ["A person needs a name."]
    assert contacts.everyone() == []


def test_add_another_saves_and_stays_open_and_empty(contacts: Any) -> None:
    dialog = begin_adding(contacts)
    for name in ("Ada", "Bob"):
        QTest.keyClicks(dialog.name, name)
        dialog.another.click()
    left = (dialog.isVisible(), dialog.name.text())
    dialog.reject()

    assert (contacts.everyone(), left) == (["Ada", "Bob"], (True, ""))


def test_a_likely_duplicate_shows_while_typing_and_leads_there(contacts: Any) -> None:
    contacts.add("Jürgen Müller", organisation="Halden")
    contacts.add("Zoë Adams")
    dialog = begin_adding(contacts)
    QTest.keyClicks(dialog.name, "juergen")
    QApplication.processEvents()
    links = [each for each in dialog.hint.findChildren(QPushButton) if each.isVisible()]
    links[0].click()
    QApplication.processEvents()

    assert contacts.chosen() == "Jürgen Müller"
    assert contacts.everyone() == ["Jürgen Müller", "Zoë Adams"]


def test_someone_i_know_is_stored_as_known(contacts: Any) -> None:
    dialog = begin_adding(contacts)
    QTest.keyClicks(dialog.name, "Ada")
    dialog.known.click()
    contacts.key(Qt.Key.Key_Return, dialog.name)

    assert next(iter(contacts.workbench.store.every(Contact))).relation is Relation.KNOWN


def test_a_typed_name_is_not_thrown_away_by_escape(contacts: Any) -> None:
    dialog = begin_adding(contacts)
    QTest.keyClicks(dialog.name, "Ada")
    contacts.key(Qt.Key.Key_Escape, dialog.name)
    kept = (dialog.isVisible(), dialog.unsaved.isVisible())
    contacts.named(QPushButton, "Discard changes", dialog).click()

    assert kept == (True, True)
    assert (contacts.everyone(), contacts.is_open(AddPerson)) == ([], False)


def test_opening_and_saving_the_form_without_a_change_makes_no_edit(contacts: Any) -> None:
    contacts.add("Ada", note="one\r\ntwo ", role=" odd  blanks ", tags=("a, b",))
    before = contacts.workbench.next_undo
    begin_editing(contacts).save.click()

    assert contacts.workbench.next_undo is before


def test_escape_closes_an_unchanged_form_at_once(contacts: Any) -> None:
    contacts.add("Ada")
    dialog = begin_editing(contacts)
    contacts.key(Qt.Key.Key_Escape, dialog)

    assert not contacts.is_open(ContactForm)


def test_a_changed_name_is_one_edit_that_says_rename(contacts: Any) -> None:
    ada = contacts.add("Ada Byron", given="Ada", family="Byron")
    dialog = begin_editing(contacts)
    retype(dialog.name, "Ada Lovelace")
    dialog.save.click()

    assert contacts.stored(ada) == replace(ada, name="Ada Lovelace", family="Lovelace")
    assert contacts.workbench.undo_label == "Ada Byron renamed"


def test_an_edited_part_of_the_name_changes_the_name(contacts: Any) -> None:
    contacts.add("Ada Byron", given="Ada", family="Byron")
    dialog = begin_editing(contacts)
    retype(contacts.named(QLineEdit, "Last name", dialog), "Lovelace")
    shown = dialog.name.text()
    dialog.save.click()

    assert (shown, contacts.chosen()) == ("Ada Lovelace", "Ada Lovelace")


def test_rows_can_be_added_and_taken_away(contacts: Any) -> None:
    ada = contacts.add("Ada", emails=(Labelled("old@x.example", "work"), Labelled("keep@x.example", "Büro")))
    dialog = begin_editing(contacts)
    dialog.findChildren(LabelledRow)[0].findChild(QToolButton).click()
    contacts.named(QPushButton, "Add a phone", dialog).click()
    QTest.keyClicks(contacts.named(QLineEdit, "Phone", dialog), "123")
    dialog.save.click()

    assert contacts.stored(ada).emails == (Labelled("keep@x.example", "Büro"),)
    assert [phone.value for phone in contacts.stored(ada).phones] == ["123"]


def test_a_doubtful_mail_is_said_beside_the_field_and_saved_all_the_same(contacts: Any) -> None:
    ada = contacts.add("Ada", emails=(Labelled("ada@x.example"),))
    dialog = begin_editing(contacts)
    retype(contacts.named(QLineEdit, "E-mail", dialog), "ada at home")
    said = problems_shown(dialog)
    dialog.save.click()

    assert said == ["“ada at home” does not look like an e-mail address."]
    assert contacts.stored(ada).emails == (Labelled("ada at home"),)


def test_an_empty_name_keeps_the_form_open(contacts: Any) -> None:
    ada = contacts.add("Ada")
    dialog = begin_editing(contacts)
    retype(dialog.name, " ")
    dialog.save.click()
    still_open = dialog.isVisible()
    retype(dialog.name, "Ada")
    dialog.reject()

    assert (still_open, contacts.stored(ada)) == (True, ada)


def test_the_choices_of_the_form_reach_the_person(contacts: Any) -> None:
    ada = contacts.add("Ada")
    dialog = begin_editing(contacts)
    for name, text in (("They are", "known"), ("Stay in touch", "Every month")):
        box = contacts.named(QComboBox, name, dialog)
        box.setCurrentText(text)
        box.activated.emit(box.currentIndex())
    QTest.keyClicks(contacts.named(QPlainTextEdit, "Note", dialog), "Likes tea")
    dialog.save.click()
    stored = contacts.stored(ada)

    assert (stored.relation, stored.cadence, stored.note) == (Relation.KNOWN, 30, "Likes tea")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_contact())
def test_a_loaded_person_comes_out_exactly_as_they_went_in(qapp: Any, contact: Contact) -> None:
    fields = ContactFields()
    fields.show_contact(contact)

    assert fields.draft(contact.name) == contact


def test_loading_a_person_sends_no_signal(qtbot: Any) -> None:
    fields = ContactFields()
    qtbot.addWidget(fields)
    contact = Contact(
        id=uuid4(),
        name="Ada",
        created=datetime(2026, 1, 1, tzinfo=UTC),
        note="x",
        birthday=PartialDate(2, 29),
        addresses=(Address(city="Oslo"),),
    )
    with qtbot.assertNotEmitted(fields.changed):
        fields.show_contact(contact)


@pytest.mark.parametrize(
    "birthday", [None, PartialDate(2, 29), PartialDate(12, 31, 1985), PartialDate(2, 29, 2000)]
)
def test_a_birthday_may_lack_its_year(qtbot: Any, birthday: PartialDate | None) -> None:
    field = BirthdayField()
    qtbot.addWidget(field)
    field.show_birthday(birthday)

    assert field.birthday() == birthday


def test_a_day_that_the_month_lacks_becomes_its_last(qtbot: Any) -> None:
    field = BirthdayField()
    qtbot.addWidget(field)
    field.show_birthday(PartialDate(1, 31, 2023))
    month = next(each for each in field.findChildren(QComboBox) if each.accessibleName() == "Month of birth")
    month.setCurrentIndex(2)

    assert field.birthday() == PartialDate(2, 28, 2023)


def test_a_chosen_photo_is_made_small_and_stored_under_its_hash(contacts: Any, tmp_path: Path) -> None:
    picture = QImage(2000, 1000, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(tmp_path / "ada.png"))
    ada = contacts.add("Ada")
    dialog = begin_editing(contacts)
    dialog.findChild(PhotoField).take_file(tmp_path / "ada.png")
    dialog.save.click()
    stored = contacts.workbench.store.photo(contacts.stored(ada).photo)

    assert (QImage.fromData(stored).width(), QImage.fromData(stored).height()) == (512, 256)


def test_a_file_that_is_no_picture_is_refused_with_its_name(qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "note.png").write_text("hello")
    field = PhotoField()
    qtbot.addWidget(field)
    field.show()

    assert not field.take_file(tmp_path / "note.png")
    assert field.digest() is None
    assert "note.png is not a picture" in " ".join(label.text() for label in field.findChildren(QLabel))
