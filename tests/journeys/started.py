"""A program on a data file of its own, made as a start makes it, and what can be seen in its window."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStatusBar,
    QWidget,
)

from netchal_gui.commands.export_all import export_all
from netchal_gui.settings import Settings, ThemeChoice
from netchal_gui.views.month_grid import MonthGrid
from netchal_gui.views.opening import open_data
from netchal_gui.views.program import Program, system_zone
from netchal_gui.views.theme import Theme

PATIENCE = 60.0
"""Seconds until a test that waits for something gives up; no test depends on how long it took."""
LINES = 20
"""So many lines of a list can be read at once; a long list is not read to its end."""


class Started:
    """One start of the program. ``close`` as a person closes it: the window first, then all the rest."""

    def __init__(self, qt: QApplication, folder: Path) -> None:
        self.folder = folder
        self.qt = qt
        self.is_closed = False
        opened = open_data(folder / "data" / "netchal.db", (), system_zone())
        assert opened is not None
        settings = Settings(folder / "window.ini")
        self.program = Program(self.qt, opened, settings, Theme(self.qt, ThemeChoice.LIGHT))
        self.window = self.program.window
        self.is_ready = False
        self.window.ready.connect(self._ready)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: self.is_ready)
        self.settle()

    def _ready(self) -> None:
        self.is_ready = True

    def close(self) -> None:
        if self.is_closed:
            return
        self.is_closed = True
        self.window.close()
        self.program.close()
        QTest.qWait(0)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, sent to whichever window has the focus, as a window system does."""
        QTest.keyClick(self.qt.focusWindow(), key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.qt.focusWindow(), letter)
        self.settle()

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(1)

    def settle(self) -> None:
        """Until no job is under way and a window has the focus, as a window manager sees to."""
        for _ in range(3):
            QTest.qWait(0)
            self.until(lambda: not self.program.jobs.busy)
        if self.qt.focusWindow() is None:
            self.window.activateWindow()
            QTest.qWait(0)

    def exported(self) -> bytes:
        """The whole content of the data file, as ``export all`` writes it."""
        target = self.folder / "everything.json"
        export_all(self.program.workbench, target)
        return target.read_bytes()

    def calendar_files(self) -> list[Path]:
        """The .ics files that lie in the export folder."""
        return sorted(Path(os.environ["XDG_DOCUMENTS_DIR"]).rglob("*.ics"))

    def people(self) -> list[str]:
        rows = self.program.workbench.store.rows("SELECT name FROM contact ORDER BY name")
        return [name for (name,) in rows]

    def seen(self) -> list[str]:
        """What can be read in the window, but for the status bar, which tells what was done last."""
        widgets = [each for each in self.window.findChildren(QWidget) if each.isVisible()]
        return [text for each in widgets if not _in_status_bar(each) for text in _texts(each)]


def _in_status_bar(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return above is not None and (isinstance(above, QStatusBar) or _in_status_bar(above))


def _texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return [widget.text()]
    if isinstance(widget, QPlainTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, MonthGrid):
        return _cells(widget.model(), Qt.ItemDataRole.AccessibleTextRole)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        return _cells(widget.model(), Qt.ItemDataRole.DisplayRole)
    return []


def _cells(model: QAbstractItemModel, role: Qt.ItemDataRole) -> list[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    rows = range(min(LINES, model.rowCount(QModelIndex())))
    return [str(model.index(row, column).data(role)) for row in rows for column in range(columns)]
