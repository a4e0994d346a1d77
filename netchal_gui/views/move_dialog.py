"""Give an interview another day or time."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.interview_form import save_changed
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.interview import Interview
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.form_parts import button, frame, heading, muted_label, primary_button
from netchal_gui.views.interview_card import when_text
from netchal_gui.views.when_field import WhenField
from netchal_gui.words import say, weekday_day
from netchal_gui.workbench import Workbench


class MoveDialog(QDialog):
    """Save or Enter moves the interview as one edit, with a step that keeps its former time."""

    def __init__(
        self, workbench: Workbench, interview: Interview, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._interview = workbench, interview
        self.interview_id = interview.id
        self.setWindowTitle(say("Move interview"))
        self.when = WhenField(workbench.zone)
        self.save = primary_button(say("Move"))
        self.cancel = button(say("Cancel"))
        self._lay_out(title)
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        assert interview.start is not None, "only an interview with a time can be moved"
        self.when.show_when(interview.start, interview.minutes)
        self.when.day.setFocus()

    def _lay_out(self, title: str) -> None:
        body = frame("page", margins=(20, 18, 20, 18), spacing=10)
        box = body.layout()
        assert isinstance(box, QVBoxLayout)
        box.addStrut(480)
        box.addWidget(heading(title, 1.2))
        box.addWidget(muted_label(_now(self._interview, self._workbench.zone), wrap=True))
        box.addWidget(self.when)
        box.addStretch(1)
        footer = frame("footer")
        foot = footer.layout()
        assert isinstance(foot, QVBoxLayout)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(body, 1)
        whole.addWidget(footer)

    def _save(self) -> None:
        draft = replace(self._interview, start=self.when.start, minutes=self.when.length)
        try:
            save_changed(self._workbench, self._interview, draft)
        except (Refused, StoreFault) as fault:
            self.when.show_problem(explain(fault) or str(fault))
            return
        self.accept()


def _now(interview: Interview, zone: str) -> str:
    day = weekday_day(interview.start.day) if interview.start else ""
    return say("Now {day}, {time}", day=day, time=when_text(interview, zone).replace("\n", ", "))
