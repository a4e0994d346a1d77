"""What the window remembers between two starts: its place, its splitters, its tab, the theme.

Whatever changes output lives in the data file instead; losing this file loses nothing.
"""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from netchal_gui.files import make_folder


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """An INI file that may be missing, broken or read-only: then the defaults hold."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        text = str(self._file.value("theme", ""))
        return ThemeChoice(text) if text in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._keep("theme", choice.value)

    @property
    def tab(self) -> str:
        """The name of the tab that was open last, "" at the first start."""
        return str(self._file.value("window/tab", ""))

    @tab.setter
    def tab(self, name: str) -> None:
        self._keep("window/tab", name)

    @property
    def plan_step(self) -> str:
        """Where one was in planning a month: which challenge, month and step; "" for nowhere."""
        return str(self._file.value("plan/step", ""))

    @plan_step.setter
    def plan_step(self, place: str) -> None:
        self._keep("plan/step", place)

    def layout(self, name: str) -> QByteArray:
        """The saved state of a window, splitter or header under its name; empty when there is none."""
        state = self._file.value(f"layout/{name}")
        return state if isinstance(state, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        self._keep(f"layout/{name}", state)

    def save(self) -> None:
        """Write now; a read-only folder costs the window's place and nothing else."""
        self._file.sync()

    def _keep(self, key: str, value: object) -> None:
        try:
            make_folder(self._path.parent)
        except OSError:
            return
        self._file.setValue(key, value)
