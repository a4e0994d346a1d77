"""The window in which a month is planned: its steps, what lies behind, other challenges, the way there."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.slots import choose_person
from netchal_gui.domain.challenge import Slot
from netchal_gui.domain.interview import StepKind
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.plan_month import DAYS, FINISH, PAST, PEOPLE, PlanMonth
from netchal_gui.workbench import Workbench
from tests.commands.months import block_tuesdays, four_by_four, known, talk
from tests.commands.people_files import add
from tests.views.challenge.planning import DECEMBER, Desk, chips, seats, texts

LEFT = Qt.MouseButton.LeftButton


def test_the_steps_are_numbered_and_ticked_by_what_is_stored(desk: Desk) -> None:
    challenge = four_by_four(desk.workbench)
    choose_person(desk.workbench, challenge, 10, known(desk.workbench, "Ada"))
    window = desk.open()
    assert [step.text() for step in window.steps.buttons] == [
        "November in numbers",
        "Block days",
        "People",
        "Finish",
    ]
    assert [step.is_done for step in window.steps.buttons] == [False] * 4
    block_tuesdays(desk.workbench)
    window.show_step(PEOPLE)

    assert [step.is_done for step in window.steps.buttons] == [True, True, False, False]


def test_next_and_back_walk_through_the_steps_and_done_closes(blocked: Desk) -> None:
    window = blocked.open()
    assert window.next.text() == "&Next: block days"
    for expected in (DAYS, PEOPLE, FINISH):
        QTest.mouseClick(window.next, LEFT)
        assert window.step == expected
    QTest.mouseClick(window.back, LEFT)
    assert window.step == PEOPLE
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.next.accessibleName() == "Done"
    QTest.mouseClick(window.next, LEFT)

    assert not window.isVisible()


def test_a_step_can_be_left_and_is_shown_again_with_what_was_done(blocked: Desk) -> None:
    known(blocked.workbench, "Ada")
    window = blocked.open()
    QTest.mouseClick(window.steps.buttons[PEOPLE], LEFT)
    blocked.enter(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    again = blocked.open()

    assert again.step == PEOPLE
    assert seats(again)[0] == (1, ["Ada"])


def test_another_month_begins_with_its_first_step(blocked: Desk) -> None:
    blocked.open().show_step(PEOPLE)

    assert blocked.open(date(2026, 11, 1)).step == PAST


def test_the_header_and_the_footer_say_how_the_month_stands(blocked: Desk) -> None:
    known(blocked.workbench, "Ada")
    add(blocked.workbench, "Omar")
    window = blocked.open()
    window.show_step(PEOPLE)
    blocked.enter(window)
    blocked.enter(window, shift=True)

    assert [chip.text() for chip in window.steps.lanes] == ["1 of 4 known", "1 of 4 new"]
    assert window.saved.text() == "Saved as you go. 2 requests to write, 1 interview to export."


def test_undo_and_redo_work_in_the_window(blocked: Desk) -> None:
    known(blocked.workbench, "Ada")
    window = blocked.open()
    window.show_step(PEOPLE)
    blocked.enter(window)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    blocked.settle()
    assert chips(window) == []
    assert window.said.text() == "Undone: Ada planned for Tue 1 Dec, 12:00."
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    assert chips(window) == ["Ada"]


def test_the_past_month_in_numbers_and_its_open_ones_taken_along_by_one_click(desk: Desk) -> None:
    challenge = four_by_four(desk.workbench)
    ada, omar = known(desk.workbench, "Ada"), add(desk.workbench, "Omar")
    for each in (ada, omar):
        choose_person(desk.workbench, challenge, 10, each)
    talk(desk.workbench, known(desk.workbench, "Karl"), datetime(2026, 11, 3, 12), StepKind.MET)
    talk(desk.workbench, add(desk.workbench, "Priya"), datetime(2026, 11, 27, 12))
    window = desk.open()
    assert {"1 of 8 met", "Still to come", "Scheduled · Fri 27 Nov, 12:00 · coffee"} <= set(
        texts(window.past)
    )
    QTest.mouseClick(window.past.along, LEFT)

    assert sorted(chips(window)) == ["Ada", "Omar · new"]
    assert "Still open" not in texts(window.past)
    desk.workbench.undo()
    assert chips(window) == []


def test_a_first_month_says_that_nothing_lies_behind_it(desk: Desk) -> None:
    four_by_four(desk.workbench, start=DECEMBER)
    window = desk.open(None)

    assert any("nothing lies behind it" in text for text in texts(window.past))
    assert window.note.text().startswith("4×4 Challenge begins on Tuesday 1 December 2026.")


def test_a_challenge_of_days_is_planned_by_the_month(desk: Desk) -> None:
    thirty = draft(desk.workbench, Template.THIRTY_IN_THIRTY, date(2026, 11, 10))
    start_challenge(desk.workbench, thirty)
    known(desk.workbench, "Ada")
    window = desk.open()
    window.days.grid.toggled.emit(date(2026, 12, 5))
    window.show_step(PEOPLE)
    desk.enter(window)

    assert window.title.text() == "Plan December"
    (slot,) = desk.workbench.store.every(Slot)
    assert slot.period == 25
    assert [chip.text() for chip in window.steps.lanes] == ["1 of 9 people"]


def test_a_month_that_begins_in_the_middle_is_shown_and_blocked_over_the_turn(desk: Desk) -> None:
    four_by_four(desk.workbench, start=date(2026, 1, 15))
    window = desk.open(date(2026, 11, 20))
    grid = window.days.grid
    place = grid.visualRect(grid.days.index_of(date(2026, 12, 10)))
    QTest.mouseClick(grid.viewport(), LEFT, pos=place.center())

    assert window.title.text() == "Plan 15 Nov – 14 Dec"
    assert seats(window) == [(10, [])]


def test_after_the_end_there_is_nothing_left_to_plan(desk: Desk) -> None:
    four_by_four(desk.workbench, start=date(2025, 1, 1))
    window = desk.open(None)

    assert window.note.text().startswith("4×4 Challenge ended on Wednesday 31 December 2025.")
    assert not window.people.isEnabled()
    assert not window.days.grid.isEnabled()


def test_the_window_closes_when_its_challenge_is_undone(desk: Desk) -> None:
    four_by_four(desk.workbench)
    window = desk.open()
    desk.workbench.undo()

    assert not window.isVisible()


def test_the_tab_s_button_names_the_month_and_opens_the_window(
    tab: ChallengeTab, workbench: Workbench, qtbot: QtBot
) -> None:
    four_by_four(workbench)
    tab.side.period_chosen.emit(11)
    assert tab.bar.plan.text() == "Plan December…"
    assert tab.actions_of_it.plan.text() == "Plan December…"
    QTest.mouseClick(tab.bar.plan, LEFT)
    (window,) = tab.findChildren(PlanMonth)
    assert window.title.text() == "Plan December"
    window.reject()


def test_without_a_challenge_the_menu_offers_no_plan(tab: ChallengeTab) -> None:
    assert not tab.actions_of_it.plan.isEnabled()
