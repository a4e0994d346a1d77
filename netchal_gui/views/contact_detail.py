"""One person: who they are, how to reach them, what is open and what happened."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from netchal_gui.commands.person_history import PersonHistory
from netchal_gui.domain.contact import Contact
from netchal_gui.views.chips import Avatar, ChipLabel
from netchal_gui.views.contact_facts import facts, reach
from netchal_gui.views.contact_favours import ContactFavours
from netchal_gui.views.contact_follow_ups import ContactFollowUps
from netchal_gui.views.contact_timeline import Timeline
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import (
    box_of,
    breakable,
    button,
    emptied,
    frame,
    heading,
    icon_button,
    link_button,
    muted_label,
    plain_label,
    primary_button,
    section_title,
)
from netchal_gui.views.introduction_chain import IntroductionChain
from netchal_gui.words import relation, say

AVATAR = 52


class ShownPerson(NamedTuple):
    """What the pane shows; ``today`` is the local day in ``zone``, ``in_touch`` how the rhythm stands."""

    contact: Contact
    history: PersonHistory
    photo: bytes | None
    today: date
    zone: str
    in_touch: str = ""


class ContactDetail(QFrame):
    """Shows one person; every signal is a wish about them.

    ``link_wanted(url)``; ``object_wanted(kind, id)``; ``talk_menu_wanted(id, point)``;
    ``closed`` when the person goes back to the list in a narrow window.
    """

    write_wanted = Signal()
    plan_wanted = Signal()
    log_wanted = Signal()
    link_wanted = Signal(str)
    object_wanted = Signal(object, object)
    talk_menu_wanted = Signal(object, QPoint)
    closed = Signal()

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._shown: ShownPerson | None = None
        self._links: dict[QWidget, str] = {}
        self._build(actions)
        self._lay_out()
        self._connect()
        self.show_nobody()

    def _build(self, actions: Sequence[QAction]) -> None:
        self.setProperty("part", "panel")
        self.setAccessibleName(say("Person"))
        self._back = link_button(say("‹ Back to the list"))
        self._avatar = Avatar(side=AVATAR)
        self._name = heading("", 1.4)
        self._name.setWordWrap(True)
        self._relation = ChipLabel()
        self._about = muted_label(wrap=True)
        self.write = button(say("Write"))
        self.plan = primary_button(say("Plan interview"))
        self.log = button(say("Log"))
        self._more = icon_button("⋯", say("More"))
        menu = QMenu(self._more)
        menu.addActions(list(actions))
        self._more.setMenu(menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._reach = QWidget()
        self._reach_flow = FlowLayout(self._reach, spacing=2)
        self._facts = QWidget()
        self._facts_grid = QGridLayout(self._facts)
        self._open_title = section_title(say("Follow-ups"))
        self.follow_ups = ContactFollowUps()
        self._chain_title = section_title(say("Introductions"))
        self.chain = IntroductionChain()
        self._favours_title = section_title(say("Favours"))
        self.favours = ContactFavours()
        self._timeline_title = section_title(say("Timeline"))
        self.timeline = Timeline()
        self._nobody = muted_label(say("Choose a person to see them here."), wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self._facts_grid.setContentsMargins(0, 0, 0, 0)
        self._facts_grid.setHorizontalSpacing(14)
        self._facts_grid.setVerticalSpacing(5)
        self._facts_grid.setColumnStretch(1, 1)
        inside = frame("panel", margins=(18, 16, 18, 18), spacing=12)
        box = box_of(inside)
        box.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(self._head())
        box.addWidget(self._buttons())
        for part in (self._reach, self._facts):
            box.addWidget(part)
        for title, part in (
            (self._open_title, self.follow_ups),
            (self._chain_title, self.chain),
            (self._favours_title, self.favours),
            (self._timeline_title, self.timeline),
        ):
            box.addSpacing(4)
            box.addWidget(title)
            box.addWidget(part)
        box.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        whole.addWidget(self._nobody)
        self._back.hide()

    def _head(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addStretch(1)
        texts.addWidget(self._name)
        under = QHBoxLayout()
        under.setSpacing(6)
        under.addWidget(self._relation, 0, Qt.AlignmentFlag.AlignTop)
        under.addWidget(self._about, 1)
        texts.addLayout(under)
        texts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        return head

    def _buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=10)
        for each in (self.write, self.plan, self.log, self._more):
            flow.addWidget(each)
        return row

    def _connect(self) -> None:
        self.write.clicked.connect(self.write_wanted)
        self.plan.clicked.connect(self.plan_wanted)
        self.log.clicked.connect(self.log_wanted)
        self._back.clicked.connect(self.closed)
        self._escape.activated.connect(self.closed)
        self.timeline.object_wanted.connect(self.object_wanted)
        self.timeline.menu_wanted.connect(self.talk_menu_wanted)

    # What is shown.

    def show_nobody(self) -> None:
        self._shown = None
        self._scroll.hide()
        self._nobody.show()

    def show_person(self, person: ShownPerson) -> None:
        """Show a person; the same one, unchanged, stays as it stands."""
        if person == self._shown:
            return
        same = self._shown is not None and self._shown.contact.id == person.contact.id
        self._shown = person
        self._show_head(person)
        self._show_reach(person.contact)
        self._show_facts(person)
        history = person.history
        self.follow_ups.show_follow_ups(history.open, history.open_count, person.today, person.zone)
        self.timeline.show_lines(
            history.lines, person.contact.relation.value, person.today, has_more=history.has_more
        )
        self.favours.show_favours(history.favours, history.balance, person.today, person.zone)
        self.chain.show_introductions(person.contact, history.introductions, person.zone)
        for part, is_there in (
            (self._open_title, history.open),
            (self.follow_ups, history.open),
            (self._chain_title, any(history.introductions)),
            (self._favours_title, history.favours),
            (self.favours, history.favours),
            (self._timeline_title, history.lines),
            (self.timeline, history.lines),
        ):
            part.setVisible(bool(is_there))
        if not same:
            self._scroll.verticalScrollBar().setValue(0)
        self._nobody.hide()
        self._scroll.show()

    def as_page(self, alone: bool) -> None:
        """In a narrow window the pane takes the list's place and has a way back."""
        self._back.setVisible(alone)

    def take_focus(self) -> None:
        """To the first thing one would do with the person."""
        self.plan.setFocus()

    def _show_head(self, person: ShownPerson) -> None:
        contact = person.contact
        self._avatar.show_person(contact.initials, contact.relation.value, person.photo)
        self._name.setText(breakable(contact.name))
        about = " · ".join(filter(None, (contact.role, contact.organisation, contact.place)))
        self._about.setText(breakable(about))
        self._relation.show_chip(relation(contact.relation), contact.relation.value)

    def _show_reach(self, contact: Contact) -> None:
        while (item := self._reach_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._links = {}
        for way in reach(contact):
            if way.link:
                link = ElidedButton(way.text, "plain-link")
                link.clicked.connect(self._follow_link)
                self._links[link] = way.link
                self._reach_flow.addWidget(link)
            else:
                self._reach_flow.addWidget(plain_label(breakable(way.text), wrap=True))
            link_label = muted_label(way.label, small=True)
            self._reach_flow.addWidget(link_label)
            link_label.setVisible(bool(way.label))  # not before: it would be a window
        self._reach.setVisible(bool(self._reach_flow.count()))

    def _show_facts(self, person: ShownPerson) -> None:
        emptied(self._facts_grid)
        rows = list(facts(person.contact, person.today, person.in_touch))
        for row, fact in enumerate(rows):
            self._facts_grid.addWidget(muted_label(fact.name), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts_grid.addWidget(plain_label(breakable(fact.text), wrap=True), row, 1)
        self._facts.setVisible(bool(rows))

    def _follow_link(self) -> None:
        link = self._links.get(self.sender())  # type: ignore[call-overload]
        if link:
            self.link_wanted.emit(link)
