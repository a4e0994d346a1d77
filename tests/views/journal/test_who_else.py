"""At the end of an entry about a talk: who else should I meet? Saved at once, each answer one step."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.commands.journal import write_up
from netchal_gui.commands.plan import plan
from netchal_gui.domain.interview import Interview, WhoElse
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.journal import JournalEntry


@pytest.fixture
def entry(journal: Any) -> JournalEntry:
    talk = plan(journal.workbench, ["Ada", "Bob"], datetime(2026, 11, 18, 12)).interview
    made = write_up(journal.workbench, talk)
    journal.open()
    journal.tab.show_object(JournalEntry, made.id)
    return made


def answers(journal: Any) -> list[WhoElse]:
    (talk,) = [each for each in journal.workbench.store.every(Interview) if len(each.people) == 2]
    return [each.who_else for each in talk.participants]


def rows(journal: Any) -> Any:
    return journal.tab.editor.who_else.rows.rows()


def test_each_person_of_the_talk_is_asked_for(journal: Any, entry: JournalEntry) -> None:
    assert [row.person.name for row in rows(journal)] == ["Ada", "Bob"]
    assert journal.tab.editor.who_else.isVisible()


def test_an_entry_about_no_talk_does_not_ask(journal: Any) -> None:
    made = journal.entry("Tea")
    journal.open()
    journal.tab.show_object(JournalEntry, made.id)

    assert not journal.tab.editor.who_else.isVisible()


def test_names_are_saved_with_enter_after_each(journal: Any, entry: JournalEntry) -> None:
    names = rows(journal)[0].names
    for name in ("Karl", "Mary"):
        QTest.keyClicks(names.focusProxy(), name)
        QTest.keyClick(names.focusProxy(), Qt.Key.Key_Return)

    assert answers(journal) == [WhoElse.NAMED, WhoElse.NOT_ASKED]
    assert journal.workbench.store.count(Introduction) == 2
    assert all(each.id is not None for each in names.chosen())


def test_one_undo_takes_one_answer_back(journal: Any, entry: JournalEntry) -> None:
    QTest.mouseClick(rows(journal)[1].forgot, Qt.MouseButton.LeftButton)
    assert answers(journal) == [WhoElse.NOT_ASKED, WhoElse.FORGOT]
    journal.workbench.undo()

    assert answers(journal) == [WhoElse.NOT_ASKED, WhoElse.NOT_ASKED]
    assert not rows(journal)[1].forgot.isChecked()


def test_what_is_noted_is_there_when_the_entry_is_shown_again(journal: Any, entry: JournalEntry) -> None:
    QTest.mouseClick(rows(journal)[0].nobody, Qt.MouseButton.LeftButton)
    other = journal.entry("Tea")
    journal.tab.show_object(JournalEntry, other.id)
    journal.tab.show_object(JournalEntry, entry.id)

    assert rows(journal)[0].nobody.isChecked()


def test_the_question_comes_last_for_who_goes_by_tab(journal: Any, entry: JournalEntry) -> None:
    journal.tab.editor.notes.setFocus()
    QTest.keyClick(journal.tab.editor.notes, Qt.Key.Key_Tab)

    assert journal.tab.window().focusWidget() is rows(journal)[0].names.focusProxy()


def test_a_promise_by_key_leaves_the_focus_with_the_person(
    journal: Any, entry: JournalEntry, qtbot: Any
) -> None:
    qtbot.waitActive(journal.tab)
    row = rows(journal)[0]
    QTest.keyClicks(row.names.focusProxy(), "Karl")
    QTest.keyClick(row.names.focusProxy(), Qt.Key.Key_Return)
    row.promised.setFocus()
    QTest.keyClick(row.promised, Qt.Key.Key_Space)

    (led,) = journal.workbench.store.every(Introduction)
    assert led.stage is IntroductionStage.PROMISED
    assert row.names.isAncestorOf(journal.tab.window().focusWidget())
