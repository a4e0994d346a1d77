"""Who is in a text for the world, and which lines of the journal: what the preview lets one decide."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netchal_gui.commands.telling import Line, ToldPerson, privacy_words
from netchal_gui.domain.contact import Privacy
from netchal_gui.views.form_parts import muted_label, plain_label, section_title
from netchal_gui.words import say


class PeopleList(QWidget):
    """``privacy_chosen(id, privacy)``: how somebody is shown to the world from now on, everywhere."""

    privacy_chosen = Signal(object, Privacy)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ToldPerson, ...] = ()
        self.choices: dict[str, QComboBox] = {}
        self._title = section_title(say("How people are shown"))
        self._rows = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 10, 0, 0)
        self._box.addWidget(self._title)
        self._box.addWidget(self._rows)

    def show_people(self, people: Sequence[ToldPerson]) -> None:
        """One row each; the fields stay where only a choice changed, so the focus does too."""
        self.setVisible(bool(people))
        if [each.id for each in people] != [each.id for each in self._shown]:
            self._make_rows(people)
        self._shown = tuple(people)
        for person in people:
            box = self.choices[str(person.id)]
            box.setCurrentIndex(box.findData(person.privacy))

    def _make_rows(self, people: Sequence[ToldPerson]) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        self.choices = {}
        for number, person in enumerate(people):
            box = QComboBox()
            for privacy in Privacy:
                box.addItem(privacy_words(privacy), privacy)
            box.setAccessibleName(say("How {name} is shown", name=person.name))
            box.activated.connect(partial(self._choose, person, box))
            grid.addWidget(plain_label(person.name, wrap=True), number, 0)
            grid.addWidget(box, number, 1)
            self.choices[str(person.id)] = box
        self._box.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _choose(self, person: ToldPerson, box: QComboBox, index: int) -> None:
        self.privacy_chosen.emit(person.id, Privacy(box.itemData(index)))


class LineList(QWidget):
    """``toggled(key)``: a line is told although it usually is not, or the other way round."""

    toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[str] = []
        self.boxes: dict[str, QCheckBox] = {}
        self._hints: dict[str, QLabel] = {}
        self._rows = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 10, 0, 0)
        self._box.addWidget(self._rows)

    def show_lines(self, learned: Sequence[Line], follow_ups: Sequence[Line]) -> None:
        lines = (*learned, *follow_ups)
        self.setVisible(bool(lines))
        if [line.key for line in lines] != self._keys:
            self._make_rows(learned, follow_ups)
        self._keys = [line.key for line in lines]
        for line in lines:
            self.boxes[line.key].setChecked(line.told)
            self.boxes[line.key].setEnabled(bool(line.text))
            self._hints[line.key].setText(_hint(line))
            self._hints[line.key].setVisible(bool(_hint(line)))

    def _make_rows(self, learned: Sequence[Line], follow_ups: Sequence[Line]) -> None:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        self.boxes, self._hints = {}, {}
        for title, lines in ((say("What I learned"), learned), (say("To follow up"), follow_ups)):
            if lines:
                column.addWidget(section_title(title))
            for line in lines:
                column.addLayout(self._row(line))
        self._box.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _row(self, line: Line) -> QHBoxLayout:
        box = QCheckBox()
        box.setAccessibleName(line.original)
        box.clicked.connect(partial(self._toggle, line.key))
        hint = muted_label(wrap=True, small=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(plain_label(line.original, wrap=True))
        texts.addWidget(hint)
        row = QHBoxLayout()
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.boxes[line.key], self._hints[line.key] = box, hint
        return row

    def _toggle(self, key: str) -> None:
        self.toggled.emit(key)


def _hint(line: Line) -> str:
    """Why a line is told otherwise than it was written."""
    if not line.text:
        return say("About somebody who is left out.")
    return say("Without the name of {names}.", names=", ".join(line.named)) if line.named else ""
