"""From the first person to a calendar file, with nothing but keys."""

from PySide6.QtCore import Qt

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def add_person(program, name):
    program.press(Qt.Key.Key_N, CTRL)
    program.type(name)
    program.press(Qt.Key.Key_Return)


def plan_for_the_next_day(program, name):
    """Alt+3 is the calendar; the first Enter in the form takes the suggestion, the second saves."""
    program.press(Qt.Key.Key_3, ALT)
    program.press(Qt.Key.Key_Right)
    program.press(Qt.Key.Key_Return)
    program.type(name)
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_Return)


def export_all_planned(program):
    """File, Export, All planned interviews; Enter takes the shape that is offered."""
    program.press(Qt.Key.Key_F, ALT)
    program.press(Qt.Key.Key_X)
    program.press(Qt.Key.Key_L)
    program.press(Qt.Key.Key_Return)


def press_until_no_change(program, key):
    """A key with Ctrl again and again, until it changes nothing any more; what that made of the data."""
    before = None
    while before != (before := program.exported()):
        program.press(key, CTRL)
    return before


def journey(program):
    add_person(program, "Ada Lovelace")
    plan_for_the_next_day(program, "Ada")
    export_all_planned(program)


def test_a_person_an_interview_and_its_calendar_file_are_made_by_keys_alone(start):
    program = start()
    journey(program)
    (file,) = program.calendar_files()

    assert program.people() == ["Ada Lovelace"]
    assert b"Ada Lovelace" in file.read_bytes()
    assert any("1 interview: 12:00 Ada Lovelace" in text for text in program.seen())


def test_undoing_everything_leaves_nobody_and_a_word_about_the_file_that_a_calendar_may_have_taken(start):
    program = start()
    journey(program)
    press_until_no_change(program, Qt.Key.Key_Z)
    (notice,) = (text for text in program.seen() if "Ada Lovelace" in text)

    assert program.people() == []
    assert notice.startswith("Interview with Ada Lovelace. Deleted; your calendar still shows")


def test_undoing_and_redoing_everything_ends_where_it_began(start):
    program = start()
    journey(program)
    whole = program.exported()
    emptied = press_until_no_change(program, Qt.Key.Key_Z)

    assert emptied != whole
    assert press_until_no_change(program, Qt.Key.Key_Y) == whole


def test_after_undo_redo_and_a_new_start_everything_is_there_and_can_be_seen(start):
    first = start()
    journey(first)
    whole = first.exported()
    press_until_no_change(first, Qt.Key.Key_Z)
    press_until_no_change(first, Qt.Key.Key_Y)
    first.close()
    second = start()
    assert second.exported() == whole

    second.press(Qt.Key.Key_2, ALT)
    assert any("Ada Lovelace" in text for text in second.seen())
