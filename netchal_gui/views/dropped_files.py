"""Files dropped anywhere onto the window, also onto a text field that would paste their names."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDropEvent, QWindow


class DroppedFiles(QObject):
    """Watches a window's own events before its widgets see them; ``dropped(paths)`` with local files."""

    dropped = Signal(object)

    def __init__(self, window: QWindow, wanted: Callable[[Path], bool]) -> None:
        super().__init__(window)
        self._wanted = wanted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGGING or not isinstance(event, QDropEvent):
            return False
        paths = [path for path in local_files(event.mimeData()) if self._wanted(path)]
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def local_files(data: QMimeData) -> list[Path]:
    """The files of this computer that a drag brings."""
    return [Path(url.toLocalFile()) for url in data.urls() if QUrl.isLocalFile(url)]
