"""The home tab: the places of the period, what to do next, whom to write to, and the year."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from netchal_gui.commands.challenge_people import ToDo, ToDoKind
from netchal_gui.commands.plan_month_due import plan_label
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.walltime import from_utc
from netchal_gui.settings import Settings
from netchal_gui.views.challenge_bar import ChallengeBar
from netchal_gui.views.challenge_welcome import ChallengeWelcome
from netchal_gui.views.form_parts import box_of, frame, reach_in_order, scroll_area
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.menus import in_groups
from netchal_gui.views.place_card import PlaceCard
from netchal_gui.views.place_lanes import PlaceLanes
from netchal_gui.views.tab import Menu, Tab
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.domain.edit import Edit, Entity

SIDE_WIDTH = 330
BESIDE = 56  # pixels of margins and a scroll bar beside the line above the places


class ChallengeTab(Tab):
    """Everything shown is computed again when anything changed; a hidden tab waits until it is shown.
    The first sight has the places of the period; the lists below and the side come with ``complete``.
    """

    def __init__(self, workbench: Workbench, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._workbench, self._jobs, self._settings = workbench, jobs, settings
        self._found: Standing | None = None
        self._period: int | None = None
        self._stale, self._is_complete = True, False
        self._build()
        self._lay_out()

    def _build(self) -> None:
        self._menu, self._share_menu = QMenu(self), QMenu(self)
        self.bar = ChallengeBar(self._menu, self._share_menu)
        self.lanes = PlaceLanes()
        self._empty = ChallengeWelcome()
        self.begin, self.other, self.address_book, self.example = self._empty.ways
        self._pages = QStackedWidget()

    def _lay_out(self) -> None:
        inside = frame("page", margins=(16, 16, 16, 16), spacing=16)
        column = box_of(inside)
        column.addWidget(self.bar)
        column.addWidget(self.lanes)
        self._lists = QHBoxLayout()
        self._lists.setSpacing(28)
        column.addLayout(self._lists)
        column.addStretch()
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll_area(inside), 1)
        self._side = frame("panel", margins=(0, 0, 0, 0))
        self._side.setFixedWidth(SIDE_WIDTH)
        row.addWidget(self._side)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        behind = frame("page", margins=(0, 0, 0, 0))
        box_of(behind).addWidget(self._pages)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(behind)

    def complete(self) -> None:
        self._build_rest()
        self._lists.addWidget(self.tasks, 11, Qt.AlignmentFlag.AlignTop)
        self._lists.addWidget(self.unseen, 9, Qt.AlignmentFlag.AlignTop)
        box_of(self._side).addWidget(self.side)
        self._connect()
        self._is_complete = True
        if self._found is None:
            self._show_none()
        elif self._period is not None:
            self._show_lists(self._found)
            self._show_beside(self._found, self._period)

    def _build_rest(self) -> None:
        from netchal_gui.views.challenge_actions import ChallengeActions
        from netchal_gui.views.challenge_files import ChallengeFiles
        from netchal_gui.views.challenge_side import ChallengeSide
        from netchal_gui.views.follow_up_actions import FollowUpActions
        from netchal_gui.views.home_lists import TaskList, UnseenList
        from netchal_gui.views.keep_in_touch import KeepInTouch
        from netchal_gui.views.partner_actions import PartnerActions
        from netchal_gui.views.share_actions import ShareActions
        from netchal_gui.views.unseen_reader import UnseenReader

        self.actions_of_it = ChallengeActions(self._workbench, self._jobs, self._settings, self)
        self.files = ChallengeFiles(self._workbench, self)
        self.with_partner = PartnerActions(self._workbench, self)
        self.sharing = ShareActions(self._workbench, self._jobs, self)
        self.follow_ups = FollowUpActions(self._workbench, self)
        self._reader = UnseenReader(self._workbench, self._jobs, self)
        self._menu.addActions(self._in_menu())
        self._share_menu.addActions(self.sharing.in_menu())
        self.tasks, self.unseen, self.side = TaskList(), UnseenList(), ChallengeSide()
        KeepInTouch(self._workbench, self.tasks, self.unseen, self).message.connect(self.message)

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
        self.lanes.reply_wanted.connect(self.actions_of_it.asking.reply)
        for each in (self.tasks, self.unseen):
            each.reply_wanted.connect(self.actions_of_it.asking.reply)
        self.lanes.menu_wanted.connect(self._card_menu)
        self.lanes.person_dropped.connect(self._drop_on_card)
        self.side.year.person_dropped.connect(self.actions_of_it.give_period)
        self.follow_ups.serve(self.tasks)
        self.tasks.all_wanted.connect(self.follow_ups.all.trigger)
        self.tasks.opened.connect(self._open_task)
        self._reader.found.connect(self.unseen.show_people)
        self._reader.found.connect(self._reach_in_order)
        self._reader.came_of_it.connect(self.side.show_what_came_of_it)
        self.lanes.people_wanted.connect(self.actions_of_it.show_people)
        self.side.people_wanted.connect(self.actions_of_it.show_people)
        self.side.period_people_wanted.connect(self._show_period_people)
        self.side.uncounted_wanted.connect(self.actions_of_it.show_uncounted)
        self.side.period_chosen.connect(self._show_period)
        people = (self.side.person_wanted, self.actions_of_it.person_wanted, self.follow_ups.person_wanted)
        for wanted in (self.unseen.opened, *people):
            wanted.connect(self._open_person)
        self.side.report_wanted.connect(self.with_partner.report.trigger)
        self.side.pipeline_wanted.connect(self.actions_of_it.asking.open_pipeline)
        self.side.yields_wanted.connect(self.actions_of_it.asking.yields.trigger)
        self.side.answer_wanted.connect(self.with_partner.answer.trigger)
        self.side.together_wanted.connect(self.files.show_together)
        for part in (self.actions_of_it, self.files, self.with_partner, self.follow_ups):
            part.message.connect(self.message)
        for over_tab in (self.actions_of_it, self.files, self.with_partner, self.sharing):
            over_tab.front_wanted.connect(self.front_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        self.bar.fit(self.width() - SIDE_WIDTH - BESIDE)

    # What the window asks

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        everywhere = {Menu.FILE: (self.files.open,), Menu.VIEW: (self.follow_ups.all,)}
        return {Menu.CHALLENGE: self._in_menu(), **everywhere}

    def open_files(self, files: Sequence[Path]) -> bool:
        return self.files.open_files(files)

    def activate(self) -> None:
        if self._stale or self._today() != (self._found.today if self._found else None):
            self._load()
        self._take_focus()

    def _take_focus(self) -> None:
        self.lanes.take_focus() if self._found else self.begin.setFocus()

    def edited(self, edit: "Edit") -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    def kinds(self) -> "tuple[type[Entity], ...]":
        from netchal_gui.domain.challenge import Challenge

        return (Challenge,)

    def show_object(self, kind: type[object], object_id: UUID) -> None:
        """A challenge from the finder becomes the current one."""
        self.actions_of_it.choose(object_id)

    # Slots

    def _in_menu(self) -> Sequence[QAction]:
        told = (*self.sharing.in_menu(), self.with_partner.report, self.with_partner.answer)
        *asking, of_challenges = self.actions_of_it.in_menu()
        return in_groups(self, *asking, told, (self.files.together, self.files.export), of_challenges)

    def _today(self) -> date:
        return from_utc(self._workbench.now(), self._workbench.zone).day

    def _load(self) -> None:
        self._stale = False
        before = self._found
        with self._workbench.store.reading() as reader:
            self._found = found = standing(reader, None, self._today(), self._workbench.zone)
        if found is None:
            self._pages.setCurrentIndex(0)
            self._show_none()
            return
        is_same = before is not None and before.challenge.id == found.challenge.id
        if not is_same or self._period is None or (before and self._period == before.current):
            self._period = found.current  # whoever looks at the month that it is goes along when it turns
        was_empty, had_focus = self._pages.currentIndex() == 0, self.isAncestorOf(self.focusWidget())
        self._pages.setCurrentIndex(1)
        if self._is_complete:
            self._show_lists(found)
        self._show_period(min(self._period, len(found.periods) - 1))
        if was_empty and had_focus:
            self._take_focus()

    def _show_none(self) -> None:
        if self._is_complete:
            self.sharing.show_month(None)
            for part in (self.actions_of_it, self.files, self.with_partner):
                part.show_challenge(None)

    def _show_lists(self, found: Standing) -> None:
        from netchal_gui.commands.together import together

        self.tasks.show_tasks(found.to_do, found.to_do_count, found.today)
        self._reader.read(found.challenge, found.today)
        self.side.show_together(together(self._workbench.store, found))
        for part in (self.files, self.with_partner):
            part.show_challenge(found.challenge)

    def _show_period(self, number: int) -> None:
        if self._found is None:
            return
        self._period = number
        self.bar.show_standing(self._found, number)
        ahead = self._found.ahead(number)
        self.bar.show_plan_label(plan_label(self._found.challenge, self._found.today, ahead))
        self._fit_bar()
        self.lanes.show_period(self._found, number)
        if self._is_complete:
            self._show_beside(self._found, number)

    def _show_beside(self, found: Standing, number: int) -> None:
        self.actions_of_it.show_challenge(found.challenge, found.ahead(number))
        self.sharing.show_month(found.periods[number].first)
        self.side.show_standing(found, number)
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

    def _open_task(self, item: ToDo) -> None:
        if item.kind is ToDoKind.REPORT:
            self.with_partner.report.trigger()
        elif item.interview is not None:
            self.prepare_wanted.emit(UUID(bytes=item.interview))
        elif item.contact is not None:
            self._open_person(item.contact)

    def _open_person(self, contact: bytes | UUID) -> None:
        from netchal_gui.domain.contact import Contact

        self.object_wanted.emit(Contact, contact if isinstance(contact, UUID) else UUID(bytes=contact))

    def _show_period_people(self, number: int) -> None:
        if self._found is not None:
            self.actions_of_it.show_period_people(self._found, number)
