"""The same way with the mouse: clicks on what can be seen; only the names are typed."""

from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QTabBar, QWidget

from netchal_gui.views.month_grid import MonthGrid
from netchal_gui.views.suggestion_list import SuggestionList

LEFT = Qt.MouseButton.LeftButton
STEPS = 3
"""The person, the interview, and the answer on how to export, which is kept with the settings."""


def click(program, widget: QWidget, place: QRect | None = None) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, LEFT, pos=(place or widget.rect()).center())
    program.settle()


def seen(program, kind, text=""):
    """The one visible widget of a kind, with this text where one is given."""
    (found,) = (
        each
        for each in program.qt.allWidgets()
        if isinstance(each, kind) and each.isVisible() and (not text or each.text() == text)
        if program.qt.activeModalWidget() in (None, each.window()) or each.isWindow()
    )
    return found


def choose(program, *way: str) -> None:
    """A click on each entry in turn, from the menu bar down; an entry is named by how it begins."""
    menu = program.window.menuBar()
    for text in way:
        (entry,) = (each for each in menu.actions() if each.text().replace("&", "").startswith(text))
        assert entry.isEnabled()
        click(program, menu, menu.actionGeometry(entry))
        if entry.menu() is not None:
            menu = entry.menu()
            assert isinstance(menu, QMenu)
            program.until(menu.isVisible)


def open_tab(program, title: str) -> None:
    tabs = seen(program, QTabBar)
    (number,) = (each for each in range(tabs.count()) if tabs.tabText(each) == title)
    click(program, tabs, tabs.tabRect(number))


def plan(program, day: date, typed: str) -> None:
    grid = seen(program, MonthGrid)
    QTest.mouseDClick(grid.viewport(), LEFT, pos=grid.place_of(day).number.center())
    program.settle()
    program.type(typed)
    offered = seen(program, SuggestionList)
    click(program, offered.viewport(), offered.visualItemRect(offered.item(0)))
    click(program, seen(program, QPushButton, "Plan"))


def journey(program) -> None:
    choose(program, "File", "Add person")
    program.type("Ada Lovelace")
    click(program, seen(program, QPushButton, "Add person"))
    open_tab(program, "Calendar")
    plan(program, program.program.workbench.now().date() + timedelta(days=1), "Ada")
    choose(program, "File", "Export", "All planned")
    click(program, seen(program, QPushButton, "Export"))


def test_the_way_from_a_person_to_a_calendar_file_and_back_is_there_for_the_mouse(start):
    program = start()
    journey(program)
    whole = program.exported()
    assert len(program.calendar_files()) == 1

    for _ in range(STEPS):
        choose(program, "Edit", "Undo")
    assert program.people() == []

    for _ in range(STEPS):
        choose(program, "Edit", "Redo")
    assert program.exported() == whole


def test_what_the_mouse_made_is_there_after_a_new_start(start):
    first = start()
    journey(first)
    whole = first.exported()
    choose(first, "File", "Quit")
    first.close()
    second = start()
    assert second.exported() == whole

    open_tab(second, "Contacts")
    assert any("Ada Lovelace" in text for text in second.seen())
