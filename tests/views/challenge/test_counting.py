"""What counts: said on the card, decided there or in the list behind the number, with a reason."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.count_decisions import count_anyway
from netchal_gui.domain.challenge import Challenge, CountDecision, Slot
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.count_dialog import CountDialog
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.plan_dialog import PlanDialog
from netchal_gui.views.uncounted_dialog import UncountedDialog
from netchal_gui.workbench import Workbench
from tests.views.challenge.scene import choose, menu_of, offers, open_dialog, person, talk

DAY = date(2026, 11, 20)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    """Only coffee and lunch count."""
    blank = draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1))
    return start_challenge(workbench, replace(blank, channels=(Channel.COFFEE, Channel.LUNCH)))


def chosen_letter(tab: ChallengeTab, workbench: Workbench, year: Challenge) -> Interview:
    """Ada has a place in November, and so far only a mail exchange."""
    ada = person(workbench, "Ada")
    tab.actions_of_it.give(year, 10, tab.lanes.cards()[4].lane, ada.id)
    return talk(workbench, ada, DAY, channel=Channel.MAIL)


def rows(dialog: UncountedDialog) -> list[str]:
    return [dialog.talks.item(row).text().strip() for row in range(dialog.talks.count())]


def test_the_card_of_a_talk_that_breaks_the_rule_offers_to_count_it(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    chosen_letter(tab, workbench, year)

    told = offers(menu_of(tab, "Ada"))
    assert told[2:4] == ["Does not count: “Mail” is not in the rule", "Count it anyway…"]


def test_counting_it_anyway_asks_for_a_reason_and_fills_the_place(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    chosen_letter(tab, workbench, year)
    choose(menu_of(tab, "Ada"), "Count it anyway…")
    form = open_dialog(tab, CountDialog)
    said = " ".join(label.text() for label in form.findChildren(QLabel))
    QTest.keyClicks(form.reason, "two long letters")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)

    assert "In “4×4 Challenge” counts: Coffee, Lunch" in said
    assert tab.side.met.text() == "1"
    assert "Counts by hand: two long letters" in offers(menu_of(tab, "Ada"))


def test_without_a_reason_nothing_is_decided(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    chosen_letter(tab, workbench, year)
    choose(menu_of(tab, "Ada"), "Count it anyway…")
    form = open_dialog(tab, CountDialog)
    QTest.mouseClick(form.save, LEFT)
    said = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    form.reject()

    assert "Say why, in a few words." in said
    assert workbench.store.count(CountDecision) == 0


def test_a_talk_that_counts_can_be_left_out_and_comes_back_by_undo(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    talk(workbench, person(workbench, "Ada"), DAY)
    choose(menu_of(tab, "Ada"), "Do not count this…")
    form = open_dialog(tab, CountDialog)
    QTest.keyClicks(form.reason, "we only said hello")
    QTest.mouseClick(form.save, LEFT)
    without = tab.side.met.text()
    workbench.undo()

    assert (without, tab.side.met.text()) == ("0", "1")


def test_by_the_rule_again_forgets_the_decision(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    letter = chosen_letter(tab, workbench, year)
    count_anyway(workbench, year, letter.id, "letters")
    choose(menu_of(tab, "Ada"), "Count by the rule again")

    assert workbench.store.count(CountDecision) == 0
    assert tab.side.met.text() == "0"


def test_a_reason_given_before_is_offered_again(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    earlier = talk(workbench, person(workbench, "Bob"), DAY, channel=Channel.MAIL)
    count_anyway(workbench, year, earlier.id, "a long letter")
    chosen_letter(tab, workbench, year)
    choose(menu_of(tab, "Ada"), "Count it anyway…")
    form = open_dialog(tab, CountDialog)
    completer = form.reason.completer()
    completer.setCompletionPrefix("long")
    offered = completer.currentCompletion()
    form.reject()

    assert offered == "a long letter"


def test_the_talks_that_fill_no_place_are_counted_beside_the_year(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    talk(workbench, person(workbench, "Ada"), DAY, channel=Channel.MAIL)
    for name in ("Bob", "Cleo", "Dora", "Emil", "Fay"):
        talk(workbench, person(workbench, name), date(2026, 1, 12))

    assert tab.side.uncounted.accessibleName() == "1 talk does not count · 1 beyond the places"


def test_where_all_counts_there_is_no_such_line(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    talk(workbench, person(workbench, "Ada"), DAY)

    assert not tab.side.uncounted.isVisible()


def test_the_list_behind_it_tells_who_when_and_why(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    talk(workbench, person(workbench, "Ada"), DAY, channel=Channel.MAIL)
    letter = talk(workbench, person(workbench, "Bob"), DAY, channel=Channel.MAIL)
    count_anyway(workbench, year, letter.id, "a long letter")
    QTest.mouseClick(tab.side.uncounted, LEFT)
    dialog = open_dialog(tab, UncountedDialog)
    told = rows(dialog)
    dialog.close()

    assert told == [
        "Do not count",
        "Ada · 20 Nov · “Mail” is not in the rule",
        "Count because you said so",
        "Bob · 20 Nov · a long letter",
    ]


def test_a_talk_is_counted_from_the_list_which_follows(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    talk(workbench, person(workbench, "Ada"), DAY, channel=Channel.MAIL)
    QTest.mouseClick(tab.side.uncounted, LEFT)
    dialog = open_dialog(tab, UncountedDialog)
    QTest.mouseClick(dialog.count, LEFT)
    form = open_dialog(dialog, CountDialog)
    QTest.keyClicks(form.reason, "a long letter")
    QTest.mouseClick(form.save, LEFT)
    told = rows(dialog)
    dialog.close()

    assert told == ["Count because you said so", "Ada · 20 Nov · a long letter"]
    assert tab.side.met.text() == "1"


def test_enter_in_the_list_leads_to_the_person(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    shown: list[object] = []
    tab.object_wanted.connect(lambda kind, which: shown.append(which))
    ada = person(workbench, "Ada")
    talk(workbench, ada, DAY, channel=Channel.MAIL)
    QTest.mouseClick(tab.side.uncounted, LEFT)
    QTest.keyClick(open_dialog(tab, UncountedDialog).talks, Qt.Key.Key_Return)

    assert shown == [ada.id]


@pytest.mark.parametrize("step", [StepKind.NO_SHOW, StepKind.CANCELLED, StepKind.DECLINED])
def test_what_was_called_off_fills_no_place_and_can_be_offered_again(
    tab: ChallengeTab, workbench: Workbench, year: Challenge, step: StepKind
) -> None:
    ada = person(workbench, "Ada")
    tab.actions_of_it.give(year, 10, tab.lanes.cards()[4].lane, ada.id)
    talk(workbench, ada, DAY, step)
    (called_off,), (slot,) = workbench.store.every(Interview), workbench.store.every(Slot)
    workbench.apply(Edit("Slot", (Change(slot, replace(slot, interview_id=called_off.id)),)))
    choose(menu_of(tab, "Ada"), "Make a second offer…")
    message = open_dialog(tab, DraftDialog)
    kind = message.kind.currentData()
    message.hide()
    choose(menu_of(tab, "Ada"), "Plan another day…")
    form = open_dialog(tab, PlanDialog)
    people, day = form.draft().people, form.draft().start
    form.hide()

    assert tab.side.met.text() == "0"
    assert kind == TemplateKind.SECOND_OFFER
    assert people == (ada.id,)
    assert day is not None
    assert day.day == date(2026, 11, 30)
