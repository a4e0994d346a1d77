"""Builds everything once and hands it on; returns the exit code."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from netchal_gui import paths, words
from netchal_gui.crash import CrashReports
from netchal_gui.settings import Settings
from netchal_gui.views.opening import HandedOver, Opened, StillOpen, open_data
from netchal_gui.views.program import Program
from netchal_gui.views.theme import Theme
from netchal_gui.words import say

DONE, FAULT = 0, 1


def run(data: Path | None, *, demo: bool = False, files: Sequence[Path] = ()) -> int:
    """Open the window on a data file (None: the usual one) and stay until it is closed."""
    os.umask(0o077)
    app = application()
    reports = CrashReports(paths.log_folder())
    reports.install()
    settings = Settings(paths.config_file())
    theme = Theme(app, settings.theme)
    try:
        opened = open_data((data or paths.data_file()).absolute(), files, _restore)
    except HandedOver:
        return DONE
    except StillOpen:
        sys.stderr.write(say("Netchal has this data file open already.") + "\n")
        return FAULT
    if opened is not None:
        _live(app, opened, settings, theme, files)
    reports.uninstall()
    return DONE


def _live(app: QApplication, opened: Opened, settings: Settings, theme: Theme, files: Sequence[Path]) -> None:
    """Show the window and stay until it is closed."""
    program = Program(app, opened, settings, theme, files)
    program.window.show()
    app.exec()
    program.close()


def _restore(data: Path, parent: QWidget | None) -> bool:
    """Whether a backup was chosen and put in place of the data file."""
    return False


def application() -> QApplication:
    """Qt, with its own sentences in the language of ours."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(paths.APP)
    app.setApplicationDisplayName("Netchal")
    app.setDesktopFileName(paths.APP)
    language = words.system_language()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
    return app
