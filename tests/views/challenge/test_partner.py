"""The partner on the home tab: what is due, the report that is drafted, and what they answered."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Labelled
from netchal_gui.domain.mail import Mail
from netchal_gui.domain.touch import Touch
from netchal_gui.views import draft_dialog
from netchal_gui.views.answer_dialog import AnswerDialog
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.open_link import Handed
from netchal_gui.workbench import Workbench
from tests.views.challenge.test_challenge_tab import part, person, texts


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    noor = person(workbench, "Noor", emails=(Labelled("noor@example.org"),))
    blank = draft(workbench, Template.FOUR_BY_FOUR, date(2026, 10, 1))
    return start_challenge(workbench, replace(blank, partner_id=noor.id))


def test_a_missed_report_stands_on_the_side_and_in_what_is_to_do(tab: ChallengeTab, year: Challenge) -> None:
    assert "report overdue since 31 Oct" in texts(tab)
    assert tab._found is not None
    assert [item.name for item in tab._found.to_do] == ["Noor"]


def test_the_report_goes_to_the_mail_program_and_is_noted(
    tab: ChallengeTab, workbench: Workbench, year: Challenge, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails: list[Mail] = []
    monkeypatch.setattr(draft_dialog, "open_mail", lambda mail: mails.append(mail) or Handed.WHOLE)
    tab.side.report.click()
    dialog = part(tab, DraftDialog)
    assert not dialog.kind.isVisible()
    dialog.save.click()

    assert [(mail.to, mail.subject) for mail in mails] == [
        ("noor@example.org", "4×4 Challenge: November 2026")
    ]
    assert "report sent" in texts(tab)
    workbench.undo()
    assert "report overdue since 31 Oct" in texts(tab)


def test_what_is_to_do_opens_the_report(tab: ChallengeTab, year: Challenge) -> None:
    assert tab._found is not None
    tab.tasks.opened.emit(tab._found.to_do[0])
    dialog = part(tab, DraftDialog)

    assert dialog.windowTitle() == "Write to Noor"
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert "Hallo Noor," in dialog.text.toPlainText()
    dialog.reject()


def test_what_they_answered_is_noted_with_the_challenge(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    tab.side.answer.click()
    dialog = part(tab, AnswerDialog)
    QTest.keyClicks(dialog.text, "Go on.")
    dialog.save.click()

    (touch,) = workbench.store.every(Touch)
    assert (touch.inbound, touch.text, touch.challenge_id) == (True, "Go on.", year.id)


def test_without_a_partner_nobody_can_be_reported_to(tab: ChallengeTab, workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 11, 1)))

    assert not tab.with_partner.report.isEnabled()
    assert not tab.side.report.isVisibleTo(tab)
