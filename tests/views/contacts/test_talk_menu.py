"""What can be done with a talk from a person's timeline: shown, counted, recorded."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from netchal_gui.commands import plan
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.recordings import add_link
from netchal_gui.domain.challenge import CountDecision
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.recording import Recording
from netchal_gui.views.contact_timeline import Timeline
from netchal_gui.views.count_dialog import CountDialog
from netchal_gui.views.recording_form import RecordingForm


def letter(contacts: Any) -> Interview:
    """Ada, met by mail, in a challenge where only coffee counts."""
    bench = contacts.workbench
    blank = draft(bench, Template.FOUR_BY_FOUR, date(2026, 1, 1))
    start_challenge(bench, replace(blank, channels=(Channel.COFFEE,)))
    ada = contacts.add("Ada")
    planned = plan.plan(bench, [ada.id], datetime(2026, 11, 20, 12), channel=Channel.MAIL).interview
    talk = plan.take_step(bench, planned, StepKind.MET)
    contacts.open()
    return talk


def menu(contacts: Any) -> QMenu:
    """What the sign beside the talk offers."""
    QApplication.processEvents()
    signs = [each for each in contacts.part(Timeline).findChildren(QToolButton) if each.isVisible()]
    QTest.mouseClick(signs[0], Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def choose(popup: QMenu, text: str) -> None:
    action = next(each for each in popup.actions() if each.text().replace("&", "") == text)
    popup.close()
    action.trigger()


def test_the_sign_beside_a_talk_offers_all_that_can_be_done_with_it(contacts: Any) -> None:
    letter(contacts)
    popup = menu(contacts)
    offered = [each.text().replace("&", "") for each in popup.actions() if each.text()]
    popup.close()

    assert offered == [
        "Show in the calendar",
        "Does not count: “Mail” is not in the rule",
        "Count it anyway…",
        "Add a recording…",
    ]


def test_a_talk_is_counted_from_the_timeline(contacts: Any) -> None:
    letter(contacts)
    choose(menu(contacts), "Count it anyway…")
    form = contacts.dialog(CountDialog)
    QTest.keyClicks(form.reason, "a long letter")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)

    (decision,) = contacts.workbench.store.every(CountDecision)
    assert (decision.counts, decision.reason) == (True, "a long letter")


def test_a_talk_is_shown_in_the_calendar(contacts: Any) -> None:
    shown: list[object] = []
    talk = letter(contacts)
    contacts.tab.object_wanted.connect(lambda kind, which: shown.append((kind, which)))
    choose(menu(contacts), "Show in the calendar")

    assert shown == [(Interview, talk.id)]


def test_a_recording_is_added_from_the_timeline_which_counts_it(contacts: Any) -> None:
    letter(contacts)
    choose(menu(contacts), "Add a recording…")
    form = contacts.dialog(RecordingForm)
    QTest.keyClicks(form.link, "example.org/talk")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    told = [label.text() for label in contacts.part(Timeline).findChildren(QLabel) if label.isVisible()]

    assert contacts.workbench.store.count(Recording) == 1
    assert "Mail, 45 min, 1 recording" in told


def test_the_recordings_of_a_talk_are_played_from_the_timeline(contacts: Any) -> None:
    talk = letter(contacts)
    add_link(contacts.workbench, talk.id, "https://example.org/talk", "Engines")
    popup = menu(contacts)
    offered = [each.text() for each in popup.actions()]
    popup.close()

    assert "Play “Engines”" in offered
