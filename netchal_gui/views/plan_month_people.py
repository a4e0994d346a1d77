"""The third step of planning a month: people on the blocked times, by mouse or by keyboard."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.commands.plan_month_ideas import Idea, found_by_name, ideas
from netchal_gui.commands.plan_month_people import put, put_new, take_out, without_time
from netchal_gui.commands.plan_month_times import PlanTime, Seat, next_free
from netchal_gui.commands.plan_month_wording import seat_text
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Relation
from netchal_gui.item_models.idea_list import IdeaRow, row_for_new, row_of
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.form_parts import reach_in_order
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.plan_month_ideas import PlanMonthIdeas
from netchal_gui.views.plan_month_times import PersonChip, PlanMonthTimes
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class PlanMonthPeople(QWidget):
    """``message(sentence)`` says what went wrong or what stays; ``blocks_wanted``: to the step before."""

    message = Signal(str)
    blocks_wanted = Signal()

    def __init__(self, workbench: Workbench, jobs: Jobs) -> None:
        super().__init__()
        self._workbench, self._jobs = workbench, jobs
        self._plan: MonthPlan | None = None
        self._ideas: tuple[Idea, ...] = ()
        self._reading = 0
        self.ideas, self.times = PlanMonthIdeas(), PlanMonthTimes()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(26)
        row.addWidget(self.ideas, 9)
        row.addWidget(self.times, 11)
        self._connect()

    def _connect(self) -> None:
        self.ideas.typed.connect(self._typed)
        self.ideas.put_wanted.connect(self._put_next)
        self.ideas.menu_wanted.connect(self._idea_menu)
        self.times.put_wanted.connect(self._put_chosen)
        self.times.dropped.connect(self._drop)
        self.times.removal_wanted.connect(self._take_out)
        self.times.menu_wanted.connect(self._person_menu)
        self.times.blocks_wanted.connect(self.blocks_wanted)

    def show_plan(self, plan: MonthPlan) -> None:
        """Show the times at once; whom one could meet is read on a thread of its own."""
        self._plan = plan
        self.setEnabled(not plan.is_over)
        self.times.show_plan(plan)
        reach_in_order(self.ideas.view, *self.times.stops())
        self._reading += 1
        self._jobs.run(partial(self._read_ideas, self._reading, plan), self._show_ideas)

    def take_focus(self) -> None:
        self.ideas.setFocus()

    def _read_ideas(self, number: int, plan: MonthPlan, progress: Progress) -> tuple[int, tuple[Idea, ...]]:
        with self._workbench.store.reading() as reader:
            return number, ideas(reader, plan, self._workbench.zone)

    def _show_ideas(self, read: tuple[int, tuple[Idea, ...]]) -> None:
        """Threads may end in another order than they began: only the last one is shown."""
        number, found = read
        if number == self._reading:
            self._ideas = found
            self._list()

    def _typed(self, text: str) -> None:
        self._list()
        self.ideas.choose_first()

    def _list(self) -> None:
        """The ideas; while something is typed, who is called like that, and the new person it may be."""
        text = " ".join(self.ideas.field.text().split())
        if not text or self._plan is None:
            nothing = say("Nobody comes to mind. Type a name to add someone.")
            self.ideas.show_rows([row_of(each) for each in self._ideas], nothing)
            return
        rows = [row_of(each) for each in found_by_name(self._workbench.store, self._plan, text)]
        new = [row_for_new(text, relation) for relation in self._relations()]
        self.ideas.show_rows([*rows, *new], "")

    def _relations(self) -> list[Relation]:
        """How somebody new may enter, first as their lane has room."""
        assert self._plan is not None
        room = {each.lane.value: each.room for each in self._plan.lanes}
        order = [Relation.NEW, Relation.KNOWN]
        return order if room.get("new", 1) or not room.get("known", 0) else order[::-1]

    # Putting people on times

    def _put_next(self, row: IdeaRow, has_time: bool) -> None:
        """On the next free time; where there is none, among those without one."""
        if self._plan is None:
            return
        following = next_free(self._plan.times) if has_time else None
        if self._put(row, following.seat if following else None) and has_time and following is None:
            self.message.emit(say("No time is free: {name} has no time yet.", name=row.name))

    def _put_chosen(self, time: PlanTime) -> None:
        """Whoever is chosen in the list gets the time that was pressed."""
        row = self.ideas.chosen
        if row is None:
            self.message.emit(say("Choose somebody first."))
        else:
            self._put(row, time.seat)

    def _put(self, row: IdeaRow, seat: Seat | None) -> bool:
        if self._plan is None:
            return False
        if row.contact is None:
            work = partial(put_new, self._workbench, self._plan, row.name, row.relation, seat)
            done = self._do(work)
        else:
            done = self._do(partial(put, self._workbench, self._plan, UUID(bytes=row.contact), seat))
        if done:
            self.ideas.put_away(row)
            self._list()
        return done

    def _drop(self, time: PlanTime | None, contact: bytes) -> None:
        if self._plan is None:
            return
        guest = next((chip.guest for chip in self.times.chips() if chip.contact == contact), None)
        if time is not None:
            self._do(partial(put, self._workbench, self._plan, UUID(bytes=contact), time.seat))
        elif guest is not None:
            self._do(partial(without_time, self._workbench, self._plan, UUID(bytes=guest.interview)))
        else:
            self._do(partial(put, self._workbench, self._plan, UUID(bytes=contact), None))

    def _take_out(self, chip: PersonChip) -> None:
        if self._plan is not None:
            self._do(partial(take_out, self._workbench, self._plan, UUID(bytes=chip.contact)))

    # Menus

    def _idea_menu(self, row: IdeaRow, point: QPoint) -> None:
        menu = QMenu(self)
        for seat in self._seats():
            menu.addAction(seat_text(seat)).triggered.connect(partial(self._put, row, seat))
        menu.addAction(say("No time yet")).triggered.connect(partial(self._put, row, None))
        self._pop_up(menu, point)

    def _person_menu(self, chip: PersonChip, point: QPoint) -> None:
        """Every free time, leaving it open, and taking the person out."""
        menu = QMenu(self)
        for seat in self._seats():
            text = say("Move to {time}", time=seat_text(seat))
            menu.addAction(text).triggered.connect(partial(self._move, chip.contact, seat))
        menu.addSeparator()
        if chip.guest is not None:
            leave = menu.addAction(say("No &time yet"))
            leave.triggered.connect(partial(self._drop, None, chip.contact))
        menu.addAction(say("&Take out")).triggered.connect(partial(self._take_out, chip))
        self._pop_up(menu, point)

    def _move(self, contact: bytes, seat: Seat) -> None:
        if self._plan is not None:
            self._do(partial(put, self._workbench, self._plan, UUID(bytes=contact), seat))

    def _seats(self) -> list[Seat]:
        return [each.seat for each in self._plan.times if each.seat is not None] if self._plan else []

    def _pop_up(self, menu: QMenu, point: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _do(self, work: Callable[[], object]) -> bool:
        """Carry out, and say what stays or why it could not be done."""
        try:
            said = work()
        except (Refused, StoreFault) as fault:
            self.message.emit(explain(fault) or str(fault))
            return False
        if isinstance(said, str) and said:
            self.message.emit(said)
        return True
