"""The Calendar tab: the month, the chosen day beside it, and what happens between them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout

from netchal_gui.commands.calendar_selection import AllPlanned, Chosen, OneMonth
from netchal_gui.domain.block import Block
from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Edit, Entity
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.walltime import from_utc
from netchal_gui.item_models.calendar_items import Day, DayItem, ItemKind, days_between
from netchal_gui.item_models.month_model import COLUMNS, ROWS, MonthModel, first_of_grid
from netchal_gui.settings import Settings
from netchal_gui.views.calendar_actions import CalendarActions
from netchal_gui.views.calendar_bar import CalendarBar
from netchal_gui.views.calendar_files import CalendarFiles
from netchal_gui.views.calendar_menus import CalendarMenus
from netchal_gui.views.calendar_shortcuts import CalendarShortcuts
from netchal_gui.views.copy_notice import CopyNotice, StaleCopies
from netchal_gui.views.day_panel import WIDTH, DayPanel
from netchal_gui.views.form_parts import frame
from netchal_gui.views.interview_card import Shown
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.month_grid import MonthGrid
from netchal_gui.views.side_page import SidePage
from netchal_gui.views.tab import Menu, Tab
from netchal_gui.workbench import Workbench

MINUTE = 60_000
EARLIEST, LATEST = 1900, 2999
"""The years one can turn to."""


class CalendarTab(Tab):
    """Below 1100 px the day is a page of its own: Space, a chip or "+2 more" opens it, Escape closes it."""

    def __init__(self, workbench: Workbench, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._workbench = workbench
        self._today = self._local_now().date()
        self._checked = self._local_now()
        self._item: UUID | None = None
        self._stale = False
        self._build(jobs)
        self._lay_out()
        self._connect()
        self._load(self._today)

    def _build(self, jobs: Jobs) -> None:
        first = (QLocale().firstDayOfWeek().value - 1) % COLUMNS
        self.model = MonthModel(first, self)
        self.bar = CalendarBar()
        self.grid = MonthGrid(self.model)
        self.panel = DayPanel()
        self.notice = CopyNotice()
        self._actions = CalendarActions(self._workbench, self)
        self._files = CalendarFiles(self._workbench, jobs, self)
        self._menus = CalendarMenus(self._actions, self._files, self)
        self._copies = StaleCopies(self._workbench, jobs, self)
        self._minutes = QTimer(self)
        self._minutes.setInterval(MINUTE)
        self._shortcuts = CalendarShortcuts(self)

    def _lay_out(self) -> None:
        month_page = frame("page", margins=(0, 0, 0, 0), spacing=0)
        around = QVBoxLayout()
        around.setContentsMargins(14, 4, 14, 4)
        around.addWidget(self.notice)
        box = month_page.layout()
        assert isinstance(box, QVBoxLayout)
        box.addWidget(self.bar)
        box.addLayout(around)
        box.addWidget(self.grid, 1)
        self.pages = SidePage(month_page, self.panel, WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _connect(self) -> None:
        self._connect_month()
        self._connect_panel()
        self._connect_shortcuts()
        self._actions.message.connect(self.message)
        self._actions.object_wanted.connect(self.object_wanted)
        self._actions.planned.connect(self._show_interview)
        self._files.message.connect(self.message)
        self._copies.found.connect(self.notice.show_stale)
        self.notice.update_wanted.connect(self._files.update_file)
        self.notice.copy_wanted.connect(self._files.new_copy)
        self.notice.put_off.connect(self._copies.put_off)
        self._minutes.timeout.connect(self._minute_passed)

    def _connect_month(self) -> None:
        bar, grid = self.bar, self.grid
        for source in (bar, grid):
            source.turned.connect(self._turn)
            source.today_wanted.connect(self._go_to_today)
        bar.day_wanted.connect(self.open_page)
        self.pages.narrow_changed.connect(self._narrow_changed)
        bar.block_wanted.connect(self._block)
        bar.plan_wanted.connect(self._plan)
        bar.export_interview_wanted.connect(self._export_interview)
        bar.export_month_wanted.connect(self._export_month)
        bar.export_all_wanted.connect(self._export_all)
        grid.day_chosen.connect(self._day_chosen)
        grid.day_wanted.connect(self._load)
        grid.day_opened.connect(self._day_opened)
        grid.planning_wanted.connect(self._actions.plan)
        grid.item_opened.connect(self._open_item)
        grid.move_wanted.connect(self._actions.move_by_days)
        grid.delete_wanted.connect(self._actions.delete)
        grid.menu_wanted.connect(self._show_menu)

    def _connect_panel(self) -> None:
        panel, card = self.panel, self.panel.card
        panel.item_chosen.connect(self._item_chosen)
        panel.item_opened.connect(self._open_item)
        panel.menu_wanted.connect(self._show_item_menu)
        panel.delete_item_wanted.connect(self._actions.delete)
        panel.plan_wanted.connect(self._plan)
        panel.block_wanted.connect(self._block)
        panel.write_up_wanted.connect(self._actions.write_up)
        panel.step_wanted.connect(self._actions.step)
        panel.delete_wanted.connect(self._actions.delete_interview)
        panel.back_wanted.connect(self.close_page)
        card.person_wanted.connect(self._show_person)
        card.calendar_wanted.connect(self._files.add_to_calendar)
        card.edit_wanted.connect(self._actions.change)
        card.move_wanted.connect(self._actions.move)

    def _connect_shortcuts(self) -> None:
        keys = self._shortcuts
        keys.triggered.connect(self.front_wanted)
        keys.plan_wanted.connect(self._plan)
        keys.block_wanted.connect(self._block)
        keys.export_interview_wanted.connect(self._export_interview)
        keys.export_month_wanted.connect(self._export_month)
        keys.export_all_wanted.connect(self._export_all)
        keys.today_wanted.connect(self._go_to_today)
        keys.back_wanted.connect(self._back)
        keys.forward_wanted.connect(self._forward)

    # What the window asks

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        return self._shortcuts.actions

    def activate(self) -> None:
        self._minutes.start()
        self._minute_passed()
        if self._stale:
            self._reload()
        self._copies.look()
        self.grid.setFocus()

    def edited(self, edit: Edit) -> None:
        shown = edit.touches(Interview, Block, Contact, FollowUp, BusyTime)
        if not self.isVisible():
            self._stale = self._stale or shown
            return
        if shown:
            self._reload()
        if edit.touches(Interview, Block, CalendarCopy):
            self._copies.look()

    def show_object(self, kind: type[Entity], object_id: UUID) -> None:
        stored = self._workbench.store.get(kind, object_id)
        if isinstance(stored, Interview | Block) and stored.start is not None:
            self._item = object_id
            self._load(from_utc(stored.start.utc, self._workbench.zone).day)

    def plan_with(self, people: Sequence[UUID]) -> None:
        """Plan an interview with these people on the chosen day, or today where that has passed."""
        self._actions.plan(max(self.grid.day, self._today), people)

    # Days

    @property
    def day(self) -> date:
        """The chosen day."""
        return self.grid.day

    def _local_now(self) -> datetime:
        return from_utc(self._workbench.now(), self._workbench.zone).local

    def _load(self, day: date) -> None:
        """Show the month of a day and choose the day."""
        first = first_of_grid(day, self.model.first_weekday)
        days = days_between(self._workbench.store, first, ROWS * COLUMNS, self._workbench.zone)
        self.model.show_days(day, self._today, days)
        self.bar.show_month(day)
        self._stale = False
        self._choose(day)

    def _reload(self) -> None:
        """The same month again, after something in it may have changed."""
        chosen = self.grid.day
        first = first_of_grid(self.model.month, self.model.first_weekday)
        days = days_between(self._workbench.store, first, ROWS * COLUMNS, self._workbench.zone)
        self.model.show_days(self.model.month, self._today, days)
        self._stale = False
        self._choose(chosen)

    def _choose(self, day: date) -> None:
        """Frame the day, and show it at the side with what was chosen in it, or its first interview."""
        cell = self.model.day_at(self.model.index_of(day))
        chosen = next((item for item in cell.items if item.id == self._item), None)
        if chosen is None or chosen.kind is ItemKind.BLOCK:
            chosen = next(iter(cell.of(ItemKind.INTERVIEW)), None)
        self._item = chosen.id if chosen else None
        self.grid.choose(day, chosen)
        self._show_day(cell, chosen if chosen and chosen.kind is ItemKind.INTERVIEW else None)

    def _show_day(self, cell: Day, item: DayItem | None) -> None:
        interview = self._workbench.store.get(Interview, item.id) if item else None
        shown = None
        if interview is not None:
            people = self._workbench.store.get_many(Contact, interview.people)
            shown = Shown(interview, people, self._workbench.zone, self._workbench.store.photo)
        self.bar.show_interview_chosen(interview is not None)
        self.panel.show_day(cell, self._today, shown, self._workbench.now())

    def _turn(self, months: int) -> None:
        """The same day of another month, or its last where that month is shorter."""
        index = self.model.month.year * 12 + self.model.month.month - 1 + months
        if EARLIEST <= index // 12 <= LATEST:
            first = date(index // 12, index % 12 + 1, 1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            self._load(min(last, first + timedelta(days=self.grid.day.day - 1)))

    def _back(self) -> None:
        self._turn(-1)

    def _forward(self) -> None:
        self._turn(1)

    def _go_to_today(self) -> None:
        self._load(self._today)

    def _minute_passed(self) -> None:
        """Midnight may have passed, or a start: then there is more to offer."""
        before, self._checked = self._checked, self._local_now()
        cell = self.model.day_at(self.model.index_of(self.grid.day))
        begun = any(before < item.moment <= self._checked for item in cell.items if item.moment)
        if begun or self._checked.date() != self._today:
            self._today = self._checked.date()
            self._reload()

    # Slots

    def _day_chosen(self, day: date, item: DayItem | None) -> None:
        self._item = item.id if item else None
        self._choose(day)
        if item is not None and self.pages.narrow and item.kind is ItemKind.INTERVIEW:
            self.open_page()

    def _day_opened(self, day: date) -> None:
        """All of a day: its page in a narrow window, else its agenda takes the focus."""
        self.open_page()
        self.panel.take_focus()

    def open_page(self) -> None:
        """Show the chosen day's page; beside the month it is there already."""
        self.pages.open_side()

    def close_page(self) -> None:
        self.pages.close_side()
        self.grid.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pages.shows_side_alone:
            self.close_page()
            return
        super().keyPressEvent(event)

    def _narrow_changed(self, narrow: bool) -> None:
        self.bar.day.setVisible(narrow)
        self.panel.back.setVisible(narrow)

    def _item_chosen(self, item: DayItem) -> None:
        self._item = item.id
        self._choose(self.grid.day)

    def _open_item(self, item: DayItem) -> None:
        if item.kind is ItemKind.INTERVIEW:
            self._actions.change(item.id)
        else:
            self._actions.open_follow_up(item)

    def _show_menu(self, day: date, item: DayItem | None, place: QPoint) -> None:
        cell = self.model.day_at(self.model.index_of(day))
        menu = self._menus.of_item(item, self._local_now()) if item else None
        self._pop_up(menu or self._menus.of_day(cell, self._local_now()), place)

    def _show_item_menu(self, item: DayItem, place: QPoint) -> None:
        self._pop_up(self._menus.of_item(item, self._local_now()), place)

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_interview(self, interview_id: UUID) -> None:
        self.show_object(Interview, interview_id)

    def _show_person(self, contact_id: UUID) -> None:
        self.object_wanted.emit(Contact, contact_id)

    def _plan(self) -> None:
        self._actions.plan(self.grid.day)

    def _block(self) -> None:
        self._actions.block(self.grid.day)

    def _export_interview(self) -> None:
        if self._item is not None:
            self._files.export(Chosen((self._item,)))

    def _export_month(self) -> None:
        self._files.export(OneMonth(self.model.month))

    def _export_all(self) -> None:
        self._files.export(AllPlanned())
