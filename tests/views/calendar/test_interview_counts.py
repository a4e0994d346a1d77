"""Whether a talk counts, on its card beside the month, and what can be decided there."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.commands import plan
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.domain.challenge import CountDecision
from netchal_gui.domain.interview import Channel, StepKind
from netchal_gui.views.count_dialog import CountDialog
from tests.views.calendar.sights import dialog_of, words_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def year(desk):
    blank = draft(desk.workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1))
    return start_challenge(desk.workbench, replace(blank, channels=(Channel.COFFEE,)))


def met(desk, name, channel):
    planned = desk.interview(name, datetime(2026, 11, 23, 8), channel=channel)
    return plan.take_step(desk.workbench, planned, StepKind.MET)


def decide(tab, link, reason):
    QTest.mouseClick(link, LEFT)
    form = dialog_of(tab, CountDialog)
    QTest.keyClicks(form.reason, reason)
    QTest.keyClick(form.reason, Qt.Key.Key_Return)


def test_a_talk_that_breaks_the_rule_is_counted_from_its_card(calendar, desk, year):
    met(desk, "Ada", Channel.MAIL)
    tab = calendar()
    before = words_in(tab.panel.card.count)
    decide(tab, tab.panel.card.count.count, "two long letters")

    assert before == "4×4 Challenge: Does not count: “Mail” is not in the rule"
    assert words_in(tab.panel.card.count) == "4×4 Challenge: Counts by hand: two long letters"


def test_a_talk_that_counts_is_left_out_from_its_card_and_comes_back(calendar, desk, year):
    met(desk, "Ada", Channel.COFFEE)
    tab = calendar()
    decide(tab, tab.panel.card.count.leave_out, "only hello")
    without = words_in(tab.panel.card.count)
    QTest.mouseClick(tab.panel.card.count.by_rule, LEFT)

    assert without == "4×4 Challenge: Does not count: only hello"
    assert words_in(tab.panel.card.count) == "4×4 Challenge: Counts"


def test_undo_takes_a_decision_back_on_the_card(calendar, desk, year):
    met(desk, "Ada", Channel.MAIL)
    tab = calendar()
    decide(tab, tab.panel.card.count.count, "two long letters")
    desk.workbench.undo()

    assert "Does not count" in words_in(tab.panel.card.count)
    assert desk.workbench.store.count(CountDecision) == 0


def test_a_planned_interview_says_nothing_about_counting(calendar, desk, year):
    desk.interview("Ada", datetime(2026, 11, 23, 12), channel=Channel.MAIL)
    tab = calendar()

    assert not tab.panel.card.count.isVisible()


def test_without_a_challenge_a_talk_says_nothing_about_counting(calendar, desk):
    met(desk, "Ada", Channel.MAIL)
    tab = calendar()

    assert not tab.panel.card.count.isVisible()


def test_writing_up_a_talk_that_does_not_count_says_so(calendar, desk, year):
    desk.interview("Ada", datetime(2026, 11, 23, 8), channel=Channel.MAIL)
    tab = calendar()
    said = []
    tab.message.connect(said.append)
    QTest.mouseClick(tab.panel.write_up, LEFT)

    assert said[-1] == (
        "Does not count: “Mail” is not in the rule. “Count it anyway” is on the interview's card."
    )
