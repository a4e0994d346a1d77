"""One question of a talk: its tick, and a line for the answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from netchal_gui.domain.interview import Question
from netchal_gui.views.form_parts import bold_label
from netchal_gui.views.growing_text import OneLineText
from netchal_gui.words import say


class AnswerLine(QWidget):
    """``typed`` with each letter, ``ticked`` when the tick changes, ``left``, ``next_wanted`` for Enter."""

    typed = Signal()
    ticked = Signal()
    left = Signal()
    next_wanted = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._text = question.text
        self.tick = QCheckBox()
        self.tick.setAccessibleName(say("Asked: {question}", question=question.text))
        self.tick.setChecked(question.asked)
        self.answer = Answer(question.text)
        self.answer.show_text(question.answer)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tick, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(bold_label(question.text, wrap=True), 0, 1)
        grid.addWidget(self.answer, 1, 1)
        self.tick.clicked.connect(self.ticked)
        self.answer.typed.connect(self._typed)
        self.answer.left.connect(self.left)
        self.answer.down_wanted.connect(self.next_wanted)
        self.answer.tick_wanted.connect(self._toggle)

    def question(self) -> Question:
        """As it stands on the screen."""
        return Question(self._text, self.tick.isChecked(), self.answer.text())

    def is_open(self) -> bool:
        """Whether it is neither ticked nor answered."""
        return not (self.tick.isChecked() or self.answer.text().strip())

    def _typed(self) -> None:
        """A question that has an answer was asked."""
        if self.answer.text().strip():
            self.tick.setChecked(True)
        self.typed.emit()

    def _toggle(self) -> None:
        self.tick.click()


class Answer(OneLineText):
    """``tick_wanted`` for Ctrl+Enter, and for Space while nothing is written."""

    tick_wanted = Signal()

    def __init__(self, question: str) -> None:
        super().__init__(say("Answer to “{question}”", question=question), say("Answer"))
        self.setProperty("part", "answer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if (enter and ctrl) or (event.key() == Qt.Key.Key_Space and not self.text()):
            self.tick_wanted.emit()
        else:
            super().keyPressEvent(event)
