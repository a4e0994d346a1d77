"""Edit a person: a draft in a dialog, checked while one types, saved as one edit."""

from PySide6.QtWidgets import QWidget

from netchal_gui import words
from netchal_gui.commands.people import change_person, tidied
from netchal_gui.domain.contact import Contact, problems
from netchal_gui.views.contact_fields import ContactFields
from netchal_gui.views.exact_edit import ExactLine
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import named, plain_label, problem_label
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ContactForm(FormDialog):
    """Nothing is stored until Save; nothing is stored either where nothing was changed."""

    def __init__(self, workbench: Workbench, contact: Contact, parent: QWidget | None = None) -> None:
        super().__init__(say("Edit person"), say("Save"), parent)
        self._workbench, self._contact = workbench, contact
        self.name = ExactLine()
        self.fields = ContactFields()
        self._name_problem = problem_label()
        self._lay_out()
        self.show_contact(contact)
        self.name.textEdited.connect(self._check)
        self.fields.changed.connect(self._check)
        self.fields.renamed_to.connect(self.name.setText)

    def _lay_out(self) -> None:
        label = plain_label(say("Name"))
        named(self.name, say("Name"), label)
        box = self.box()
        box.addWidget(label)
        box.addWidget(self.name)
        box.addWidget(self._name_problem)
        box.addWidget(self.fields)
        box.addStretch(1)
        self.resize(640, 640)

    def show_contact(self, contact: Contact) -> None:
        """Load a person; saves nothing."""
        picture = self._workbench.store.photo(contact.photo) if contact.photo else None
        self.name.show_exact(contact.name)
        self.fields.show_contact(contact, picture)
        self.fields.show_problems(problems(contact))
        self.name.setFocus()

    def draft(self) -> Contact:
        return tidied(self.fields.draft(self.name.exact()))

    def is_changed(self) -> bool:
        return self.draft() != tidied(self._contact)

    def save_draft(self) -> None:
        self._check()
        if not self.is_changed():
            self.accept()
            return
        with self.telling_faults():
            change_person(self._workbench, self._contact, self.draft(), self.fields.picture())
            self.accept()

    def _check(self) -> None:
        """Show what is wrong beside the fields."""
        found = list(problems(self.draft()))
        names = [words.problem(each) for each in found if each.field == "name"]
        self._name_problem.setText(" ".join(names))
        self._name_problem.setVisible(bool(names))
        self.fields.show_problems(found)
        self.tell_fault("")
