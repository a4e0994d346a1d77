"""Undo and redo from the window, and whose undo it is in a text."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit


def test_undo_is_named_after_the_edit_and_takes_it_back(make, workbench, rename):
    made = make()
    rename()
    assert any(action.text() == "&Undo: Person added" for action in made.window.menus.actions())

    QTest.keyClick(made.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert workbench.store.count(Contact) == 0
    assert made.status() == "Undone: Person added."


def test_redo_carries_it_out_again(make, workbench, rename):
    made = make()
    rename()
    made.window.history.undo()
    assert any(action.text() == "&Redo: Person added" for action in made.window.menus.actions())

    QTest.keyClick(made.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    assert workbench.store.count(Contact) == 1
    assert made.status() == "Done again: Person added."


def test_undo_in_a_text_is_the_texts_own_while_it_has_something(make, workbench, rename):
    made = make()
    rename()
    made.window.activateWindow()
    field = made.tabs["contacts"].field
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == ""
    assert workbench.store.count(Contact) == 1


def test_undo_in_a_text_with_nothing_to_undo_is_the_programs(make, workbench, rename):
    made = make()
    rename()
    made.window.activateWindow()
    made.tabs["contacts"].field.setFocus()
    QTest.keyClick(made.tabs["contacts"].field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert workbench.store.count(Contact) == 0


def test_undo_saves_what_is_being_typed_first(make, workbench, rename):
    made = make()
    rename()
    made.tabs["contacts"].saves = False
    made.window.history.undo()

    assert workbench.store.count(Contact) == 1


def test_an_undo_of_very_many_changes_leaves_the_window_free(make, workbench, qtbot):
    made = make()
    people = [Contact(id=UUID(int=n), name=f"P{n}", created=workbench.now()) for n in range(1, 302)]
    workbench.apply(Edit("People imported", tuple(Change(None, person) for person in people)))
    made.window.history.undo()
    assert made.jobs.busy

    qtbot.waitUntil(lambda: made.status() == "Undone: People imported.")
    assert workbench.store.count(Contact) == 0
