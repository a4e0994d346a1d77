"""Plan a month in one sitting: four steps in one window, each of which can be left and resumed.

Nothing is kept here but which step one was at: what is shown is what is stored, and every action is saved.
"""

from collections.abc import Callable
from datetime import date
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netchal_gui.commands.plan_month import MonthPlan, month_plan
from netchal_gui.commands.plan_month_wording import (
    footer,
    lane_chip,
    past_title,
    standing_note,
    title,
)
from netchal_gui.domain.edit import Edit
from netchal_gui.settings import Settings
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    muted_label,
    plain_label,
    plain_tooltip,
    primary_button,
)
from netchal_gui.views.history import History
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.plan_month_days import PlanMonthDays
from netchal_gui.views.plan_month_finish import PlanMonthFinish
from netchal_gui.views.plan_month_past import PlanMonthPast
from netchal_gui.views.plan_month_people import PlanMonthPeople
from netchal_gui.views.plan_month_steps import PlanMonthSteps
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

PAST, DAYS, PEOPLE, FINISH = range(4)
WIDE, HIGH = 980, 640


class Step(Protocol):
    """What the window asks of a page."""

    def show_plan(self, plan: MonthPlan) -> None: ...
    def take_focus(self) -> object: ...


class PlanMonth(Dialog):
    """``day`` lies in the month to plan; None: the one that is due. There must be a challenge."""

    def __init__(
        self,
        workbench: Workbench,
        jobs: Jobs,
        settings: Settings,
        day: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench, self._jobs, self._settings = workbench, jobs, settings
        self._challenge: UUID | None = None
        self._day = day
        self._plan: MonthPlan | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._load()
        self.show_step(self._remembered())

    def _build(self) -> None:
        self.title = heading("", 1.2)
        self.steps = PlanMonthSteps(FINISH + 1)
        self.note = plain_label(wrap=True)
        self.past = PlanMonthPast(self._workbench)
        self.days = PlanMonthDays(self._workbench, self._jobs)
        self.people = PlanMonthPeople(self._workbench, self._jobs)
        self.finish = PlanMonthFinish(self._workbench, self._jobs)
        self._pages = QStackedWidget()
        self.said = plain_label(wrap=True)
        self.saved = muted_label(wrap=True)
        self.back = button(say("&Back"))
        self.next = primary_button("")
        self.back.setToolTip(plain_tooltip(say("Ctrl+PgUp")))
        self.next.setToolTip(plain_tooltip(say("Ctrl+PgDown")))
        self._history = History(self._workbench, self._jobs, self._flush, self)

    def _lay_out(self) -> None:
        header = frame("header", margins=(20, 14, 20, 12))
        box_of(header).addWidget(self.title)
        body = frame("page", margins=(20, 12, 20, 14), spacing=12)
        notice = frame("notice", margins=(12, 8, 12, 8))
        box_of(notice).addWidget(self.note)
        self._notice = notice
        for part in (self.steps, notice):
            box_of(body).addWidget(part)
        for page in (self.past, self.days, self.people, self.finish):
            self._pages.addWidget(page)
        box_of(body).addWidget(self._pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(body, 1)
        whole.addWidget(self._footer())
        self.setMinimumSize(720, 460)
        self.resize(WIDE, HIGH)

    def _footer(self) -> QWidget:
        footer_frame = frame("footer", margins=(20, 10, 20, 10))
        sentences = QVBoxLayout()
        sentences.setSpacing(2)
        for label in (self.said, self.saved):
            sentences.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(sentences, 1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        box_of(footer_frame).addLayout(row)
        return footer_frame

    def _connect(self) -> None:
        self.next.setDefault(True)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.steps.chosen.connect(self.show_step)
        for page in (self.past, self.days, self.people, self.finish):
            page.message.connect(self.tell)
        self.people.blocks_wanted.connect(self._show_days)
        self._history.message.connect(self.tell)
        self._jobs.fault.connect(self.tell)
        for keys, slot in self._keys():
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._end_listening = self._workbench.listen(self._edited)
        self.finished.connect(self._leave)

    def _keys(self) -> list[tuple[str, Callable[[], None]]]:
        return [
            ("Ctrl+Z", self._history.undo),
            ("Ctrl+Shift+Z", self._history.redo),
            ("Ctrl+Y", self._history.redo),
            ("Ctrl+PgUp", self._go_back),
            ("Ctrl+PgDown", self._go_on),
        ]

    # What is shown

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._pages.currentIndex()

    def show_step(self, number: int) -> None:
        """Show a step, remember that one was there, and give it the focus."""
        self._pages.setCurrentIndex(number)
        self._say("")
        self._show_standing()
        page: Step = (self.past, self.days, self.people, self.finish)[number]
        if page.take_focus() is False:
            self.next.setFocus()
        if self._plan is not None:
            self._settings.plan_step = f"{self._key(self._plan)}/{number}"

    def tell(self, sentence: str) -> None:
        """Say something above the footer until the next step."""
        self._say(sentence)

    def _load(self) -> None:
        """Read the plan again and show it in all steps; without its challenge there is nothing to plan."""
        with self._workbench.store.reading() as reader:
            now, zone = self._workbench.now(), self._workbench.zone
            plan = month_plan(reader, self._challenge, self._day, now, zone)
        if plan is None:
            self.reject()
            return
        self._plan, self._challenge, self._day = plan, plan.challenge.id, plan.days.first
        for page in (self.past, self.days, self.people, self.finish):
            page.show_plan(plan)
        self._show_standing()

    def _show_standing(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self.setWindowTitle(title(plan))
        self.title.setText(title(plan))
        self.note.setText(standing_note(plan))
        self._notice.setVisible(bool(self.note.text()))
        names = (past_title(plan), say("Block days"), say("People"), say("Finish"))
        self.steps.show_steps(names, self._done(plan), self.step)
        self.steps.show_lanes([lane_chip(each) for each in plan.lanes])
        self.saved.setText(footer(plan))
        self.back.setVisible(self.step > PAST)
        going = (say("&Next: block days"), say("&Next: people"), say("&Next: finish"), say("&Done"))
        self.next.setText(going[self.step])
        self.next.setAccessibleName(self.next.text().replace("&", ""))

    def _done(self, plan: MonthPlan) -> tuple[bool, ...]:
        """Which steps have nothing left to do; the first one is done once it was left."""
        nothing_open = plan.past is None or not plan.past.open
        return (
            nothing_open or self.step > PAST,
            plan.blocked > 0,
            not any(each.room for each in plan.lanes),
            plan.with_time > 0 and not plan.to_ask and not plan.to_export,
        )

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    # Slots

    def _edited(self, edit: Edit) -> None:
        self._say("")
        self._load()

    def _go_back(self) -> None:
        self.show_step(max(PAST, self.step - 1))

    def _go_on(self) -> None:
        if self.step == FINISH:
            self.accept()
        else:
            self.show_step(self.step + 1)

    def _show_days(self) -> None:
        self.show_step(DAYS)

    def _leave(self) -> None:
        self._end_listening()

    def _flush(self) -> bool:
        """Nothing here waits to be saved."""
        return True

    # Which step one was at

    def _remembered(self) -> int:
        if self._plan is None:
            return PAST
        place, _, number = self._settings.plan_step.rpartition("/")
        return int(number) if place == self._key(self._plan) and number in "0123" else PAST

    def _key(self, plan: MonthPlan) -> str:
        return f"{plan.challenge.id}/{plan.days.first.isoformat()}"
