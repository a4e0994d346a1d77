"""What holds for the window as a whole, with all its real tabs."""

import gc
import re
import threading
from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QTableView

from netchal_gui.views.follow_up_dialog import FollowUpDialog
from tests.journeys.started import Started

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_every_shortcut_belongs_to_one_action_only(start):
    actions = start().window.menus.actions()
    count = Counter(keys.toString() for action in actions for keys in action.shortcuts())

    assert [keys for keys, times in count.items() if times > 1] == []


def test_every_action_is_offered_once(start):
    texts = Counter(action.text() for action in start().window.menus.actions())

    assert [text for text, times in texts.items() if times > 1] == []


def test_after_the_first_person_is_added_the_list_has_the_focus_with_the_person_selected(start):
    program = start()
    program.press(Qt.Key.Key_N, CTRL)
    program.type("Ada Lovelace")
    program.press(Qt.Key.Key_Return)

    focused = program.qt.focusWidget()
    assert isinstance(focused, QTableView)
    assert "Ada Lovelace" in str(focused.currentIndex().siblingAtColumn(0).data())


def test_a_closed_program_leaves_the_text_that_has_the_focus_alone(start, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    program = start()
    field.show()
    field.activateWindow()
    field.setFocus()
    program.settle()
    assert not leaves_undo_to_the_text(field)
    program.close()

    assert leaves_undo_to_the_text(field)


def test_what_a_closed_program_leaves_may_be_cleared_away_on_any_thread(qapp, tmp_path, qtlog):
    program = Started(qapp, tmp_path)
    program.close()
    del program
    collecting = threading.Thread(target=gc.collect)
    collecting.start()
    collecting.join()

    assert [record.message for record in qtlog.records if "thread" in record.message] == []


def leaves_undo_to_the_text(field: QLineEdit) -> bool:
    """A text that gets Ctrl+Z offered as a possible shortcut takes it, whether it can undo or not."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL)
    event.ignore()
    QCoreApplication.sendEvent(field, event)
    return event.isAccepted()


def test_no_two_entries_of_a_menu_open_with_the_same_letter(start):
    menus = start().window.menuBar().findChildren(QMenu)
    letters = [(menu.title(), letter) for menu in menus for letter in _letters(menu)]

    assert [each for each, times in Counter(letters).items() if times > 1] == []


def _letters(menu: QMenu) -> list[str]:
    marked = (re.search(r"&(\w)", action.text()) for action in menu.actions())
    return [found[1].lower() for found in marked if found]


def test_the_challenge_menu_stands_in_groups_of_at_most_seven(start):
    menus = start().window.menuBar().findChildren(QMenu)
    challenge = next(each for each in menus if each.title() == "&Challenge")
    marks = "".join("|" if each.isSeparator() else "." for each in challenge.actions())
    groups = [len(group) for group in marks.rstrip("|").split("|")]

    assert len(groups) > 3
    assert all(0 < size <= 7 for size in groups)


def test_the_list_of_all_follow_ups_opens_over_the_tab_one_is_on(start):
    program = start()
    program.press(Qt.Key.Key_2, ALT)
    before = program.window._pages.currentWidget()
    program.press(Qt.Key.Key_D, CTRL | SHIFT)
    opened = [each for each in program.window.findChildren(FollowUpDialog) if each.isVisible()]
    program.press(Qt.Key.Key_Escape)

    assert len(opened) == 1
    assert program.window._pages.currentWidget() is before
    assert program.qt.focusWindow() is program.window.windowHandle()
