"""The same month with the mouse: clicks on what can be seen; only one name is typed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from netchal_gui.views.plan_month_grid import PlanMonthGrid
from netchal_gui.views.plan_month_ideas import PlanMonthIdeas
from tests.journeys.planned_month import TYPED, Counted, begun, check, in_november
from tests.journeys.test_by_mouse import click, seen

DAYS = (1, 3, 8, 10, 15, 17, 22, 29)


def press_button(hand: Counted, text: str) -> None:
    hand.clicked(click, seen(hand.program, QPushButton, text))


def block(hand: Counted) -> None:
    grid = seen(hand.program, PlanMonthGrid)
    for day in DAYS:
        place = grid.visualRect(grid.days.index_of(date(2026, 12, day)))
        hand.clicked(click, grid.viewport(), place)


def choose_first(hand: Counted) -> None:
    """A double click on the first row, which are two clicks."""
    view = seen(hand.program, PlanMonthIdeas).view
    place = view.visualRect(view.model().index(0, 0))
    hand.clicked(click, view.viewport(), place)
    hand.count += 1
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    hand.program.settle()


def journey(hand: Counted) -> None:
    press_button(hand, "Plan December…")
    press_button(hand, "&Next: block days")
    block(hand)
    press_button(hand, "&Next: people")
    for _ in range(7):
        choose_first(hand)
    hand.clicked(click, seen(hand.program, PlanMonthIdeas).field)
    hand.type(TYPED)
    choose_first(hand)
    press_button(hand, "&Next: finish")
    press_button(hand, "Mark all as &asked")
    press_button(hand, "&Export calendar file")
    press_button(hand, "&Done")


def test_eight_people_are_planned_asked_and_exported_in_under_sixty_clicks(start, monkeypatch):
    in_november(monkeypatch)
    hand = Counted(begun(start))
    journey(hand)

    check(hand)
