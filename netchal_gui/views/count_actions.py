"""Whether a talk counts and what can be decided about it, for cards, menus and lists alike."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from netchal_gui.commands.count_decisions import Verdict, take_back, verdict_on, verdict_text
from netchal_gui.commands.faults import explain
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.faults import StoreFault
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class CountActions(QObject):
    """Dialogs belong to ``window``. ``message(sentence)`` where something could not be done."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window

    def verdict(self, interview_id: UUID) -> Verdict | None:
        """What the current challenge says of an interview that was met in its time."""
        today = from_utc(self._workbench.now(), self._workbench.zone).day
        with self._workbench.store.reading() as reader:
            return verdict_on(reader, interview_id, today, self._workbench.zone)

    def add_to(self, menu: QMenu, verdict: Verdict) -> None:
        """What the talk counts as, and what can be decided about it."""
        menu.addAction(verdict_text(verdict).replace("&", "&&")).setEnabled(False)
        if verdict.can_count:
            menu.addAction(say("Count it &anyway…")).triggered.connect(partial(self.ask, verdict, True))
        if verdict.counts:
            menu.addAction(say("Do &not count this…")).triggered.connect(partial(self.ask, verdict, False))
        if verdict.decision is not None:
            menu.addAction(say("Count by the &rule again")).triggered.connect(partial(self.by_rule, verdict))

    def ask(self, verdict: Verdict, counts: bool) -> None:
        """Ask for the reason, then decide."""
        from netchal_gui.views.count_dialog import CountDialog

        CountDialog(self._workbench, verdict, counts, self._window).open()

    def by_rule(self, verdict: Verdict) -> None:
        """Forget what was decided by hand."""
        try:
            take_back(self._workbench, verdict.challenge, verdict.interview)
        except StoreFault as fault:
            self.message.emit(explain(fault) or str(fault))
