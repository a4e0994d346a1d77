"""One interview as a card: with whom, when, where, and how it stands."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netchal_gui.commands.count_decisions import Verdict
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import CALLED_OFF, PLANNED, Interview, StepKind
from netchal_gui.domain.links import is_safe_link
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.walltime import WallTime, from_utc
from netchal_gui.views.chips import Avatar, ChipLabel
from netchal_gui.views.count_line import CountLine
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import button, muted_label, plain_label, plain_tooltip, widgets_in
from netchal_gui.views.recording_list import RecordingList
from netchal_gui.words import before_start, channel, clock, relation, say, step, weekday_day
from netchal_gui.workbench import Workbench

AVATAR, LABELS = 34, 66
TONES = {StepKind.MET: "known", **dict.fromkeys(PLANNED, "accent"), **dict.fromkeys(CALLED_OFF, "danger")}


class Shown(NamedTuple):
    """An interview with its people, in the order of the participants; ``photo`` reads a picture's bytes.

    ``verdict``: whether it counts in the challenge.
    """

    interview: Interview
    people: Sequence[Contact]
    zone: str
    photo: Callable[[str], bytes | None]
    verdict: Verdict | None = None
    recordings: Sequence[Recording] = ()


def shown_interview(
    workbench: Workbench,
    interview_id: UUID,
    verdict: Callable[[UUID], Verdict | None],
    recordings: Callable[[UUID], Sequence[Recording]],
) -> Shown | None:
    """The interview with all that the card shows; None where it is gone. Raises StoreFault."""
    store = workbench.store
    interview = store.get(Interview, interview_id)
    if interview is None:
        return None
    people = store.get_many(Contact, interview.people)
    counted = verdict(interview_id) if interview.stage is StepKind.MET else None
    return Shown(interview, people, workbench.zone, store.photo, counted, recordings(interview_id))


class InterviewCard(QFrame):
    """``person_wanted(id)`` when a name is pressed; the other wishes carry the interview's id.

    ``calendar_wanted`` carries it in a list.
    """

    person_wanted = Signal(object)
    calendar_wanted = Signal(object)
    edit_wanted = Signal(object)
    recording_wanted = Signal(object)
    move_wanted = Signal(object)
    prepare_wanted = Signal(object)
    talk_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._people = QVBoxLayout()
        self._people.setSpacing(8)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(5)
        self._facts.setColumnStretch(1, 1)
        self._facts.setColumnMinimumWidth(0, LABELS)
        self.to_calendar = button(say("Add to calendar"))
        self.edit = button(say("Edit"))
        self.move_button = button(say("Move…"))
        self.prepare = button(say("Prepare…"))
        self.talk = button(say("Interview sheet…"))
        self.count = CountLine()
        self.recordings = RecordingList()
        self._interview: UUID | None = None
        self._lay_out()
        self.to_calendar.clicked.connect(self._calendar)
        self.edit.clicked.connect(self._edit)
        self.recordings.add_wanted.connect(self._add_recording)
        self.move_button.clicked.connect(self._move)
        self.prepare.clicked.connect(self._prepare)
        self.talk.clicked.connect(self._talk)

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=6)
        for each in self._buttons():
            flow.addWidget(each)
        box = QVBoxLayout(self)
        box.setContentsMargins(11, 12, 10, 12)
        box.setSpacing(10)
        box.addLayout(self._people)
        box.addLayout(self._facts)
        box.addWidget(self.count)
        box.addWidget(self.recordings)
        box.addWidget(buttons)

    def show_interview(self, shown: Shown) -> None:
        """Show another interview, or the same one after a change."""
        self._interview = shown.interview.id
        _empty(self._people)
        _empty(self._facts)
        for person in shown.people:
            self._people.addWidget(self._person(person, shown))
        for name, value in self._rows(shown):
            row = self._facts.rowCount()
            label = muted_label(name)
            top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
            self._facts.addWidget(label, row, 0, top)
            self._facts.addWidget(value, row, 1, top if isinstance(value, QLabel) else top | left)
        self.count.show_verdict(shown.verdict)
        self.recordings.show_recordings(shown.recordings)
        interview = shown.interview
        self.to_calendar.setEnabled(interview.start is not None)
        self.move_button.setEnabled(interview.stage is not StepKind.MET)
        is_off = interview.stage in CALLED_OFF
        self.prepare.setVisible(not is_off and interview.stage is not StepKind.MET)
        self.talk.setVisible(not is_off)

    def in_order(self) -> Iterator[QWidget]:
        """Its parts from top to bottom; the upper ones are made anew for each interview."""
        for layout in (self._people, self._facts):
            yield from widgets_in(layout)
        yield from self._buttons()

    def _buttons(self) -> Iterator[QWidget]:
        yield from (self.prepare, self.talk, self.to_calendar, self.edit, self.move_button)

    def _person(self, person: Contact, shown: Shown) -> QWidget:
        tone = person.relation.value
        avatar = Avatar(person.initials, tone, AVATAR)
        avatar.show_person(person.initials, tone, shown.photo(person.photo) if person.photo else None)
        name = _PersonButton(person)
        name.clicked.connect(self._person_clicked)
        about = [relation(person.relation), person.role, person.organisation]
        line = muted_label(" · ".join(part for part in about if part), wrap=True, small=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(line)
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(texts, 1)
        return row

    def _person_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _PersonButton):
            self.person_wanted.emit(sender.person_id)

    def _calendar(self) -> None:
        self.calendar_wanted.emit([self._interview])

    def _edit(self) -> None:
        self.edit_wanted.emit(self._interview)

    def _add_recording(self) -> None:
        self.recording_wanted.emit(self._interview)

    def _prepare(self) -> None:
        self.prepare_wanted.emit(self._interview)

    def _talk(self) -> None:
        self.talk_wanted.emit(self._interview)

    def _move(self) -> None:
        self.move_wanted.emit(self._interview)

    def _rows(self, shown: Shown) -> list[tuple[str, QWidget]]:
        interview = shown.interview
        rows: list[tuple[str, QWidget]] = [
            (say("When"), plain_label(when_text(interview, shown.zone), wrap=True))
        ]
        where = " · ".join(part for part in (channel(interview.channel), interview.place) if part)
        rows.append((say("Where"), plain_label(where, wrap=True)))
        if interview.link:
            rows.append((say("Link"), _link(interview.link)))
        if interview.stage in PLANNED:
            rows.append((say("Remind"), plain_label(before_start(interview.reminder))))
        rows.append((say("Status"), ChipLabel(step(interview.stage), TONES.get(interview.stage, "plain"))))
        was = moved_from(interview, shown.zone)
        if was:
            rows.append(("", muted_label(was, wrap=True, small=True)))
        return rows


def when_text(interview: Interview, zone: str) -> str:
    """ "12:00 – 12:45" on the viewer's clock; below it the interview's own clock where that differs."""
    if interview.start is None:
        return say("no time yet")
    own, here = interview.start, from_utc(interview.start.utc, zone)
    text = _span(here, interview.minutes)
    if own.zone != zone and (own.local != here.local or own.fold != here.fold):
        text += "\n" + say("{time} in {zone}", time=_span(own, interview.minutes, here), zone=own.zone)
    return text


def moved_from(interview: Interview, zone: str) -> str:
    """ "moved from Tue 24 Nov, 12:00" for an interview whose last step was a move."""
    was = interview.steps[-1].was if interview.stage is StepKind.MOVED else None
    if was is None:
        return ""
    there = from_utc(was.utc, zone)
    return say("moved from {day}, {time}", day=weekday_day(there.day), time=clock(there.local))


def _span(start: WallTime, minutes: int, beside: WallTime | None = None) -> str:
    """With the day where it is another one than ``beside``."""
    text = f"{clock(start.local)} – {clock(start.end(minutes).local)}"
    if beside is not None and beside.day != start.day:
        return f"{weekday_day(start.day)}, {text}"
    return text


class _PersonButton(ElidedButton):
    """A name that leads to the person."""

    def __init__(self, person: Contact) -> None:
        super().__init__(person.name, "name")
        self.person_id: UUID = person.id


class _LinkButton(ElidedButton):
    """A safe link by its host; pressing it hands it to the system."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        super().__init__(parts.hostname or link, "plain-link")
        self._link = link
        self.setToolTip(plain_tooltip(link))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        if is_safe_link(self._link):
            QDesktopServices.openUrl(QUrl(self._link, QUrl.ParsingMode.StrictMode))


def _link(link: str) -> QWidget:
    return _LinkButton(link) if is_safe_link(link) else plain_label(link, wrap=True)


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
