"""The language in which one writes to somebody is in their form."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.views.contacts.test_contact_forms import begin_editing, retype


def test_the_language_one_writes_in_is_chosen_in_the_form(contacts: Any) -> None:
    ada = contacts.add("Ada")
    dialog = begin_editing(contacts)
    choice = contacts.named(QComboBox, "You write to them in", dialog)
    usual = choice.currentText()
    choice.setCurrentText("German")
    dialog.save.click()

    assert (usual, contacts.stored(ada)) == ("As usual", replace(ada, language="de"))


def test_a_language_without_texts_stays(contacts: Any) -> None:
    ada = contacts.add("Ada", language="fr")
    dialog = begin_editing(contacts)
    retype(contacts.named(QLineEdit, "Role", dialog), "Baker")
    dialog.save.click()

    assert contacts.stored(ada) == replace(ada, language="fr", role="Baker")
