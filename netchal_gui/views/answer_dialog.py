"""What the partner answered to a report: on which day, and in which words."""

from PySide6.QtWidgets import QWidget

from netchal_gui.commands.touches import answer_received
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.day_field import DayField
from netchal_gui.views.exact_edit import ExactText
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_rows import FormRows
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class AnswerDialog(FormDialog):
    """Save or Enter notes it as a contact with the partner, which the last contact counts."""

    def __init__(self, workbench: Workbench, challenge: Challenge, parent: QWidget | None = None) -> None:
        found = workbench.store.get(Contact, challenge.partner_id) if challenge.partner_id else None
        name = found.name if found else say("the partner")
        super().__init__(say("What {name} answered", name=name), say("Save"), parent)
        self._workbench, self._challenge = workbench, challenge
        self._today = from_utc(workbench.now(), workbench.zone).day
        self.setMinimumWidth(460)
        self.day = DayField(self._today)
        self.day.show_day(self._today)
        self.text = ExactText()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(say("may stay empty"))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 5 + 16)
        rows = FormRows()
        rows.add(say("On"), self.day)
        rows.add(say("Answer"), self.text)
        self.box().addWidget(rows)
        self.box().addStretch(1)
        self.fit()
        self.text.setFocus()

    def is_changed(self) -> bool:
        return bool(self.text.exact().strip()) or self.day.day() != self._today

    def save_draft(self) -> None:
        day = self.day.day() or self._today
        with self.telling_faults():
            answer_received(self._workbench, self._challenge, day, self.text.exact())
            self.accept()
