"""What the lists of the home tab do for people: write, congratulate, note with one key that one did."""

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from netchal_gui.commands.drafts import Choice
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.views.home_lists import TaskList, UnseenList
from netchal_gui.views.touch_actions import TouchActions
from netchal_gui.workbench import Workbench


class Teller(Protocol):
    """Whoever has a ``message(sentence)`` for the status bar."""

    @property
    def message(self) -> SignalInstance: ...


class KeepInTouch(QObject):
    """``message(sentence)`` what was noted, or why it could not be."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, tasks: TaskList, people: UnseenList, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window
        self._touch = TouchActions(workbench, people.chosen, window)
        people.addActions(self._touch.all)
        self._touch.message.connect(self.message)
        tasks.congratulation_wanted.connect(self._congratulate)
        for wanted in (tasks.reminder_wanted, people.write_wanted):
            wanted.connect(self._write)

    def _write(self, contact: bytes) -> None:
        write_from(self, self._workbench, contact, self._window)

    def _congratulate(self, contact: bytes) -> None:
        write_from(self, self._workbench, contact, self._window, TemplateKind.BIRTHDAY)


def write_from(
    teller: Teller,
    workbench: Workbench,
    contact: bytes,
    window: QWidget,
    choice: Choice | TemplateKind = Choice.SUITING,
) -> None:
    """Open the draft of a message to somebody; the teller says what was noted, or why there is none."""
    from netchal_gui.views.draft_dialog import write_to

    try:
        dialog = write_to(workbench, UUID(bytes=contact), window, choice=choice)
    except Refused as refusal:
        teller.message.emit(str(refusal))
        return
    dialog.sent.connect(teller.message)
    dialog.open()
