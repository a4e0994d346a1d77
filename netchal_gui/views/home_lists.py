"""What to do next and whom to write to: two short lists on the home tab."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyle, QVBoxLayout, QWidget

from netchal_gui.commands.challenge_people import ToDo, ToDoKind, Unseen
from netchal_gui.commands.follow_up_wording import put_off_words
from netchal_gui.commands.home_wording import due, task, task_detail, unseen
from netchal_gui.domain.follow_up_kinds import WRITTEN
from netchal_gui.domain.initials import initials
from netchal_gui.views.chips import Avatar, ChipLabel
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.follow_up_row import FollowUpRow, ShownFollowUp, focus_place, place_of_focus
from netchal_gui.views.form_parts import button, line, muted_label, section_title
from netchal_gui.views.person_drag import Held, PersonDrag
from netchal_gui.views.reply_key import is_reply_key
from netchal_gui.words import say, say_many

MOST_TASKS, MOST_UNSEEN = 6, 5


class _List(QWidget):
    """A title and rows between hairlines, made anew each time. ``reply_wanted(contact)`` by Ctrl+R on a row
    that is about somebody.
    """

    reply_wanted = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(section_title(title))

    def show_under(self, widget: QWidget) -> None:
        """One thing more below the rows, until they are made anew."""
        self._rows.append(widget)
        self._box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[QWidget], nothing: str) -> None:
        for row in self._rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for row in rows or [muted_label(nothing, wrap=True)]:
            for each in (row, line()) if rows else (row,):
                self._rows.append(each)
                self._box.addWidget(each)


def _detail(text: str) -> QLabel:
    """The line under a name, flush with the name's letters, elided by wrapping where it is long."""
    label = muted_label(text, wrap=True, small=True)
    label.setContentsMargins(2, 0, 0, 0)
    return label


class TaskList(_List):
    """``ticked(id, done)`` when a follow-up is done, ``put_off(id, day)`` to another day,
    ``write_wanted(id)`` to thank; ``opened(task)`` when a text is pressed, ``reminder_wanted(contact)``
    instead where they are to be reminded of a request, ``congratulation_wanted(contact)`` where it is their
    birthday; ``all_wanted`` for all follow-ups.
    """

    ticked = Signal(object, bool)
    put_off = Signal(object, object)
    reminder_wanted = Signal(object)
    write_wanted = Signal(object)
    congratulation_wanted = Signal(object)
    opened = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(say("To do next"))
        self._follow_ups: list[FollowUpRow] = []
        self._tasks: dict[UUID, ToDo] = {}

    def show_tasks(self, tasks: Sequence[ToDo], count: int, today: date) -> None:
        """The row that comes where one was done has the focus after it."""
        place = place_of_focus(self._follow_ups)
        self._follow_ups, self._tasks = [], {}
        rows: list[QWidget] = [self._row(item, today) for item in tasks[:MOST_TASKS]]
        left = count - MOST_TASKS
        text = say_many("{n} more", "{n} more", left) if left > 0 else say("All follow-ups")
        self.more = ElidedButton(text, "plain-link")
        self.more.clicked.connect(self.all_wanted)
        self.show_rows(rows, say("Nothing is due this week."))
        self.show_under(self.more)
        focus_place(self._follow_ups, place)

    def _row(self, item: ToDo, today: date) -> QWidget:
        if item.follow_up is None:
            return _TaskRow(item, today, self)
        shown = ShownFollowUp(
            id=UUID(bytes=item.follow_up),
            text=task(item),
            detail=task_detail(item, today),
            due=item.due,
            chip=due(item.due, today),
            can_write=item.contact is not None and item.follow_up_kind in WRITTEN,
            told=put_off_words(item.first_due, item.put_off, today),
        )
        row = FollowUpRow(shown, today)
        row.ticked.connect(self.ticked)
        row.put_off.connect(self.put_off)
        row.write_wanted.connect(self.write_wanted)
        row.reply_wanted.connect(self._replied)
        row.opened.connect(self._open)
        self._follow_ups.append(row)
        self._tasks[shown.id] = item
        return row

    def _replied(self, follow_up: UUID) -> None:
        contact = self._tasks[follow_up].contact
        if contact is not None:
            self.reply_wanted.emit(contact)

    def _open(self, follow_up: UUID) -> None:
        self.opened.emit(self._tasks[follow_up])


class _TaskRow(QWidget):
    """What is no follow-up has no tick: it is done once its day has come."""

    def __init__(self, item: ToDo, today: date, owner: TaskList) -> None:
        super().__init__()
        self._item, self._owner = item, owner
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addSpacing(self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 16)
        self.text = ElidedButton(task(item), "name")
        self.text.clicked.connect(self._opened)
        detail = _detail(task_detail(item, today))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(detail)
        row.addLayout(column, 1)
        said, tone = due(item.due, today)
        row.addWidget(ChipLabel(said, tone), 0, Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_reply_key(event) and self._item.contact is not None:
            self._owner.reply_wanted.emit(self._item.contact)
        else:
            super().keyPressEvent(event)

    def _opened(self) -> None:
        if self._item.kind is ToDoKind.WAITING:
            self._owner.reminder_wanted.emit(self._item.contact)
        elif self._item.kind is ToDoKind.BIRTHDAY:
            self._owner.congratulation_wanted.emit(self._item.contact)
        else:
            self._owner.opened.emit(self._item)


class UnseenList(_List):
    """``opened(contact)`` when a name is pressed, ``write_wanted(contact)`` by its button.

    Its actions are those of the row that has the focus.
    """

    opened = Signal(object)
    write_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("Stay in touch"))
        self._people: list[_UnseenRow] = []
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def chosen(self) -> list[UUID]:
        """Whose row holds the focus."""
        line = self._focused()
        return [] if line is None else [UUID(bytes=self._people[line].contact)]

    def show_people(self, people: Sequence[Unseen]) -> None:
        line = self._focused()
        self._people = [_UnseenRow(item, self) for item in people[:MOST_UNSEEN]]
        self.show_rows(self._people, say("Friends and family you have not seen for long stand here."))
        focus_place(self._people, line)  # who was written to is gone, the next one stands there

    def _focused(self) -> int | None:
        """As the window remembers it, also while a menu is open over the list."""
        focused = self.window().focusWidget()
        holders = (line for line, row in enumerate(self._people) if row.isAncestorOf(focused))
        return next(holders, None) if focused else None


class _UnseenRow(QWidget):
    def __init__(self, item: Unseen, owner: UnseenList) -> None:
        super().__init__()
        self._item, self._owner = item, owner
        person = item.person
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        avatar = Avatar(initials(person.name), person.relation, 34)
        row.addWidget(avatar)
        self.name = ElidedButton(person.name, "name")
        self.name.clicked.connect(self._opened)
        self.setFocusProxy(self.name)
        for held in (avatar, self.name):
            PersonDrag(held, self._dragged)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(_detail(unseen(item)))
        row.addLayout(column, 1)
        self.write = button(say("Write"))
        self.write.setAccessibleName(say("Write to {name}", name=person.name))
        self.write.clicked.connect(self._write)
        row.addWidget(self.write)

    @property
    def contact(self) -> bytes:
        return self._item.person.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_reply_key(event):
            self._owner.reply_wanted.emit(self.contact)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The list's menu is about this person."""
        self.setFocus()
        event.ignore()

    def _opened(self) -> None:
        self._owner.opened.emit(self._item.person.id)

    def _dragged(self, point: QPoint) -> Held:
        person = self._item.person
        return Held(person.id, person.name, person.relation)

    def _write(self) -> None:
        self._owner.write_wanted.emit(self._item.person.id)
