"""Whether an interview counts, on its card, with what can be decided about it a press away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netchal_gui.commands.count_decisions import Verdict, verdict_text
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import plain_label
from netchal_gui.words import say


class CountLine(QWidget):
    """``decision_wanted(verdict, counts)`` and ``rule_wanted(verdict)``; hidden without a verdict."""

    decision_wanted = Signal(object, bool)
    rule_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self.told = plain_label(wrap=True)
        self.count = ElidedButton(say("Count it anyway…"), "plain-link")
        self.leave_out = ElidedButton(say("Do not count this…"), "plain-link")
        self.by_rule = ElidedButton(say("Count by the rule again"), "plain-link")
        links = QWidget()
        flow = FlowLayout(links, spacing=10)
        for each in (self.count, self.leave_out, self.by_rule):
            flow.addWidget(each)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.told)
        box.addWidget(links)
        self.count.clicked.connect(self._count)
        self.leave_out.clicked.connect(self._leave_out)
        self.by_rule.clicked.connect(self._by_rule)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """None: the interview was not met, or no challenge asks for it."""
        self._verdict = verdict
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        name = verdict.challenge.name
        self.told.setText(say("{challenge}: {verdict}", challenge=name, verdict=verdict_text(verdict)))
        self.count.setVisible(verdict.can_count)
        self.leave_out.setVisible(verdict.counts)
        self.by_rule.setVisible(verdict.decision is not None)

    def _count(self) -> None:
        self.decision_wanted.emit(self._verdict, True)

    def _leave_out(self) -> None:
        self.decision_wanted.emit(self._verdict, False)

    def _by_rule(self) -> None:
        self.rule_wanted.emit(self._verdict)
