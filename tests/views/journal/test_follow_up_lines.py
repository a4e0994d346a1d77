"""The lines to follow up, written with the keyboard."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.follow_up_lines import Line, save_lines
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.views.day_menu import DayMenu
from netchal_gui.views.follow_up_line import due_chip

TODAY = date(2026, 11, 18)


@pytest.fixture
def tea(journal):
    entry = journal.entry("Tea")
    save_lines(journal.workbench, entry.id, [Line(uuid4(), "Send the outline"), Line(uuid4(), "Thank Hanna")])
    journal.open()
    return entry


def widgets(journal):
    return journal.tab.editor.lines._lines


def type_into(journal, place, text):
    widgets(journal)[place].text.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def stored(journal, entry):
    journal.tab.flush()
    return [line.text for line in journal.lines(entry)]


def test_lines_are_shown_with_an_empty_one_for_more(journal, tea):
    assert [each.text.text() for each in widgets(journal)] == ["Send the outline", "Thank Hanna", ""]


def test_typing_in_the_last_line_makes_a_follow_up_and_another_empty_line(journal, tea):
    type_into(journal, 2, "Read the book")

    assert stored(journal, tea) == ["Send the outline", "Thank Hanna", "Read the book"]
    assert [each.text.text() for each in widgets(journal)][-1] == ""


def test_enter_makes_the_next_line(journal, tea):
    type_into(journal, 0, "")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Between")

    assert stored(journal, tea) == ["Send the outline", "Between", "Thank Hanna"]


def test_enter_within_a_line_takes_the_rest_to_the_next(journal, tea):
    type_into(journal, 0, "")
    for _ in "Send":
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)

    assert stored(journal, tea) == ["Send", "the outline", "Thank Hanna"]


def test_a_line_that_was_emptied_goes(journal, tea):
    type_into(journal, 0, "")
    QApplication.focusWidget().selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Backspace)

    assert stored(journal, tea) == ["Thank Hanna"]
    assert len(widgets(journal)) == 2


def test_a_line_left_empty_goes(journal, tea):
    type_into(journal, 0, "")
    QApplication.focusWidget().selectAll()
    press(Qt.Key.Key_Delete)
    journal.tab.editor.notes.setFocus()

    assert len(widgets(journal)) == 2
    assert stored(journal, tea) == ["Thank Hanna"]


def test_the_arrows_go_from_line_to_line(journal, tea):
    type_into(journal, 0, "")
    press(Qt.Key.Key_Down)

    assert QApplication.focusWidget() is widgets(journal)[1].text
    press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is widgets(journal)[0].text


def test_pasted_lines_become_lines(journal, tea):
    data = QMimeData()
    data.setText("one\ntwo\nthree")
    type_into(journal, 2, "")
    QApplication.focusWidget().insertFromMimeData(data)

    assert stored(journal, tea) == ["Send the outline", "Thank Hanna", "one", "two", "three"]


def test_a_tick_is_saved_at_once_and_undone_in_one_step(journal, tea):
    widgets(journal)[0].tick.setFocus()
    press(Qt.Key.Key_Space)

    assert [line.done for line in journal.lines(tea)] == [True, False]
    assert journal.workbench.undo_label == "“Send the outline” done"
    journal.workbench.undo()
    assert not widgets(journal)[0].tick.isChecked()


def test_a_day_is_chosen_from_the_menu(journal, tea, monkeypatch):
    monkeypatch.setattr(DayMenu, "popup", lambda menu, place: None)  # a popup would grab the keyboard
    first = widgets(journal)[0]
    QTest.mouseClick(first.due, Qt.MouseButton.LeftButton)
    next(each for each in first._menu.actions() if "two week" in each.text().replace("&", "")).trigger()

    assert journal.lines(tea)[0].due == TODAY + timedelta(days=14)
    assert first.due.text() == "2 Dec"


def test_a_line_ticked_elsewhere_is_ticked_here(journal, tea):
    first, second = journal.lines(tea)
    type_into(journal, 1, "")
    save_lines(
        journal.workbench, tea.id, [Line(first.id, first.text, done=True), Line(second.id, second.text)]
    )

    assert [each.tick.isChecked() for each in widgets(journal)[:2]] == [True, False]
    assert QApplication.focusWidget() is widgets(journal)[1].text


def test_a_line_added_elsewhere_appears_and_undo_takes_it_away(journal, tea):
    lines = [Line(line.id, line.text) for line in journal.lines(tea)]
    save_lines(journal.workbench, tea.id, [*lines, Line(uuid4(), "Third")])
    assert [each.text.text() for each in widgets(journal)] == ["Send the outline", "Thank Hanna", "Third", ""]

    journal.workbench.undo()
    assert [each.text.text() for each in widgets(journal)] == ["Send the outline", "Thank Hanna", ""]


def test_looking_at_lines_saves_nothing(journal, tea):
    for place in range(3):
        type_into(journal, place, "")
    journal.tab.editor.notes.setFocus()

    assert len(list(journal.workbench.store.every(FollowUp))) == 2
    assert journal.workbench.undo_label == "What to follow up changed"


@pytest.mark.parametrize(
    ("due", "done", "chip"),
    [
        (None, False, ("+ day", "plain")),
        (TODAY, False, ("today", "danger")),
        (TODAY, True, ("today", "plain")),
        (date(2026, 12, 2), False, ("2 Dec", "plain")),
        (date(2026, 11, 2), False, ("2 Nov", "danger")),
        (date(2027, 1, 2), False, ("2 Jan 2027", "plain")),
    ],
)
def test_what_is_due_is_red_until_it_is_done(due, done, chip):
    assert due_chip(due, TODAY, done=done) == chip


def test_one_chord_in_the_text_marks_a_line_as_done(journal, tea):
    type_into(journal, 0, "")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert stored(journal, tea) == ["Send the outline", "Thank Hanna"]
    assert [line.done for line in journal.lines(tea)] == [True, False]


def test_a_chord_and_a_key_in_the_text_put_a_line_off(journal, tea):
    type_into(journal, 0, "")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_M)

    assert [line.due for line in journal.lines(tea)] == [TODAY + timedelta(days=1), None]
