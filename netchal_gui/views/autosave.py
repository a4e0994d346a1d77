"""Saves what is typed, at most two seconds behind, and tries again where that fails."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from netchal_gui.commands.faults import explain

BEHIND = 1_500
"""Milliseconds from the first unsaved letter to saving it."""
AGAIN = 4_000
"""Milliseconds until a save that failed is tried again."""
SOON = 200
"""Milliseconds until a save is tried again that would have made the window wait."""


class Autosave(QObject):
    """Knows which fields of a page have unsaved letters.

    ``save(field, merge)`` writes one field as it is on the screen, or raises; ``merge`` is the same for all
    that is typed in a field until it is left. ``busy()`` tells that writing would have to wait for others.
    ``pending(True)`` from the first unsaved letter until all is saved; ``failed(sentence)`` for the world's
    faults, the text stays where it is; ``saved`` after each success.
    """

    pending = Signal(bool)
    saved = Signal()
    failed = Signal(str)

    def __init__(
        self, save: Callable[[str, tuple[str, int]], None], busy: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._save, self._busy = save, busy
        self._unsaved: dict[str, None] = {}
        self._visit = 0
        self._saving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)

    def is_unsaved(self, field: str) -> bool:
        return field in self._unsaved

    def touch(self, field: str) -> None:
        """A letter was typed in this field."""
        if not self._unsaved:
            self.pending.emit(True)
        self._unsaved[field] = None
        if not self._timer.isActive():
            self._timer.start(BEHIND)

    def leave(self) -> None:
        """The field was left: save, and let what is typed from now on be a step of undo of its own."""
        self.flush()
        self._visit += 1

    def forget(self) -> None:
        """What is unsaved has no place to go to any longer: its page was deleted."""
        self._timer.stop()
        if self._unsaved:
            self._unsaved.clear()
            self.pending.emit(False)

    def flush(self) -> bool:
        """Save everything now. False where that failed, which was told."""
        if self._saving:
            return True
        self._timer.stop()
        self._saving = True
        try:
            while self._unsaved:
                field = next(iter(self._unsaved))
                if not self._saves(field):
                    return False
        finally:
            self._saving = False
        return True

    def _saves(self, field: str) -> bool:
        try:
            self._save(field, (field, self._visit))
        except Exception as error:
            sentence = explain(error)
            if sentence is None:
                raise
            self._timer.start(AGAIN)
            self.failed.emit(sentence)
            return False
        self._unsaved.pop(field, None)
        self.saved.emit()
        if not self._unsaved:
            self.pending.emit(False)
        return True

    def _due(self) -> None:
        if self._busy():
            self._timer.start(SOON)
        else:
            self.flush()
