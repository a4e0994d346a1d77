"""Choosing a day or a chip of the month, and planning from there."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.commands import blocks
from netchal_gui.views.plan_dialog import PlanDialog
from tests.views.calendar.sights import (
    dialog_of,
    focus_in,
    free_place_of,
    names_in,
    place_of,
    texts,
    words_in,
)

LEFT = Qt.MouseButton.LeftButton


def test_a_click_on_a_day_shows_it_beside_the_month(calendar, desk):
    desk.interview("Daniel Kim", datetime(2026, 11, 26, 12), place="Canteen")
    tab = calendar()
    QTest.mouseClick(tab.grid.viewport(), LEFT, pos=free_place_of(tab.grid, date(2026, 11, 26)))

    assert tab.panel.title.text() == "Thursday 26 November"
    assert "Coffee · Canteen" in words_in(tab.panel.card)


def test_a_click_on_the_second_chip_shows_that_interview(calendar, desk):
    desk.interview("Ada", datetime(2026, 11, 26, 10))
    desk.interview("Bob", datetime(2026, 11, 26, 12))
    tab = calendar()
    QTest.mouseClick(tab.grid.viewport(), LEFT, pos=place_of(tab.grid, date(2026, 11, 26), 1))

    assert names_in(tab.panel.card) == ["Bob"]


@pytest.mark.parametrize("way", ["double-click", "enter"])
def test_a_day_is_planned_by_double_click_or_enter(calendar, way):
    tab = calendar()
    if way == "enter":
        QTest.keyClick(tab.grid, Qt.Key.Key_Right)
        QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    else:
        place = free_place_of(tab.grid, date(2026, 11, 24))
        QTest.mouseDClick(tab.grid.viewport(), LEFT, pos=place)
    dialog = dialog_of(tab, PlanDialog)
    shown = dialog.draft().start
    dialog.reject()

    assert shown.local == datetime(2026, 11, 24, 12)


def test_an_interview_is_planned_with_the_keyboard_alone(calendar, desk):
    desk.person("Daniel Kim")
    tab = calendar()
    QTest.keyClick(tab.grid, Qt.Key.Key_Right)
    QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    field = focus_in(dialog_of(tab, PlanDialog))
    QTest.keyClicks(field, "dan")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert desk.only().people == (desk.people["Daniel Kim"],)
    assert texts(tab, date(2026, 11, 24)) == ["12:00 Daniel Kim"]
    assert names_in(tab.panel.card) == ["Daniel Kim"]


def test_planning_on_a_block_begins_where_it_is_free(calendar, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 26), time(12), time(13, 30))
    desk.interview("Ada", datetime(2026, 11, 26, 12), minutes=30)
    tab = calendar()
    tab.month.load(date(2026, 11, 26))
    QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    dialog = dialog_of(tab, PlanDialog)
    shown = dialog.draft().start.local
    dialog.reject()

    assert shown == datetime(2026, 11, 26, 12, 30)
