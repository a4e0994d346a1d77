"""The home tab: the places of the period, what to do next, whom to write to, and the year."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from netchal_gui.commands.challenge_people import ToDo, ToDoKind
from netchal_gui.commands.challenge_wording import period_title
from netchal_gui.commands.people import tick
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.commands.together import together
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.walltime import from_utc
from netchal_gui.settings import Settings
from netchal_gui.storage.home_queries import persons
from netchal_gui.views.challenge_actions import ChallengeActions
from netchal_gui.views.challenge_bar import ChallengeBar
from netchal_gui.views.challenge_files import ChallengeFiles
from netchal_gui.views.challenge_side import ChallengeSide
from netchal_gui.views.empty_state import EmptyState
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    link_button,
    primary_button,
    reach_in_order,
    scroll_area,
)
from netchal_gui.views.home_lists import TaskList, UnseenList
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.partner_actions import PartnerActions
from netchal_gui.views.people_dialog import PeopleDialog
from netchal_gui.views.place_card import PlaceCard
from netchal_gui.views.place_lanes import PlaceLanes
from netchal_gui.views.share_actions import ShareActions
from netchal_gui.views.tab import Menu, Tab
from netchal_gui.views.unseen_reader import UnseenReader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

BESIDE = 56
"""Pixels of margins and a scroll bar beside the line above the places."""


class ChallengeTab(Tab):
    """Everything shown is computed again when anything changed; a hidden tab waits until it is shown."""

    def __init__(self, workbench: Workbench, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._workbench, self._jobs, self._settings = workbench, jobs, settings
        self._found: Standing | None = None
        self._period: int | None = None
        self._stale = True
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.actions_of_it = ChallengeActions(self._workbench, self._jobs, self._settings, self)
        self.files = ChallengeFiles(self._workbench, self)
        self.with_partner = PartnerActions(self._workbench, self)
        self._reader = UnseenReader(self._workbench, self._jobs, self)
        self._menu = QMenu(self)
        self.sharing = ShareActions(self._workbench, self._jobs, self)
        self._share_menu = QMenu(self)
        self._menu.addActions(self._in_menu())
        self._menu.addSeparator()
        for menu in (self._menu, self._share_menu):
            menu.addActions(self.sharing.in_menu())
        self.bar = ChallengeBar(self._menu, self._share_menu)
        self.lanes = PlaceLanes()
        self.tasks = TaskList()
        self.unseen = UnseenList()
        self.side = ChallengeSide()
        self.begin = primary_button(say("Start a 4×4 challenge"))
        self.other = button(say("Start another challenge…"))
        self.address_book = button(say("Import my address book…"))
        self.example = link_button(say("Look at a filled example"))
        self._empty = EmptyState(
            say("Meet eight people a month"),
            say(
                "Four you know and would like to know better, four who are new to you.\n"
                "Everything stays on this computer, in one file that is yours."
            ),
            (self.begin, self.other, self.address_book, self.example),
            say("or just press Ctrl+N and type a name"),
        )
        self._pages = QStackedWidget()

    def _lay_out(self) -> None:
        inside = frame("page", margins=(16, 16, 16, 16), spacing=16)
        column = box_of(inside)
        column.addWidget(self.bar)
        column.addWidget(self.lanes)
        lists = QHBoxLayout()
        lists.setSpacing(28)
        for part, share in ((self.tasks, 11), (self.unseen, 9)):
            side = QVBoxLayout()
            side.addWidget(part)
            side.addStretch(1)
            lists.addLayout(side, share)
        column.addLayout(lists)
        column.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll_area(inside), 1)
        row.addWidget(self.side)
        for each in (self._empty, page):
            self._pages.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        behind = frame("page", margins=(0, 0, 0, 0))
        box_of(behind).addWidget(self._pages)
        whole.addWidget(behind)

    def _connect(self) -> None:
        self.begin.clicked.connect(self.actions_of_it.begin)
        self.other.clicked.connect(self.actions_of_it.start.trigger)
        self.address_book.clicked.connect(self.import_wanted)
        self.example.clicked.connect(self.example_wanted)
        self.bar.turned.connect(self._turn)
        self.bar.now_wanted.connect(self._show_now)
        self.bar.plan_wanted.connect(self.actions_of_it.plan_month)
        self.lanes.card_opened.connect(self._open_card)
        self.lanes.removal_wanted.connect(self.actions_of_it.take_out_card)
        self.lanes.menu_wanted.connect(self._card_menu)
        self.lanes.person_dropped.connect(self._drop_on_card)
        self.side.year.person_dropped.connect(self._drop_on_period)
        self.tasks.ticked.connect(self._tick)
        self.tasks.opened.connect(self._open_task)
        self._reader.found.connect(self.unseen.show_people)
        self._reader.found.connect(self._reach_in_order)
        self.unseen.opened.connect(self._open_person)
        self.unseen.write_wanted.connect(self.actions_of_it.write)
        self.lanes.people_wanted.connect(self._show_people)
        self.side.people_wanted.connect(self._show_people)
        self.side.period_people_wanted.connect(self._show_period_people)
        self.side.uncounted_wanted.connect(self.actions_of_it.show_uncounted)
        self.side.period_chosen.connect(self._show_period)
        self.side.person_wanted.connect(self._open_person)
        self.actions_of_it.person_wanted.connect(self._show_contact)
        self.side.report_wanted.connect(self.with_partner.report.trigger)
        self.side.answer_wanted.connect(self.with_partner.answer.trigger)
        self.side.together_wanted.connect(self.files.show_together)
        for part in (self.actions_of_it, self.files, self.with_partner):
            part.message.connect(self.message)
            part.front_wanted.connect(self.front_wanted)
        self.sharing.front_wanted.connect(self.front_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        self.bar.fit(self.width() - self.side.width() - BESIDE)

    # What the window asks

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        return {Menu.CHALLENGE: (*self._in_menu(), *self.sharing.in_menu()), Menu.FILE: (self.files.open,)}

    def open_files(self, files: Sequence[Path]) -> bool:
        return self.files.open_files(files)

    def activate(self) -> None:
        if self._stale or self._today() != (self._found.today if self._found else None):
            self._load()
        self._take_focus()

    def _take_focus(self) -> None:
        self.lanes.take_focus() if self._found else self.begin.setFocus()

    def edited(self, edit: Edit) -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    def show_object(self, kind: type[object], object_id: UUID) -> None:
        """A challenge from the finder becomes the current one."""
        self.actions_of_it.choose(object_id)

    # Slots

    def _in_menu(self) -> Sequence[QAction]:
        partner = (self.with_partner.report, self.with_partner.answer)
        return (*self.actions_of_it.in_menu(), *partner, self.files.together, self.files.export)

    def _today(self) -> date:
        return from_utc(self._workbench.now(), self._workbench.zone).day

    def _load(self) -> None:
        self._stale = False
        before = self._found.challenge.id if self._found else None
        with self._workbench.store.reading() as reader:
            self._found = found = standing(reader, None, self._today(), self._workbench.zone)
            self.side.show_together(together(reader, found) if found else ())
        for part in (self.files, self.with_partner):
            part.show_challenge(found.challenge if found else None)
        if found is None:
            self.actions_of_it.show_challenge(None)
            self.sharing.show_month(None)
            self._pages.setCurrentIndex(0)
            return
        if before != found.challenge.id or self._period is None:
            self._period = found.current
        was_empty, had_focus = self._pages.currentIndex() == 0, self.isAncestorOf(self.focusWidget())
        self._pages.setCurrentIndex(1)
        self.tasks.show_tasks(found.to_do, found.to_do_count, found.today)
        self._reader.read(found.today)
        self._show_period(min(self._period, len(found.periods) - 1))
        if was_empty and had_focus:
            self._take_focus()

    def _show_period(self, number: int) -> None:
        if self._found is None:
            return
        self._period = number
        self.bar.show_standing(self._found, number)
        self.sharing.show_month(self._found.periods[number].first)
        later = self._found.periods[number].first if number > self._found.current else None
        self.actions_of_it.show_challenge(self._found.challenge, later)
        self.bar.show_plan_label(self.actions_of_it.plan_label())
        self._fit_bar()
        self.side.show_standing(self._found, number)
        self.lanes.show_period(self._found.periods[number], self._found.people, self._found.today)
        self._reach_in_order()

    def _reach_in_order(self) -> None:
        """What is made anew comes last for Tab, wherever it stands."""
        reach_in_order(self.bar, self.lanes, self.tasks, self.unseen, self.side)

    def _turn(self, periods: int) -> None:
        if self._found is not None and self._period is not None:
            self._show_period(max(0, min(len(self._found.periods) - 1, self._period + periods)))

    def _show_now(self) -> None:
        if self._found is not None:
            self._show_period(self._found.current)

    def _open_card(self, card: PlaceCard) -> None:
        if card.person is not None:
            self._open_person(card.person.id)
        elif self._found is not None and self._period is not None:
            self.actions_of_it.choose_person(self._found.challenge, self._period, card.lane)

    def _card_menu(self, card: PlaceCard, point: QPoint) -> None:
        if self._found is not None and self._period is not None:
            self.actions_of_it.card_menu(self._found, self._period, card, self).popup(point)

    def _drop_on_card(self, card: PlaceCard, contact: bytes) -> None:
        if self._found is not None and self._period is not None:
            self.actions_of_it.give(self._found.challenge, self._period, card.lane, UUID(bytes=contact))

    def _drop_on_period(self, number: int, contact: bytes) -> None:
        if self._found is not None:
            self.actions_of_it.give_period(self._found.challenge, number, UUID(bytes=contact))

    def _tick(self, follow_up: bytes) -> None:
        stored = self._workbench.store.get(FollowUp, UUID(bytes=follow_up))
        if stored is not None:
            tick(self._workbench, stored, True)

    def _open_task(self, item: ToDo) -> None:
        if item.kind is ToDoKind.REPORT:
            self.with_partner.report.trigger()
        elif item.interview is not None:
            self.object_wanted.emit(Interview, UUID(bytes=item.interview))
        elif item.contact is not None:
            self._open_person(item.contact)

    def _open_person(self, contact: bytes) -> None:
        self.object_wanted.emit(Contact, UUID(bytes=contact))

    def _show_people(self, title: str, ids: Sequence[bytes]) -> None:
        found = persons(self._workbench.store, ids)
        dialog = PeopleDialog(title, [found[each] for each in ids if each in found], self)
        dialog.chosen.connect(self._show_contact)
        dialog.open()

    def _show_period_people(self, number: int) -> None:
        """Who was met in a period, both lanes together."""
        if self._found is not None:
            period = self._found.periods[number]
            title = period_title(self._found.challenge, period, self._found.today)
            self._show_people(title, period.people_met)

    def _show_contact(self, contact: UUID) -> None:
        self.object_wanted.emit(Contact, contact)
