"""All follow-ups: the open ones by day, and those that are done; those of one person by typing a name."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from netchal_gui.commands.follow_up_list import PAGE, FollowUpPage, ListedFollowUp, follow_up_page
from netchal_gui.commands.follow_up_wording import history_lines, put_off
from netchal_gui.commands.home_wording import due
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.follow_up import WRITTEN
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.follow_up_row import FollowUpRow, ShownFollowUp, focus_place, place_of_focus
from netchal_gui.views.form_parts import (
    box_of,
    emptied,
    frame,
    heading,
    line,
    link_button,
    muted_label,
    named,
    reach_in_order,
    scroll_area,
    section_title,
)
from netchal_gui.views.search_field import SearchField
from netchal_gui.words import full_day, number, say, say_many
from netchal_gui.workbench import Workbench


class FollowUpDialog(Dialog):
    """Told of every edit while it is open; ``person_wanted(id)`` when a text is pressed, which closes it.

    ``serve`` carries out what is wished in a row.
    """

    person_wanted = Signal(object)

    def __init__(
        self, workbench: Workbench, serve: Callable[[FollowUpRow], None], parent: QWidget, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._workbench, self._serve = workbench, serve
        self._most = PAGE
        self._rows: list[FollowUpRow] = []
        self._people: dict[UUID, UUID | None] = {}
        self._build()
        self._lay_out()
        self.search.setText(name)
        self._connect()
        self._load()
        self._focus_first()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Follow-ups"))
        self.search = SearchField(say("Filter by person"))
        self.open_ones, self.done_ones = QRadioButton(say("&Open")), QRadioButton(say("&Done"))
        self._which = QButtonGroup(self)
        for each in (self.open_ones, self.done_ones):
            named(each, each.text().replace("&", ""))
            self._which.addButton(each)
        self.open_ones.setChecked(True)
        self._more = link_button("")
        self._inside = frame("page", margins=(2, 0, 12, 0), spacing=6)

    def _lay_out(self) -> None:
        self.resize(620, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 8, 14)
        box.setSpacing(10)
        box.addWidget(heading(say("Follow-ups"), 1.2))
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 12, 0)
        bar.setSpacing(14)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.open_ones)
        bar.addWidget(self.done_ones)
        box.addLayout(bar)
        self._list = box_of(self._inside)
        self._scroll = scroll_area(self._inside)
        box.addWidget(self._scroll, 1)
        keys = say("Arrows walk, Space is done, S puts off, W writes, Ctrl+Z undoes.")
        box.addWidget(muted_label(keys, wrap=True))

    def _connect(self) -> None:
        self.search.textEdited.connect(self._filter)
        self.search.down_wanted.connect(self._focus_first)
        self._which.buttonClicked.connect(self._filter)
        self._more.clicked.connect(self._show_more)
        for keys, slot in (("Ctrl+Z", self._undo), ("Ctrl+F", self.search.setFocus)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._end_listening = self._workbench.listen(self._edited)

    def done(self, result: int) -> None:
        self._end_listening()
        super().done(result)

    # What is shown

    def _filter(self) -> None:
        self._most = PAGE
        self._load()
        self._scroll.verticalScrollBar().setValue(0)

    def _show_more(self) -> None:
        self._most += PAGE
        self._load()

    def _edited(self, edit: Edit) -> None:
        self._load()

    def _load(self) -> None:
        done, words = self.done_ones.isChecked(), self.search.text()
        place = place_of_focus(self._rows)
        with self._workbench.store.reading() as reader:
            zone = self._workbench.zone
            page = follow_up_page(reader, zone, done=done, people=words, most=self._most)
        self.search.show_count(number(page.total))
        self._show(page, done)
        focus_place(self._rows, place)

    def _show(self, page: FollowUpPage, done: bool) -> None:
        today = self._today()
        self._list.removeWidget(self._more)
        emptied(self._list)
        self._rows, self._people = [], {}
        title = ""
        for item in page.items:
            under = _title(item, today)
            if under != title:
                self._list.addWidget(section_title(under))
                title = under
            self._list.addWidget(self._row(item, today))
            self._list.addWidget(line())
        if not page.items:
            self._list.addWidget(muted_label(self._nothing(done), wrap=True))
        left = page.total - len(page.items)
        self._more.setText(say_many("Show {n} more", "Show {n} more", min(left, PAGE)))
        self._more.setVisible(left > 0)
        self._list.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        reach_in_order(self.search, self.open_ones, self.done_ones, *self._rows, self._more)

    def _nothing(self, done: bool) -> str:
        if self.search.text().strip():
            return say("Nothing for anybody of that name.")
        return say("Nothing is done yet.") if done else say("Nothing is open.")

    def _row(self, item: ListedFollowUp, today: date) -> FollowUpRow:
        each = item.follow_up
        row = FollowUpRow(
            ShownFollowUp(
                id=each.id,
                text=each.text,
                detail=" · ".join(filter(None, (item.name, put_off(each, today)))),
                due=each.due,
                chip=due(each.due, today) if each.due else (say("+ day"), "plain"),
                done=each.done,
                can_write=each.contact_id is not None and each.kind in WRITTEN,
                told=history_lines(each, today, self._workbench.zone),
            ),
            today,
        )
        self._people[each.id] = item.person
        self._rows.append(row)
        self._serve(row)
        row.opened.connect(self._open)
        return row

    def rows(self) -> Iterator[FollowUpRow]:
        """The rows that are shown, in order."""
        return iter(self._rows)

    def _focus_first(self) -> None:
        if self._rows:
            focus_place(self._rows, 0)
        else:
            self.search.setFocus()

    def _open(self, follow_up: UUID) -> None:
        person = self._people.get(follow_up)
        if person is not None:
            self.person_wanted.emit(person)
            self.accept()

    def _undo(self) -> None:
        self._workbench.undo()

    def _today(self) -> date:
        return from_utc(self._workbench.now(), self._workbench.zone).day


def _title(item: ListedFollowUp, today: date) -> str:
    """Under which day it stands; what is overdue stands together."""
    if item.follow_up.done:
        return full_day(item.done_on, today) if item.done_on else say("Done")
    day = item.follow_up.due
    if day is None:
        return say("Without a day")
    if day < today:
        return say("Overdue")
    return say("Today") if day == today else full_day(day, today)
