"""Builds everything once and hands it on; returns the exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLibraryInfo, QTranslator, qVersion
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QLabel

from netchal_gui import paths, words
from netchal_gui.crash import CrashReports
from netchal_gui.settings import Settings
from netchal_gui.storage.store import Store
from netchal_gui.views.opening import HandedOver, StillOpen, open_data
from netchal_gui.views.program import Program, system_zone, utc_now
from netchal_gui.views.theme import Theme
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

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
        with ExitStack() as stack:
            path = _example(stack) if demo else (data or paths.data_file()).absolute()
            _live(path, app, settings, theme, files)
    except HandedOver:
        return DONE
    except StillOpen:
        sys.stderr.write(say("Netchal has this data file open already.") + "\n")
        return FAULT
    finally:
        reports.uninstall()
    return DONE


def _example(stack: ExitStack) -> Path:
    """A filled data file in a temporary folder that goes with the stack."""
    from tempfile import TemporaryDirectory

    from netchal_gui.commands.demo import fill

    folder = stack.enter_context(TemporaryDirectory(prefix="netchal-demo-"))
    store = Store.open(Path(folder) / "netchal.db")
    fill(Workbench(store, utc_now, uuid4, system_zone()), words.system_language())
    store.close()
    return store.path


def _live(path: Path, app: QApplication, settings: Settings, theme: Theme, files: Sequence[Path]) -> None:
    """One window after the other: closed to restore a backup, it opens again on the restored file."""
    while (opened := open_data(path, files, system_zone())) is not None:
        with theme.undressed():
            program = Program(app, opened, settings, theme, files)
        program.window.show()
        app.exec()
        program.close()
        if program.restore_from is None:
            return
        path, files = opened.path, ()
        _restore(program.restore_from, path)


def _restore(backup: Path, path: Path) -> None:
    """Put a backup in the place of the data file that was just closed."""
    from netchal_gui.views.open_faults import tell_fault
    from netchal_gui.views.restoring import put_in_place

    if fault := put_in_place(backup, path):
        tell_fault(fault)


def application() -> QApplication:
    """Qt, with its own sentences in the language of ours."""
    style = ["-style", "fusion"] if sys.platform.startswith("linux") else []
    app = QApplication([*sys.argv[:1], *style])  # a call for it would load all of QStyle
    app.setApplicationName(paths.APP)
    app.setApplicationDisplayName("Netchal")
    app.setDesktopFileName("org.netchal.Netchal")
    language = words.system_language()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
    return app


def paint_unseen() -> str:
    """For the self-test: paint a window without showing it, and read pictures. Returns Qt's version.

    Raises RuntimeError where Qt paints nothing or cannot read the pictures that people have.
    """
    QApplication.instance() or application()
    window = QLabel("Netchal")
    painted = window.grab().toImage()
    middle = painted.height() // 2
    if len({painted.pixel(x, middle) for x in range(painted.width())}) < 2:
        raise RuntimeError("Qt painted nothing")
    readable = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if missing := {"jpeg", "png"} - readable:
        raise RuntimeError(f"Qt cannot read {sorted(missing)}")
    return f"Qt {qVersion()}"
