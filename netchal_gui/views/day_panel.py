"""The chosen day at the side of the month: what is blocked, its agenda, and the chosen interview."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from netchal_gui.domain.interview import PLANNED, Interview, StepKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.item_models.calendar_items import Day, DayItem, ItemKind
from netchal_gui.views.agenda_list import AgendaList
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    icon_button,
    muted_label,
    primary_button,
    reach_in_order,
    widgets_in,
)
from netchal_gui.views.interview_card import InterviewCard, Shown
from netchal_gui.words import clock, full_day, say

WIDEST = 620
MOST_BUSY = 6
OPEN = frozenset({StepKind.IDEA, StepKind.ASKED, StepKind.REPLIED}) | PLANNED


class DayPanel(QFrame):
    """What is asked of the chosen interview is sent as ``step_wanted(id, kind)``, ``write_up_wanted(id)`` …

    ``item_chosen(item)`` when another line of the agenda is chosen. ``back_wanted`` in a narrow window.
    """

    item_chosen = Signal(object)
    item_opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    delete_item_wanted = Signal(object)
    change_block_wanted = Signal(object)
    plan_wanted = Signal()
    block_wanted = Signal()
    write_up_wanted = Signal(object)
    step_wanted = Signal(object, object)
    delete_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "panel")
        self._interview: UUID | None = None
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.back = button(say("‹ Month"))
        self.back.setAccessibleName(say("Back to the month"))
        self.title = heading("", 1.2)
        self.title.setWordWrap(True)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(2)
        self.agenda = AgendaList()
        self.nothing = muted_label(say("Nothing planned."))
        self.plan = button(say("Plan interview"))
        self.block = button(say("Block this day…"))
        self.card = InterviewCard()
        self.hint = muted_label(wrap=True)
        self.write_up = primary_button(say("Met: write it up"))
        self.no_show = button(say("Did not come"))
        self.cancel = button(say("Cancel interview"))
        self.delete = ElidedButton(say("Delete"), "plain-link")
        for wide in (self.card, self.agenda):
            wide.setMaximumWidth(WIDEST)
        self._under_card = QWidget()
        self._for_empty = QWidget()

    def _lay_out(self) -> None:
        _flow(self._under_card, self.write_up, self.no_show, self.cancel, self.delete)
        _flow(self._for_empty, self.plan, self.block)
        inside = frame("panel", margins=(18, 16, 18, 16), spacing=8)
        box = inside.layout()
        assert isinstance(box, QVBoxLayout)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.title)
        box.addLayout(self._blocks)
        for widget in (self.agenda, self.nothing, self._for_empty, self.card):
            box.addWidget(widget)
        box.addSpacing(4)
        box.addWidget(self.hint)
        box.addWidget(self._under_card)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.back.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.agenda.item_chosen.connect(self.item_chosen)
        self.agenda.item_opened.connect(self.item_opened)
        self.agenda.menu_wanted.connect(self.menu_wanted)
        self.agenda.delete_wanted.connect(self.delete_item_wanted)
        self.plan.clicked.connect(self.plan_wanted)
        self.block.clicked.connect(self.block_wanted)
        self.write_up.clicked.connect(self._write_up)
        self.no_show.clicked.connect(self._no_show)
        self.cancel.clicked.connect(self._cancel)
        self.delete.clicked.connect(self._delete)

    def show_day(self, day: Day, today: date, shown: Shown | None, now: datetime) -> None:
        """Show a day and, where there is one, the chosen interview; ``now`` is aware."""
        self.title.setText(full_day(day.day, today))
        self._show_blocks(day)
        listed = [item for item in day.items if item.kind is not ItemKind.BLOCK]
        self._interview = chosen = shown.interview.id if shown else None
        needs_list = len(listed) > 1 or (bool(listed) and shown is None)
        self.agenda.setVisible(needs_list)
        self.agenda.show_items(listed if needs_list else [], chosen)
        self.nothing.setVisible(not listed)
        self._for_empty.setVisible(shown is None)
        self.block.setVisible(not day.of(ItemKind.BLOCK))
        self.card.setVisible(shown is not None)
        self._under_card.setVisible(shown is not None)
        self.hint.setVisible(shown is not None)
        if shown is not None:
            self.card.show_interview(shown)
            self._show_actions(shown, now)
        reach_in_order(*self._in_order())

    def _in_order(self) -> Iterator[QWidget]:
        """What takes the focus, from top to bottom; blocks and people are made anew for each day."""
        yield self.back
        yield from widgets_in(self._blocks)
        yield from (self.agenda, self._for_empty, *self.card.in_order(), self._under_card)

    def _show_actions(self, shown: Shown, now: datetime) -> None:
        interview = shown.interview
        is_open = interview.stage in OPEN
        started = interview.start is not None and interview.start.utc <= now
        self.write_up.setText(
            say("Write it up") if interview.stage is StepKind.MET else say("Met: write it up")
        )
        self.write_up.setAccessibleName(self.write_up.text())
        self.write_up.setVisible(is_open or interview.stage is StepKind.MET)
        self.write_up.setEnabled(interview.stage is StepKind.MET or (is_open and started))
        self.no_show.setVisible(is_open and started)
        self.cancel.setVisible(is_open)
        self.hint.setText(_hint(interview, shown.zone, started=started))
        self.hint.setVisible(bool(self.hint.text()))

    def _show_blocks(self, day: Day) -> None:
        while self._blocks.count():
            item = self._blocks.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for block in day.of(ItemKind.BLOCK):
            line = _BlockLine(block)
            line.change_wanted.connect(self.change_block_wanted)
            line.remove_wanted.connect(self.delete_item_wanted)
            line.menu_wanted.connect(self.menu_wanted)
            self._blocks.addWidget(line)
        for bar in day.busy[:MOST_BUSY]:
            quiet = frame("busy", margins=(8, 1, 8, 2))
            box_of(quiet).addWidget(muted_label(bar.spoken, wrap=True, small=True))
            self._blocks.addWidget(quiet)

    def take_focus(self) -> None:
        """Focus what comes first in the day."""
        for widget in (self.agenda, self.card.to_calendar, self.plan):
            if widget.isVisible():
                widget.setFocus()
                return

    def _write_up(self) -> None:
        self.write_up_wanted.emit(self._interview)

    def _delete(self) -> None:
        self.delete_wanted.emit(self._interview)

    def _no_show(self) -> None:
        self.step_wanted.emit(self._interview, StepKind.NO_SHOW)

    def _cancel(self) -> None:
        self.step_wanted.emit(self._interview, StepKind.CANCELLED)


class _BlockLine(QWidget):
    """ "Blocked 12:00–13:30 for interviews": pressed it can be changed, its cross takes it away."""

    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, item: DayItem) -> None:
        super().__init__()
        self._item = item
        change = ElidedButton(item.spoken, "muted-link")
        remove = icon_button("×", say("Remove: {block}", block=item.spoken))
        remove.setProperty("part", "sign")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(change)
        box.addStretch(1)
        box.addWidget(remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        change.clicked.connect(self._change)
        remove.clicked.connect(self._remove)
        self.customContextMenuRequested.connect(self._menu)

    def _change(self) -> None:
        self.change_wanted.emit(self._item)

    def _remove(self) -> None:
        self.remove_wanted.emit(self._item)

    def _menu(self, position: QPoint) -> None:
        self.menu_wanted.emit(self._item, self.mapToGlobal(position))


def _hint(interview: Interview, zone: str, *, started: bool) -> str:
    """From when on it can be written up."""
    if interview.start is None or started or interview.stage not in OPEN:
        return ""
    here = from_utc(interview.start.utc, zone)
    return say("From {time} on: write what you learned, and ask who else to meet.", time=clock(here.local))


def _flow(widget: QWidget, *children: QWidget) -> None:
    flow = FlowLayout(widget, spacing=8)
    for each in children:
        flow.addWidget(each)
