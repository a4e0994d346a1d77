"""Log a talk: whom one met, how, what was learned, who else, and what comes next; in one form, by keys."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from netchal_gui.commands.journal import today
from netchal_gui.commands.log_talk import log_talk
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.talk_wording import also_planned, logged, step_in_words
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.log_line import next_steps
from netchal_gui.domain.talk import Met, Talk, Thanks, Who
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.day_field import DayField
from netchal_gui.views.exact_edit import ExactText
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label, reach_in_order
from netchal_gui.views.form_rows import FormRows
from netchal_gui.views.people_suggestions import PeopleSuggestions, as_suggestions
from netchal_gui.views.suggestion_list import Suggestion
from netchal_gui.views.who_else import WhoElseRows
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

IN_A_LINE = 4
"""Channels."""


class TalkForm(FormDialog):
    """Begins with what is told already; what the form has no field for is kept.

    Ctrl+Enter logs from everywhere, Enter from a field of one line. ``logged(sentence)`` afterwards.
    """

    logged = Signal(str)

    def __init__(self, workbench: Workbench, talk: Talk | None = None, parent: QWidget | None = None) -> None:
        super().__init__(say("Log a talk"), say("Log"), parent)
        self._workbench = workbench
        self._find = PeopleSuggestions(workbench.store)
        self._build()
        self._lay_out()
        self._connect()
        self._told = talk or Talk(people=(), day=today(workbench))
        self._load(self._told)
        self.people.setFocus()
        self._shown = self.draft() if talk is None or _only_people(talk) else None

    def _build(self) -> None:
        self.people = ChipEdit(say("Whom you met"), self._find)
        self.day = DayField(today(self._workbench))
        self.channels = {channel: QRadioButton(text) for channel, text in _channels()}
        self._group = QButtonGroup(self)
        for each in self.channels.values():
            each.setAccessibleName(each.text().replace("&", ""))
            self._group.addButton(each)
        self._also = muted_label(wrap=True)
        self._also.hide()
        self.event_name = QLineEdit()
        self.event_name.setPlaceholderText(say("Which event? New people come from it"))
        self.learned = ExactText()
        self.learned.setTabChangesFocus(True)
        self.learned.setFixedHeight(self.learned.fontMetrics().lineSpacing() * 3 + 16)
        self.who_else = WhoElseRows(self._find)
        self.next = QLineEdit()
        self.next.setPlaceholderText(say("Send the paper by Friday; call Bob"))
        self._steps = muted_label(wrap=True)
        self.thanked = QCheckBox(say("&Thanked already"))
        for choice in (*self.channels.values(), self.thanked):
            self._press_at_once(choice)
        self._to_who_else = QShortcut(QKeySequence("Alt+W"), self)
        self._to_next = QShortcut(QKeySequence("Alt+N"), self)
        self._save_now = [QShortcut(QKeySequence(f"Ctrl+{key}"), self) for key in ("Return", "Enter")]

    def _lay_out(self) -> None:
        self.setMinimumWidth(600)
        how = QWidget()
        grid = QGridLayout(how)
        grid.setContentsMargins(0, 5, 0, 0)
        for place, each in enumerate(self.channels.values()):
            grid.addWidget(each, place // IN_A_LINE, place % IN_A_LINE)
        how.setFocusProxy(self.channels[Channel.COFFEE])
        rows = FormRows()
        rows.add(say("Whom"), self.people)
        rows.add(say("On"), self.day, self._also)
        rows.add(say("How"), how)
        rows.add(say("Event"), self.event_name)
        rows.add(say("What I learned"), self.learned)
        rows.add(say("Who else?"), self.who_else, top=0)
        rows.add(say("To follow up"), self.next, self._steps)
        thanks = say("Otherwise the first talk makes a thank-you due the next day.")
        rows.add(say("Thanks"), self.thanked, muted_label(thanks, wrap=True))
        self.box().addWidget(rows)
        self.box().addStretch(1)
        keys = say("Alt+W: who else · Alt+N: to follow up · Ctrl+Enter: log")
        self.box().addWidget(muted_label(keys, wrap=True, small=True))
        for later in (self.event_name, self.who_else):
            rows.show_row(later, False)
        self._rows = rows
        self.fit()

    def _connect(self) -> None:
        self.people.changed.connect(self._people_changed)
        self.day.changed.connect(self._show_also_planned)
        self._group.buttonClicked.connect(self._channel_chosen)
        self.who_else.changed.connect(self.fit)
        self.next.textChanged.connect(self._show_steps)
        self._to_who_else.activated.connect(self._go_to_who_else)
        self._to_next.activated.connect(self._go_to_next)
        for each in self._save_now:
            each.activated.connect(self.save_draft)

    def _load(self, talk: Talk) -> None:
        self.people.show_chosen([self._chip(met.who) for met in talk.people])
        self._people_changed()
        for row, met in zip(self.who_else.rows(), talk.people, strict=True):
            promised = any(each.promised for each in met.named)
            row.show_answer(met.who_else, [self._chip(each.who) for each in met.named])
            row.promised.setChecked(promised)
        self.day.show_day(talk.day)
        self._show_also_planned()
        for channel, choice in self.channels.items():
            choice.setChecked(channel is (talk.channel or (Channel.EVENT if talk.event else None)))
        self.event_name.setText(talk.event)
        self._rows.show_row(self.event_name, self.channels[Channel.EVENT].isChecked() or bool(talk.event))
        self.learned.show_exact(talk.learned)
        steps = (" ".join(filter(None, (step.text, str(step.due or "")))) for step in talk.next_steps)
        self.next.setText("; ".join(steps))
        self._show_steps()
        self.thanked.setChecked(talk.thanks is Thanks.DONE)

    def _chip(self, who: Who) -> Suggestion:
        if isinstance(who, str):
            return Suggestion(None, who)
        (chip,) = as_suggestions(self._workbench.store.get_many(Contact, [who]))
        return chip

    def _press_at_once(self, choice: QAbstractButton) -> None:
        """Qt presses a button for its key as if by hand, a tenth of a second later: too late for typists."""
        choice.setShortcut(QKeySequence())
        QShortcut(QKeySequence.mnemonic(choice.text()), self).activated.connect(choice.click)

    def draft(self) -> Talk:
        """What the form says; names that are no chips yet are left out."""
        return replace(
            self._told,
            people=tuple(
                Met(row.person.id or row.person.name, row.answer(), row.named())
                for row in self.who_else.rows()
            ),
            day=self.day.day() or today(self._workbench),
            channel=next((each for each, button in self.channels.items() if button.isChecked()), None),
            event=self.event_name.text().strip() if self.event_name.isVisibleTo(self) else "",
            learned=self.learned.exact(),
            next_steps=tuple(next_steps(self.next.text(), today(self._workbench))),
            thanks=self._thanks(),
        )

    def _thanks(self) -> Thanks:
        if self.thanked.isChecked():
            return Thanks.DONE
        return Thanks.FIRST if self._told.thanks is Thanks.DONE else self._told.thanks

    def is_changed(self) -> bool:
        return self.draft() != self._shown or bool(self.people.typed())

    def save_draft(self) -> None:
        self.people.take_typed()
        self.who_else.take_typed()
        with self.telling_faults():
            made = log_talk(self._workbench, self.draft())
            self.accept()
            self.logged.emit(logged(self._workbench, self.draft(), made))

    def _people_changed(self) -> None:
        """Each person of the talk is asked for whom they named."""
        if self.who_else.show_people(self.people.chosen()):
            self._rows.show_row(self.who_else, bool(self.people.chosen()))
            reach_in_order(self.learned, self.who_else, self.next, self.thanked)
            self._show_also_planned()
            self.fit()

    def _show_also_planned(self) -> None:
        """Interviews that are planned with them and are not this talk."""
        try:
            sentences = list(also_planned(self._workbench, self.draft()))
        except (Refused, StoreFault):
            sentences = []  # logging it says so
        self._also.setText("\n".join(sentences))
        self._also.setVisible(bool(sentences))

    def _channel_chosen(self) -> None:
        is_event = self.channels[Channel.EVENT].isChecked()
        self._rows.show_row(self.event_name, is_event)
        if is_event:
            self.event_name.setFocus()

    def _go_to_who_else(self) -> None:
        self.people.take_typed()
        rows = self.who_else.rows()
        (rows[0] if rows else self.people).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_next(self) -> None:
        self.next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_steps(self) -> None:
        """How the days in it are understood."""
        now = today(self._workbench)
        steps = [step_in_words(step, now) for step in next_steps(self.next.text(), now)]
        self._steps.setText("\n".join(steps))
        self._steps.setVisible(bool(steps))


def form_with(workbench: Workbench, people: Sequence[UUID], parent: QWidget) -> TalkForm:
    """The form with these people in it."""
    met = tuple(Met(each.id) for each in workbench.store.get_many(Contact, people))
    return TalkForm(workbench, Talk(people=met, day=today(workbench)), parent)


def _only_people(talk: Talk) -> bool:
    """Whether nothing was typed yet that closing would lose."""
    return talk == Talk(people=tuple(Met(each.who) for each in talk.people), day=talk.day)


def _channels() -> list[tuple[Channel, str]]:
    """Each with its key."""
    return [
        (Channel.COFFEE, say("&Coffee")),
        (Channel.LUNCH, say("&Lunch")),
        (Channel.PHONE, say("&Phone")),
        (Channel.VIDEO, say("&Video")),
        (Channel.MAIL, say("M&ail")),
        (Channel.EVENT, say("&Event")),
        (Channel.OTHER, say("&Other")),
    ]
