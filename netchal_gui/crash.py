"""The last line of defence: every error that nobody caught is logged once and shown once, calmly.

The log stays on this computer and holds no personal data: an error's type and where it happened, never its
message or values, which may contain what the person wrote.
"""

import faulthandler
import re
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

from netchal_gui import files
from netchal_gui.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

LOG_NAME, LOG_LIMIT = "netchal.log", 512 * 1024


def log_file(folder: Path) -> Path:
    return folder / LOG_NAME


def describe(error: BaseException) -> str:
    """Type and places of an error and of what caused it, without messages and values."""
    lines = []
    link: BaseException | None = error
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        frames = traceback.extract_tb(link.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(lines)


def _place(error: BaseException) -> str:
    """The same for one error wherever it was called from: its type and the innermost line."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__qualname__} {where}"


def without_values(message: str) -> str:
    """A message of Qt's up to the first quote, path, address or number: what may be personal comes later."""
    return re.split(r"[\"'“/\\\d<]", message, maxsplit=1)[0].strip()[:120]


class CrashReports(QObject):
    """Listens to every place where Python and Qt report errors that nobody caught.

    ``install`` takes the hooks, ``uninstall`` gives them back. ``shown`` tells a new error's description.
    """

    shown = Signal(str)
    _caught = Signal(str)

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self._folder = folder
        self._now = now
        self._known: set[str] = set()
        self._lock = threading.Lock()
        self._log: BinaryIO | None = None
        self._box: QMessageBox | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        with suppress(OSError):
            self._log = files.appending(log_file(self._folder), LOG_LIMIT)
            faulthandler.enable(self._log)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)
        if self._log is not None:
            faulthandler.disable()
            self._log.close()
            self._log = None

    def report(self, error: BaseException) -> None:
        """Log an error and show it, unless the same one was reported before. From any thread."""
        text = describe(error)
        if self._is_new(_place(error)):
            self._write(text)
            self._caught.emit(text)

    def _is_new(self, key: str) -> bool:
        with self._lock:
            if key in self._known:
                return False
            self._known.add(key)
            return True

    def _write(self, text: str) -> None:
        line = f"{self._now():%Y-%m-%dT%H:%M:%SZ} {text}\n"
        with suppress(OSError, ValueError):
            if self._log is not None:
                self._log.write(line.encode())

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self.report(error)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        text = f"Qt {kind.name}: {without_values(message)}"
        if self._is_new(text):
            self._write(text)

    def _show(self, text: str) -> None:
        if self._box is None:
            self._box = self._make_box()
        known = self._box.detailedText()
        self._box.setDetailedText(f"{known}\n\n{text}".strip())
        self._box.show()
        self.shown.emit(text)

    def _make_box(self) -> "QMessageBox":
        from PySide6.QtWidgets import QApplication, QMessageBox

        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Information)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(say("Netchal"))
        box.setText(say("Something went wrong in Netchal; your data is saved."))
        box.setInformativeText(
            say(
                "You can go on working. The details below hold no personal data; "
                "they were written to {file} and stay on this computer.",
                file=log_file(self._folder),
            )
        )
        box.setModal(False)
        copy = box.addButton(say("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(self._copy)
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(self._forget_box)
        return box

    def _copy(self) -> None:
        if self._box is not None:
            QGuiApplication.clipboard().setText(self._box.detailedText())

    def _forget_box(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
