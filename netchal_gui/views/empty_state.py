"""What stands where there is nothing yet: what is missing, and the one thing to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from netchal_gui.views.form_parts import heading, muted_label
from netchal_gui.views.theme import scaled

WIDEST = 640
"""Pixels; longer sentences are wrapped."""


class EmptyState(QWidget):
    """A title, a sentence or two, buttons one below the other, and a last hint; all in the middle."""

    def __init__(self, title: str, text: str, buttons: Sequence[QPushButton] = (), hint: str = "") -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignCenter
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addStretch(1)
        top = heading(title, 1.85)
        sentence = muted_label(text, wrap=True)
        sentence.setFont(scaled(sentence.font(), 1.1))
        lines = map(sentence.fontMetrics().horizontalAdvance, text.splitlines())
        sentence.setMinimumWidth(min(WIDEST, max(lines, default=0) + 2))
        sentence.setMinimumHeight(sentence.heightForWidth(sentence.minimumWidth()))
        for label in (top, sentence):
            label.setAlignment(middle)
            box.addWidget(label, 0, middle)
        box.addSpacing(14)
        for button in buttons:
            button.setMinimumHeight(38)
            button.setMinimumWidth(180)
            box.addWidget(button, 0, middle)
        if hint:
            box.addSpacing(20)
            box.addWidget(muted_label(hint), 0, middle)
        box.addStretch(1)
