"""Ctrl+Z in a text is the text's own while it has something to undo, else the program's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class TextUndo(QObject):
    """Follows the focus; without it a text field swallows Ctrl+Z even when it has nothing to undo."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        app.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, app.focusWidget())

    def stop(self) -> None:
        """No longer follow the focus, and leave the text that has it."""
        self._app.focusChanged.disconnect(self._focus_changed)
        self._focus_changed(self._app.focusWidget(), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(watched)
        redo = event.matches(QKeySequence.StandardKey.Redo) and not _can_redo(watched)
        if undo or redo:
            event.ignore()
        return undo or redo

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _TEXTS):
            before.removeEventFilter(self)
        if isinstance(now, _TEXTS):
            now.installEventFilter(self)


_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)


def _can_undo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return isinstance(widget, (QPlainTextEdit, QTextEdit)) and widget.document().isUndoAvailable()


def _can_redo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    return isinstance(widget, (QPlainTextEdit, QTextEdit)) and widget.document().isRedoAvailable()
