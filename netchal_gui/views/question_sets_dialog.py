"""The questions kept ready: one's own sets, to be changed, and the supplied ones, to begin from."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from netchal_gui import words
from netchal_gui.commands.question_sets import blank_set, own_copy, own_sets, save_sets, supplied_sets
from netchal_gui.domain.interview import Question
from netchal_gui.domain.question_set import QuestionSet
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import button, muted_label, named, plain_label
from netchal_gui.views.question_list import QuestionList
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class QuestionSetsDialog(FormDialog):
    """Holds drafts of one's own sets; Save stores all that changed as one edit. Supplied ones only show."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(say("Questions kept ready"), say("Save"), parent)
        self._workbench = workbench
        self._stored = tuple(own_sets(workbench.store))
        self._drafts = list(self._stored)
        self._supplied = supplied_sets(words.spoken())
        self._shown: QuestionSet | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._list(0)
        self.sets.setFocus()

    def _build(self) -> None:
        self.sets = QListWidget()
        self.sets.setProperty("part", "field")
        self.sets.setWordWrap(True)
        self.sets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        named(self.sets, say("Sets"))
        self.new, self.copy = button(say("New set")), button(say("Copy to change it"))
        self.remove = button(say("Delete set"))
        self.name = QLineEdit()
        self.questions = QuestionList()
        self.supplied = muted_label(say("Comes with Netchal. Copy it to change it."), wrap=True)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(self.sets, 1)
        for each in (self.new, self.copy, self.remove):
            left.addWidget(each)
        label = plain_label(say("Name"))
        named(self.name, say("Name"), label)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.name, 1)
        right.addLayout(row)
        right.addWidget(self.supplied)
        right.addWidget(self.questions, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        self.box().addLayout(both, 1)
        self.setMinimumWidth(640)
        self.resize(760, 560)

    def _connect(self) -> None:
        self.sets.currentRowChanged.connect(self._choose)
        self.new.clicked.connect(self._new)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._remove)

    def is_changed(self) -> bool:
        self._keep_draft()
        return tuple(self._drafts) != self._stored

    def save_draft(self) -> None:
        self._keep_draft()
        kept = {draft.id for draft in self._drafts}
        with self.telling_faults():
            save_sets(self._workbench, self._drafts, [each for each in self._stored if each.id not in kept])
            self.accept()

    def _list(self, row: int) -> None:
        """Name all sets, one's own first, and show one."""
        self._shown = None
        self.sets.blockSignals(True)
        self.sets.clear()
        for draft in self._drafts:
            self.sets.addItem(QListWidgetItem(draft.title or say("New set")))
        for each in self._supplied:
            self.sets.addItem(QListWidgetItem(say("{title} (supplied)", title=each.title)))
        self.sets.setCurrentRow(row)
        self.sets.blockSignals(False)
        self._choose(row)

    def _choose(self, row: int) -> None:
        self._keep_draft()
        self._shown = found = (*self._drafts, *self._supplied)[row]
        is_own = row < len(self._drafts)
        self.name.setText(found.title)
        self.questions.show_questions(Question(text) for text in found.questions)
        self.supplied.setVisible(not is_own)
        for each in (self.name, self.questions, self.remove):
            each.setEnabled(is_own)

    def _keep_draft(self) -> None:
        """What was changed on the right goes into the draft it belongs to."""
        shown = self._shown
        for place, draft in enumerate(self._drafts):
            if shown is not None and draft.id == shown.id:
                texts = tuple(question.text for question in self.questions.questions())
                title = self.name.text()
                self._drafts[place] = replace(draft, title=title, questions=texts)
                self.sets.item(place).setText(title or say("New set"))

    def _new(self) -> None:
        self._begin(blank_set(self._workbench))

    def _copy(self) -> None:
        self._keep_draft()
        self._begin(own_copy(self._workbench, (*self._drafts, *self._supplied)[self.sets.currentRow()]))

    def _begin(self, draft: QuestionSet) -> None:
        self._keep_draft()
        self._drafts.append(draft)
        self._list(len(self._drafts) - 1)
        self.name.setFocus()
        self.name.selectAll()

    def _remove(self) -> None:
        row = self.sets.currentRow()
        self._keep_draft()
        self._drafts.pop(row)
        self._list(min(row, len(self._drafts) + len(self._supplied) - 1))
        self.sets.setFocus()
