"""Add a person: a name and Enter. The rest is folded away; likely duplicates show while one types."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from netchal_gui import words
from netchal_gui.commands.people import add_person, blank_contact, likely_duplicates, tidied
from netchal_gui.domain.contact import Contact, Relation, problems
from netchal_gui.storage.person_queries import NameRow
from netchal_gui.views.alike_hint import AlikeHint
from netchal_gui.views.contact_fields import ContactFields
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import (
    button,
    muted_label,
    named,
    plain_label,
    problem_label,
)
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class AddPerson(FormDialog):
    """``saved(id)`` for each person stored; ``person_wanted(id)`` when a likely duplicate is chosen."""

    saved = Signal(object)
    person_wanted = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        self.another = button(say("Save and add another"))
        super().__init__(say("Add person"), say("Add person"), parent)
        self._workbench = workbench
        self._blank = blank_contact(workbench)
        self._build()
        self._lay_out()
        self._connect()
        self._begin()

    def footer_buttons(self) -> list[QPushButton]:
        return [self.another, self.cancel, self.save]

    def _build(self) -> None:
        self.name = QLineEdit()
        self.name.setPlaceholderText(say("First and last name"))
        self.hint = AlikeHint()
        self._name_problem = problem_label()
        self.new = QRadioButton(say("new to me"))
        self.known = QRadioButton(say("someone I know"))
        self._relations = QButtonGroup(self)
        for each in (self.new, self.known):
            self._relations.addButton(each)
        self.more = button(say("More…"), part="plain-link")
        self.more.setCheckable(True)
        self.fields = ContactFields(asks_relation=False)
        self.fields.hide()
        self._said = muted_label()

    def _lay_out(self) -> None:
        label = plain_label(say("Name"))
        named(self.name, say("Name"), label)
        relation = QHBoxLayout()
        relation.setSpacing(14)
        relation.addWidget(plain_label(say("They are")))
        relation.addWidget(self.new)
        relation.addWidget(self.known)
        relation.addStretch(1)
        box = self.box()
        for part in (label, self.name, self._name_problem, self.hint):
            box.addWidget(part)
        box.addLayout(relation)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.fields)
        box.addStretch(1)
        self.buttons.insertWidget(0, self._said)
        self.setMinimumWidth(580)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._name_edited)
        self.another.clicked.connect(self._save_and_go_on)
        self.hint.chosen.connect(self._go_to)
        self.more.toggled.connect(self._unfold)
        self.fields.renamed_to.connect(self.name.setText)
        self.fields.changed.connect(self._check)
        self._relations.buttonClicked.connect(self._relation_clicked)

    def _begin(self) -> None:
        """An empty form; whether people are new or known stays as for the last one."""
        relation = Relation.KNOWN if self.known.isChecked() else Relation.NEW
        self._blank = blank_contact(self._workbench)
        self.name.clear()
        self.fields.show_contact(self._blank)
        self.fields.choose_relation(relation)
        (self.known if relation is Relation.KNOWN else self.new).setChecked(True)
        self._show_alike([])
        self.name.setFocus()

    def draft(self) -> Contact:
        return tidied(self.fields.draft(self.name.text()))

    def is_changed(self) -> bool:
        before = self.draft()
        return before != tidied(self._blank) and bool(before.name or not self.fields.isHidden())

    def save_draft(self) -> None:
        self._save(self._close)

    def _save_and_go_on(self) -> None:
        self._save(self._go_on)

    def _save(self, then: Callable[[Contact], None]) -> None:
        self._check(asked=True)
        if any(problem.blocks for problem in problems(self.draft())):
            self.name.setFocus()
            return
        with self.telling_faults():
            added = add_person(self._workbench, self.draft(), self.fields.picture())
            self.saved.emit(added.id)
            then(added)

    def _close(self, _added: Contact) -> None:
        self.accept()

    def _go_on(self, added: Contact) -> None:
        self._said.setText(say("{name} is added.", name=added.name))
        self._begin()

    def _check(self, asked: bool = False) -> None:
        found = list(problems(self.draft()))
        names = [words.problem(each) for each in found if each.field == "name" and asked]
        self._name_problem.setText(" ".join(names))
        self._name_problem.setVisible(bool(names))
        self.fields.show_problems(found)
        self.tell_fault("")

    def _name_edited(self, text: str) -> None:
        self._said.setText("")
        self._check()
        self._show_alike(likely_duplicates(self._workbench, text))

    def _show_alike(self, people: Sequence[NameRow]) -> None:
        self.hint.show_people(people)
        self.fit()

    def _go_to(self, person: UUID) -> None:
        self.person_wanted.emit(person)
        self.done(self.DialogCode.Rejected)

    def _relation_clicked(self) -> None:
        self.fields.choose_relation(Relation.KNOWN if self.known.isChecked() else Relation.NEW)

    def _unfold(self, open_it: bool) -> None:
        self.fields.setVisible(open_it)
        self.more.setText(say("Less") if open_it else say("More…"))
        self.fit()
