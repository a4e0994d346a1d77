"""Tab goes through forms and pages as one reads them, and a dialog gives the focus back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def name_of(widget):
    return widget.accessibleName() if widget is not None else ""


def tabbed(program, steps):
    """The names of what Tab comes to."""
    names = []
    for _ in range(steps):
        program.press(Qt.Key.Key_Tab)
        names.append(name_of(QApplication.focusWidget()))
    return names


def test_enter_presses_the_button_that_has_the_focus_and_leads_to_the_first_place(start):
    program = start()
    program.press(Qt.Key.Key_Return)

    assert name_of(QApplication.focusWidget()) == "Empty place: People you know"


def test_after_somebody_was_chosen_the_focus_is_on_their_place_again(start):
    program = start()
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_Return)
    program.type("Ada")
    for _ in range(2):  # the suggestion, then the form
        program.press(Qt.Key.Key_Return)

    assert name_of(QApplication.focusWidget()).startswith("Ada, Chosen")


def test_a_chip_leaves_the_fields_after_it_in_their_order(start):
    program = start()
    program.press(Qt.Key.Key_3, ALT)
    program.press(Qt.Key.Key_Return)
    program.type("Ada")
    program.press(Qt.Key.Key_Return)
    order = tabbed(program, 5)
    program.press(Qt.Key.Key_Return)

    assert order == ["Day", "Start", "Length", "Time zone…", "How"]


def test_the_days_page_is_read_from_its_block_to_what_became_of_the_interview(start):
    program = start()
    program.press(Qt.Key.Key_3, ALT)
    program.press(Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_Return)
    program.type("Ada")
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_Return)
    order = tabbed(program, 8)

    assert order[0].startswith("Blocked 12:00") and order[1].startswith("Remove")
    assert order[2:] == ["Ada", "Prepare…", "Interview sheet…", "Add to calendar", "Edit", "Move…"]


def test_an_entry_is_read_from_its_title_to_its_notes(start):
    program = start()
    program.press(Qt.Key.Key_J, CTRL)
    order = tabbed(program, 7)

    assert order[-5:] == ["People", "Tags", "What I learned", "To follow up", "Notes"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_keep_editing_goes_back_to_the_field_one_was_in(start, key):
    program = start()
    program.press(Qt.Key.Key_3, ALT)
    program.press(Qt.Key.Key_Return)
    program.type("Ada")
    program.press(Qt.Key.Key_Return)
    while not isinstance(QApplication.focusWidget(), QComboBox):
        program.press(Qt.Key.Key_Tab)
    field = QApplication.focusWidget()
    program.press(Qt.Key.Key_Escape)
    asked = name_of(QApplication.focusWidget())
    program.press(key)
    back: QWidget | None = QApplication.focusWidget()
    program.press(Qt.Key.Key_Return)

    assert (asked, back) == ("Keep editing", field)
