"""The Calendar tab: the month, the chosen day beside it, and what happens between them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout

from netchal_gui.domain.walltime import from_utc
from netchal_gui.item_models.calendar_items import Day, DayItem, ItemKind
from netchal_gui.settings import Settings
from netchal_gui.views.form_parts import box_of, frame
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.month_page import MonthPage
from netchal_gui.views.side_page import SidePage
from netchal_gui.views.tab import Menu, Tab
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.domain.edit import Edit, Entity

DAY_WIDTH = 318


class CalendarTab(Tab):
    """Below 1100 px the day is a page of its own: Space, a chip or "+2 more" opens it, Escape closes it.

    The first sight has the month and an empty place for the chosen day, which comes with ``complete``.
    """

    def __init__(self, workbench: Workbench, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._workbench, self._jobs = workbench, jobs
        self._stale = self._is_complete = False
        self._build()
        self._lay_out()
        self.month.go_to_today()

    def _build(self) -> None:
        self.month = MonthPage(self._workbench)
        self.model, self.bar, self.grid = self.month.model, self.month.bar, self.month.grid
        self.notice = self.month.notice

    def _lay_out(self) -> None:
        self._side = frame("panel", margins=(0, 0, 0, 0))
        self.pages = SidePage(self.month, self._side, DAY_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    # What the window asks

    def complete(self) -> None:
        self._build_rest()
        box_of(self._side).addWidget(self.panel)
        self._connect()
        self._is_complete = True
        self._narrow_changed(self.pages.narrow)
        self.month.choose(self.grid.day)
        if self.isVisible():
            self._copies.look()

    def _build_rest(self) -> None:
        from netchal_gui.views.calendar_actions import CalendarActions
        from netchal_gui.views.calendar_files import CalendarFiles
        from netchal_gui.views.calendar_menus import CalendarMenus
        from netchal_gui.views.calendar_shortcuts import CalendarShortcuts
        from netchal_gui.views.copy_notice import StaleCopies
        from netchal_gui.views.count_actions import CountActions
        from netchal_gui.views.day_panel import DayPanel
        from netchal_gui.views.recording_actions import RecordingActions

        self.panel = DayPanel()
        self._actions = CalendarActions(self._workbench, self)
        self._files = CalendarFiles(self._workbench, self._jobs, self)
        self._menus = CalendarMenus(self._actions, self._files, self)
        self._copies = StaleCopies(self._workbench, self._jobs, self)
        self._counts = CountActions(self._workbench, self)
        self._recordings = RecordingActions(self._workbench, self._jobs, self)
        self._shortcuts = CalendarShortcuts(self)

    def _connect(self) -> None:
        self._connect_month()
        self._connect_panel()
        self._connect_shortcuts()
        self._actions.object_wanted.connect(self.object_wanted)
        self._actions.planned.connect(self._show_interview)
        for actions in (self._actions, self._files, self._counts, self._recordings):
            actions.message.connect(self.message)
        self._copies.found.connect(self.notice.show_stale)
        self.notice.update_wanted.connect(self._files.update_file)
        self.notice.copy_wanted.connect(self._files.new_copy)
        self.notice.put_off.connect(self._copies.put_off)

    def _connect_month(self) -> None:
        bar, grid = self.bar, self.grid
        self.month.day_shown.connect(self._show_day)
        self.month.item_chosen.connect(self._chip_chosen)
        bar.day_wanted.connect(self.open_page)
        self.pages.narrow_changed.connect(self._narrow_changed)
        bar.block_wanted.connect(self._block)
        bar.plan_wanted.connect(self._plan)
        bar.export_interview_wanted.connect(self._export_interview)
        bar.export_month_wanted.connect(self._export_month)
        bar.export_all_wanted.connect(self._export_all)
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
        panel.change_block_wanted.connect(self._actions.change_block)
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
        card.prepare_wanted.connect(self.prepare_wanted)
        card.talk_wanted.connect(self.talk_wanted)
        card.count.decision_wanted.connect(self._counts.ask)
        card.count.rule_wanted.connect(self._counts.by_rule)
        card.recording_wanted.connect(self._recordings.add)
        card.recordings.play_wanted.connect(self._recordings.play)
        card.recordings.change_wanted.connect(self._recordings.change)

    def _connect_shortcuts(self) -> None:
        keys = self._shortcuts
        keys.triggered.connect(self.front_wanted)
        keys.plan_wanted.connect(self._plan)
        keys.block_wanted.connect(self._block)
        keys.export_interview_wanted.connect(self._export_interview)
        keys.export_month_wanted.connect(self._export_month)
        keys.export_all_wanted.connect(self._export_all)
        keys.today_wanted.connect(self.month.go_to_today)
        keys.back_wanted.connect(self._back)
        keys.forward_wanted.connect(self._forward)

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        return self._shortcuts.actions

    def activate(self) -> None:
        self.month.begin_minutes()
        if self._stale:
            self._reload()
        if self._is_complete:
            self._copies.look()
        self.grid.setFocus()

    def edited(self, edit: "Edit") -> None:
        from netchal_gui.views.calendar_actions import SHOWN, TOLD

        shown = edit.touches(*SHOWN)
        if not self.isVisible():
            self._stale = self._stale or shown
            return
        if shown:
            self._reload()
        if edit.touches(*TOLD):
            self._copies.look()

    def kinds(self) -> "tuple[type[Entity], ...]":
        from netchal_gui.domain.block import Block
        from netchal_gui.domain.interview import Interview

        return (Interview, Block)

    def show_object(self, kind: "type[Entity]", object_id: UUID) -> None:
        from netchal_gui.domain.block import Block
        from netchal_gui.domain.interview import Interview

        stored = self._workbench.store.get(kind, object_id)
        if isinstance(stored, Interview | Block) and stored.start is not None:
            self.month.chosen = object_id
            self.month.load(from_utc(stored.start.utc, self._workbench.zone).day)

    def plan_with(self, people: Sequence[UUID]) -> None:
        """Plan an interview with these people on the chosen day, or today where that has passed."""
        self._actions.plan(max(self.grid.day, self.month.today), people)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self.grid.day

    def _reload(self) -> None:
        self._stale = False
        self.month.reload()

    def _show_day(self, cell: Day, item: DayItem | None) -> None:
        from netchal_gui.views.interview_card import shown_interview

        told = self._counts.verdict, self._recordings.of
        shown = shown_interview(self._workbench, item.id, *told) if item else None
        self.bar.show_interview_chosen(shown is not None)
        self.panel.show_day(cell, self.month.today, shown, self._workbench.now())

    def _back(self) -> None:
        self.month.turn(-1)

    def _forward(self) -> None:
        self.month.turn(1)

    # Slots

    def _chip_chosen(self, item: DayItem) -> None:
        if self.pages.narrow and item.kind is ItemKind.INTERVIEW:
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
        self.month.chosen = item.id
        self.month.choose(self.grid.day)

    def _open_item(self, item: DayItem) -> None:
        if item.kind is ItemKind.INTERVIEW:
            self._actions.change(item.id)
        else:
            self._actions.open_follow_up(item)

    def _show_menu(self, day: date, item: DayItem | None, place: QPoint) -> None:
        now = self.month.now()
        menu = self._menus.of_item(item, now) if item else self._menus.of_day(self.month.cell(day), now)
        self._pop_up(menu, place)

    def _show_item_menu(self, item: DayItem, place: QPoint) -> None:
        self._pop_up(self._menus.of_item(item, self.month.now()), place)

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_interview(self, interview_id: UUID) -> None:
        from netchal_gui.domain.interview import Interview

        self.show_object(Interview, interview_id)

    def _show_person(self, contact_id: UUID) -> None:
        from netchal_gui.domain.contact import Contact

        self.object_wanted.emit(Contact, contact_id)

    def _plan(self) -> None:
        self._actions.plan(self.grid.day)

    def _block(self) -> None:
        self._actions.block(self.grid.day)

    def _export_interview(self) -> None:
        from netchal_gui.commands.calendar_selection import Chosen

        if self.month.chosen is not None:
            self._files.export(Chosen((self.month.chosen,)))

    def _export_month(self) -> None:
        from netchal_gui.commands.calendar_selection import OneMonth

        self._files.export(OneMonth(self.model.month))

    def _export_all(self) -> None:
        from netchal_gui.commands.calendar_selection import AllPlanned

        self._files.export(AllPlanned())
