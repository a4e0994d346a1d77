"""Blocking the days of the month that is planned."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.domain.block import Block
from netchal_gui.views.plan_month import DAYS
from tests.commands.months import four_by_four
from tests.views.challenge.planning import DECEMBER, Desk, texts

LEFT = Qt.MouseButton.LeftButton


def test_a_click_blocks_a_day_and_another_frees_it(desk: Desk) -> None:
    four_by_four(desk.workbench)
    window = desk.open()
    window.show_step(DAYS)
    grid = window.days.grid
    place = grid.visualRect(grid.days.index_of(date(2026, 12, 3))).center()
    QTest.mouseClick(grid.viewport(), LEFT, pos=place)

    (block,) = desk.workbench.store.every(Block)
    assert (block.start.local, block.minutes) == (datetime(2026, 12, 3, 12), 90)
    QTest.mouseClick(grid.viewport(), LEFT, pos=place)
    assert desk.workbench.store.count(Block) == 0


def test_weekdays_are_blocked_by_keys_alone(desk: Desk) -> None:
    four_by_four(desk.workbench)
    window = desk.open()
    window.show_step(DAYS)
    tuesday = window.days.weekdays.boxes[1]
    QTest.keyClick(tuesday, Qt.Key.Key_Space)
    assert window.days.preview.text().startswith("Blocks 5 days: Tue 1 Dec, Tue 8 Dec")
    QTest.keyClick(tuesday, Qt.Key.Key_Return)

    assert [block.start.day.day for block in desk.workbench.store.every(Block)] == [1, 8, 15, 22, 29]
    assert window.days.preview.text() == "These days are blocked already."


def test_whole_days_are_blocked_by_the_grid_s_keys(desk: Desk) -> None:
    four_by_four(desk.workbench)
    window = desk.open()
    window.show_step(DAYS)
    window.days.hours.whole_days.click()
    QTest.keyClick(window.days.grid, Qt.Key.Key_Right)
    QTest.keyClick(window.days.grid, Qt.Key.Key_Space)

    assert [(each.start.day, each.whole_day) for each in desk.workbench.store.every(Block)] == [
        (date(2026, 12, 2), True)
    ]


def test_a_day_of_another_month_says_why_it_is_not_blocked(desk: Desk) -> None:
    four_by_four(desk.workbench)
    window = desk.open()
    window.show_step(DAYS)
    window.days.grid.toggled.emit(date(2026, 11, 30))

    assert window.said.text() == "This day is not in the month that is planned."


def test_a_calendar_s_file_shows_when_one_is_busy(blocked: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261101T000000Z\r\n"
        b"DTSTART:20261201T113000Z\r\nDTEND:20261201T120000Z\r\nSUMMARY:Secret\r\nEND:VEVENT\r\n"
        b"END:VCALENDAR\r\n"
    )
    window = blocked.open()
    window.days.bring_in(str(file))
    blocked.until(lambda: "your calendar is busy 12:30–13:00" in texts(window.people.times))

    index = window.days.grid.days.index_of(DECEMBER)
    assert "busy 12:30–13:00" in index.data(Qt.ItemDataRole.AccessibleTextRole)
