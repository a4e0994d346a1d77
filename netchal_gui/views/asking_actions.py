"""Whom to ask and who was asked: the pipeline, ideas, an event's people, roles, and what came of it."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from netchal_gui.commands.refusal import Refused
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class AskingActions(QObject):
    """``person_wanted(id)`` to show somebody; ``front_wanted`` before a form opens; ``message(sentence)``."""

    person_wanted = Signal(object)
    front_wanted = Signal()
    message = Signal(str)

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._jobs, self._window = workbench, jobs, parent
        self._pipeline: QWidget | None = None
        self.pipeline = self._action(say("Pipe&line…"), self.open_pipeline, "Ctrl+Shift+P")
        self.ideas = self._action(say("Add &ideas…"), self._open_ideas, "Ctrl+Shift+A")
        self.people_from_event = self._action(say("People from an e&vent…"), self._open_event, "Ctrl+Shift+V")
        self.roles = self._action(say("R&oles I would love…"), self._open_roles, "Ctrl+Shift+R")
        self.yields = self._action(say("What came of each so&urce…"), self._open_yields, "Ctrl+Shift+S")

    def _action(self, text: str, slot: object, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action

    def in_menu(self) -> Sequence[QAction]:
        """What finds people to ask; the pipeline stands by itself."""
        return (self.ideas, self.people_from_event, self.roles, self.yields)

    def reply(self, contact: bytes) -> None:
        """Note that somebody replied to the request that was sent last, or say that none is open."""
        from netchal_gui.commands.pipeline import note_reply

        try:
            note_reply(self._workbench, UUID(bytes=contact))
        except Refused as refusal:
            self.message.emit(str(refusal))

    def add_log(self, menu: QMenu, contact: bytes) -> None:
        """What logs a talk with somebody, at the end of their menu."""
        menu.addAction(say("Log a tal&k with them…")).triggered.connect(partial(self._log_talk, contact))

    def _log_talk(self, contact: bytes) -> None:
        from netchal_gui.views.talk_form import form_with

        form = form_with(self._workbench, [UUID(bytes=contact)], self._window)
        form.logged.connect(self.message)
        form.open()

    def open_pipeline(self) -> None:
        """One window, raised where it is open."""
        from netchal_gui.views.pipeline_window import PipelineWindow

        if self._pipeline is None:
            window = PipelineWindow(self._workbench, self._jobs, self._window)
            window.person_wanted.connect(self.person_wanted)
            window.ideas_wanted.connect(self.ideas.trigger)
            window.yields_wanted.connect(self.yields.trigger)
            window.finished.connect(self._pipeline_closed)
            self._pipeline = window
        self._pipeline.show()
        self._pipeline.raise_()
        self._pipeline.activateWindow()

    def _pipeline_closed(self) -> None:
        self._pipeline = None

    def _over(self) -> QWidget:
        """Forms open over the pipeline where it is open, else over the window."""
        return self._pipeline or self._window

    def _open_ideas(self) -> None:
        from netchal_gui.views.idea_forms import IdeaForm

        self._to_front()
        IdeaForm(self._workbench, self._over()).open()

    def _open_event(self) -> None:
        from netchal_gui.views.idea_forms import EventForm

        self._to_front()
        EventForm(self._workbench, self._over()).open()

    def _open_roles(self) -> None:
        from netchal_gui.views.role_list import RoleList

        self._to_front()
        dialog = RoleList(self._workbench, self._over())
        dialog.person_wanted.connect(self.person_wanted)
        dialog.open()

    def _open_yields(self) -> None:
        from netchal_gui.views.yields_dialog import YieldsDialog

        self._to_front()
        dialog = YieldsDialog(self._workbench, self._jobs, self._over())
        dialog.person_wanted.connect(self.person_wanted)
        dialog.open()

    def _to_front(self) -> None:
        if self._pipeline is None:
            self.front_wanted.emit()
