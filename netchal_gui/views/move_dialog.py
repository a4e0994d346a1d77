"""Give an interview another day or time."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.interview_form import save_changed
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.interview import Interview
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label
from netchal_gui.views.interview_card import when_text
from netchal_gui.views.when_field import WhenField
from netchal_gui.words import say, weekday_day
from netchal_gui.workbench import Workbench


class MoveDialog(FormDialog):
    """Save or Enter moves the interview as one edit, with a step that keeps its former time."""

    def __init__(
        self, workbench: Workbench, interview: Interview, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, say("Move"), parent)
        self._workbench, self._interview = workbench, interview
        self.interview_id = interview.id
        self.setWindowTitle(say("Move interview"))
        self.setMinimumWidth(520)
        self.when = WhenField(workbench.zone)
        self.box().addWidget(muted_label(_now(interview, workbench.zone), wrap=True))
        self.box().addWidget(self.when)
        self.box().addStretch(1)
        assert interview.start is not None, "only an interview with a time can be moved"
        self.when.show_when(interview.start, interview.minutes)
        self._loaded = self._draft()
        self.when.day.setFocus()
        self.fit()

    def is_changed(self) -> bool:
        return self._draft() != self._loaded

    def save_draft(self) -> None:
        try:
            save_changed(self._workbench, self._interview, self._draft())
        except (Refused, StoreFault) as fault:
            self.when.show_problem(explain(fault) or str(fault))
            return
        self.accept()

    def _draft(self) -> Interview:
        return replace(self._interview, start=self.when.start, minutes=self.when.length)


def _now(interview: Interview, zone: str) -> str:
    day = weekday_day(interview.start.day) if interview.start else ""
    return say("Now {day}, {time}", day=day, time=when_text(interview, zone).replace("\n", ", "))
