"""What one can do with the partner: report to them, and note what they answered."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.challenge import Challenge
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.commands.drafts import Draft


class PartnerActions(QObject):
    """``message(sentence)`` for the status bar; ``front_wanted`` before a dialog opens."""

    message = Signal(str)
    front_wanted = Signal()

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window
        self._challenge: Challenge | None = None
        self.report = QAction(say("Report to the part&ner…"), self)
        self.answer = QAction(say("What the partner &answered…"), self)
        self.report.triggered.connect(self._report)
        self.answer.triggered.connect(self._answer)

    def show_challenge(self, challenge: Challenge | None) -> None:
        """Whose partner the actions are about; without one there is nobody to report to."""
        self._challenge = challenge
        for action in (self.report, self.answer):
            action.setEnabled(challenge is not None and challenge.partner_id is not None)

    def _report(self) -> None:
        from netchal_gui.commands.partner import report_draft
        from netchal_gui.domain.message_template import TemplateKind
        from netchal_gui.views.draft_dialog import DraftDialog

        if self._challenge is None:
            return
        self.front_wanted.emit()
        refill = partial(_refilled, self._workbench, self._challenge)
        try:
            first = report_draft(self._workbench, self._challenge)
        except Refused as refusal:
            self.message.emit(str(refusal))
            return
        dialog = DraftDialog(self._workbench, first, refill, self._window, (TemplateKind.PARTNER,))
        dialog.sent.connect(self.message)
        dialog.open()

    def _answer(self) -> None:
        from netchal_gui.views.answer_dialog import AnswerDialog

        if self._challenge is not None and self._challenge.partner_id is not None:
            self.front_wanted.emit()
            AnswerDialog(self._workbench, self._challenge, self._window).open()


def _refilled(workbench: Workbench, challenge: Challenge, kind: object, language: str) -> "Draft":
    from netchal_gui.commands.partner import report_draft

    return report_draft(workbench, challenge, language)
