"""Who may be the person that is being typed: a step away, so that nobody is noted twice."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from netchal_gui.storage.person_queries import NameRow
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import muted_label
from netchal_gui.words import say


class AlikeHint(QFrame):
    """Hidden while there is nobody alike; ``chosen(id)`` when one of them is meant."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "notice")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 8)
        self._box.setSpacing(2)
        self._people: dict[QWidget, UUID] = {}
        self.hide()

    def show_people(self, people: Sequence[NameRow]) -> None:
        """Show these people; they are few."""
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._people = {}
        if people:
            self._box.addWidget(muted_label(say("Already there?")))
        for person in people:
            about = " · ".join(filter(None, (person.name, person.role, person.organisation, person.city)))
            link = ElidedButton(about, "plain-link")
            link.clicked.connect(self._choose)
            self._people[link] = UUID(bytes=person.id)
            self._box.addWidget(link)
        self.setVisible(bool(people))

    def _choose(self) -> None:
        person = self._people.get(self.sender())  # type: ignore[call-overload]
        if person is not None:
            self.chosen.emit(person)
