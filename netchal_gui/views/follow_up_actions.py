"""What one does with a follow-up in every list: tick it, put it off, write what it asks for; list all."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.storage.faults import StoreFault
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.views.contact_follow_ups import ContactFollowUps
    from netchal_gui.views.follow_up_row import FollowUpRow
    from netchal_gui.views.home_lists import TaskList


class FollowUpActions(QObject):
    """``message(sentence)`` for the status bar; ``person_wanted(id)`` from the list of all.

    That list opens over whichever tab one is on.
    """

    message = Signal(str)
    person_wanted = Signal(object)

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window
        self.all = QAction(say("All &follow-ups…"), self)
        self.all.setShortcut(QKeySequence("Ctrl+Shift+D"))
        self.all.triggered.connect(self._show_everything)

    def serve(self, part: "FollowUpRow | TaskList | ContactFollowUps") -> None:
        """Carry out what is wished in a list or a row."""
        part.ticked.connect(self.tick)
        part.put_off.connect(self.put_off)
        part.write_wanted.connect(self.write)

    def serve_row(self, row: "FollowUpRow") -> None:
        """The same for a row that stands alone, and what Ctrl+R wishes in it."""
        self.serve(row)
        row.reply_wanted.connect(self.reply)

    def tick(self, follow_up_id: UUID, done: bool = True) -> None:
        """Done, or open again."""
        from netchal_gui.commands.people import tick

        if (stored := self._stored(follow_up_id)) is not None:
            tick(self._workbench, stored, done)

    def put_off(self, follow_up_id: UUID, day: date | None) -> None:
        """To another day, or to none."""
        from netchal_gui.commands.follow_ups import snooze

        if (stored := self._stored(follow_up_id)) is not None:
            snooze(self._workbench, stored, day)

    def write(self, follow_up_id: UUID) -> None:
        """The message that it asks for, drafted; sending it marks it as done."""
        from netchal_gui.commands.refusal import Refused
        from netchal_gui.views.draft_dialog import write_to

        stored = self._stored(follow_up_id)
        if stored is None or stored.contact_id is None:
            return
        try:
            dialog = write_to(self._workbench, stored.contact_id, self._window, follow_up=stored)
        except (Refused, StoreFault) as fault:
            self.message.emit(explain(fault) or str(fault))
            return
        dialog.sent.connect(self.message)
        dialog.open()

    def reply(self, follow_up_id: UUID) -> None:
        """Note that whom it is about replied to a request, or say that none is open."""
        from netchal_gui.commands.pipeline import note_reply
        from netchal_gui.commands.refusal import Refused

        stored = self._stored(follow_up_id)
        if stored is None or stored.contact_id is None:
            return
        try:
            note_reply(self._workbench, stored.contact_id)
        except (Refused, StoreFault) as fault:
            self.message.emit(explain(fault) or str(fault))

    def _show_everything(self) -> None:
        self.show_all()

    def show_all(self, name: str = "") -> None:
        """Everything to follow up, and what was done; of one person by their name."""
        from netchal_gui.views.follow_up_dialog import FollowUpDialog

        dialog = FollowUpDialog(self._workbench, self.serve_row, self._window, name)
        dialog.person_wanted.connect(self.person_wanted)
        dialog.open()

    def _stored(self, follow_up_id: UUID) -> FollowUp | None:
        """None: it was deleted meanwhile."""
        return self._workbench.store.get(FollowUp, follow_up_id)
