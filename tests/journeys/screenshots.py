"""Pictures of every tab, dialog and menu, filled and at a first start, in two sizes.

python tests/journeys/screenshots.py build/screenshots [STYLE…]: light and dark, English and German, and
German in large letters; from the example's data, without a display.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from scenes import (
    asking,
    calendar,
    challenge,
    contacts,
    counting,
    drafts,
    follow_ups,
    friends,
    journal,
    log,
    network,
    person,
    plan_month,
    prepare,
    share,
    window,
)
from scenes.stage import Stage, popups

from netchal_gui import app, words
from netchal_gui.commands.demo import fill
from netchal_gui.settings import Settings, ThemeChoice
from netchal_gui.storage.store import Store
from netchal_gui.views.opening import open_data
from netchal_gui.views.program import Program, system_zone, utc_now
from netchal_gui.views.suggestion_list import SuggestionList
from netchal_gui.views.theme import Theme, scaled
from netchal_gui.workbench import Workbench

STYLES = ("light-en", "dark-de", "light-de", "dark-en", "light-de-large")
LOCALES = {"en": "en_GB.UTF-8", "de": "de_DE.UTF-8"}
SIZES = ((1240, 800), (1024, 700))
AREAS = (
    challenge,
    asking,
    drafts,
    plan_month,
    share,
    counting,
    friends,
    follow_ups,
    person,
    contacts,
    network,
    log,
    calendar,
    journal,
    window,
    prepare,
)
LARGE = 1.25
"""How much larger the letters of the style of that name are."""


class Camera:
    """Takes the window with what stands over it; a picture's name says what is on it."""

    def __init__(self, window: QWidget, folder: Path, style: str) -> None:
        self._window, self._folder, self._style = window, folder, style

    def take(self, name: str) -> None:
        picture = self._window.grab()
        painter = QPainter(picture)
        over = [each for each in popups() if not isinstance(each, QFileDialog)]
        for each in sorted(over, key=_is_no_dialog):
            painter.drawPixmap(self._place(each), framed(each.grab()))
        painter.end()
        size = f"{self._window.width()}x{self._window.height()}"
        picture.save(str(self._folder / f"{name}-{self._style}-{size}.png"))

    def _place(self, over: QWidget) -> QPoint:
        """A dialog in the middle of the window, whatever the display did; all else where it hangs."""
        if isinstance(over, QDialog):
            return self._window.rect().center() - over.rect().center()
        below = over.parentWidget().window() if isinstance(over, SuggestionList) else self._window
        corner = QPoint(0, 0) if below is self._window else self._place(below)
        return corner + over.mapToGlobal(QPoint(0, 0)) - below.mapToGlobal(QPoint(0, 0))


def _is_no_dialog(over: QWidget) -> bool:
    """What hangs on a dialog is drawn after it."""
    return not isinstance(over, QDialog)


def framed(picture: QPixmap) -> QPixmap:
    """With a hairline around it, where a desktop would draw the frame of the dialog."""
    painter = QPainter(picture)
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture


def one_style(folder: Path, style: str) -> None:
    theme, language, *large = style.split("-")
    words.speak(language)
    qt = app.application()
    if large:
        qt.setFont(scaled(qt.font(), LARGE))
    look = Theme(qt, ThemeChoice(theme))
    for filled in (False, True):
        with tempfile.TemporaryDirectory() as home:
            one_window(qt, look, Path(home), partial(Camera, folder=folder, style=style), filled)


def end_of_loop() -> None:
    """Without closing the windows, which ``quit`` would do."""
    QApplication.exit()


def one_window(qt: QApplication, look: Theme, home: Path, camera: "partial[Camera]", filled: bool) -> None:
    path = home / "netchal.db"
    store = Store.open(path)
    if filled:
        fill(Workbench(store, utc_now, uuid4, system_zone()), words.system_language())
    store.close()
    opened = open_data(path, (), system_zone())
    assert opened is not None
    program = Program(qt, opened, Settings(home / "window.ini"), look)
    program.window.show()
    program.window.ready.connect(end_of_loop)
    qt.exec()
    stage = Stage(program, camera(program.window).take, home)
    for size in SIZES:
        program.window.resize(*size)
        stage.settle()
        for area in AREAS:
            for scene in area.FILLED if filled else area.FIRST:
                stage.play(scene)
    program.close()


def taken_apart(folder: Path, style: str) -> None:
    """A style in a process of its own, as language and letters belong to the whole program."""
    language = style.split("-")[1]
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "LANGUAGE": language,
        "LC_ALL": LOCALES[language],
    }
    subprocess.run([sys.executable, __file__, folder, f"={style}"], check=True, env=environ, timeout=600)


def main() -> int:
    folder, styles = Path(sys.argv[1]), sys.argv[2:]
    if styles and styles[0].startswith("="):
        one_style(folder, styles[0].removeprefix("="))
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(partial(taken_apart, folder), styles or STYLES))
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
