"""The tab as a part of the window: changes made elsewhere, narrow windows, the way of the Tab key."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.domain.interview import Interview
from tests.views.calendar.sights import names_in, place_of, texts

LEFT = Qt.MouseButton.LeftButton


def test_a_change_made_elsewhere_shows_at_once(calendar, desk):
    tab = calendar()
    desk.interview("Ada", datetime(2026, 11, 25, 10))

    assert texts(tab, date(2026, 11, 25)) == ["10:00 Ada"]


def test_a_change_while_the_tab_is_hidden_shows_when_it_comes_back(calendar, desk):
    tab = calendar()
    tab.hide()
    desk.interview("Ada", datetime(2026, 11, 25, 10))
    hidden = texts(tab, date(2026, 11, 25))
    tab.show()
    tab.activate()

    assert (hidden, texts(tab, date(2026, 11, 25))) == ([], ["10:00 Ada"])


def test_showing_an_interview_goes_to_its_day(calendar, desk):
    far = desk.interview("Ada", datetime(2027, 3, 9, 10))
    tab = calendar()
    tab.show_object(Interview, far.id)

    assert (tab.day, names_in(tab.panel.card)) == (date(2027, 3, 9), ["Ada"])


def test_in_a_narrow_window_the_day_is_a_page_that_escape_closes(calendar, desk):
    desk.interview("Ada", datetime(2026, 11, 25, 10))
    tab = calendar(1024, 640)
    alone = tab.panel.isVisible()
    QTest.mouseClick(tab.grid.viewport(), LEFT, pos=place_of(tab.grid, date(2026, 11, 25)))
    opened = tab.panel.isVisible(), tab.grid.isVisible()
    QTest.keyClick(tab.panel.card.edit, Qt.Key.Key_Escape)

    assert (alone, opened) == (False, (True, False))
    assert tab.grid.isVisible() and not tab.panel.isVisible()


def test_every_control_has_a_name_and_the_grid_comes_before_the_panel(calendar, desk):
    desk.interview("Ada", datetime(2026, 11, 23, 10))
    tab = calendar()
    reached, widget = [], tab.bar.previous
    for _ in range(90):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget)
        widget = widget.nextInFocusChain()

    assert [w for w in reached if not w.accessibleName()] == []
    assert reached.index(tab.bar.plan) < reached.index(tab.grid) < reached.index(tab.panel.card.to_calendar)
