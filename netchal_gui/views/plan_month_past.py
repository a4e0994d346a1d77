"""The first step of planning a month: the month before in numbers, and who is still open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui import words
from netchal_gui.commands.faults import explain
from netchal_gui.commands.plan_month import MonthPlan, Past, Planned
from netchal_gui.commands.plan_month_people import take_along
from netchal_gui.commands.plan_month_wording import lane_lines, past_lines, planned_detail
from netchal_gui.domain.challenge import Lane
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.chips import ChipLabel
from netchal_gui.views.form_parts import (
    fill_area,
    heading,
    line,
    muted_label,
    plain_label,
    primary_button,
    scroll_area,
    section_title,
)
from netchal_gui.views.plan_month_person import PersonRow
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


class PlanMonthPast(QWidget):
    """``message(sentence)`` says what went wrong."""

    message = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._plan: MonthPlan | None = None
        self.along = primary_button("")
        self.along.clicked.connect(self._take_along)
        self._about = muted_label(say("They get a place in the month you plan."), wrap=True)
        offer = QHBoxLayout()
        offer.addWidget(self.along)
        offer.addWidget(self._about, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scroll_area(QWidget())
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(self._area, 1)
        whole.addLayout(offer)

    def show_plan(self, plan: MonthPlan) -> None:
        """Show what lies before the month of the plan."""
        self._plan = plan
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(8)
        if plan.past is None:
            box.addWidget(plain_label(_nothing(plan), wrap=True))
        else:
            self._fill(box, plan, plan.past)
        box.addStretch(1)
        fill_area(self._area, inside)
        self._offer(plan)

    def take_focus(self) -> bool:
        """Whether there is something to do here that took the focus."""
        if not self.along.isHidden():
            self.along.setFocus()
        return not self.along.isHidden()

    def _fill(self, box: QVBoxLayout, plan: MonthPlan, past: Past) -> None:
        met, quota = sum(each.met for each in past.lanes), sum(each.quota for each in past.lanes)
        numbers = QHBoxLayout()
        numbers.setSpacing(10)
        numbers.addWidget(heading(say("{met} of {quota} met", met=met, quota=quota), 1.3))
        for lane, text in lane_lines(past):
            tone = "known" if lane is Lane.KNOWN else "new"
            if len(past.lanes) > 1:
                numbers.addWidget(ChipLabel(f"{words.lane(lane)}: {text}", tone))
        numbers.addStretch(1)
        box.addLayout(numbers)
        for sentence in past_lines(past):
            box.addWidget(muted_label(sentence, wrap=True))
        if past.scheduled:
            self._people(box, say("Still to come"), past.scheduled)
        if past.open:
            self._people(box, say("Still open"), past.open)
        elif not past.scheduled:
            box.addSpacing(6)
            box.addWidget(muted_label(say("Nobody was left open."), wrap=True))

    def _people(self, box: QVBoxLayout, title: str, people: Sequence[Planned]) -> None:
        box.addSpacing(10)
        box.addWidget(section_title(title))
        for each in people:
            box.addWidget(PersonRow(each.person, planned_detail(each)))
            box.addWidget(line())

    def _offer(self, plan: MonthPlan) -> None:
        count = len(plan.past.open) if plan.past else 0
        text = say_many("Take {n} person along", "Take {n} people along", count)
        self.along.setText(text)
        self.along.setAccessibleName(text)
        self.along.setEnabled(not plan.is_over)
        for each in (self.along, self._about):
            each.setVisible(count > 0)

    def _take_along(self) -> None:
        if self._plan is None:
            return
        try:
            take_along(self._workbench, self._plan)
        except StoreFault as fault:
            self.message.emit(explain(fault) or str(fault))


def _nothing(plan: MonthPlan) -> str:
    return say(
        "{name} begins with this month: nothing lies behind it. Block some days, then choose whom to meet.",
        name=plan.challenge.name,
    )
