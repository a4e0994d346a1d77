"""Plan an interview, or change one: with whom, when, how and where."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from netchal_gui.commands.interview_form import new_people, save_changed, save_planned
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Channel, Interview, problems, with_people
from netchal_gui.domain.problem import Problem
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import named, plain_label, problem_label
from netchal_gui.views.people_suggestions import PeopleSuggestions, as_suggestions
from netchal_gui.views.when_field import WhenField, field_height
from netchal_gui.words import before_start, channel, problem, say
from netchal_gui.workbench import Workbench

REMINDERS = (None, 0, 5, 15, 30, 60, 120, 24 * 60)
"""What is offered, in minutes before the start; an interview with another one keeps it."""


class PlanDialog(FormDialog):
    """Holds a draft; Save or Enter stores it as one edit. ``saved_id`` is then the interview's.

    ``stored`` is the interview to change, None to plan ``draft`` as a new one; ``agreed``: its time is now
    agreed on, where it was only proposed or there was none.
    """

    def __init__(
        self,
        workbench: Workbench,
        draft: Interview,
        stored: Interview | None = None,
        parent: QWidget | None = None,
        *,
        agreed: bool = False,
    ) -> None:
        is_change = stored is not None and not agreed
        super().__init__(
            say("Change interview") if is_change else say("Plan interview"),
            say("Save") if is_change else say("Plan"),
            parent,
        )
        self._workbench = workbench
        self._draft, self._stored, self._agreed = draft, stored, agreed
        self.saved_id: UUID | None = None
        self.setMinimumWidth(620)
        self._build()
        self._lay_out()
        self._connect()
        self.show_draft(draft)
        self.fit()

    def _build(self) -> None:
        self.people = ChipEdit(say("With whom"), PeopleSuggestions(self._workbench.store))
        self.when = WhenField(self._workbench.zone)
        self.channel = QComboBox()
        for each in Channel:
            self.channel.addItem(channel(each), each)
        self.place = QLineEdit()
        self.link = QLineEdit()
        self.link.setPlaceholderText(say("https://…, mailto: or tel:"))
        self.reminder = QComboBox()
        self._problems = {field: problem_label() for field in ("participants", "link")}
        for box in (self.channel, self.reminder):
            box.setMinimumHeight(field_height(box))
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._row(form, say("With whom"), self.people, self._problems["participants"])
        when = self._label(say("When"), self.when.day)
        when.setContentsMargins(0, 6, 0, 0)
        when.setAlignment(Qt.AlignmentFlag.AlignTop)
        when.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        form.addRow(when, self.when)
        self._row(form, say("How"), self.channel)
        self._row(form, say("Place"), self.place)
        self._row(form, say("Link"), self.link, self._problems["link"])
        self._row(form, say("Reminder"), self.reminder)
        self.box().addLayout(form)
        self.box().addStretch(1)

    def _connect(self) -> None:
        self.people.changed.connect(self._check)
        self.when.changed.connect(self._check)
        self.link.textEdited.connect(self._check)

    def show_draft(self, draft: Interview) -> None:
        """Load an interview into the fields; saves nothing."""
        people = self._workbench.store.get_many(Contact, draft.people)
        self.people.show_chosen(as_suggestions(people))
        assert draft.start is not None, "the dialog is given a start to begin with"
        self.when.show_when(draft.start, draft.minutes)
        self.channel.setCurrentIndex(self.channel.findData(draft.channel))
        self.place.setText(draft.place)
        self.link.setText(draft.link)
        self._show_reminder(draft.reminder)
        self._loaded = self._entered()
        self.people.setFocus()

    def draft(self) -> Interview:
        """The interview as the fields show it; people who are not stored yet are not in it."""
        known = [person.id for person in self.people.chosen() if person.id is not None]
        return replace(
            with_people(self._draft, known),
            start=self.when.start,
            minutes=self.when.length,
            channel=Channel(self.channel.currentData()),
            place=self.place.text(),
            link=self.link.text().strip(),
            reminder=self.reminder.currentData(),
        )

    def is_changed(self) -> bool:
        return self._entered() != self._loaded

    def _entered(self) -> tuple[Interview, list[str], str]:
        """All that closing the form would lose."""
        return self.draft(), [person.name for person in self.people.chosen()], self.people.typed()

    def save_draft(self) -> None:
        self.people.take_typed()
        if self._show_problems(self._found()):
            return
        added = new_people(self._workbench, [p.name for p in self.people.chosen() if p.id is None])
        with self.telling_faults():
            if self._stored is None:
                saved = save_planned(self._workbench, self.draft(), added)
            else:
                saved = save_changed(self._workbench, self._stored, self.draft(), added, agreed=self._agreed)
            self.saved_id = saved.id
            self.accept()

    def _found(self) -> list[Problem]:
        """What is wrong with the draft; a person not stored yet is somebody too."""
        found = list(problems(self.draft()))
        if self.people.chosen():
            found = [each for each in found if each.field != "participants"]
        return found

    def _check(self) -> None:
        """While one types, take away what has been put right; new problems wait for Save."""
        fields = {found.field for found in self._found()}
        for field, label in self._problems.items():
            if field not in fields:
                label.hide()

    def _show_problems(self, found: Sequence[Problem]) -> bool:
        """Each problem beside its field, the first field focused; whether there are any."""
        sentences = {each.field: problem(each) for each in found}
        for field, label in self._problems.items():
            label.setText(sentences.get(field, ""))
            label.setVisible(field in sentences)
        when = [sentences[field] for field in ("start", "zone", "minutes") if field in sentences]
        if when:
            self.when.show_problem(" ".join(when))
        fields: dict[str, Callable[[], None]] = {
            "participants": self.people.setFocus,
            "link": self.link.setFocus,
            "zone": self.when.zone.setFocus,
        }
        for each in found:
            if each.field in fields:
                fields[each.field]()
                break
        return bool(found)

    def _show_reminder(self, reminder: int | None) -> None:
        offered = sorted({*REMINDERS, reminder}, key=lambda minutes: -1 if minutes is None else minutes)
        self.reminder.clear()
        for each in offered:
            self.reminder.addItem(before_start(each), each)
        self.reminder.setCurrentIndex(offered.index(reminder))

    def _row(self, form: QFormLayout, name: str, widget: QWidget, below: QLabel | None = None) -> None:
        form.addRow(self._label(name, widget), widget)
        named(widget, name)
        if below is not None:
            form.setWidget(form.rowCount(), QFormLayout.ItemRole.FieldRole, below)

    def _label(self, name: str, widget: QWidget) -> QLabel:
        label = plain_label(name)
        label.setBuddy(widget)
        return label
