"""Chips carried to another day, and what the store holds afterwards."""

from datetime import date, datetime, time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from netchal_gui.commands import blocks, plan
from netchal_gui.domain.block import Block
from netchal_gui.domain.interview import StepKind
from tests.views.calendar.sights import drag, free_place_of, place_of, texts, wheel

LEFT = Qt.MouseButton.LeftButton


def test_a_chip_dragged_to_another_day_moves_the_interview_and_can_be_undone(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    target = free_place_of(tab.grid, date(2026, 11, 18))
    drag(tab.grid, place_of(tab.grid, date(2026, 11, 26)), target)
    moved = desk.stored(interview)

    assert moved.start.local == datetime(2026, 11, 18, 12)
    assert (moved.stage, moved.steps[-1].was) == (StepKind.MOVED, interview.start)
    assert texts(tab, date(2026, 11, 18)) == ["12:00 Daniel Kim"]
    desk.workbench.undo()
    assert desk.stored(interview) == interview
    assert texts(tab, date(2026, 11, 26)) == ["12:00 Daniel Kim"]


def test_escape_while_dragging_moves_nothing(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    start, end = (place_of(tab.grid, date(2026, 11, 26)), free_place_of(tab.grid, date(2026, 11, 18)))
    QTest.mousePress(tab.grid.viewport(), LEFT, pos=start)
    QTest.mouseMove(tab.grid.viewport(), end)
    QTest.keyClick(tab.grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(tab.grid.viewport(), LEFT, pos=end)

    assert desk.stored(interview) == interview


def test_a_chip_can_be_carried_into_another_month_with_the_wheel(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    start = place_of(tab.grid, date(2026, 11, 26))
    QTest.mousePress(tab.grid.viewport(), LEFT, pos=start)
    QTest.mouseMove(tab.grid.viewport(), start + QPoint(40, 0))
    wheel(tab.grid, -120)
    end = free_place_of(tab.grid, date(2026, 12, 3))
    QTest.mouseMove(tab.grid.viewport(), end)
    QTest.mouseRelease(tab.grid.viewport(), LEFT, pos=end)

    assert desk.stored(interview).start.local == datetime(2026, 12, 3, 12)


def test_a_small_jerk_of_the_mouse_is_a_click_and_no_move(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    start = place_of(tab.grid, date(2026, 11, 26))
    drag(tab.grid, start, start + QPoint(2, 1))

    assert desk.stored(interview) == interview


def test_a_met_interview_stays_where_it_took_place(calendar, desk, qtbot):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 18, 12))
    met = plan.take_step(desk.workbench, interview, StepKind.MET)
    tab = calendar()
    with qtbot.waitSignal(tab.message):
        end = free_place_of(tab.grid, date(2026, 11, 25))
        drag(tab.grid, place_of(tab.grid, date(2026, 11, 18)), end)

    assert desk.stored(interview) == met


def test_a_block_can_be_dragged_too(calendar, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 26), time(12), time(13, 30))
    tab = calendar()
    end = free_place_of(tab.grid, date(2026, 11, 27))
    drag(tab.grid, place_of(tab.grid, date(2026, 11, 26)), end)

    assert desk.only(Block).start.local == datetime(2026, 11, 27, 12)
