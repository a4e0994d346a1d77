"""Name, Enter, name, Enter: forms that note one person after the other as ideas."""

from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from netchal_gui.commands.ideas import Found, Noted, note_idea
from netchal_gui.commands.people import likely_duplicates
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.edit import Edit
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.alike_hint import AlikeHint
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import button, muted_label, named, plain_label
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

MOST_SHOWN = 8


class QuickPeople(FormDialog):
    """Subclasses lay out their fields with ``begin`` and say by ``found`` where the people were found."""

    def __init__(self, title: str, workbench: Workbench, parent: QWidget) -> None:
        self.take_back = button(say("Undo the last one"))
        super().__init__(title, say("Add"), parent)
        self._workbench = workbench
        self.cancel.setText(say("Close"))
        named(self.cancel, say("Close"))
        self.take_back.setEnabled(False)
        self._steps: list[tuple[Edit, QWidget]] = []
        self._shown: list[QWidget] = []
        self.name = QLineEdit()
        self.name.setPlaceholderText(say("First and last name"))
        self.alike = AlikeHint()
        self._noted = QVBoxLayout()
        self.setMinimumWidth(max(480, self.buttons.sizeHint().width() + 40))

    def found(self) -> Found:
        """Where the people were found, as the fields say."""
        raise NotImplementedError

    def begin(self) -> None:
        """The fields are there: the name below them, and below it whom one has noted."""
        label = plain_label(say("Name, then Enter"))
        named(self.name, say("Name, then Enter"), label)
        for part in (label, self.name, self.alike):
            self.box().addWidget(part)
        self.box().addLayout(self._noted)
        self.box().addStretch(1)
        self.name.textEdited.connect(self._name_edited)
        self.alike.chosen.connect(self._take)
        self.take_back.clicked.connect(self._undo)
        self.fit()

    def footer_buttons(self) -> list[QPushButton]:
        return [self.take_back, self.cancel, self.save]

    def is_changed(self) -> bool:
        return bool(self.name.text().strip())

    def save_draft(self) -> None:
        """Enter in another field goes to the name."""
        if self.name.text().strip() or self.name.hasFocus():
            self._take(self.name.text())
        else:
            self.name.setFocus()

    def _take(self, who: str | UUID) -> None:
        before = self._workbench.next_undo
        try:
            noted = note_idea(self._workbench, who, self.found())
        except (Refused, StoreFault) as fault:
            self.tell_fault(str(fault))
            self.name.setFocus()
            return
        edit = self._workbench.next_undo
        self._tell(noted, edit if edit is not before else None)
        self.name.setText("")
        self._name_edited("")
        self.name.setFocus()

    def _tell(self, noted: Noted, edit: Edit | None) -> None:
        name = noted.contact.name
        if noted.is_new:
            said = say("{name} is noted.", name=name)
        elif edit is not None:
            said = say("{name} was there already and is noted as an idea.", name=name)
        else:
            said = say("{name} was there already; nothing had to be noted.", name=name)
        label = muted_label(said, wrap=True)
        self._noted.insertWidget(0, label)
        if edit is not None:
            self._steps.append((edit, label))
        self.take_back.setEnabled(bool(self._steps))
        self._shown.append(label)
        for old in self._shown[:-MOST_SHOWN]:
            old.hide()

    def _undo(self) -> None:
        """Only what was noted here: where something else came after it, the program's undo is the way."""
        edit, label = self._steps[-1]
        if self._workbench.next_undo is not edit:
            self.tell_fault(say("Something else was done since. Close this and press Ctrl+Z."))
            return
        self._workbench.undo()
        self._steps.pop()
        self._shown.remove(label)
        label.hide()
        self.take_back.setEnabled(bool(self._steps))
        self.name.setFocus()

    def _name_edited(self, text: str) -> None:
        self.tell_fault("")
        self.alike.show_people(likely_duplicates(self._workbench, text))
        self.fit()


def labelled(form: FormDialog, text: str, field: QWidget) -> None:
    """A field under its name in the form."""
    label = plain_label(text)
    named(field, text, label)
    form.box().addWidget(label)
    form.box().addWidget(field)
