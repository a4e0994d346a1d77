"""All fields of a person, as a form: loads a person, gives back a draft, shows problems beside the fields."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from netchal_gui import words
from netchal_gui.commands.draft_wording import language_name
from netchal_gui.domain.contact import Circle, Contact, Relation, Source
from netchal_gui.domain.person_name import composed, renamed
from netchal_gui.domain.problem import Problem
from netchal_gui.views.birthday_field import BirthdayField
from netchal_gui.views.cadence_field import CadenceField
from netchal_gui.views.contact_rows import AddressRow, OwnFieldRow, link_row, mail_row, phone_row
from netchal_gui.views.exact_edit import ExactLine, ExactText
from netchal_gui.views.form_parts import named, plain_label, problem_label, section_title
from netchal_gui.views.photo_field import PhotoField
from netchal_gui.views.row_list import RowList
from netchal_gui.words import LANGUAGES, say

_NAME_PARTS = ("prefix", "given", "additional", "family", "suffix")
_TEXTS = (*_NAME_PARTS, "nickname", "organisation", "unit", "role", "source_detail")
_LISTS = ("emails", "phones", "links", "addresses", "fields")


class ContactFields(QWidget):
    """``changed`` is the person's doing only; loading never sends it. The name has its field elsewhere.

    ``renamed_to`` gives the name that edited name parts make, where they made it before.
    """

    changed = Signal()
    renamed_to = Signal(str)

    def __init__(self, *, asks_relation: bool = True) -> None:
        super().__init__()
        self._contact: Contact | None = None
        self._asks_relation = asks_relation
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self._texts = {name: ExactLine() for name in _TEXTS}
        self._texts["source_detail"].setPlaceholderText(say("Which event, who introduced you …"))
        self._photo = PhotoField()
        self._relation = _choice([(words.relation(each), each) for each in (Relation.NEW, Relation.KNOWN)])
        self._circle = _choice([(say("None"), None), *((words.circle(each), each) for each in Circle)])
        self._far_away = QCheckBox(say("Lives far away"))
        self._source = _choice([(say("Not said"), None), *((words.source(each), each) for each in Source)])
        self._cadence = CadenceField(say("As the circle"), never=True)
        self._language = _choice(
            [(say("As usual"), ""), *((language_name(each), each) for each in LANGUAGES)]
        )
        self._birthday = BirthdayField()
        self._tags = ExactLine()
        self._tags.setPlaceholderText(say("Separated by commas"))
        self._note = ExactText()
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._note.fontMetrics().lineSpacing() * 5 + 16)
        self._lists = {
            "emails": RowList(mail_row, say("Add an e-mail")),
            "phones": RowList(phone_row, say("Add a phone")),
            "links": RowList(link_row, say("Add a link")),
            "addresses": RowList(AddressRow, say("Add an address")),
            "fields": RowList(OwnFieldRow, say("Add a field of your own")),
        }
        self._problems = {field: problem_label() for field in ("emails", "cadence")}

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form = form
        texts, lists = self._texts, self._lists
        self._row(say("Organisation"), texts["organisation"])
        self._row(say("Role"), texts["role"])
        self._row(say("Department"), texts["unit"])
        self._row(say("E-mails"), lists["emails"], self._problems["emails"])
        self._row(say("Phones"), lists["phones"])
        self._title(say("You and this person"))
        if self._asks_relation:
            self._row(say("They are"), self._relation)
        self._row(say("How we met"), self._beside(self._source, texts["source_detail"]))
        self._row(say("Circle"), self._beside(self._circle, self._far_away))
        self._row(say("Stay in touch"), self._cadence, self._problems["cadence"])
        self._row(say("You write to them in"), self._language)
        self._row(say("Tags"), self._tags)
        self._row(say("Note"), self._note)
        self._title(say("More about them"))
        self._row(say("Photo"), self._photo)
        self._row(say("Links"), lists["links"])
        self._row(say("Addresses"), lists["addresses"])
        self._row(say("Birthday"), self._birthday)
        self._row(say("Own fields"), lists["fields"])
        self._title(say("Parts of the name"))
        for name, text in (
            ("prefix", say("Title")),
            ("given", say("First name")),
            ("additional", say("Middle names")),
            ("family", say("Last name")),
            ("suffix", say("After the name")),
            ("nickname", say("Nickname")),
        ):
            self._row(text, texts[name])
        named(texts["source_detail"], say("How we met, in detail"))

    def _row(self, name: str, field: QWidget, problem: QLabel | None = None) -> None:
        label = plain_label(name)
        named(field, name, label)
        label.setContentsMargins(0, 6, 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form.addRow(label, field)
        if problem is not None:
            self._form.setWidget(self._form.rowCount(), QFormLayout.ItemRole.FieldRole, problem)

    def _title(self, text: str) -> None:
        title = section_title(text)
        title.setContentsMargins(0, 12, 0, 2)
        self._form.addRow(title)

    def _beside(self, first: QComboBox, second: QWidget) -> QWidget:
        both = QWidget()
        box = QHBoxLayout(both)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(first)
        box.addWidget(second, 1)
        both.setFocusProxy(first)
        return both

    def _connect(self) -> None:
        for name, field in self._texts.items():
            field.textEdited.connect(self._part_edited if name in _NAME_PARTS else self.changed)
        for choice in (self._relation, self._circle, self._source, self._language):
            choice.activated.connect(self.changed)
        for rows in self._lists.values():
            rows.changed.connect(self.changed)
        self._far_away.clicked.connect(self.changed)
        self._tags.textEdited.connect(self.changed)
        self._cadence.changed.connect(self.changed)
        self._birthday.changed.connect(self.changed)
        self._photo.changed.connect(self.changed)
        self._note.document().contentsChange.connect(self._note_changed)

    # Loading and reading.

    def show_contact(self, contact: Contact, picture: bytes | None = None) -> None:
        """Load a person; saves nothing and sends nothing."""
        self._contact = None
        for name, field in self._texts.items():
            field.show_exact(getattr(contact, name))
        for name, rows in self._lists.items():
            rows.show_values(getattr(contact, name))
        self._relation.setCurrentIndex(self._relation.findData(contact.relation))
        self._circle.setCurrentIndex(self._circle.findData(contact.circle))
        self._source.setCurrentIndex(self._source.findData(contact.source))
        self._show_language(contact.language)
        self._far_away.setChecked(contact.far_away)
        self._cadence.show_cadence(contact.cadence)
        self._birthday.show_birthday(contact.birthday)
        self._tags.show_exact(", ".join(contact.tags))
        self._note.show_exact(contact.note)
        self._photo.show_photo(contact, picture)
        self._contact = contact

    def _show_language(self, code: str) -> None:
        """A language that there are no texts in, from another computer's file, stays as it is."""
        if self._language.findData(code) < 0:
            self._language.addItem(language_name(code), code)
        self._language.setCurrentIndex(self._language.findData(code))

    def choose_relation(self, relation: Relation) -> None:
        """Set whether the person is known or new; sends nothing."""
        self._relation.setCurrentIndex(self._relation.findData(relation))

    def draft(self, name: str) -> Contact:
        """The person as the fields say, under a name; a name that was edited takes its parts along."""
        assert self._contact is not None, "a person is shown before a draft is asked for"
        before = self._contact
        texts: dict[str, Any] = {text: field.exact() for text, field in self._texts.items()}
        lists: dict[str, Any] = {rows: self._lists[rows].values() for rows in _LISTS}
        draft = replace(
            before,
            **texts,
            **lists,
            relation=Relation(self._relation.currentData()),
            circle=Circle(circle) if (circle := self._circle.currentData()) else None,
            source=Source(source) if (source := self._source.currentData()) else None,
            language=str(self._language.currentData()),
            far_away=self._far_away.isChecked(),
            cadence=self._cadence.cadence(),
            birthday=self._birthday.birthday(),
            tags=self._chosen_tags(before),
            note=self._note.exact(),
            photo=self._photo.digest(),
        )
        parts_edited = any(texts[part] != getattr(before, part) for part in _NAME_PARTS)
        return replace(draft, name=name) if parts_edited else renamed(draft, name)

    def picture(self) -> bytes | None:
        """The bytes of a picture that was chosen here."""
        return self._photo.picture()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Each sentence beside its field; fields without a problem lose theirs."""
        sentences = {each.field: words.problem(each) for each in problems}
        for field, label in self._problems.items():
            label.setText(sentences.get(field, ""))
            label.setVisible(field in sentences)

    def _chosen_tags(self, before: Contact) -> tuple[str, ...]:
        """The tags; those with a comma inside live as long as nobody edits the line."""
        text = self._tags.exact()
        if text == ", ".join(before.tags):
            return before.tags
        return tuple(tag.strip() for tag in text.split(","))

    def _note_changed(self) -> None:
        if self._contact is not None:
            self.changed.emit()

    def _part_edited(self) -> None:
        contact = self._contact
        if contact is None:
            return
        if composed(contact) == contact.name or not contact.name:
            parts: dict[str, Any] = {part: self._texts[part].text().strip() for part in _NAME_PARTS}
            now = replace(contact, **parts)
            self.renamed_to.emit(composed(now))
        self.changed.emit()


def _choice(items: Iterable[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    for text, data in items:
        box.addItem(text, data)
    return box
