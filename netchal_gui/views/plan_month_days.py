"""The second step of planning a month: block days by a click each, or several by their weekday."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands import busy_times
from netchal_gui.commands.faults import explain
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.commands.plan_month_days import block_weekdays, rule_for, toggle_day
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.block import problems
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.block_days import WeekdayBoxes, days_text
from netchal_gui.views.block_times import BlockTimes
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import button, muted_label, section_title
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.plan_month_grid import PlanMonthGrid
from netchal_gui.words import problem, say, say_many
from netchal_gui.workbench import Workbench

SIDE = 252
"""Pixels that the rule takes beside the month."""


class PlanMonthDays(QWidget):
    """``message(sentence)`` says what went wrong, or what was brought in."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, jobs: Jobs) -> None:
        super().__init__()
        self._workbench, self._jobs = workbench, jobs
        self._plan: MonthPlan | None = None
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.grid = PlanMonthGrid()
        self.hours = BlockTimes()
        self.weekdays = WeekdayBoxes()
        self.preview = muted_label(wrap=True)
        self.block = button(say("Block these days"))
        self.count = muted_label()
        self.calendar = ElidedButton(say("Show when I am busy…"), "plain-link")

    def _lay_out(self) -> None:
        beside = QWidget()
        beside.setFixedWidth(SIDE)
        side = QVBoxLayout(beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(section_title(say("Time")))
        side.addWidget(self.hours)
        side.addWidget(muted_label(say("A click on a day blocks it, another one frees it."), wrap=True))
        side.addSpacing(12)
        side.addWidget(section_title(say("Every week on")))
        side.addWidget(self.weekdays)
        side.addWidget(self.preview)
        side.addWidget(self.block, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        side.addWidget(section_title(say("Your calendar")))
        about = say("Its file shows as bars when you are busy. What it is about is not kept.")
        side.addWidget(muted_label(about, wrap=True))
        side.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignLeft)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.grid, 1)
        left.addWidget(self.count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(26)
        row.addLayout(left, 1)
        row.addWidget(beside)

    def _connect(self) -> None:
        self.grid.toggled.connect(self._toggle)
        self.hours.changed.connect(self._show_preview)
        self.weekdays.clicked.connect(self._show_preview)
        self.block.clicked.connect(self._block)
        self.calendar.clicked.connect(self._ask_file)
        self._enter = _Enter(self._block)
        for box in self.weekdays.boxes:
            box.installEventFilter(self._enter)

    def show_plan(self, plan: MonthPlan) -> None:
        """Show the blocks of the month and when one's own calendar is taken."""
        self._plan = plan
        workbench = self._workbench
        self.grid.show_month(workbench.store, plan.days, plan.found.today, workbench.zone)
        blocked = say_many("{n} time is blocked.", "{n} times are blocked.", plan.blocked)
        self.count.setText(blocked if plan.blocked else say("No time is blocked yet."))
        for each in (self.hours, self.weekdays, self.grid):
            each.setEnabled(not plan.is_over)
        self._show_preview()

    def take_focus(self) -> None:
        self.weekdays.setFocus()

    def _show_preview(self) -> None:
        if self._plan is None:
            return
        chosen = self.weekdays.chosen()
        rule = rule_for(self._plan, chosen, *self.hours.span, self._workbench.zone)
        found = [problem(each) for each in problems(rule)] if chosen else []
        days = list(rule.days())
        if chosen and not days:
            found = [say("These days are blocked already.")]
        self.preview.setText(" ".join(found) or days_text(days) or say("Choose weekdays."))
        self.block.setEnabled(bool(days) and not found)

    def _toggle(self, day: date) -> None:
        if self._plan is not None:
            self._do(partial(toggle_day, self._workbench, self._plan, day, *self.hours.span))

    def _block(self) -> None:
        if self._plan is not None and self.block.isEnabled():
            chosen = self.weekdays.chosen()
            self._do(partial(block_weekdays, self._workbench, self._plan, chosen, *self.hours.span))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except (Refused, StoreFault) as fault:
            self.message.emit(explain(fault) or str(fault))

    # The own calendar

    def _ask_file(self) -> None:
        dialog = QFileDialog(
            self, say("Your calendar's file"), "", say("Calendar files (*.ics *.ical *.ifb)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.bring_in)
        dialog.open()

    def bring_in(self, file: str) -> None:
        """Keep when the calendar in this file is busy, off the GUI thread; the bars show once it is done."""
        work = partial(_bring_in, self._workbench, Path(file))
        self._jobs.run(work, self.message.emit, self._failed, say("Reading"), writes=True)

    def _failed(self, error: Exception) -> None:
        sentence = explain(error) or (str(error) if isinstance(error, Refused) else "")
        if sentence:
            self.message.emit(sentence)


class _Enter(QObject):
    """Enter on a weekday blocks the days that are ticked."""

    def __init__(self, entered: Callable[[], None]) -> None:
        super().__init__()
        self._entered = entered

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self._entered()
            return True
        return False


def _bring_in(workbench: Workbench, path: Path, progress: Progress) -> str:
    return busy_times.apply(workbench, busy_times.prepare(workbench, path, progress), progress)
