"""What one can do with interviews and blocks in the calendar; each is one edit and can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from netchal_gui.commands import blocks, journal
from netchal_gui.commands import plan as planning
from netchal_gui.commands.count_decisions import verdict_on, verdict_text
from netchal_gui.commands.faults import explain
from netchal_gui.commands.interview_form import draft_with, suggested_start
from netchal_gui.commands.people import tick
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.block import Block
from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.challenge import Challenge, CountDecision, Slot
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.recording import Recording
from netchal_gui.item_models.calendar_items import DayItem, ItemKind
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.block_dialog import BlockDialog
from netchal_gui.views.block_form import BlockForm
from netchal_gui.views.move_dialog import MoveDialog
from netchal_gui.views.plan_dialog import PlanDialog
from netchal_gui.words import problem, say
from netchal_gui.workbench import Workbench

R = TypeVar("R")

SHOWN = (Interview, Block, Contact, FollowUp, BusyTime, Challenge, CountDecision, Slot, Recording)
"""What the month and the day beside it tell of."""
TOLD = (Interview, Block, CalendarCopy)
"""What makes a copy in somebody's calendar stale, or fresh again."""


class CalendarActions(QObject):
    """Dialogs belong to ``window``. ``planned(id)`` after an interview was planned or changed in a dialog."""

    message = Signal(str)
    planned = Signal(object)
    object_wanted = Signal(object, object)

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window

    def plan(self, day: date, people: Sequence[UUID] = ()) -> None:
        """Open the form for a new interview on a day, with some people in it already."""
        draft = draft_with(self._workbench, people, day)
        self._show(PlanDialog(self._workbench, draft, None, self._window))

    def change(self, interview_id: UUID) -> None:
        """Open the form with an interview that is there."""
        interview = self._workbench.store.get(Interview, interview_id)
        if interview is None:
            return
        start = interview.start or suggested_start(self._workbench, journal.today(self._workbench))
        self._show(PlanDialog(self._workbench, replace(interview, start=start), interview, self._window))

    def move(self, interview_id: UUID) -> None:
        """Ask for another day and time."""
        interview = self._workbench.store.get(Interview, interview_id)
        if interview is None or interview.start is None:
            return
        people = self._workbench.store.get_many(Contact, interview.people)
        title = ", ".join(person.name for person in people)
        self._show(MoveDialog(self._workbench, interview, title, self._window))

    def move_by_days(self, item: DayItem, days: int) -> None:
        """The same clock time so many days later, as when a chip is dragged."""
        if item.kind is ItemKind.BLOCK:
            block = self._workbench.store.get(Block, item.id)
            if block is not None:
                there = block.start.on(block.start.day + timedelta(days=days))
                self._say_notices(self._carry_out(blocks.move_block, block, there))
            return
        interview = self._workbench.store.get(Interview, item.id)
        if interview is None or interview.start is None:
            return
        if interview.stage is StepKind.MET:
            self.message.emit(say("It took place then. Choose Edit to correct its time."))
            return
        start = datetime.combine(interview.start.day + timedelta(days=days), interview.start.local.time())
        self._say_notices(self._carry_out(planning.move, interview, start))

    def step(self, interview_id: UUID, kind: StepKind) -> None:
        """Note what became of an interview."""
        interview = self._workbench.store.get(Interview, interview_id)
        if interview is not None:
            self._carry_out(planning.take_step, interview, kind)

    def write_up(self, interview_id: UUID) -> None:
        """Note that it took place and show its entry in the journal."""
        interview = self._workbench.store.get(Interview, interview_id)
        entry = self._carry_out(journal.write_up, interview) if interview is not None else None
        if entry is not None:
            self._tell_count(interview_id)
            self.object_wanted.emit(JournalEntry, entry.id)

    def _tell_count(self, interview_id: UUID) -> None:
        """A talk that breaks the challenge's rule can count all the same: said once it has taken place."""
        workbench = self._workbench
        found = verdict_on(workbench.store, interview_id, journal.today(workbench), workbench.zone)
        if found is not None and found.can_count:
            offer = say("“Count it anyway” is on the interview's card.")
            self.message.emit(f"{verdict_text(found)}. {offer}")

    def delete(self, item: DayItem) -> None:
        """Delete an interview or a block, without a question: it can be undone."""
        if item.kind is ItemKind.BLOCK:
            block = self._workbench.store.get(Block, item.id)
            if block is not None:
                self._carry_out(blocks.delete_block, block)
        elif item.kind is ItemKind.INTERVIEW:
            self.delete_interview(item.id)

    def delete_interview(self, interview_id: UUID) -> None:
        interview = self._workbench.store.get(Interview, interview_id)
        if interview is not None:
            self._carry_out(planning.delete_interview, interview)

    def block(self, day: date) -> None:
        """Open the form that keeps days free, beginning with this day."""
        self._show(BlockDialog(self._workbench, day, self._window))

    def change_block(self, item: DayItem) -> None:
        """Open the form with a block that is there."""
        block = self._workbench.store.get(Block, item.id)
        if block is not None:
            self._show(BlockForm(self._workbench, block, self._window))

    def tick(self, item: DayItem) -> None:
        """Mark a follow-up as done."""
        follow_up = self._workbench.store.get(FollowUp, item.id)
        if follow_up is not None:
            self._carry_out(tick, follow_up, True)

    def open_follow_up(self, item: DayItem) -> None:
        """Show the entry or the person that a follow-up belongs to."""
        if item.entry is not None:
            self.object_wanted.emit(JournalEntry, item.entry)
        elif item.subject is not None:
            self.object_wanted.emit(Contact, item.subject)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._accepted)
        dialog.open()

    def _accepted(self) -> None:
        saved = self.sender()
        if isinstance(saved, PlanDialog) and saved.saved_id is not None:
            self.planned.emit(saved.saved_id)
        elif isinstance(saved, MoveDialog):
            self.planned.emit(saved.interview_id)

    def _carry_out(self, command: Callable[..., R], *arguments: object) -> R | None:
        """What the command returns; None, and its sentence told, where the world or the input is at fault."""
        try:
            return command(self._workbench, *arguments)
        except (Refused, StoreFault) as fault:
            self.message.emit(explain(fault) or str(fault))
            return None

    def _say_notices(self, result: planning.Planned | blocks.Blocked | None) -> None:
        """What summer time did to the new start."""
        if result is not None and result.notices:
            self.message.emit(" ".join(problem(notice) for notice in result.notices))
