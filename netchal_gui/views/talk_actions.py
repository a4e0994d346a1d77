"""Talks with the people one has chosen: plan one, prepare for the next one, log one that took place."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from netchal_gui.domain.contact import Contact
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class TalkActions(QObject):
    """``chosen`` gives the ids of the people that are meant, ``current`` the one to prepare for.

    ``prepare_wanted(interview)`` for the next talk with that person; ``message(sentence)`` for what was done,
    or why it could not be.
    """

    prepare_wanted = Signal(object)
    message = Signal(str)

    def __init__(
        self,
        workbench: Workbench,
        chosen: Callable[[], Sequence[UUID]],
        current: Callable[[], Contact | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workbench, self._window = workbench, parent
        self._chosen, self._current = chosen, current
        self.plan = self._action(say("&Plan interview…"), self._plan)
        self.prepare = self._action(say("Prep&are for the talk…"), self._prepare)
        self.prepare.setShortcut(QKeySequence("Ctrl+P"))
        self.log = self._action(say("Log a tal&k with them…"), self._log)

    def _action(self, text: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def _plan(self) -> None:
        from netchal_gui.commands.interview_form import draft_with
        from netchal_gui.views.plan_dialog import PlanDialog

        people = self._chosen()
        if people:
            PlanDialog(self._workbench, draft_with(self._workbench, people), parent=self._window).open()

    def _prepare(self) -> None:
        from netchal_gui.commands.preparing import next_talk

        contact = self._current()
        talk = next_talk(self._workbench.store, contact.id) if contact is not None else None
        if talk is not None:
            self.prepare_wanted.emit(talk.id)
        elif contact is not None:
            self.message.emit(say("No talk with {name} is planned. Plan one first.", name=contact.name))

    def _log(self) -> None:
        from netchal_gui.views.talk_form import form_with

        people = self._chosen()
        if people:
            form = form_with(self._workbench, people, self._window)
            form.logged.connect(self.message)
            form.open()
