"""Context menus: what is offered for an interview, a block, a follow-up and a day."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from netchal_gui.commands import blocks, plan
from netchal_gui.domain.block import Block
from netchal_gui.domain.interview import StepKind
from netchal_gui.views.move_dialog import MoveDialog
from netchal_gui.views.plan_dialog import PlanDialog

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def right_click(tab, place, reason=QContextMenuEvent.Reason.Mouse):
    """The menu that opens, still open."""
    viewport = tab.grid.viewport()
    event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return next(menu for menu in tab.findChildren(QMenu) if menu.isVisible())


@pytest.fixture
def menu_of(calendar):
    """Opens the menu on a chip (or the free part) of a day and closes it after the test."""
    opened = []

    def show(day, number=None):
        tab = calendar()
        tab.grid.choose(day)
        places = tab.grid.place_of(day)
        place = places.number.center() if number is None else places.chips[number][0].center()
        opened.append(right_click(tab, place))
        return opened[-1], tab

    yield show
    for menu in opened:
        if isValid(menu):
            menu.close()


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def trigger(menu, text):
    action = next(action for action in menu.actions() if action.text() == text)
    menu.close()
    action.trigger()


def test_a_planned_interview_can_be_moved_and_called_off_but_not_met_yet(menu_of, desk):
    desk.interview("Ada", datetime(2026, 11, 26, 12))
    menu, _ = menu_of(date(2026, 11, 26), 0)

    assert texts(menu) == ["Add to calendar", "Edit…", "Move…", "Cancel interview", "Delete"]


def test_once_it_has_begun_it_can_be_written_up(menu_of, desk):
    desk.interview("Ada", datetime(2026, 11, 20, 12))
    menu, _ = menu_of(date(2026, 11, 20), 0)

    assert {"Met: write it up", "Did not come"} <= set(texts(menu))


def test_a_met_interview_stays_where_it_was(menu_of, desk):
    met = desk.interview("Ada", datetime(2026, 11, 20, 12))
    plan.take_step(desk.workbench, met, StepKind.MET)
    menu, _ = menu_of(date(2026, 11, 20), 0)

    assert texts(menu) == ["Add to calendar", "Edit…", "Write it up", "Delete"]


def test_cancel_in_the_menu_is_a_step(menu_of, desk):
    interview = desk.interview("Ada", datetime(2026, 11, 26, 12))
    menu, _ = menu_of(date(2026, 11, 26), 0)
    trigger(menu, "Cancel interview")

    assert desk.stored(interview).stage is StepKind.CANCELLED


def test_move_in_the_menu_asks_for_another_time(menu_of, desk):
    desk.interview("Ada", datetime(2026, 11, 26, 12))
    menu, tab = menu_of(date(2026, 11, 26), 0)
    trigger(menu, "Move…")
    dialog = tab.findChild(MoveDialog)
    shown = dialog.isVisible()
    dialog.reject()

    assert shown


def test_a_block_is_removed_from_its_menu(menu_of, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 26), time(12), time(13, 30))
    menu, _ = menu_of(date(2026, 11, 26), 0)
    trigger(menu, "Remove block")

    assert list(desk.workbench.store.every(Block)) == []


def test_the_menu_of_a_day_plans_and_lists_what_stands_in_it(menu_of, desk):
    desk.interview("Tom & Jerry", datetime(2026, 11, 26, 12))
    menu, tab = menu_of(date(2026, 11, 26))
    listed = texts(menu)
    trigger(menu, listed[0])
    dialog = tab.findChild(PlanDialog)
    dialog.reject()

    assert listed == ["Plan interview on Thu 26 Nov…", "Block days…", "12:00 Tom && Jerry"]


def test_the_menu_key_opens_the_menu_of_the_chosen_day(calendar, desk):
    tab = calendar()
    menu = right_click(tab, QPoint(), QContextMenuEvent.Reason.Keyboard)
    listed = texts(menu)
    menu.close()

    assert listed[0] == "Plan interview on Mon 23 Nov…"
