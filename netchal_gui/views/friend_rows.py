"""A small table on the home tab's side: one's own numbers and those of friends."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from netchal_gui import words
from netchal_gui.commands.together import TogetherRow
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import emptied, muted_label, plain_label
from netchal_gui.words import say

MOST = 5


class FriendRows(QWidget):
    """``opened`` when a name is pressed."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._grid)

    def show_rows(self, rows: Sequence[TogetherRow]) -> None:
        """Name, met of goal, and how many it will be at this pace."""
        emptied(self._grid)
        for column, title in enumerate((say("Met"), say("At this pace")), start=1):
            self._grid.addWidget(_right(muted_label(title, small=True)), 0, column)
        for number, row in enumerate(rows[:MOST], start=1):
            name = ElidedButton(row.name, "name")
            name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            name.clicked.connect(self.opened)
            self._grid.addWidget(name, number, 0)
            self._grid.addWidget(_right(plain_label(_met(row))), number, 1)
            self._grid.addWidget(_right(plain_label(words.number(row.expected))), number, 2)


def _met(row: TogetherRow) -> str:
    return say("{met} of {goal}", met=words.number(row.met), goal=words.number(row.goal))


def _right(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
