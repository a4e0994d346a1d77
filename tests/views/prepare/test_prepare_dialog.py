"""Prepare for a talk: the list made from sets and own questions, put in order by keys, saved at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from netchal_gui.commands.answering import answer
from netchal_gui.commands.pitches import delete_pitch
from netchal_gui.commands.preparing import use_pitch
from netchal_gui.commands.question_sets import own_sets
from netchal_gui.domain.interview import Interview, Question
from netchal_gui.domain.pitch import Pitch
from netchal_gui.views.prepare_dialog import PrepareDialog
from netchal_gui.views.question_list import QuestionList
from netchal_gui.views.question_sets_dialog import QuestionSetsDialog
from netchal_gui.workbench import Workbench
from tests.views.prepare.conftest import Show

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(workbench: Workbench, talk: Interview, pitch: Pitch, show: Show) -> PrepareDialog:
    made = PrepareDialog(workbench, talk)
    show(made)
    return made


def texts(questions: QuestionList) -> list[str]:
    return [question.text for question in questions.questions()]


def stored(workbench: Workbench, talk: Interview) -> Interview:
    found = workbench.store.get(Interview, talk.id)
    assert found is not None
    return found


def test_a_set_is_added_once(dialog: PrepareDialog) -> None:
    dialog.add.click()
    dialog.add.click()

    assert texts(dialog.questions)[:3] == ["Why?", "How?", "How did you come to this role?"]
    assert len(texts(dialog.questions)) == 10
    dialog._throw_away()


def test_ones_own_question_is_added_by_enter_and_the_form_stays(dialog: PrepareDialog) -> None:
    QTest.keyClicks(dialog.questions.own, "When?")
    QTest.keyClick(dialog.questions.own, Qt.Key.Key_Return)

    assert texts(dialog.questions) == ["Why?", "How?", "When?"]
    assert dialog.isVisible()
    assert dialog.questions.own.text() == ""
    dialog._throw_away()


def test_alt_and_the_arrows_move_a_question(
    workbench: Workbench, talk: Interview, dialog: PrepareDialog
) -> None:
    QTest.keyClick(dialog.questions.items, Qt.Key.Key_Down, ALT)
    dialog.save.click()

    assert [question.text for question in stored(workbench, talk).questions] == ["How?", "Why?"]
    workbench.undo()
    assert stored(workbench, talk) == talk


def test_delete_takes_a_question_away(dialog: PrepareDialog) -> None:
    QTest.keyClick(dialog.questions.items, Qt.Key.Key_Delete)

    assert texts(dialog.questions) == ["How?"]
    dialog._throw_away()


def test_all_that_keys_do_with_a_question_is_in_its_menu(dialog: PrepareDialog) -> None:
    offered = {action.text().replace("&", ""): action for action in dialog.questions.items.actions()}
    assert list(offered) == ["Move up", "Move down", "Change", "Take away"]
    offered["Move down"].trigger()
    assert texts(dialog.questions) == ["How?", "Why?"]
    offered["Take away"].trigger()

    assert texts(dialog.questions) == ["How?"]
    dialog._throw_away()


def test_a_question_is_reworded_in_its_place(dialog: PrepareDialog) -> None:
    QTest.keyClick(dialog.questions.items, Qt.Key.Key_F2)
    editor = dialog.questions.items.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("When?")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert dialog.isVisible()
    assert texts(dialog.questions) == ["When?", "How?"]
    dialog._throw_away()


def test_a_question_keeps_its_answer_when_it_moves(workbench: Workbench, talk: Interview, show: Show) -> None:
    told = answer(workbench, talk.id, Question("Why?", True, "For fun"))
    dialog = PrepareDialog(workbench, told)
    show(dialog)
    QTest.keyClick(dialog.questions.items, Qt.Key.Key_Down, ALT)
    dialog.save.click()

    assert stored(workbench, talk).questions == (Question("How?"), Question("Why?", True, "For fun"))


def test_the_pitch_is_chosen(
    workbench: Workbench, talk: Interview, pitch: Pitch, dialog: PrepareDialog
) -> None:
    dialog.pitch.setCurrentIndex(1)
    dialog.save.click()

    assert stored(workbench, talk).pitch_id == pitch.id


def test_the_pitch_that_was_chosen_before_stays(
    workbench: Workbench, talk: Interview, pitch: Pitch, show: Show
) -> None:
    use_pitch(workbench, talk.id, pitch.id)
    dialog = PrepareDialog(workbench, stored(workbench, talk))
    show(dialog)

    assert dialog.pitch.currentText() == "Short · a founder · 15 s"
    assert not dialog.is_changed()
    dialog.reject()


def test_a_pitch_that_was_deleted_meanwhile_is_chosen_no_longer(
    workbench: Workbench, talk: Interview, pitch: Pitch, dialog: PrepareDialog
) -> None:
    dialog.pitch.setCurrentIndex(1)
    delete_pitch(workbench, pitch)

    assert dialog.pitch.currentText() == "none"
    dialog.save.click()
    assert stored(workbench, talk).pitch_id is None


def test_leaving_without_a_change_asks_nothing_and_stores_nothing(
    workbench: Workbench, talk: Interview, dialog: PrepareDialog
) -> None:
    dialog.reject()

    assert not dialog.isVisible()
    assert stored(workbench, talk) == talk


def test_beginning_the_talk_saves_the_list_first(
    workbench: Workbench, talk: Interview, dialog: PrepareDialog
) -> None:
    wished: list[object] = []
    dialog.talk_wanted.connect(wished.append)
    dialog.questions.add(["When?"])
    dialog.talk.click()

    assert wished == [talk.id]
    assert len(stored(workbench, talk).questions) == 3


def test_a_supplied_set_is_copied_changed_and_saved(workbench: Workbench, show: Show) -> None:
    dialog = QuestionSetsDialog(workbench)
    show(dialog)
    dialog.copy.click()
    dialog.name.setText("My founders")
    dialog.questions.add(["What is next?"])
    dialog.save.click()

    (own,) = own_sets(workbench.store)
    assert (own.title, own.questions[-1]) == ("My founders", "What is next?")


def test_several_sets_are_changed_as_one_edit(workbench: Workbench, show: Show) -> None:
    dialog = QuestionSetsDialog(workbench)
    show(dialog)
    for name in ("One", "Two"):
        dialog.new.click()
        dialog.name.setText(name)
        dialog.questions.add(["Why?"])
    dialog.save.click()
    assert [each.title for each in own_sets(workbench.store)] == ["One", "Two"]
    workbench.undo()

    assert own_sets(workbench.store) == []


def test_a_set_without_a_name_is_not_saved_and_says_so(workbench: Workbench, show: Show) -> None:
    dialog = QuestionSetsDialog(workbench)
    show(dialog)
    dialog.new.click()
    dialog.questions.add(["Why?"])
    dialog.save.click()

    assert dialog.isVisible()
    assert not dialog._fault.isHidden()
    dialog._throw_away()


def test_a_set_is_deleted_with_the_others(workbench: Workbench, show: Show) -> None:
    dialog = QuestionSetsDialog(workbench)
    show(dialog)
    dialog.copy.click()
    dialog.save.click()
    again = QuestionSetsDialog(workbench)
    show(again)
    again.remove.click()
    again.save.click()

    assert own_sets(workbench.store) == []
