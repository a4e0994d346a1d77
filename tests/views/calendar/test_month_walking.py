"""Walking through the month by keys, wheel and buttons."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.views.calendar.sights import wheel

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Up, date(2026, 11, 16)),
        (Qt.Key.Key_Down, date(2026, 11, 30)),
        (Qt.Key.Key_PageDown, date(2026, 12, 23)),
        (Qt.Key.Key_PageUp, date(2026, 10, 23)),
    ],
)
def test_keys_walk_from_today(calendar, key, day):
    tab = calendar()
    QTest.keyClick(tab.grid, key)

    assert tab.day == day


def test_home_comes_back_to_today(calendar):
    tab = calendar()
    for _ in range(3):
        QTest.keyClick(tab.grid, Qt.Key.Key_PageDown)
    QTest.keyClick(tab.grid, Qt.Key.Key_Home)

    assert (tab.day, tab.bar.title.text()) == (date(2026, 11, 23), "November 2026")


def test_walking_out_of_the_shown_weeks_turns_the_month(calendar):
    tab = calendar()
    for _ in range(4):
        QTest.keyClick(tab.grid, Qt.Key.Key_Down)

    assert (tab.day, tab.bar.title.text()) == (date(2026, 12, 21), "December 2026")


def test_the_31st_becomes_the_last_day_of_a_shorter_month(calendar):
    tab = calendar()
    tab.month.load(date(2027, 1, 31))
    QTest.keyClick(tab.grid, Qt.Key.Key_PageDown)

    assert tab.day == date(2027, 2, 28)


@pytest.mark.parametrize(("turn", "title"), [(-120, "December 2026"), (120, "October 2026")])
def test_a_notch_of_the_wheel_turns_one_month(calendar, turn, title):
    tab = calendar()
    wheel(tab.grid, turn)

    assert tab.bar.title.text() == title


def test_small_turns_of_a_touchpad_add_up_to_one_month(calendar):
    tab = calendar()
    for _ in range(4):
        wheel(tab.grid, -30)

    assert tab.bar.title.text() == "December 2026"


def test_the_buttons_turn_the_month_and_come_back(calendar):
    tab = calendar()
    QTest.mouseClick(tab.bar.next, LEFT)
    QTest.mouseClick(tab.bar.next, LEFT)
    QTest.mouseClick(tab.bar.previous, LEFT)
    ahead = tab.bar.title.text()
    QTest.mouseClick(tab.bar.today, LEFT)

    assert (ahead, tab.bar.title.text()) == ("December 2026", "November 2026")
