"""The sheet for the talk: keys alone, saved while one types, and the entry that is there at the end."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.introductions import introductions_of
from netchal_gui.commands.pitches import add_pitch, blank_pitch
from netchal_gui.commands.who_else import named_in
from netchal_gui.domain.interview import Interview, Question, StepKind, WhoElse
from netchal_gui.domain.pitch import Pitch
from netchal_gui.storage.journal_queries import entry_of_interview
from netchal_gui.views.interview_sheet import InterviewSheet
from netchal_gui.views.who_else import WhoElseRow
from netchal_gui.workbench import Workbench
from tests.conftest import Clock
from tests.views.prepare.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], InterviewSheet]


@pytest.fixture
def open_sheet(workbench: Workbench, talk: Interview, pitch: Pitch, show: Show) -> Open:
    def opened() -> InterviewSheet:
        sheet = InterviewSheet(workbench, talk.id, bool)
        show(sheet)
        return sheet

    return opened


def stored(workbench: Workbench, talk: Interview) -> Interview:
    found = workbench.store.get(Interview, talk.id)
    assert found is not None
    return found


def learned(workbench: Workbench, talk: Interview) -> str:
    entry = entry_of_interview(workbench.store, talk.id)
    return entry.learned if entry else ""


def who_else(sheet: InterviewSheet) -> WhoElseRow:
    """What the only person of the talk said."""
    (row,) = sheet.who_else.rows.rows()
    return row


def type_keys(sheet: InterviewSheet, text: str) -> None:
    QTest.keyClicks(sheet.focusWidget(), text)


def press(sheet: InterviewSheet, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(sheet.focusWidget(), key, modifier)


def test_all_answers_are_given_by_typing_and_enter(
    workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    sheet = open_sheet()
    for text in ("For fun", "With friends"):
        type_keys(sheet, text)
        press(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    sheet.close()

    assert learned(workbench, talk) == "- **Why?** For fun\n- **How?** With friends"
    assert all(question.asked for question in stored(workbench, talk).questions)


def test_what_is_typed_is_saved_before_the_sheet_is_closed(
    qtbot: object, workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    sheet = open_sheet()
    type_keys(sheet, "For fun")
    sheet.flush()

    assert learned(workbench, talk) == "- **Why?** For fun"
    sheet.close()


def test_the_line_left_is_one_step_of_undo(workbench: Workbench, talk: Interview, open_sheet: Open) -> None:
    sheet = open_sheet()
    type_keys(sheet, "For")
    sheet.flush()
    type_keys(sheet, " fun")
    sheet.close()
    workbench.undo()

    assert stored(workbench, talk) == talk
    assert learned(workbench, talk) == ""


def test_space_and_ctrl_enter_tick_a_question(
    workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    sheet = open_sheet()
    press(sheet, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    press(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    press(sheet, Qt.Key.Key_Return)
    sheet.close()

    assert [question.asked for question in stored(workbench, talk).questions] == [True, True]


def test_a_second_opening_doubles_nothing_and_goes_to_what_is_open(
    workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    first = open_sheet()
    type_keys(first, "For fun")
    first.close()
    second = open_sheet()
    type_keys(second, "With friends")
    second.close()

    assert learned(workbench, talk) == "- **Why?** For fun\n- **How?** With friends"


def test_a_question_that_comes_up_is_added_and_answered(
    workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    sheet = open_sheet()
    sheet.own.setFocus()
    type_keys(sheet, "When?")
    press(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    type_keys(sheet, "In May")
    sheet.close()

    assert stored(workbench, talk).questions[-1] == Question("When?", True, "In May")


def test_the_end_notes_that_they_met_and_who_was_named(
    workbench: Workbench, clock: Clock, talk: Interview, open_sheet: Open
) -> None:
    clock.later(hours=2)
    ended: list[object] = []
    sheet = open_sheet()
    sheet.written_up.connect(ended.append)
    who_else(sheet).names.setFocus()
    for name in ("Charles Babbage", "Mary Somerville"):
        type_keys(sheet, name)
        press(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    sheet.finish.click()

    entry = entry_of_interview(workbench.store, talk.id)
    assert entry is not None
    assert ended == [entry.id]
    assert stored(workbench, talk).stage is StepKind.MET
    rows = introductions_of(workbench.store, talk.people[0]).by_them
    assert {row.name for row in rows} == {"Charles Babbage", "Mary Somerville"}


def test_asked_and_nobody_is_noted(
    workbench: Workbench, clock: Clock, talk: Interview, open_sheet: Open
) -> None:
    clock.later(hours=2)
    sheet = open_sheet()
    who_else(sheet).nobody.click()
    sheet.finish.click()

    assert stored(workbench, talk).participants[0].who_else is WhoElse.NOBODY


def test_a_name_that_still_stands_there_is_not_lost_by_closing(
    workbench: Workbench, clock: Clock, talk: Interview, open_sheet: Open
) -> None:
    clock.later(hours=2)
    sheet = open_sheet()
    who_else(sheet).names.setFocus()
    type_keys(sheet, "Charles Babbage")
    sheet.close()

    assert [row.name for row in introductions_of(workbench.store, talk.people[0]).by_them] == [
        "Charles Babbage"
    ]


def test_closing_an_untouched_sheet_changes_nothing(
    workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    before = workbench.undo_label
    open_sheet().close()

    assert stored(workbench, talk) == talk
    assert workbench.undo_label == before


def test_the_pitch_that_was_used_is_noted(
    workbench: Workbench, talk: Interview, pitch: Pitch, open_sheet: Open
) -> None:
    sheet = open_sheet()
    sheet.pitch.setCurrentIndex(1)
    sheet.pitch.activated.emit(1)
    sheet.close()

    assert stored(workbench, talk).pitch_id == pitch.id


def test_the_time_is_told_in_minutes(clock: Clock, open_sheet: Open) -> None:
    sheet = open_sheet()
    assert sheet.elapsed.text() == "just begun"
    clock.later(minutes=12)
    sheet._minutes.timeout.emit()

    assert sheet.elapsed.text() == "12 minutes"
    sheet.close()


def test_every_control_of_the_sheet_has_a_name(open_sheet: Open) -> None:
    sheet = open_sheet()
    focus: list[str] = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        focus.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert all(focus), focus
    sheet.close()


def test_the_end_is_one_step_of_undo(
    workbench: Workbench, clock: Clock, talk: Interview, open_sheet: Open
) -> None:
    clock.later(hours=2)
    open_sheet().finish.click()
    workbench.undo()

    assert stored(workbench, talk) == talk
    assert entry_of_interview(workbench.store, talk.id) is None


def test_a_name_is_saved_at_once_with_its_promise(
    workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    sheet = open_sheet()
    who_else(sheet).names.setFocus()
    type_keys(sheet, "Charles Babbage")
    press(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    who_else(sheet).promised.click()

    ((named,),) = named_in(workbench.store, talk.id).values()
    assert (named.person.name, named.promised) == ("Charles Babbage", True)
    sheet.close()


def test_a_sheet_whose_names_cannot_be_saved_stays_and_says_why(
    workbench: Workbench, talk: Interview, open_sheet: Open
) -> None:
    sheet = open_sheet()
    who_else(sheet).names.setFocus()
    type_keys(sheet, "Ada Lovelace")
    sheet.close()

    assert sheet.isVisible()
    assert sheet.fault.text() == "Nobody introduces themselves: choose two people."
    press(sheet, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    sheet.close()
    assert not sheet.isVisible()


def test_a_key_leads_to_who_else(open_sheet: Open) -> None:
    sheet = open_sheet()
    press(sheet, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)

    assert sheet.focusWidget() is who_else(sheet).names.focusProxy()
    sheet.close()


def test_a_pitch_that_was_added_meanwhile_can_be_chosen(workbench: Workbench, open_sheet: Open) -> None:
    sheet = open_sheet()
    add_pitch(workbench, replace(blank_pitch(workbench), title="Longer", text="I build more.", seconds=60))

    assert [sheet.pitch.itemText(place) for place in range(3)] == [
        "none",
        "Short · a founder · 15 s",
        "Longer · 60 s",
    ]
    sheet.close()
