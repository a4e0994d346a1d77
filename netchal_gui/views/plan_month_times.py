"""The blocked times of the month with whom they are for, and whoever has no time yet."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netchal_gui.commands.plan_month import MonthPlan, Planned
from netchal_gui.commands.plan_month_times import Guest, PlanTime
from netchal_gui.commands.plan_month_wording import (
    guest_chip,
    time_day,
    time_hours,
    time_note,
    time_text,
    waiting_chip,
)
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import (
    button,
    fill_area,
    muted_label,
    plain_label,
    scroll_area,
    section_title,
)
from netchal_gui.views.person_drag import Held, PersonDrag, dragged_person
from netchal_gui.words import say

DAY, HOURS = "Wed 30 Sept", "00:00–00:00"
"""The widest texts of the two columns, but for languages with longer months."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonChip(ChipButton):
    """Somebody in the plan: can be dragged; ``removal_wanted(chip)`` by Delete, ``menu_wanted(chip, point)``
    by a click, Enter or the context menu. ``guest`` None: without a time."""

    removal_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, text: str, name: str, contact: bytes, relation: str, guest: Guest | None) -> None:
        super().__init__(text, relation)
        self.contact, self.guest = contact, guest
        self._held = Held(contact, name, relation)
        self.clicked.connect(self._ask_menu)
        PersonDrag(self, self._dragged)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit(self)
        elif event.key() in _ENTER:
            self._ask_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_menu()

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self, self.mapToGlobal(QPoint(0, self.height())))

    def _dragged(self, point: QPoint) -> Held:
        return self._held


class _Place(QFrame):
    """Takes people who are dropped on it: ``dropped(contact)``."""

    dropped = Signal(object)

    def __init__(self, part: str, takes: bool) -> None:
        super().__init__()
        self.setProperty("part", part)
        self.setAcceptDrops(takes)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_person(event) is not None:
            event.acceptProposedAction()
            self._aim("true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim("false")

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim("false")
        contact = dragged_person(event)
        if contact is not None:
            event.acceptProposedAction()
            self.dropped.emit(contact)

    def _aim(self, aimed: str) -> None:
        self.setProperty("active", aimed)
        self.style().unpolish(self)
        self.style().polish(self)


class TimeRow(_Place):
    """A time with its guests, or a target where nobody is yet: ``wanted(row)`` when that is pressed."""

    wanted = Signal(object)

    def __init__(self, time: PlanTime, note: str, day_width: int, hours_width: int) -> None:
        super().__init__("card", time.seat is not None)
        self.time = time
        self.setAccessibleName(time_text(time))
        day, hours = plain_label(time_day(time)), muted_label(time_hours(time))
        day.setMinimumWidth(day_width)
        hours.setMinimumWidth(hours_width)
        self.chips = [_guest_chip(guest) for guest in time.guests]
        self.target = _target(time) if time.is_free else None
        people = QWidget()
        flow = FlowLayout(people, spacing=6)
        for each in (*self.chips, *([self.target] if self.target else [])):
            flow.addWidget(each)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(people)
        if note:
            column.addWidget(muted_label(note, wrap=True, small=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(14)
        row.addWidget(day)
        row.addWidget(hours)
        row.addLayout(column, 1)
        if self.target is not None:
            self.target.clicked.connect(self._pressed)

    def _pressed(self) -> None:
        self.wanted.emit(self)


class PlanMonthTimes(QWidget):
    """``put_wanted(time)``: the chosen person belongs there. ``dropped(time, contact)``; time None: no time.

    ``removal_wanted(chip)`` and ``menu_wanted(chip, point)`` from people; ``blocks_wanted``: there is none.
    """

    put_wanted = Signal(object)
    dropped = Signal(object, object)
    removal_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    blocks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[TimeRow] = []
        self.waiting: list[PersonChip] = []
        self._area = scroll_area(QWidget())
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place = _Place("place", True)
        self._place.setAccessibleName(say("Without a time yet"))
        self._place.dropped.connect(self._dropped_on_none)
        self._flow = FlowLayout(self._place, spacing=6)
        self._flow.setContentsMargins(2, 6, 2, 6)
        self._flow.addWidget(muted_label(say("Without a time yet:")))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(section_title(say("Blocked times")))
        box.addWidget(self._area, 1)
        box.addWidget(self._place)

    def show_plan(self, plan: MonthPlan) -> None:
        """Show the times anew; the focus stays with the same person or time."""
        focused = self._focused()
        scrolled = self._area.verticalScrollBar().value()
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(7)
        widths = [self.fontMetrics().horizontalAdvance(each) for each in _widest(plan.times)]
        self.rows = [TimeRow(each, time_note(each, plan), *widths) for each in plan.times]
        for row in self.rows:
            box.addWidget(row)
        if not plan.blocked:
            self._offer_blocks(box)
        box.addStretch(1)
        fill_area(self._area, inside)
        self._show_waiting(plan.waiting)
        self._connect()
        self._area.verticalScrollBar().setValue(scrolled)
        self._focus_again(focused)

    def _offer_blocks(self, box: QVBoxLayout) -> None:
        nothing = say(
            "No time is blocked in this month. Choose people now and block days later, or the other way."
        )
        box.addWidget(muted_label(nothing, wrap=True))
        link = ElidedButton(say("Block days"), "plain-link")
        link.clicked.connect(self.blocks_wanted)
        box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_waiting(self, people: Sequence[Planned]) -> None:
        for chip in self.waiting:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.waiting = [_waiting_chip(each) for each in people]
        for chip in self.waiting:
            self._flow.addWidget(chip)
            chip.show()
        self._place.setVisible(bool(people) or bool(self.rows))

    def _connect(self) -> None:
        for row in self.rows:
            row.dropped.connect(self._dropped)
            row.wanted.connect(self._put)
        for chip in self.chips():
            chip.removal_wanted.connect(self.removal_wanted)
            chip.menu_wanted.connect(self.menu_wanted)

    def chips(self) -> list[PersonChip]:
        """Everyone in the plan, in reading order."""
        return [*(chip for row in self.rows for chip in row.chips), *self.waiting]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from line to line."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        stops = self.stops()
        current = next((n for n, each in enumerate(stops) if each.hasFocus()), None)
        if step and current is not None and 0 <= current + step < len(stops):
            stops[current + step].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(stops[current + step])
        else:
            super().keyPressEvent(event)

    def stops(self) -> list[QWidget]:
        """Every person and every empty time, in reading order."""
        seated = [each for row in self.rows for each in (*row.chips, row.target) if each is not None]
        return [*seated, *self.waiting]

    def _focused(self) -> tuple[int, bytes | None] | None:
        """Which line has the focus, and whose it is where it is a person's."""
        for number, stop in enumerate(self.stops()):
            if stop.hasFocus():
                return number, stop.contact if isinstance(stop, PersonChip) else None
        return None

    def _focus_again(self, focused: tuple[int, bytes | None] | None) -> None:
        """The same person where they are now, else what stands in the same place."""
        stops = self.stops()
        if focused is None or not stops:
            return
        number, contact = focused
        chip = next((each for each in self.chips() if each.contact == contact), None)
        (chip or stops[min(number, len(stops) - 1)]).setFocus()

    def _put(self, row: TimeRow) -> None:
        self.put_wanted.emit(row.time)

    def _dropped(self, contact: bytes) -> None:
        row = self.sender()
        if isinstance(row, TimeRow):
            self.dropped.emit(row.time, contact)

    def _dropped_on_none(self, contact: bytes) -> None:
        self.dropped.emit(None, contact)


def _guest_chip(guest: Guest) -> PersonChip:
    return PersonChip(guest_chip(guest), guest.name, guest.contact, guest.relation, guest)


def _waiting_chip(planned: Planned) -> PersonChip:
    person = planned.person
    return PersonChip(waiting_chip(planned), person.name, person.id, person.relation, None)


def _target(time: PlanTime) -> QPushButton:
    made = button(say("drop someone here"), part="drop")
    made.setAccessibleName(say("Put the chosen person on {time}", time=time_text(time)))
    return made


def _widest(times: Sequence[PlanTime]) -> tuple[str, str]:
    return max((*map(time_day, times), DAY), key=len), max((*map(time_hours, times), HOURS), key=len)
