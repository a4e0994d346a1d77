"""Let a talk count against the rule, or not count although it keeps it: the rule and a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from netchal_gui.commands.challenge_wording import rule_sentence
from netchal_gui.commands.count_decisions import (
    Verdict,
    count_anyway,
    decisions,
    take_out_of_count,
    verdict_text,
)
from netchal_gui.views.exact_edit import ExactLine
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import bold_label, muted_label, named, plain_label
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class CountDialog(FormDialog):
    """``counts``: what is to be decided. A reason is asked for, as one will want to know it later."""

    def __init__(self, workbench: Workbench, verdict: Verdict, counts: bool, parent: QWidget) -> None:
        title = say("Count this talk anyway") if counts else say("Do not count this talk")
        super().__init__(title, say("Count it") if counts else say("Do not count it"), parent)
        self._workbench, self._verdict, self._counts = workbench, verdict, counts
        self.reason = ExactLine()
        self.reason.setMaxLength(200)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setMinimumWidth(460)
        box = self.box()
        box.addWidget(bold_label(say("Talk with {names}", names=self._verdict.names), wrap=True))
        box.addWidget(muted_label(rule_sentence(self._verdict.challenge), wrap=True))
        box.addWidget(plain_label(verdict_text(self._verdict), wrap=True))
        box.addSpacing(6)
        label = plain_label(say("Your reason"))
        named(self.reason, say("Your reason"), label)
        self.reason.setPlaceholderText(
            say("two long letters are a talk, too") if self._counts else say("we only said hello")
        )
        self.reason.setCompleter(self._earlier_reasons())
        box.addWidget(label)
        box.addWidget(self.reason)
        box.addStretch(1)
        self.fit()
        self.reason.setFocus()

    def _earlier_reasons(self) -> QCompleter:
        """What was given as a reason before is offered while one types."""
        before = decisions(self._workbench.store, self._verdict.challenge.id)
        completer = QCompleter(list(dict.fromkeys(each.decision.reason for each in before)), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def is_changed(self) -> bool:
        return bool(self.reason.text().strip())

    def save_draft(self) -> None:
        decide = count_anyway if self._counts else take_out_of_count
        with self.telling_faults():
            decide(self._workbench, self._verdict.challenge, self._verdict.interview, self.reason.text())
            self.accept()
