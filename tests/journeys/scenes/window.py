"""The menus, the finder, and the dialogs that belong to no tab."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QScrollBar

from netchal_gui.crash import CrashReports
from netchal_gui.views.finder import Finder
from netchal_gui.views.preferences_dialog import PreferencesDialog
from netchal_gui.words import say
from scenes.stage import CALENDAR, CONTACTS, Stage, found


def menus(stage: Stage) -> None:
    stage.window.show_tab(CALENDAR)
    bar = stage.window.menuBar()
    for number, action in enumerate(bar.actions()):
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))
        for inner in [each.menu() for each in menu.actions() if each.menu() and each.isEnabled()]:
            assert isinstance(inner, QMenu)
            inner.popup(menu.mapToGlobal(menu.actionGeometry(inner.menuAction()).topRight()))
        stage.shot(f"menu-{number + 1}")


def finder(stage: Stage) -> None:
    _find(stage, "finder", "")
    _find(stage, "finder-typed", "an")
    _find(stage, "finder-nothing", "xyzzy")


def first_finder(stage: Stage) -> None:
    _find(stage, "first-finder", "")


def _find(stage: Stage, name: str, text: str) -> None:
    stage.window.show_tab(CONTACTS)
    stage.window.finder_wanted.emit(QPoint(stage.window.width() - 12, 68))
    panel = found(stage.window, Finder)
    QTest.keyClicks(found(panel, QLineEdit), text)
    stage.shot(name)
    panel.close_panel()


def dialogs(stage: Stage) -> None:
    for name, text in (
        ("settings", say("&Settings…")),
        ("keys", say("&Keys")),
        ("counting", say("&How a challenge counts")),
        ("place", say("&Where the data lives")),
        ("about", say("&About Netchal")),
        ("restore", say("&Restore a backup…")),
    ):
        stage.triggered(name, text)


def circles(stage: Stage) -> None:
    """The end of the settings: rhythms by circle."""
    dialog = PreferencesDialog(stage.workbench, stage.window)
    dialog.open()
    stage.settle()
    for bar in dialog.findChildren(QScrollBar):
        bar.setValue(bar.maximum())
    stage.shot("settings-end")


def first_restore(stage: Stage) -> None:
    stage.triggered("first-restore", say("&Restore a backup…"))


def faults(stage: Stage) -> None:
    stage.window.warn("Netchal cannot write to this folder. Choose another one.")
    stage.shot("warning")
    CrashReports(stage.home).report(ValueError("never shown"))
    stage.shot("crash")


FIRST = (first_finder, first_restore)
FILLED = (menus, finder, dialogs, circles, faults)
