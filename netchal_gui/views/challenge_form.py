"""Start a challenge from a template, or change one: how many, how long, and what counts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from netchal_gui import words
from netchal_gui.commands.challenges import (
    Template,
    change_challenge,
    draft,
    start_challenge,
    template_name,
    template_text,
)
from netchal_gui.domain.challenge import MOST_PEOPLE, MOST_PERIODS, Challenge, Period
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.periods import months_later
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label, named, plain_label
from netchal_gui.views.people_suggestions import PeopleSuggestions, as_suggestions
from netchal_gui.views.when_field import day_edit, leave_room, shown_day
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ChallengeForm(FormDialog):
    """With a challenge it changes that one; without, it begins with the 4×4 template from ``start`` on.

    ``begun`` is a draft to begin with instead, from a challenge file.
    """

    def __init__(
        self,
        workbench: Workbench,
        start: date,
        challenge: Challenge | None,
        parent: QWidget,
        begun: Challenge | None = None,
    ) -> None:
        super().__init__(
            say("Change the challenge") if challenge else say("Start a challenge"),
            say("Save") if challenge else say("Start"),
            parent,
        )
        self._workbench, self._stored = workbench, challenge
        self._draft = challenge or begun or draft(workbench, Template.FOUR_BY_FOUR, start)
        self.setMinimumWidth(560)
        self._build()
        self._lay_out()
        self.template.activated.connect(self._take_template)
        self.period.activated.connect(self._show_which)
        self.show_challenge(self._draft)
        if begun is not None:
            self.template.setCurrentIndex(self.template.findData(Template.OWN))
        (self.name if challenge or begun else self.template).setFocus()
        self.fit()

    def _build(self) -> None:
        self.template = QComboBox()
        for template in Template:
            self.template.addItem(template_name(template) or say("My own"), template)
        self.about = muted_label(wrap=True)
        self.name = QLineEdit()
        self.start, self.until = day_edit(), day_edit()
        self.period = QComboBox()
        for period in Period:
            self.period.addItem(words.period(period), period)
        self.periods = _number(1, MOST_PERIODS)
        self.known, self.new, self.anyone = (_number(0, MOST_PEOPLE) for _ in range(3))
        self.channels = [QCheckBox(words.channel(channel)) for channel in Channel]
        self.least = _number(0, 24 * 60)
        self.least.setSuffix(say(" min"))
        self.recorded = QCheckBox(say("Only interviews with a recording count"))
        self.carry_over = QCheckBox(say("What is missed can be made up later"))
        self.focus = QLineEdit()
        self.focus.setPlaceholderText(say("everyone"))
        self.partner = ChipEdit(say("Partner"), PeopleSuggestions(self._workbench.store))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        self._form = form
        if self._stored is None:
            _row(form, say("Template"), self.template)
            form.addRow("", self.about)
        _row(form, say("Name"), self.name)
        _row(form, say("Begins on"), self.start)
        _row(form, say("One period is a"), self.period)
        _row(form, say("Number of periods"), self.periods)
        _row(form, say("Last day"), self.until)
        _row(form, say("People you know"), self.known)
        _row(form, say("New people"), self.new)
        _row(form, say("Anyone"), self.anyone)
        ways = QWidget()
        flow = FlowLayout(ways, spacing=10)
        for each in self.channels:
            flow.addWidget(each)
        form.addRow(plain_label(say("What counts")), ways)
        form.addRow("", muted_label(say("None ticked: every way of talking counts.")))
        _row(form, say("At least"), self.least)
        form.addRow("", self.recorded)
        form.addRow("", self.carry_over)
        _row(form, say("Only people with the tag"), self.focus)
        _row(form, say("Partner"), self.partner)
        self.box().addLayout(form)
        self.box().addStretch(1)

    def show_challenge(self, challenge: Challenge) -> None:
        """Load a challenge into the fields; nothing counts as changed."""
        self._draft = challenge
        self.name.setText(challenge.name)
        self.about.setText(challenge.about)
        _show_day(self.start, challenge.start)
        _show_day(self.until, challenge.until or months_later(challenge.start, 12))
        self.period.setCurrentIndex(list(Period).index(challenge.period))
        for field, value in self._numbers(challenge):
            field.setValue(value)
        for box, channel in zip(self.channels, Channel, strict=True):
            box.setChecked(channel in challenge.channels)
        self.recorded.setChecked(challenge.recorded)
        self.carry_over.setChecked(challenge.carry_over)
        self.focus.setText(challenge.focus)
        store = self._workbench.store
        partner = store.get(Contact, challenge.partner_id) if challenge.partner_id else None
        self.partner.show_chosen(as_suggestions([partner] if partner else []))
        self._show_which()
        self._loaded = self.challenge()

    def challenge(self) -> Challenge:
        """What the fields say."""
        period = Period(self.period.currentData())
        whole = period is Period.WHOLE
        partner = self.partner.chosen()[:1]
        return replace(
            self._draft,
            name=self.name.text(),
            start=shown_day(self.start),
            period=period,
            periods=1 if whole else self.periods.value(),
            until=shown_day(self.until) if whole else None,
            known=self.known.value(),
            new=self.new.value(),
            anyone=self.anyone.value(),
            channels=tuple(way for box, way in zip(self.channels, Channel, strict=True) if box.isChecked()),
            least_minutes=self.least.value(),
            recorded=self.recorded.isChecked(),
            carry_over=self.carry_over.isChecked(),
            focus=self.focus.text().strip(),
            partner_id=partner[0].id if partner else None,
        )

    def is_changed(self) -> bool:
        return self.challenge() != self._loaded

    def save_draft(self) -> None:
        self.partner.take_typed()
        if any(person.id is None for person in self.partner.chosen()):
            self.tell_fault(say("Add the partner as a person first."))
            return
        with self.telling_faults():
            self._save(self.challenge())
            self._loaded = self.challenge()
            self.accept()

    def _save(self, challenge: Challenge) -> None:
        if self._stored is None:
            start_challenge(self._workbench, challenge)
        else:
            change_challenge(self._workbench, self._stored, challenge)

    def _take_template(self) -> None:
        """The template's numbers, from the day that is chosen already."""
        template = Template(self.template.currentData())
        self.show_challenge(draft(self._workbench, template, shown_day(self.start)))
        self.about.setText(template_text(template))

    def _show_which(self) -> None:
        """A challenge in one piece has a last day, any other a number of periods."""
        whole = Period(self.period.currentData()) is Period.WHOLE
        self._form.setRowVisible(self.until, whole)
        self._form.setRowVisible(self.periods, not whole)

    def _numbers(self, challenge: Challenge) -> Sequence[tuple[QSpinBox, int]]:
        return (
            (self.periods, challenge.periods),
            (self.known, challenge.known),
            (self.new, challenge.new),
            (self.anyone, challenge.anyone),
            (self.least, challenge.least_minutes),
        )


def _number(least: int, most: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    field.setMaximumWidth(110)
    leave_room(field)
    return field


def _row(form: QFormLayout, text: str, field: QWidget) -> None:
    label = plain_label(text)
    named(field, text, label)
    form.addRow(label, field)


def _show_day(field: QDateEdit, day: date) -> None:
    field.setDate(QDate(day.year, day.month, day.day))
