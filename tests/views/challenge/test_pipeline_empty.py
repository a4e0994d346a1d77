"""The pipeline while nobody stands in it: one button, and columns once there is anybody to put there."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from netchal_gui.domain.contact import Relation
from netchal_gui.domain.pipeline import Column
from netchal_gui.views.person_drag import data_of
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add


def test_while_nobody_stands_there_one_button_leads_to_ideas(
    window: Any, workbench: Workbench, qtbot: QtBot
) -> None:
    shown = window()
    buttons = [each for each in shown.findChildren(QPushButton) if each.isVisible()]
    with qtbot.waitSignal(shown.ideas_wanted):
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Space)

    assert [each.text() for each in buttons] == ["Add ideas…"]


def test_with_the_first_idea_the_columns_are_there_and_have_the_focus(
    window: Any, workbench: Workbench
) -> None:
    shown = window()
    add(workbench, "Ada")
    QApplication.processEvents()

    assert not shown.empty.isVisible()
    assert shown.board.focused() is shown.board.columns[Column.IDEA]


def test_a_filter_that_nobody_fits_leaves_the_columns(window: Any, workbench: Workbench) -> None:
    add(workbench, "Ada")
    shown = window()
    shown.filter.text.setFocus()
    QTest.keyClicks(shown.filter.text, "Bob")
    QApplication.processEvents()

    assert shown.board.isVisible()
    assert shown.hint.text() == "Nobody fits the filter."


def test_somebody_dragged_over_the_empty_window_finds_the_columns(window: Any, workbench: Workbench) -> None:
    shown = window()
    data = data_of(add(workbench, "Ada", relation=Relation.KNOWN).id.bytes)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    shown.empty.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), move, data, left, no_key))

    assert shown.board.isVisible()
