"""The rows of the fields of which a person has several: e-mails, phones, links, addresses, own fields."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout

from netchal_gui.domain.contact import Address, Labelled, OwnField
from netchal_gui.views.contact_facts import label_text
from netchal_gui.views.exact_edit import ExactLine
from netchal_gui.views.form_parts import named
from netchal_gui.views.row_list import Row
from netchal_gui.words import say

LABEL_WIDTH = 124
MAIL_LABELS = ("", "work", "home")
PHONE_LABELS = ("", "cell", "work", "home", "fax")


class LabelChoice(QComboBox):
    """One of the usual labels or any other; one that was not touched stays exactly as it was."""

    def __init__(self, name: str, labels: Sequence[str]) -> None:
        super().__init__()
        self._shown = ("", "")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFixedWidth(LABEL_WIDTH)
        named(self, name)
        for label in labels:
            self.addItem(label_text(label), label)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(say("Label"))
            named(line, name)

    def show_label(self, label: str) -> None:
        self.setCurrentIndex(self.findData(label.lower()))
        if self.currentIndex() < 0:
            self.setEditText(label_text(label) or label)
        self._shown = (label, self.currentText().strip())

    def label(self) -> str:
        text = self.currentText().strip()
        if text == self._shown[1]:
            return self._shown[0]
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(place)) if place >= 0 else text


class LabelledRow(Row):
    """A value and its label."""

    def __init__(self, name: str, labels: Sequence[str]) -> None:
        super().__init__()
        self._value = ExactLine()
        named(self._value, name)
        self._label = LabelChoice(say("Label of {name}", name=name), labels)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._value, 1)
        box.addWidget(self._label)
        box.addWidget(self.take_away_button(name))
        self._value.textEdited.connect(self.changed)
        self._label.activated.connect(self.changed)
        self._label.lineEdit().textEdited.connect(self.changed)  # type: ignore[union-attr]

    def show_value(self, item: Labelled) -> None:
        self._value.show_exact(item.value)
        self._label.show_label(item.label)

    def value(self) -> Labelled:
        return Labelled(self._value.exact(), self._label.label())

    def beginning(self) -> ExactLine:
        return self._value


def mail_row() -> Row:
    return LabelledRow(say("E-mail"), MAIL_LABELS)


def phone_row() -> Row:
    return LabelledRow(say("Phone"), PHONE_LABELS)


def link_row() -> Row:
    return LabelledRow(say("Link"), MAIL_LABELS)


class AddressRow(Row):
    """A postal address; parts that have no field here (a post box, a floor) are kept."""

    def __init__(self) -> None:
        super().__init__()
        self._address = Address()
        self._label = LabelChoice(say("Label of address"), MAIL_LABELS)
        self._parts = {
            "street": self._field(say("Street")),
            "code": self._field(say("Postcode")),
            "city": self._field(say("City")),
            "region": self._field(say("Region")),
            "country": self._field(say("Country")),
        }
        self._lay_out()
        self._label.activated.connect(self.changed)
        self._label.lineEdit().textEdited.connect(self.changed)  # type: ignore[union-attr]

    def _field(self, name: str) -> ExactLine:
        field = ExactLine()
        field.setPlaceholderText(name)
        named(field, name)
        field.textEdited.connect(self.changed)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._parts["street"], 0, 0, 1, 2)
        grid.addWidget(self._label, 0, 2)
        grid.addWidget(self.take_away_button(say("Address")), 0, 3)
        grid.addWidget(self._parts["code"], 1, 0)
        grid.addWidget(self._parts["city"], 1, 1, 1, 2)
        grid.addWidget(self._parts["region"], 2, 0)
        grid.addWidget(self._parts["country"], 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self._parts["code"].setFixedWidth(130)
        self._parts["region"].setFixedWidth(130)

    def show_value(self, item: Address) -> None:
        self._address = item
        for part, field in self._parts.items():
            field.show_exact(getattr(item, part))
        self._label.show_label(item.label)

    def value(self) -> Address:
        parts = {part: field.exact() for part, field in self._parts.items()}
        return replace(self._address, label=self._label.label(), **parts)

    def beginning(self) -> ExactLine:
        return self._parts["street"]


class OwnFieldRow(Row):
    """A field of the person's own: its name and its value."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._value = ExactLine(), ExactLine()
        for field, name in ((self._name, say("Name of the field")), (self._value, say("Value"))):
            field.setPlaceholderText(name)
            named(field, name)
            field.textEdited.connect(self.changed)
        self._name.setFixedWidth(LABEL_WIDTH + 40)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._name)
        box.addWidget(self._value, 1)
        box.addWidget(self.take_away_button(say("field")))

    def show_value(self, item: OwnField) -> None:
        self._name.show_exact(item.name)
        self._value.show_exact(item.value)

    def value(self) -> OwnField:
        return OwnField(self._name.exact(), self._value.exact())

    def beginning(self) -> ExactLine:
        return self._name
