"""Prepare for a talk: the list of questions, from sets and one's own, and the pitch to use."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from netchal_gui import words
from netchal_gui.commands.faults import explain
from netchal_gui.commands.prepare_facts import prepare_sheet
from netchal_gui.commands.preparing import prepare, suiting
from netchal_gui.commands.question_sets import own_sets, supplied_sets
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.question_set import QuestionSet
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import button, muted_label, named, plain_label
from netchal_gui.views.pitch_choice import PitchChoice
from netchal_gui.views.question_list import QuestionList
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class PrepareDialog(FormDialog):
    """Save stores list and pitch as one edit; ``sheet_wanted(id)``, ``talk_wanted(id)`` come after that."""

    sheet_wanted = Signal(object)
    talk_wanted = Signal(object)

    def __init__(self, workbench: Workbench, interview: Interview, parent: QWidget | None = None) -> None:
        people = workbench.store.get_many(Contact, interview.people)
        name = ", ".join(person.name for person in people)
        super().__init__(say("Prepare for {name}", name=name), say("Save"), parent)
        self._workbench, self._interview, self._people = workbench, interview, people
        self._build()
        self._lay_out()
        self._connect()
        self.show_interview(interview)

    def _build(self) -> None:
        self.sheet, self.talk = button(say("Prepare sheet…")), button(say("Begin the talk…"))
        self.sets, self.pitch = QComboBox(), PitchChoice(self._workbench)
        self.add, self.change_sets = button(say("Add these")), button(say("Change…"))
        self.questions = QuestionList()
        facts = prepare_sheet(self._workbench, self._interview.id).facts
        self.about = muted_label(" · ".join(fact.text for fact in facts), wrap=True)

    def _lay_out(self) -> None:
        self.setMinimumWidth(600)
        box = self.box()
        box.addWidget(self.about)
        box.addLayout(_row(say("Questions for"), self.sets, self.add, self.change_sets))
        box.addWidget(self.questions, 1)
        box.addLayout(_row(say("Pitch"), self.pitch))
        for place, each in enumerate((self.sheet, self.talk)):
            self.buttons.insertWidget(place, each)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add_set)
        self.change_sets.clicked.connect(self._change_sets)
        self.sheet.clicked.connect(self._sheet)
        self.talk.clicked.connect(self._talk)

    def show_interview(self, interview: Interview) -> None:
        """Load the list, and propose the questions that suit the people."""
        self.show_sets()
        fitting = suiting(self._people)
        chosen = (place for place in range(self.sets.count()) if self._set(place).purpose is fitting)
        self.sets.setCurrentIndex(next(chosen, 0))
        self.questions.show_questions(interview.questions)
        self.pitch.show_pitch(interview.pitch_id)
        self.resize(640, 620)
        (self.questions.items if interview.questions else self.add).setFocus()

    def show_sets(self) -> None:
        """The questions kept ready, one's own first; the one that was chosen stays so."""
        before = self.sets.currentText()
        self.sets.clear()
        for each in (*own_sets(self._workbench.store), *supplied_sets(words.spoken())):
            self.sets.addItem(each.title, each)
        self.sets.setCurrentIndex(max(0, self.sets.findText(before)))

    def is_changed(self) -> bool:
        before = self._interview
        return (self.questions.questions(), self.pitch.pitch_id()) != (before.questions, before.pitch_id)

    def save_draft(self) -> None:
        if self._saved():
            self.accept()

    def _saved(self) -> bool:
        try:
            prepare(self._workbench, self._interview.id, self.questions.questions(), self.pitch.pitch_id())
        except (Refused, StoreFault) as fault:
            self.tell_fault(explain(fault) or str(fault))
            return False
        return True

    def _set(self, place: int) -> QuestionSet:
        found = self.sets.itemData(place)
        assert isinstance(found, QuestionSet)
        return found

    def _add_set(self) -> None:
        self.questions.add(self._set(self.sets.currentIndex()).questions)
        self.questions.items.setFocus()

    def _change_sets(self) -> None:
        from netchal_gui.views.question_sets_dialog import QuestionSetsDialog

        dialog = QuestionSetsDialog(self._workbench, self)
        dialog.accepted.connect(self.show_sets)
        dialog.open()

    def _sheet(self) -> None:
        self._leave(self.sheet_wanted)

    def _talk(self) -> None:
        self._leave(self.talk_wanted)

    def _leave(self, wish: object) -> None:
        """Save, and on to what comes next."""
        interview_id: UUID = self._interview.id
        if self._saved():
            self.accept()
            wish.emit(interview_id)  # type: ignore[attr-defined]


def _row(name: str, field: QComboBox, *buttons: QPushButton) -> QHBoxLayout:
    label = plain_label(name)
    named(field, name, label)
    row = QHBoxLayout()
    row.addWidget(label)
    row.addWidget(field, 1)
    for each in buttons:
        row.addWidget(each)
    return row
