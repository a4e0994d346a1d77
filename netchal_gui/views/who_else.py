""" "Who else should I meet?", for each person of a talk: names, or asked and nobody, or forgot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from netchal_gui.domain.folding import fold
from netchal_gui.domain.interview import WhoElse
from netchal_gui.domain.talk import Named
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import muted_label, named
from netchal_gui.views.suggestion_list import Suggestion
from netchal_gui.words import say

Find = Callable[[str], Sequence[Suggestion]]


class WhoElseRow(QWidget):
    """What one person said. ``changed`` is the user's doing only."""

    changed = Signal()

    def __init__(self, person: Suggestion, find: Find) -> None:
        super().__init__()
        self.person = person
        self._was_promised = False
        self.names = ChipEdit(say("Whom {name} named", name=person.name), find)
        self.nobody = QCheckBox(say("Asked, nobody"))
        self.forgot = QCheckBox(say("Forgot to ask"))
        self.promised = QCheckBox(say("They will introduce us"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 6)
        box.setSpacing(4)
        box.addWidget(muted_label(say("{name} named", name=person.name), wrap=True))
        box.addWidget(self.names)
        answers = QWidget()
        flow = FlowLayout(answers, spacing=14, between=0)
        for each in (self.nobody, self.forgot, self.promised):
            named(each, f"{each.text()}: {person.name}")
            flow.addWidget(each)
        box.addWidget(answers)
        self.setFocusProxy(self.names)
        self.names.changed.connect(self._named)
        self.nobody.clicked.connect(self._answered)
        self.forgot.clicked.connect(self._answered)
        self.promised.clicked.connect(self._promised)

    def answer(self) -> WhoElse:
        if self.names.chosen():
            return WhoElse.NAMED
        if self.nobody.isChecked():
            return WhoElse.NOBODY
        return WhoElse.FORGOT if self.forgot.isChecked() else WhoElse.NOT_ASKED

    def named(self) -> tuple[Named, ...]:
        """Whom they named, stored people and new names."""
        promised = self.promised.isChecked()
        return tuple(Named(each.id or each.name, promised) for each in self.names.chosen())

    def show_answer(
        self, answer: WhoElse, people: Sequence[Suggestion] = (), *, promised: bool = False
    ) -> None:
        """Load what is noted; sends no signal. Names that are there already stay as they are.

        A promise that was noted is taken back in the introduction's own form.
        """
        self._was_promised = promised
        self.promised.setChecked(promised)
        self.nobody.setChecked(answer is WhoElse.NOBODY)
        self.forgot.setChecked(answer is WhoElse.FORGOT)
        if [each.id for each in self.names.chosen()] != [each.id for each in people]:
            self.names.show_chosen(people)
        self._settle()

    def _named(self) -> None:
        """A name is an answer: the two others go."""
        if self.names.chosen():
            self.nobody.setChecked(False)
            self.forgot.setChecked(False)
        self._settle()
        self.changed.emit()

    def _answered(self) -> None:
        """One of the two at most."""
        other = self.forgot if self.sender() is self.nobody else self.nobody
        other.setChecked(False)
        self.changed.emit()

    def _promised(self) -> None:
        if self.names.chosen():
            self.changed.emit()

    def _settle(self) -> None:
        """Nobody can be nobody and somebody; a promise needs a name."""
        has_names = bool(self.names.chosen())
        if self.promised.hasFocus() and self._was_promised:
            self.names.setFocus()  # what is disabled hands its focus on to anywhere
        self.nobody.setEnabled(not has_names)
        self.forgot.setEnabled(not has_names)
        self.promised.setEnabled(has_names and not self._was_promised)


class WhoElseRows(QWidget):
    """A row for each person, in order; ``changed(row)`` when the user changes one."""

    changed = Signal(object)

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._rows: list[WhoElseRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def rows(self) -> list[WhoElseRow]:
        return list(self._rows)

    def show_people(self, people: Sequence[Suggestion]) -> bool:
        """Have a row for each of these; what was said of those who stay is kept. False: they are the same."""
        if [_key(row.person) for row in self._rows] == [_key(each) for each in people]:
            return False
        here = {_key(row.person): row for row in self._rows}
        rows = [here.get(_key(each)) or self._made(each) for each in people]
        for gone in set(self._rows) - set(rows):
            gone.hide()
            self._box.removeWidget(gone)
            gone.deleteLater()
        for place, row in enumerate(rows):
            self._box.insertWidget(place, row)
            row.show()
        self._rows = rows
        return True

    def take_typed(self) -> None:
        """Names that still stand there as text are taken, as when the form is sent."""
        for row in self._rows:
            row.names.take_typed()

    def _made(self, person: Suggestion) -> WhoElseRow:
        row = WhoElseRow(person, self._find)
        row.show_answer(WhoElse.NOT_ASKED)
        row.changed.connect(self._row_changed)
        return row

    def _row_changed(self) -> None:
        self.changed.emit(self.sender())


def _key(person: Suggestion) -> object:
    return person.id or fold(person.name)
