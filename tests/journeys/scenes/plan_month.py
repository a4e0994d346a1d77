"""Planning a month: its four steps with an empty month, with people in it, and after the challenge's end."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.challenges import change_challenge
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.periods import months_later
from netchal_gui.views.plan_month import DAYS, FINISH, PAST, PEOPLE, PlanMonth
from scenes.stage import CHALLENGE, Stage

TUESDAY, THURSDAY = 1, 3
NAMES = {PAST: "past", DAYS: "days", PEOPLE: "people", FINISH: "finish"}


def first_month(stage: Stage) -> None:
    """A challenge that has just begun: nobody and no block, so each step says what is missing."""
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.begin()
    _steps(stage, _opened(stage), "first-plan-month")


def steps(stage: Stage) -> None:
    """The example's next month: empty, then with Tuesdays, Thursdays and some people."""
    stage.window.show_tab(CHALLENGE)
    window = _opened(stage)
    _steps(stage, window, "plan-month-empty")
    window.days.weekdays.choose([TUESDAY, THURSDAY])
    window.days.weekdays.clicked.emit()
    window.days.block.click()
    window.show_step(PEOPLE)
    for modifier in [Qt.KeyboardModifier.NoModifier] * 5 + [Qt.KeyboardModifier.ShiftModifier]:
        stage.settle(0)
        QTest.keyClick(window.people.ideas.field, Qt.Key.Key_Return, modifier)
    stage.settle()
    window.finish.rows[0].asked.click()
    _steps(stage, window, "plan-month")
    window.show_step(PEOPLE)
    QTest.keyClicks(window.people.ideas.field, "an")
    stage.shot("plan-month-typed")


def after_the_end(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stored = next(stage.workbench.store.every(Challenge))
    change_challenge(stage.workbench, stored, replace(stored, start=months_later(stored.start, -3)))
    window = _opened(stage)
    window.show_step(PEOPLE)
    stage.shot("plan-month-after-the-end")


def _opened(stage: Stage) -> PlanMonth:
    stage.settle()
    stage.challenge.actions_of_it.plan_month()
    stage.settle()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, PlanMonth))


def _steps(stage: Stage, window: PlanMonth, name: str) -> None:
    for number, step in NAMES.items():
        window.show_step(number)
        stage.shot(f"{name}-{step}", close=number == FINISH and name.startswith("first"))


FIRST = (first_month,)
FILLED = (steps, after_the_end)
