"""The last step of planning a month: ask people, put the month into one's calendar, take the plan as text."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands.calendar_selection import SomeDays
from netchal_gui.commands.drafts import Choice
from netchal_gui.commands.faults import explain
from netchal_gui.commands.plan_month import MonthPlan, Planned
from netchal_gui.commands.plan_month_people import mark_asked
from netchal_gui.commands.plan_month_wording import ask_detail, export_line, planned_detail
from netchal_gui.commands.refusal import Refused
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.calendar_files import CalendarFiles
from netchal_gui.views.draft_dialog import write_to
from netchal_gui.views.form_parts import (
    button,
    fill_area,
    line,
    muted_label,
    reach_in_order,
    scroll_area,
    section_title,
)
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.plan_month_person import PersonRow
from netchal_gui.views.plan_month_text import PlanMonthText
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class PlanMonthFinish(QWidget):
    """``message(sentence)`` says what was written and where, or what went wrong."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, jobs: Jobs) -> None:
        super().__init__()
        self._workbench, self._jobs = workbench, jobs
        self._plan: MonthPlan | None = None
        self._files = CalendarFiles(workbench, jobs, self)
        self.rows: list[AskRow] = []
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self._people = scroll_area(QWidget())
        self._people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.all_asked = button(say("Mark all as &asked"))
        self._calendar = muted_label(wrap=True)
        self.export = button(say("&Export calendar file"))
        self.plan = PlanMonthText(self._workbench, self._jobs)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(section_title(say("Requests to write")), 1)
        head.addWidget(self.all_asked)
        left.addLayout(head)
        left.addWidget(self._people, 1)
        right.addWidget(section_title(say("Your calendar")))
        right.addWidget(self._calendar)
        right.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)
        right.addSpacing(12)
        right.addWidget(self.plan, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(26)
        row.addLayout(left, 5)
        row.addLayout(right, 4)

    def _connect(self) -> None:
        self.all_asked.clicked.connect(self._mark_all)
        self.export.clicked.connect(self._export)
        for part in (self._files, self.plan):
            part.message.connect(self.message)

    def show_plan(self, plan: MonthPlan) -> None:
        """Show whom to ask, what the calendar gets, and the text."""
        focused = next((n for n, row in enumerate(self.rows) if row.has_focus()), None)
        focused = 0 if self.all_asked.hasFocus() else focused
        self._plan = plan
        self.all_asked.setVisible(len(plan.to_ask) > 1)
        self._calendar.setText(export_line(plan))
        self.export.setEnabled(bool(plan.with_time or plan.blocked))
        self.plan.show_plan(plan)
        self._show_people(plan)
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].asked.setFocus()
        elif focused is not None:
            self.export.setFocus()

    def take_focus(self) -> None:
        first = (
            self.all_asked if len(self.rows) > 1 else next((each.write for each in self.rows), self.export)
        )
        first.setFocus()

    def _show_people(self, plan: MonthPlan) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(4)
        self.rows = [AskRow(each) for each in plan.to_ask]
        for row in self.rows:
            row.write_wanted.connect(self._write)
            row.asked_wanted.connect(self._mark)
            box.addWidget(row)
            box.addWidget(line())
        if not self.rows:
            box.addWidget(muted_label(_nobody(plan), wrap=True))
        if plan.asked:
            box.addSpacing(10)
            box.addWidget(section_title(say("Asked")))
            for each in plan.asked:
                box.addWidget(PersonRow(each.person, planned_detail(each)))
        box.addStretch(1)
        fill_area(self._people, inside)
        reach_in_order(self.all_asked, *self.rows)

    # Requests

    def _write(self, contact: bytes) -> None:
        """The draft of a request; handing it to the mail program notes that one asked."""
        try:
            dialog = write_to(self._workbench, UUID(bytes=contact), self, choice=Choice.ASKING)
        except (Refused, StoreFault) as fault:
            self.message.emit(explain(fault) or str(fault))
            return
        dialog.sent.connect(self.message)
        dialog.open()

    def _mark(self, contact: bytes) -> None:
        self._mark_people([UUID(bytes=contact)])

    def _mark_all(self) -> None:
        if self._plan is not None:
            self._mark_people([UUID(bytes=each.person.id) for each in self._plan.to_ask])

    def _mark_people(self, people: Sequence[UUID]) -> None:
        if self._plan is None:
            return
        try:
            mark_asked(self._workbench, self._plan, people)
        except StoreFault as fault:
            self.message.emit(explain(fault) or str(fault))

    def _export(self) -> None:
        if self._plan is not None:
            self._files.export_as_one(SomeDays(*self._plan.days))


class AskRow(PersonRow):
    """Somebody to ask: ``write_wanted(contact)`` opens the draft, ``asked_wanted(contact)`` only notes it."""

    write_wanted = Signal(object)
    asked_wanted = Signal(object)

    def __init__(self, planned: Planned) -> None:
        write, asked = button(say("Write")), button(say("Mark as asked"))
        super().__init__(planned.person, ask_detail(planned), (write, asked))
        self.write, self.asked = write, asked
        name = planned.person.name
        self.write.setAccessibleName(say("Write to {name}", name=name))
        self.asked.setAccessibleName(say("Mark {name} as asked", name=name))
        self.write.clicked.connect(self._write)
        self.asked.clicked.connect(self._asked)

    def has_focus(self) -> bool:
        return self.write.hasFocus() or self.asked.hasFocus()

    def _write(self) -> None:
        self.write_wanted.emit(self.person.id)

    def _asked(self) -> None:
        self.asked_wanted.emit(self.person.id)


def _nobody(plan: MonthPlan) -> str:
    if plan.asked or plan.with_time:
        return say("Everyone in the plan was asked.")
    return say("Nobody is in the plan yet. Choose people in the step before.")
