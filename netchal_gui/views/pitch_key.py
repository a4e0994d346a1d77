"""F9 on every screen: the pitches over whatever window one is in, dialogs too."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from netchal_gui.views.pitch_drawer import PitchDrawer
from netchal_gui.workbench import Workbench

SHOW, ENTER = "F9", "Shift+F9"


class PitchKey(QObject):
    """The menu has the keys in ``window``; a dialog shuts the menu out, so it gets its own with the focus."""

    def __init__(self, workbench: Workbench, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._workbench, self._window, self._app = workbench, window, app
        app.focusChanged.connect(self._focus_changed)

    def stop(self) -> None:
        """No longer follow the focus."""
        self._app.focusChanged.disconnect(self._focus_changed)

    def toggle(self) -> None:
        """Show or hide the pitches in the window one is in."""
        self._drawer().toggle()

    def enter(self) -> None:
        """Go to the pitches, to copy, add or change one."""
        self._drawer().enter()

    def _drawer(self) -> PitchDrawer:
        active = self._app.activeModalWidget() or self._app.activeWindow()
        window = active if isinstance(active, QDialog) else self._window
        for child in window.children():
            if isinstance(child, PitchDrawer):
                return child
        return PitchDrawer(self._workbench, window)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now is not None else None
        if not isinstance(window, QDialog) or isinstance(window, QMessageBox):
            return
        if window.findChild(QShortcut, SHOW) is None:
            for keys, slot in ((SHOW, self.toggle), (ENTER, self.enter)):
                shortcut = QShortcut(QKeySequence(keys), window)
                shortcut.setObjectName(keys)
                shortcut.activated.connect(slot)
