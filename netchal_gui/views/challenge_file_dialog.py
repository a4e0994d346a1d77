"""What a challenge file holds, and what can be done with it: start the challenge, or see the numbers."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from netchal_gui import words
from netchal_gui.commands.challenge_files import keep_friend, own_draft
from netchal_gui.commands.challenge_wording import rule_sentences
from netchal_gui.exchange.challenge_file import ChallengeFile
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import button, muted_label, plain_label
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ChallengeFileDialog(FormDialog):
    """``start_wanted(challenge)``: a draft by its rule; ``kept`` once a friend's numbers are stored."""

    start_wanted = Signal(object)
    kept = Signal()

    def __init__(
        self, workbench: Workbench, found: ChallengeFile, today: date, parent: QWidget | None = None
    ) -> None:
        """Raises Refused where the rule is none that a challenge can have."""
        self._own = own_draft(workbench, found, today.replace(day=1))
        self._workbench, self._found = workbench, found
        self.start = button(say("Start it myself…"))
        numbers = found.progress
        super().__init__(
            self._own.name, say("Show beside my numbers") if numbers else say("Start it…"), parent
        )
        self.start.setVisible(numbers is not None)
        self.setMinimumWidth(560)
        for sentence in rule_sentences(self._own):
            self.box().addWidget(plain_label(sentence, wrap=True))
        if self._own.about:
            self.box().addWidget(muted_label(self._own.about, wrap=True))
        if numbers is not None:
            self.box().addSpacing(8)
            self.box().addWidget(plain_label(self._numbers(today), wrap=True))
        self.box().addStretch(1)
        self.start.clicked.connect(self._start)
        self.fit()

    def footer_buttons(self) -> list[QPushButton]:
        return [self.cancel, self.start, self.save]

    def is_changed(self) -> bool:
        return False

    def save_draft(self) -> None:
        if self._found.progress is None:
            self._start()
            return
        with self.telling_faults():
            keep_friend(self._workbench, self._found)
            self.accept()
            self.kept.emit()

    def _start(self) -> None:
        self.accept()
        self.start_wanted.emit(self._own)

    def _numbers(self, today: date) -> str:
        numbers = self._found.progress
        assert numbers is not None
        return say(
            "{name}: {met} of {goal} met (as of {day})",
            name=numbers.name or say("A friend"),
            met=words.number(sum(numbers.met)),
            goal=words.number(numbers.goal),
            day=words.short_day(numbers.as_of, today),
        )
