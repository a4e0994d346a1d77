"""Pictures of every tab, of every dialog that a menu opens, and of an import: every style in two sizes.

python tests/journeys/screenshots.py build/screenshots: light and dark, English and German, the example's
data, without a display.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenuBar, QWidget

from netchal_gui import app, words
from netchal_gui.commands.demo import fill
from netchal_gui.settings import Settings, ThemeChoice
from netchal_gui.storage.store import Store
from netchal_gui.views.opening import open_data
from netchal_gui.views.program import Program, system_zone, utc_now
from netchal_gui.views.theme import Theme
from netchal_gui.workbench import Workbench

SIZES = ((1240, 800), (1024, 700))
CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nN:Lovelace;Ada;;;\r\n"
    "EMAIL:ada@example.org\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Łukasz Größe\r\nTEL:+48 22 555 01 02\r\nBDAY:--0229\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Samuel Adeyemi\r\nN:Adeyemi;Samuel;;;\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n"
)
TABS = ("contacts", "calendar", "journal")


class Camera:
    """Takes the window and what its menus open; a picture's name says what is on it."""

    def __init__(self, window: QWidget, folder: Path, style: str) -> None:
        self._window, self._folder, self._style = window, folder, style

    def take(self, widget: QWidget, name: str) -> None:
        size = f"{self._window.width()}x{self._window.height()}"
        widget.grab().save(str(self._folder / f"{name}-{self._style}-{size}.png"))

    def take_dialog_of(self, action: QAction) -> None:
        """Trigger the action; when its dialog stands, take it and reject it."""
        QTimer.singleShot(400, self.take_open_dialog)
        action.trigger()
        settle(500)

    def take_open_dialog(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                if not isinstance(window, QFileDialog):
                    self.take(window, type(window).__name__)
                window.reject()


def settle(milliseconds: int) -> None:
    """Let the window paint and its background jobs answer."""
    QTimer.singleShot(milliseconds, QApplication.exit)
    QApplication.exec()


def dialog_actions(bar: QMenuBar) -> list[QAction]:
    """What opens a dialog says so by its three dots; what the last menu, Help, opens only tells something."""
    *menus, help_menu = [action.menu() for action in bar.actions() if action.menu()]
    found = [action for menu in menus for action in menu.actions() if action.text().endswith("…")]
    return [action for action in [*found, *help_menu.actions()] if action.isEnabled() and action.text()]


def one_style(folder: Path, theme: ThemeChoice, language: str) -> None:
    words.speak(language)
    with tempfile.TemporaryDirectory() as home:
        store = Store.open(Path(home) / "netchal.db")
        fill(Workbench(store, utc_now, uuid4, system_zone()), language)
        store.close()
        qt = app.application()
        settings = Settings(Path(home) / "window.ini")
        opened = open_data(store.path, (), system_zone())
        assert opened is not None
        program = Program(qt, opened, settings, Theme(qt, theme))
        take_all(program, folder, f"{theme.value}-{language}")
        program.close()


def take_all(program: Program, folder: Path, style: str) -> None:
    window = program.window
    cards = program.workbench.store.path.with_name("Address book.vcf")
    cards.write_text(CARDS, "utf-8")
    camera = Camera(window, folder, style)
    window.show()
    for size in SIZES:
        window.resize(*size)
        for index, tab in enumerate(TABS):
            window.show_tab(index)
            settle(700)
            camera.take(window, tab)
            for action in dialog_actions(window.menuBar()):
                camera.take_dialog_of(action)
        QTimer.singleShot(2000, camera.take_open_dialog)
        window.open_files([cards])
        settle(2500)


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        one_style(folder, ThemeChoice(sys.argv[2]), sys.argv[3])
        return 0
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for theme in ("light", "dark"):
        for language in ("en", "de"):
            again = [sys.executable, __file__, str(folder), theme, language]
            subprocess.run(again, check=True, env={**environ, "LANGUAGE": language}, timeout=600)
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
