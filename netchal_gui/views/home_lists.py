"""What to do next and whom to write to: two short lists on the home tab."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netchal_gui.commands.challenge_people import ToDo, ToDoKind, Unseen
from netchal_gui.commands.home_wording import due, task, task_detail, unseen
from netchal_gui.domain.contact import initials
from netchal_gui.views.chips import Avatar, ChipLabel
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import button, line, muted_label, named, section_title
from netchal_gui.views.person_drag import Held, PersonDrag
from netchal_gui.words import say, say_many

MOST_TASKS, MOST_UNSEEN = 6, 5


class _List(QWidget):
    """A title and rows between hairlines, made anew each time."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(section_title(title))

    def show_rows(self, rows: Sequence[QWidget], nothing: str) -> None:
        for row in self._rows:
            self._box.removeWidget(row)
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
    """``ticked(follow_up)`` when one is done, ``opened(task)`` when its text is pressed.

    ``write_wanted(contact)`` instead where they are to be reminded of a request.
    """

    ticked = Signal(object)
    write_wanted = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("To do next"))

    def show_tasks(self, tasks: Sequence[ToDo], count: int, today: date) -> None:
        rows: list[QWidget] = [_TaskRow(item, today, self) for item in tasks[:MOST_TASKS]]
        if count > MOST_TASKS:
            rows.append(muted_label(say_many("{n} more", "{n} more", count - MOST_TASKS)))
        self.show_rows(rows, say("Nothing is due this week."))


class _TaskRow(QWidget):
    def __init__(self, item: ToDo, today: date, owner: TaskList) -> None:
        super().__init__()
        self._item, self._owner = item, owner
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.tick = QCheckBox()
        named(self.tick, say("Done: {text}", text=task(item)))
        self.tick.clicked.connect(self._ticked)
        keeps_room = self.tick.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.tick.setSizePolicy(keeps_room)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tick.setVisible(item.kind is ToDoKind.FOLLOW_UP)  # not before: it would be a window
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

    def _ticked(self) -> None:
        self._owner.ticked.emit(self._item.follow_up)

    def _opened(self) -> None:
        if self._item.kind is ToDoKind.WAITING:
            self._owner.write_wanted.emit(self._item.contact)
        else:
            self._owner.opened.emit(self._item)


class UnseenList(_List):
    """``opened(contact)`` when a name is pressed, ``write_wanted(contact)`` by its button."""

    opened = Signal(object)
    write_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("Stay in touch"))

    def show_people(self, people: Sequence[Unseen]) -> None:
        self.show_rows(
            [_UnseenRow(item, self) for item in people[:MOST_UNSEEN]],
            say("Friends and family you have not seen for long stand here."),
        )


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

    def _opened(self) -> None:
        self._owner.opened.emit(self._item.person.id)

    def _dragged(self, point: QPoint) -> Held:
        person = self._item.person
        return Held(person.id, person.name, person.relation)

    def _write(self) -> None:
        self._owner.write_wanted.emit(self._item.person.id)
