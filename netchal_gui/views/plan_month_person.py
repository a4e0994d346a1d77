"""One person in a line of the plan: avatar, name, and what there is to say about them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netchal_gui.domain.contact import initials
from netchal_gui.storage.home_queries import Person
from netchal_gui.views.chips import Avatar, ChipLabel
from netchal_gui.views.form_parts import muted_label, plain_label
from netchal_gui.words import relation, say

AVATAR, GAP, NARROWEST_TEXT = 30, 10, 200
"""Pixels; where the text would get less beside the buttons, they stand below it."""


class PersonRow(QWidget):
    """What can be done with the person stands at the end, or below where the row is narrow."""

    def __init__(self, person: Person, detail: str, buttons: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.person = person
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 2, 0, 2)
        self._box.setSpacing(4)
        self._box.addLayout(self._about(person, detail), 1)
        self._buttons = QWidget()
        if buttons:
            row = QHBoxLayout(self._buttons)
            row.setContentsMargins(0, 0, 0, 0)
            for each in buttons:
                row.addWidget(each)
            self._box.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the buttons below the text: only then does the row hear that it is too narrow."""
        return QSize(
            max(NARROWEST_TEXT, self._buttons.sizeHint().width()), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._buttons.sizeHint().width() - AVATAR - 2 * GAP
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if room > NARROWEST_TEXT else direction.TopToBottom)

    def _about(self, person: Person, detail: str) -> QHBoxLayout:
        about = QHBoxLayout()
        about.setSpacing(GAP)
        about.addWidget(Avatar(initials(person.name), person.relation, AVATAR))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(plain_label(person.name, wrap=True))
        column.addWidget(muted_label(detail, wrap=True, small=True))
        about.addLayout(column, 1)
        word = relation(person.relation)  # type: ignore[arg-type]
        about.addWidget(ChipLabel(word, person.relation))
        self.setAccessibleName(
            say("{name}, {relation}, {detail}", name=person.name, relation=word, detail=detail)
        )
        return about
