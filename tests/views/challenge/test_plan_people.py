"""People on the times of the month, by mouse and by keyboard."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from netchal_gui.domain.challenge import Slot
from netchal_gui.domain.contact import Circle, Contact
from netchal_gui.views.plan_month import PEOPLE
from tests.commands.months import four_by_four, known, talk
from tests.commands.people_files import add
from tests.views.challenge.planning import Desk, chips, ideas, menu_of, seats, texts
from tests.views.challenge.test_person_drag import drop

LEFT = Qt.MouseButton.LeftButton


def test_enter_puts_the_ideas_on_the_next_free_times_one_after_the_other(blocked: Desk) -> None:
    known(blocked.workbench, "Ingrid", circle=Circle.FAMILY, far_away=True)
    add(blocked.workbench, "Omar")
    window = blocked.open()
    window.show_step(PEOPLE)
    assert ideas(window) == ["Ingrid", "Omar"]
    blocked.enter(window)
    blocked.enter(window)

    assert ideas(window) == []
    assert seats(window)[:3] == [(1, ["Ingrid · video"]), (8, ["Omar · new"]), (15, [])]


def test_a_name_finds_somebody(blocked: Desk) -> None:
    for name in ("Ada", "Sam Mbeki"):
        known(blocked.workbench, name)
    window = blocked.open()
    window.show_step(PEOPLE)
    QTest.keyClicks(window.people.ideas.field, "mb")
    assert ideas(window)[0] == "Sam Mbeki"
    blocked.enter(window)

    assert seats(window)[0] == (1, ["Sam Mbeki"])
    assert window.people.ideas.field.text() == ""
    assert ideas(window) == ["Ada"]


def test_an_unknown_name_and_enter_adds_the_person(blocked: Desk) -> None:
    window = blocked.open()
    window.show_step(PEOPLE)
    QTest.keyClicks(window.people.ideas.field, "Omar Diaz")
    blocked.enter(window)

    assert seats(window)[0] == (1, ["Omar Diaz · new"])
    blocked.workbench.undo()
    assert blocked.workbench.store.count(Contact) == 0


def test_somebody_new_can_enter_as_known(blocked: Desk) -> None:
    window = blocked.open()
    window.show_step(PEOPLE)
    field = window.people.ideas.field
    QTest.keyClicks(field, "Aunt Hanna")
    QTest.keyClick(field, Qt.Key.Key_Down)
    blocked.enter(window)

    assert chips(window) == ["Aunt Hanna"]


def test_without_a_free_time_one_waits_and_is_told(desk: Desk) -> None:
    four_by_four(desk.workbench)
    known(desk.workbench, "Ada")
    window = desk.open()
    window.show_step(PEOPLE)
    assert any("No time is blocked" in text for text in texts(window.people.times))
    desk.enter(window)

    assert [chip.text() for chip in window.people.times.waiting] == ["Ada"]
    assert window.said.text() == "No time is free: Ada has no time yet."


def test_a_press_on_a_time_puts_the_chosen_person_there(blocked: Desk) -> None:
    for name in ("Ada", "Karl"):
        known(blocked.workbench, name)
    window = blocked.open()
    window.show_step(PEOPLE)
    window.people.ideas.view.choose(1)
    target = window.people.times.rows[2].target
    assert target is not None
    QTest.mouseClick(target, LEFT)

    assert seats(window)[2] == (15, ["Karl"])


def test_people_are_dropped_on_times_and_on_no_time(blocked: Desk) -> None:
    ada = known(blocked.workbench, "Ada")
    window = blocked.open()
    window.show_step(PEOPLE)
    row = window.people.times.rows[1]
    assert drop(row, ada.id.bytes, QPoint(5, 5))
    assert seats(window)[1] == (8, ["Ada"])
    assert drop(window.people.times.rows[3], ada.id.bytes, QPoint(5, 5))
    assert seats(window)[3] == (22, ["Ada"])
    window.people.times.dropped.emit(None, ada.id.bytes)

    assert [chip.text() for chip in window.people.times.waiting] == ["Ada"]


def test_delete_takes_somebody_out(blocked: Desk) -> None:
    known(blocked.workbench, "Ada")
    window = blocked.open()
    window.show_step(PEOPLE)
    blocked.enter(window)
    QTest.keyClick(window.people.times.chips()[0], Qt.Key.Key_Delete)
    blocked.settle()

    assert (chips(window), ideas(window)) == ([], ["Ada"])
    assert blocked.workbench.store.count(Slot) == 0


def test_a_menu_moves_somebody_to_another_time(blocked: Desk) -> None:
    known(blocked.workbench, "Ada")
    window = blocked.open()
    window.show_step(PEOPLE)
    blocked.enter(window)
    QTest.keyClick(window.people.times.chips()[0], Qt.Key.Key_Return)
    menu = menu_of(window)
    (move,) = (each for each in menu.actions() if each.text() == "Move to Tue 29 Dec, 12:00")
    move.trigger()
    menu.close()

    assert seats(window)[4] == (29, ["Ada"])


def test_an_agreed_time_is_kept_and_the_window_says_so(blocked: Desk) -> None:
    talk(blocked.workbench, known(blocked.workbench, "Ada"), datetime(2026, 12, 8, 12))
    window = blocked.open()
    window.show_step(PEOPLE)
    assert chips(window) == ["Ada · scheduled"]
    QTest.keyClick(window.people.times.chips()[0], Qt.Key.Key_Delete)

    assert window.said.text() == "A time is agreed on. Move or cancel the interview in the calendar."
    assert chips(window) == ["Ada · scheduled"]


def test_the_arrows_go_from_line_to_line(blocked: Desk, qtbot: QtBot) -> None:
    window = blocked.open()
    window.show_step(PEOPLE)
    window.activateWindow()
    first, second = (row.target for row in window.people.times.rows[:2])
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)

    assert window.focusWidget() is second


def test_markup_in_a_name_stays_text(blocked: Desk) -> None:
    known(blocked.workbench, "<b>Bold</b>")
    window = blocked.open()
    window.show_step(PEOPLE)
    blocked.enter(window)

    assert chips(window) == ["<b>Bold</b>"]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))
