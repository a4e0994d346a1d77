"""One person in a line of the plan: avatar, name, and what there is to say about them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.domain.contact import initials
from netchal_gui.storage.home_queries import Person
from netchal_gui.views.chips import Avatar, ChipLabel
from netchal_gui.views.form_parts import muted_label, plain_label
from netchal_gui.words import relation, say


class PersonRow(QWidget):
    """Buttons are added at the end of ``row``."""

    def __init__(self, person: Person, detail: str) -> None:
        super().__init__()
        self.person = person
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 2, 0, 2)
        self.row.setSpacing(10)
        self.row.addWidget(Avatar(initials(person.name), person.relation, 30))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(plain_label(person.name, wrap=True))
        column.addWidget(muted_label(detail, wrap=True, small=True))
        self.row.addLayout(column, 1)
        word = relation(person.relation)  # type: ignore[arg-type]
        self.row.addWidget(ChipLabel(word, person.relation))
        self.setAccessibleName(
            say("{name}, {relation}, {detail}", name=person.name, relation=word, detail=detail)
        )
