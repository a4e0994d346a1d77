"""Write to somebody: a text that suits, another one, one's own changes, and what was noted in the end."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.contact import Contact, Labelled, Relation
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.mail import Mail
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.touch import Touch
from netchal_gui.views import draft_dialog
from netchal_gui.views.draft_dialog import DraftDialog, write_to
from netchal_gui.views.open_link import Handed
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

Open = Callable[..., DraftDialog]


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> list[Mail]:
    """The mails that a mail program took, which takes every one."""
    taken: list[Mail] = []
    monkeypatch.setattr(draft_dialog, "open_mail", lambda mail: taken.append(mail) or Handed.WHOLE)
    return taken


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada Lovelace", emails=(Labelled("ada@example.org"),), relation=Relation.KNOWN)


@pytest.fixture
def write(qtbot: QtBot, workbench: Workbench) -> Open:
    def opened(contact: Contact, **more: Any) -> DraftDialog:
        dialog = write_to(workbench, contact.id, None, **more)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return opened


def choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data or ""))
    box.activated.emit(box.currentIndex())


def test_the_text_that_suits_stands_there(write: Open, ada: Contact) -> None:
    dialog = write(ada)

    assert dialog.kind.currentText() == "Old friend"
    assert (dialog.to.text(), dialog.subject.text()) == ("ada@example.org", "It has been too long")
    assert dialog.text.toPlainText().startswith("Hi Ada,")
    dialog.reject()


def test_another_text_takes_its_place_and_undo_brings_it_back(write: Open, ada: Contact) -> None:
    dialog = write(ada)
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, "My own. ")
    own = dialog.text.toPlainText()
    choose(dialog.kind, TemplateKind.THANK)
    thanks = dialog.text.toPlainText()
    dialog.text.undo()

    assert "Thank you for talking" in thanks
    assert dialog.text.toPlainText() == own
    choose(dialog.kind, None)
    assert (dialog.subject.text(), dialog.text.toPlainText()) == ("", "")
    dialog.reject()


def test_another_language_says_the_same_in_it(write: Open, ada: Contact) -> None:
    dialog = write(ada)
    choose(dialog.language, "de")

    assert dialog.text.toPlainText().startswith("Hallo Ada,")
    assert "From now on you write to them in German." in dialog.noted.text()
    assert dialog.kind.currentText() == "Old friend"
    dialog.reject()


def test_the_mail_program_gets_what_the_fields_say_and_it_is_noted(
    write: Open, ada: Contact, workbench: Workbench, mails: list[Mail]
) -> None:
    dialog = write(ada)
    told: list[str] = []
    dialog.sent.connect(told.append)
    dialog.subject.setFocus()
    dialog.subject.selectAll()
    QTest.keyClicks(dialog.subject, "Tea & cake?")
    QTest.keyClick(dialog.subject, Qt.Key.Key_Return)

    assert [(mail.to, mail.subject) for mail in mails] == [("ada@example.org", "Tea & cake?")]
    assert mails[0].body.startswith("Hi Ada,")
    assert [each.stage for each in workbench.store.every(Interview)] == [StepKind.ASKED]
    assert told == ["Noted: Asked Ada Lovelace for an interview. Ctrl+Z undoes this."]
    workbench.undo()
    assert workbench.store.count(Interview) == 0


def test_without_a_mail_program_nothing_is_noted_and_the_text_stays(
    write: Open, ada: Contact, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_dialog, "open_mail", lambda mail: Handed.NOT)
    dialog = write(ada)
    dialog.save.click()

    assert dialog.isVisible()
    assert workbench.store.count(Interview) == 0
    dialog.reject()


def test_a_long_text_is_said_to_be_on_the_clipboard(
    write: Open, ada: Contact, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_dialog, "open_mail", lambda mail: Handed.TEXT_TO_PASTE)
    dialog = write(ada)
    told: list[str] = []
    dialog.sent.connect(told.append)
    dialog.save.click()

    assert "paste it into the mail" in told[0]


def test_the_copied_text_is_on_the_clipboard_and_noted(
    write: Open, ada: Contact, workbench: Workbench
) -> None:
    dialog = write(ada)
    choose(dialog.kind, None)
    dialog.text.setPlainText("Just hello")
    dialog.copy.click()

    assert QGuiApplication.clipboard().text() == "Just hello"
    assert workbench.store.count(Touch) == 1


def test_somebody_without_an_address_can_be_written_to_elsewhere(
    write: Open, workbench: Workbench, mails: list[Mail]
) -> None:
    dialog = write(add(workbench, "Bob", emails=(Labelled("bob@example.org, eve@example.net"),)))

    assert "copy the text" in dialog.to.text()
    dialog.save.click()
    assert mails[0].to == ""


def test_what_was_typed_is_not_thrown_away_unasked(write: Open, ada: Contact) -> None:
    dialog = write(ada)
    QTest.keyClicks(dialog.text, "x")
    dialog.reject()

    assert dialog.isVisible()
    dialog._discard.click()


def test_every_field_has_its_name(write: Open, ada: Contact) -> None:
    dialog = write(ada)
    fields = (dialog.kind, dialog.language, dialog.subject, dialog.text, dialog.copy, dialog.save)

    assert [each.accessibleName() for each in fields] == [
        *("Text", "Language", "Subject", "Message", "Copy", "Open in mail program"),
    ]
    dialog.reject()


def test_a_letter_without_a_name_under_it_says_where_the_name_goes(
    write: Open, ada: Contact, workbench: Workbench
) -> None:
    dialog = write(ada)
    assert "Your name goes under it" in dialog.noted.text()
    dialog.reject()
    change_preferences(workbench, replace(workbench.preferences, own_name="Grace"))
    dialog = write(ada)
    assert "Your name goes under it" not in dialog.noted.text()
    dialog.reject()
