"""The month's page: its bar, its grid, what is no longer so elsewhere, and the day that is chosen."""

from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from netchal_gui.domain.walltime import from_utc
from netchal_gui.item_models.calendar_items import Day, DayItem, ItemKind, days_between
from netchal_gui.item_models.month_model import COLUMNS, ROWS, MonthModel, first_of_grid
from netchal_gui.views.calendar_bar import CalendarBar
from netchal_gui.views.copy_notice import CopyNotice
from netchal_gui.views.month_grid import MonthGrid
from netchal_gui.workbench import Workbench

MINUTE = 60_000
EARLIEST, LATEST = 1900, 2999
"""The years one can turn to."""


class MonthPage(QFrame):
    """``day_shown(day, interview)`` whenever the chosen day or what it holds is another: the interview is
    the one chosen in it, or its first, None without any. ``item_chosen(item)`` when a chip was pressed.
    """

    day_shown = Signal(object, object)
    item_chosen = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._workbench = workbench
        self._checked = self.now()
        self.today = self._checked.date()
        self.chosen: UUID | None = None
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        first = (QLocale().firstDayOfWeek().value - 1) % COLUMNS
        self.model = MonthModel(first, self)
        self.bar = CalendarBar()
        self.notice = CopyNotice()
        self.grid = MonthGrid(self.model)
        self._minutes = QTimer(self)
        self._minutes.setInterval(MINUTE)

    def _lay_out(self) -> None:
        around = QVBoxLayout()
        around.setContentsMargins(14, 4, 14, 4)
        around.addWidget(self.notice)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addLayout(around)
        box.addWidget(self.grid, 1)

    def _connect(self) -> None:
        for source in (self.bar, self.grid):
            source.turned.connect(self.turn)
            source.today_wanted.connect(self.go_to_today)
        self.grid.day_chosen.connect(self._day_chosen)
        self.grid.day_wanted.connect(self.load)
        self._minutes.timeout.connect(self.minute_passed)

    def now(self) -> datetime:
        """The viewer's wall time, naive."""
        return from_utc(self._workbench.now(), self._workbench.zone).local

    def cell(self, day: date) -> Day:
        """What stands in a day of the shown weeks."""
        return self.model.day_at(self.model.index_of(day))

    def load(self, day: date) -> None:
        """Show the month of a day and choose the day."""
        self._show(day)
        self.bar.show_month(day)
        self.choose(day)

    def reload(self) -> None:
        """The same month again, after something in it may have changed."""
        chosen = self.grid.day
        self._show(self.model.month)
        self.choose(chosen)

    def _show(self, month: date) -> None:
        first = first_of_grid(month, self.model.first_weekday)
        days = days_between(self._workbench.store, first, ROWS * COLUMNS, self._workbench.zone)
        self.model.show_days(month, self.today, days)

    def choose(self, day: date) -> None:
        """Frame the day, with what was chosen in it, or its first interview."""
        cell = self.cell(day)
        item = next((each for each in cell.items if each.id == self.chosen), None)
        if item is None or item.kind is ItemKind.BLOCK:
            item = next(iter(cell.of(ItemKind.INTERVIEW)), None)
        self.chosen = item.id if item else None
        self.grid.choose(day, item)
        self.day_shown.emit(cell, item if item and item.kind is ItemKind.INTERVIEW else None)

    def turn(self, months: int) -> None:
        """The same day of another month, or its last where that month is shorter."""
        index = self.model.month.year * 12 + self.model.month.month - 1 + months
        if EARLIEST <= index // 12 <= LATEST:
            first = date(index // 12, index % 12 + 1, 1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            self.load(min(last, first + timedelta(days=self.grid.day.day - 1)))

    def go_to_today(self) -> None:
        self.load(self.today)

    def begin_minutes(self) -> None:
        """Look every minute from now on whether something has begun; and at once."""
        self._minutes.start()
        self.minute_passed()

    def minute_passed(self) -> None:
        """Midnight may have passed, or a start: then there is more to offer."""
        before, self._checked = self._checked, self.now()
        begun = any(
            before < item.moment <= self._checked for item in self.cell(self.grid.day).items if item.moment
        )
        if begun or self._checked.date() != self.today:
            self.today = self._checked.date()
            self.reload()

    def _day_chosen(self, day: date, item: DayItem | None) -> None:
        self.chosen = item.id if item else None
        self.choose(day)
        if item is not None:
            self.item_chosen.emit(item)
