"""Undo and redo as the window offers them: drafts are saved first, long ones run as a job."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netchal_gui.commands.faults import explain
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.domain.edit import Edit

LONG = 200
"""An edit of more changes than this is carried out off the GUI thread."""


class History(QObject):
    """``message(sentence)`` says what was undone or why not; ``changed`` when the labels may be others."""

    message = Signal(str)
    changed = Signal()

    def __init__(
        self, workbench: Workbench, jobs: Jobs, flush: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._flush = flush
        self._busy = False

    def undo(self) -> None:
        if self._flush():
            self._carry_out(self._workbench.next_undo, self._workbench.undo, self._undone)

    def redo(self) -> None:
        if self._flush():
            self._carry_out(self._workbench.next_redo, self._workbench.redo, self._redone)

    def _carry_out(
        self,
        edit: "Edit | None",
        work: "Callable[..., Edit | None]",
        done: "Callable[[Edit | None], None]",
    ) -> None:
        if edit is None or self._busy:
            return
        if len(edit.changes) > LONG:
            self._busy = True
            self._jobs.run(work, done, self._failed, edit.label, writes=True)
            return
        try:
            done(work())
        except StoreFault as fault:
            self._failed(fault)

    def _undone(self, edit: "Edit | None") -> None:
        self._settle(say("Undone: {what}.", what=edit.label) if edit else "")

    def _redone(self, edit: "Edit | None") -> None:
        self._settle(say("Done again: {what}.", what=edit.label) if edit else "")

    def _failed(self, error: Exception) -> None:
        self._settle(explain(error) or "")

    def _settle(self, sentence: str) -> None:
        self._busy = False
        self.changed.emit()
        if sentence:
            self.message.emit(sentence)
