"""Tabs in the window: made when needed, brought to the front, handed objects and files."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from netchal_gui.domain.journal import JournalEntry
from netchal_gui.settings import ThemeChoice


def test_before_the_first_paint_only_the_shown_tab_is_made(make):
    assert set(make(shown=False).tabs) == {"contacts"}


def test_after_it_all_tabs_are_there(make):
    assert set(make().tabs) == {"contacts", "journal"}


def test_alt_and_a_number_choose_a_tab(make):
    made = make()
    QTest.keyClick(made.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert made.current() is made.tabs["journal"]


def test_the_last_tab_comes_back_at_the_next_start(make, settings):
    made = make()
    made.window.show_tab(1)
    made.window.close()

    assert set(make(shown=False).tabs) == {"journal"}


def test_the_windows_size_comes_back_at_the_next_start(make):
    made = make()
    made.window.resize(780, 500)
    made.window.close()

    assert make().window.size() == made.window.size()


def test_an_action_of_a_hidden_tab_brings_it_to_the_front(make):
    made = make()
    made.window.show_tab(1)
    QTest.keyClick(made.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert made.current() is made.tabs["contacts"]


def test_an_object_is_shown_in_the_tab_it_belongs_to(make):
    made = make()
    made.tabs["contacts"].object_wanted.emit(JournalEntry, UUID(int=7))

    assert made.current() is made.tabs["journal"]
    assert (JournalEntry, UUID(int=7)) in made.tabs["journal"].seen


def test_files_go_to_the_tab_that_takes_them(make):
    made = make()
    made.window.show_tab(1)
    made.window.open_files([Path("people.vcf")])

    assert made.current() is made.tabs["contacts"]


def test_files_that_nobody_takes_are_named(make):
    made = make()
    made.window.open_files([Path("picture.png")])

    assert "picture.png" in made.status()


def test_a_file_dropped_on_a_text_field_is_opened_not_pasted(make, tmp_path):
    made = make()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "people.vcf"))])
    data.setText("people.vcf")
    event = QDropEvent(
        QPointF(60, 90),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(made.window.windowHandle(), event)

    assert [tmp_path / "people.vcf"] in made.tabs["contacts"].seen
    assert made.tabs["contacts"].field.text() == ""


def test_a_chosen_theme_is_kept(make, settings):
    made = make()
    made.window.menus.theme_chosen.emit(ThemeChoice.DARK)

    assert settings.theme is ThemeChoice.DARK
    assert made.theme.choice is ThemeChoice.DARK


def test_the_finder_is_asked_for_with_ctrl_k(make, qtbot):
    made = make()
    with qtbot.waitSignal(made.window.finder_wanted) as wanted:
        QTest.keyClick(made.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert isinstance(wanted.args[0], QPoint)


def test_every_shortcut_belongs_to_one_action_only(make):
    made = make()
    keys = [key.toString() for action in made.window.menus.actions() for key in action.shortcuts()]

    assert len(keys) == len(set(keys))


def test_a_talk_is_logged_from_a_window_beside_too(make, qtbot):
    made = make()
    beside = QDialog(made.window)
    beside.show()
    qtbot.waitActive(beside)
    with qtbot.waitSignal(made.window.menus.log_line_wanted):
        QTest.keyClick(beside, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    beside.close()
