"""A month of eight people is planned by keys alone, from an empty one to the calendar file: under sixty."""

import pytest
from PySide6.QtCore import Qt

from netchal_gui.domain.interview import Interview
from tests.journeys.planned_month import TYPED, Counted, begun, check, in_november

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def block_tuesdays_and_thursdays(hand: Counted) -> None:
    """The first weekday has the focus; Enter blocks what is ticked."""
    for days in (1, 2):
        for _ in range(days):
            hand.press(Qt.Key.Key_Tab)
        hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_Return)


def journey(hand: Counted) -> None:
    hand.press(Qt.Key.Key_M, CTRL | SHIFT)
    hand.press(Qt.Key.Key_Return)
    block_tuesdays_and_thursdays(hand)
    hand.press(Qt.Key.Key_PageDown, CTRL)
    for _ in range(7):
        hand.press(Qt.Key.Key_Return)
    hand.type(TYPED)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_PageDown, CTRL)
    for _ in ("mark all as asked", "export"):
        hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_Escape)


def test_eight_people_are_planned_asked_and_exported_in_under_sixty_keys(start, monkeypatch):
    in_november(monkeypatch)
    hand = Counted(begun(start))
    journey(hand)

    check(hand)


def test_what_was_planned_is_undone_step_by_step_in_the_window(start, monkeypatch):
    in_november(monkeypatch)
    program = begun(start)
    before = program.exported()
    hand = Counted(program)
    hand.press(Qt.Key.Key_M, CTRL | SHIFT)
    hand.press(Qt.Key.Key_Return)
    block_tuesdays_and_thursdays(hand)
    hand.press(Qt.Key.Key_PageDown, CTRL)
    for _ in range(7):
        hand.press(Qt.Key.Key_Return)
    for _ in range(8):
        hand.press(Qt.Key.Key_Z, CTRL)

    assert program.exported() == before
    hand.press(Qt.Key.Key_Escape)


def test_somebody_is_moved_to_another_time_and_taken_out_by_keys(start, monkeypatch):
    in_november(monkeypatch)
    program = begun(start)
    hand = Counted(program)
    hand.press(Qt.Key.Key_M, CTRL | SHIFT)
    hand.press(Qt.Key.Key_Return)
    block_tuesdays_and_thursdays(hand)
    hand.press(Qt.Key.Key_PageDown, CTRL)
    hand.press(Qt.Key.Key_Return)
    for _ in range(2):
        hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Return)
    for _ in range(2):
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    assert days_of(program) == [3]

    hand.press(Qt.Key.Key_Delete)
    assert days_of(program) == []
    hand.press(Qt.Key.Key_Escape)


def days_of(program):
    return [each.start.day.day for each in program.program.workbench.store.every(Interview)]


@pytest.mark.parametrize("step", ["People", "Finish"])
def test_the_window_opens_again_where_it_was_left(start, monkeypatch, step):
    in_november(monkeypatch)
    program = begun(start)
    hand = Counted(program)
    hand.press(Qt.Key.Key_M, CTRL | SHIFT)
    for _ in range(2 if step == "People" else 3):
        hand.press(Qt.Key.Key_PageDown, CTRL)
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_M, CTRL | SHIFT)

    (window,) = (each for each in program.qt.topLevelWidgets() if each.windowTitle() == "Plan December")
    assert window.steps.buttons[window.step].text() == step
    hand.press(Qt.Key.Key_Escape)
