"""A talk from its preparation to its entry, by keys alone, from an empty data file."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.storage.journal_queries import entry_of_interview
from netchal_gui.views.interview_sheet import InterviewSheet
from netchal_gui.views.journal_tab import JournalTab
from netchal_gui.views.pitch_drawer import PitchDrawer
from tests.journeys.started import Started

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def program(start: Callable[[], Started]) -> Started:
    """Somebody has been added, and a talk with her is planned."""
    made = start()
    made.press(Qt.Key.Key_N, CTRL)
    made.type("Ada Lovelace")
    made.press(ENTER)
    made.press(Qt.Key.Key_3, ALT)
    made.press(ENTER)
    made.type("Ada")
    made.press(ENTER)
    made.press(ENTER)
    made.press(Qt.Key.Key_2, ALT)
    return made


def talk_of(program: Started) -> Interview:
    (found,) = program.program.workbench.store.every(Interview)
    return found


def reach(program: Started, name: str, key: Qt.Key = TAB) -> None:
    """By Tab to what has this name."""
    for _ in range(40):
        focused = program.qt.focusWidget()
        if focused is not None and focused.accessibleName() == name:
            return
        program.press(key)
    pytest.fail(f"no Tab leads to {name}")


def prepared(program: Started) -> None:
    """The questions for the role, the second one first, and one's own at the end; saved by beginning."""
    program.press(Qt.Key.Key_P, CTRL)
    program.press(ENTER)
    program.press(Qt.Key.Key_Home)
    program.press(Qt.Key.Key_Down, ALT)
    reach(program, "Your own question")
    program.type("When do you go home?")
    program.press(ENTER)
    reach(program, "Begin the talk…")
    program.press(ENTER)


def test_a_list_is_made_put_in_order_and_begun(program: Started) -> None:
    prepared(program)
    texts = [question.text for question in talk_of(program).questions]

    assert texts[1] == "How did you come to this role?"
    assert texts[-1] == "When do you go home?"
    program.press(Qt.Key.Key_Escape)


def test_what_was_answered_and_who_was_named_is_the_entry(program: Started) -> None:
    prepared(program)
    first = talk_of(program).questions[0].text
    program.type("By chance")
    program.press(ENTER)
    program.press(Qt.Key.Key_Space)
    reach(program, "Whom Ada Lovelace named")
    program.type("Charles Babbage")
    program.press(ENTER)
    reach(program, "They will introduce us: Ada Lovelace")
    program.press(Qt.Key.Key_Space)
    reach(program, "Met: show the entry")
    program.press(ENTER)

    talk = talk_of_ada(program)
    entry = entry_of_interview(program.program.workbench.store, talk.id)
    assert entry is not None
    assert talk.stage is StepKind.MET
    assert [question.asked for question in talk.questions[:3]] == [True, True, False]
    assert entry.learned == f"- **{first}** By chance"
    (journal,) = program.window.findChildren(JournalTab)
    (row,) = journal.editor.who_else.rows.rows()
    assert journal.editor.entry_id == entry.id
    assert [chip.name for chip in row.names.chosen()] == ["Charles Babbage"]
    assert row.promised.isChecked()


def test_what_is_changed_in_the_entry_stands_in_the_sheet(program: Started) -> None:
    prepared(program)
    reach(program, "Whom Ada Lovelace named")
    program.type("Charles Babbage")
    program.press(ENTER)
    reach(program, "Met: show the entry")
    program.press(ENTER)
    (journal,) = program.window.findChildren(JournalTab)
    (row,) = journal.editor.who_else.rows.rows()
    row.names.setFocus()
    program.press(Qt.Key.Key_Backspace)
    row.nobody.click()
    program.window.talk_wanted.emit(talk_of_ada(program).id)
    program.settle()
    reach(program, "Whom Ada Lovelace named")
    program.press(TAB)

    asked = program.qt.focusWidget()
    assert asked.accessibleName() == "Asked, nobody: Ada Lovelace"
    assert asked.isChecked()
    program.press(Qt.Key.Key_Escape)


def talk_of_ada(program: Started) -> Interview:
    store = program.program.workbench.store
    (ada,) = [each for each in store.every(Contact) if each.name == "Ada Lovelace"]
    (found,) = [each for each in store.every(Interview) if each.people == (ada.id,)]
    return found


def test_the_pitches_come_beside_the_talk_by_mouse_too(program: Started) -> None:
    prepared(program)
    (sheet,) = program.window.findChildren(InterviewSheet)
    sheet.pitches.click()
    drawer = sheet.findChild(PitchDrawer)

    assert isinstance(drawer, PitchDrawer)
    assert drawer.isVisible()
    sheet.close()
