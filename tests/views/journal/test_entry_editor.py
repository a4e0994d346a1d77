"""Writing an entry: saved without being asked for, undone in steps, never lost, never in the way."""

import errno

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.journal import change_entry
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.autosave import BEHIND


@pytest.fixture
def tea(journal):
    entry = journal.entry("Tea", learned="First line")
    journal.open()
    return entry


@pytest.fixture
def learned(journal, tea):
    field = journal.tab.editor.learned
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    return field


def full_disk(journal, monkeypatch):
    """Every save fails until the returned function is called."""
    real = journal.workbench.store.put

    def put(*args, **options):
        raise StoreFault("The disk is full. Free some space and try again.")

    monkeypatch.setattr(journal.workbench.store, "put", put)
    return lambda: monkeypatch.setattr(journal.workbench.store, "put", real)


def test_what_is_typed_is_saved_by_itself(journal, tea, learned, qtbot):
    QTest.keyClicks(learned, " and more")
    qtbot.waitUntil(lambda: journal.stored(tea).learned == "First line and more")

    assert journal.tab.editor.head.saved.text() == "saved 18:42"


def test_typing_without_a_pause_does_not_put_off_saving(journal, tea, learned):
    autosave = journal.tab.editor._autosave
    QTest.keyClicks(learned, "a")
    autosave._timer.setInterval(BEHIND)
    first = autosave._timer.id()
    QTest.keyClicks(learned, "bcdef")

    assert autosave._timer.id() == first


def test_the_window_hears_of_unsaved_letters_and_that_they_are_saved(journal, tea, learned):
    told = []
    journal.tab.unsaved.connect(told.append)
    QTest.keyClicks(learned, "ab")
    journal.tab.flush()

    assert told == [True, False]


@pytest.mark.parametrize("leave", ["focus", "tab", "entry", "flush"])
def test_leaving_saves_at_once(journal, tea, learned, leave):
    QTest.keyClicks(learned, "!")
    if leave == "focus":
        journal.tab.list.field.setFocus()
    elif leave == "tab":
        journal.tab.hide()
    elif leave == "entry":
        journal.tab._make_entry()
    else:
        assert journal.tab.flush()

    assert journal.stored(tea).learned == "First line!"


def test_one_visit_to_a_field_is_one_step_of_undo(journal, tea, learned):
    for letters in ("a", "b", "c"):
        QTest.keyClicks(learned, letters)
        journal.tab.flush()
        journal.clock.later(seconds=3)
    journal.workbench.undo()

    assert journal.stored(tea).learned == "First line"
    assert learned.text() == "First line"


def test_after_thirty_seconds_a_new_step_begins(journal, tea, learned):
    for letters in ("a", "b"):
        QTest.keyClicks(learned, letters)
        journal.tab.flush()
        journal.clock.later(seconds=31)
    journal.workbench.undo()

    assert journal.stored(tea).learned == "First linea"


def test_coming_back_to_a_field_begins_a_new_step(journal, tea, learned):
    for letters in ("a", "b"):
        learned.setFocus()
        QTest.keyClicks(learned, letters)
        journal.tab.editor.notes.setFocus()
    journal.workbench.undo()

    assert journal.stored(tea).learned == "First linea"


def test_control_z_in_a_text_takes_back_its_own_letters(journal, tea, learned):
    QTest.keyClicks(learned, "!")
    QTest.keyClick(learned, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert learned.text() == "First line"
    assert journal.workbench.undo_label == "Fill"


def test_loading_an_entry_gives_its_texts_nothing_to_undo(journal, tea, learned):
    assert not learned.document().isUndoAvailable()
    assert not journal.tab.editor.head.title.document().isUndoAvailable()


def test_a_failed_save_keeps_the_text_says_why_and_tries_again(journal, tea, learned, monkeypatch, qtbot):
    monkeypatch.setattr("netchal_gui.views.autosave.AGAIN", 50)
    heal = full_disk(journal, monkeypatch)
    QTest.keyClicks(learned, "!")

    assert not journal.tab.flush()
    assert learned.text() == "First line!"
    assert journal.tab.editor.head.problem.text() == "The disk is full. Free some space and try again."
    assert journal.tab.editor.head.saved.text() == "not saved"
    heal()
    qtbot.waitUntil(lambda: journal.stored(tea).learned == "First line!")
    assert journal.tab.editor.head.problem.isHidden()


def test_an_entry_that_cannot_be_saved_is_not_left(journal, learned, tea, monkeypatch):
    journal.entry("Coffee")
    heal = full_disk(journal, monkeypatch)
    learned.setFocus()
    QTest.keyClicks(learned, "!")
    journal.tab.list.view.setFocus()
    QTest.keyClick(journal.tab.list.view, Qt.Key.Key_Up)

    assert (journal.shown(), learned.text()) == ("Tea", "First line!")
    heal()
    assert journal.tab.flush()
    assert journal.stored(tea).learned == "First line!"


def test_while_a_long_write_goes_on_saving_waits_its_turn(journal, tea, learned, monkeypatch, qtbot):
    monkeypatch.setattr("netchal_gui.views.autosave.BEHIND", 10)
    monkeypatch.setattr("netchal_gui.views.autosave.SOON", 10)
    asked = []
    monkeypatch.setattr(
        type(journal.jobs), "writing", property(lambda jobs: not asked.append(1) and len(asked) < 3)
    )
    QTest.keyClicks(learned, "!")
    qtbot.waitUntil(lambda: journal.stored(tea).learned == "First line!")

    assert len(asked) == 3


def test_a_change_elsewhere_keeps_the_caret_in_its_words(journal, tea, learned):
    learned.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    change_entry(journal.workbench, tea.id, learned="The very 😀 first line")

    assert learned.text() == "The very 😀 first line"
    QTest.keyClicks(learned, "long ")
    assert learned.text() == "The very 😀 first long line"


def test_a_change_elsewhere_leaves_unsaved_letters_alone(journal, tea, learned):
    QTest.keyClicks(learned, " typed")
    change_entry(journal.workbench, tea.id, title="Coffee", learned="Other")

    assert learned.text() == "First line typed"
    assert journal.shown() == "Coffee"
    journal.tab.flush()
    assert journal.stored(tea).learned == "First line typed"


def test_an_entry_deleted_elsewhere_takes_its_unsaved_letters_along_without_a_fault(journal):
    entry = journal.entry("Tea")
    journal.open()
    QTest.keyClicks(journal.tab.editor.learned, "typed")
    journal.workbench.undo()

    assert journal.stored(entry) is None
    assert journal.tab.flush()
    assert journal.faults == []


def test_a_paste_brings_plain_text_only(journal, tea, learned):
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("bold")
    learned.insertFromMimeData(data)

    assert learned.text() == "First linebold"


def test_a_title_is_one_line(journal, tea):
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("two\nlines ")
    title = journal.tab.editor.head.title
    title.selectAll()
    title.insertFromMimeData(data)
    journal.tab.flush()

    assert journal.stored(tea).title == "two lines"


def test_the_caret_stays_in_sight_in_a_long_text(journal, tea, learned):
    for _ in range(80):
        QTest.keyClick(learned, Qt.Key.Key_Return)
    for _ in range(3):
        QApplication.processEvents()
    place = learned.viewport().mapTo(journal.tab.editor.viewport(), learned.cursorRect().center())

    assert journal.tab.editor.viewport().rect().contains(place)


def test_a_disk_fault_of_the_operating_system_is_said_too(journal, tea, learned, monkeypatch):
    def put(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(journal.workbench.store, "put", put)
        QTest.keyClicks(learned, "!")
        assert not journal.tab.flush()
    assert "disk is full" in journal.tab.editor.head.problem.text()
