"""The window in which a month is planned, for the tests that use it, and what can be read in it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from netchal_gui.settings import Settings
from netchal_gui.views.jobs import GuiThread, Jobs
from netchal_gui.views.plan_month import PlanMonth
from netchal_gui.workbench import Workbench

DECEMBER = date(2026, 12, 1)


class Desk:
    """A window over a workbench that can be closed and opened again, as one leaves and resumes."""

    def __init__(self, qtbot: QtBot, workbench: Workbench, folder: Path) -> None:
        self.workbench, self.jobs = workbench, Jobs()
        self._thread = GuiThread()
        workbench.deliver = self._thread.call
        self.said: list[str] = []
        self._qtbot = qtbot
        self._settings = Settings(folder / "window.ini")

    def open(self, day: date | None = DECEMBER) -> PlanMonth:
        window = PlanMonth(self.workbench, self.jobs, self._settings, day)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._qtbot.addWidget(window)
        window.show()
        self.settle()
        return window

    def settle(self) -> None:
        """Until whom one could meet has been read."""
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self.jobs.busy)

    def until(self, state: Callable[[], bool]) -> None:
        """Until what a job brought is shown, however many jobs that takes."""
        self._qtbot.waitUntil(state)

    def enter(self, window: PlanMonth, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window.people.ideas.field, Qt.Key.Key_Return, modifier)
        self.settle()


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def ideas(window: PlanMonth) -> list[str]:
    rows = window.people.ideas.rows
    return [str(rows.index(line).data()) for line in range(rows.rowCount())]


def chips(window: PlanMonth) -> list[str]:
    return [chip.text() for chip in window.people.times.chips()]


def seats(window: PlanMonth) -> list[tuple[int, list[str]]]:
    """The days of the times and who is there."""
    return [(row.time.start.day, [chip.text() for chip in row.chips]) for row in window.people.times.rows]


def menu_of(window: PlanMonth) -> QMenu:
    (menu,) = (each for each in window.people.findChildren(QMenu) if each.isVisible())
    return menu
