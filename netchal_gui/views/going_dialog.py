"""I am going to Bremen: type a place, see who lives there and when one last saw them, write or plan."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from netchal_gui.commands.going_to import Resident, Visit, visit
from netchal_gui.commands.home_wording import resident
from netchal_gui.commands.interview_form import draft_with
from netchal_gui.commands.progress import Progress
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.finder import DETAIL, FoundDelegate
from netchal_gui.views.form_parts import button, heading, muted_label, named, primary_button
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.keep_in_touch import write_from
from netchal_gui.views.painting import one_line
from netchal_gui.views.touch_actions import TouchActions
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

LETTERS = 92
"""So wide is the dialog: a name, and what one knows of them."""
PERSON = Qt.ItemDataRole.UserRole + 5


class GoingDialog(Dialog):
    """``person_wanted(id)`` by Enter or a double click; ``message(sentence)`` for the status bar.

    The list is read on a thread of its own, and again when anything changed.
    """

    person_wanted = Signal(object)
    message = Signal(str)

    def __init__(self, workbench: Workbench, jobs: Jobs, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench, self._jobs, self._window = workbench, jobs, parent
        self._asked = ""
        self._build()
        self._lay_out()
        self._connect()
        self.place.setText(place)
        self.place.setFocus()
        self._search()

    def _build(self) -> None:
        self.setWindowTitle(say("Going to a place"))
        self.setMinimumSize(self.fontMetrics().averageCharWidth() * LETTERS, 440)
        self.place = QLineEdit()
        self.place.setPlaceholderText(say("A city or a country"))
        named(self.place, say("Where are you going?"))
        self.place.installEventFilter(self)
        self.people = QListWidget()
        self.people.setItemDelegate(_ResidentDelegate(self.people))
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        named(self.people, say("Who lives there"))
        self.told = muted_label(wrap=True)
        self.write = button(say("&Write…"))
        self.plan = primary_button(say("&Plan interview…"))
        self.show_person = button(say("&Show person"))
        self.shut = button(say("Close"))
        self.touch = TouchActions(self._workbench, self.chosen, self)
        self.people.addActions(self.touch.all)
        self.people.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.addWidget(heading(say("Where are you going?"), 1.2))
        box.addWidget(self.place)
        box.addWidget(self.told)
        box.addWidget(self.people, 1)
        row = QHBoxLayout()
        row.addWidget(self.shut)
        row.addStretch(1)
        for each in (self.show_person, self.write, self.plan):
            row.addWidget(each)
        box.addLayout(row)

    def _connect(self) -> None:
        self.place.textEdited.connect(self._search)
        self.people.itemActivated.connect(self._show_person)
        self.people.currentRowChanged.connect(self._enable)
        self.show_person.clicked.connect(self._show_person)
        self.write.clicked.connect(self._write)
        self.plan.clicked.connect(self._plan)
        self.shut.clicked.connect(self.reject)
        self.touch.message.connect(self.message)
        self._end = self._workbench.listen(self._edited)
        self.finished.connect(self._stop)

    def chosen(self) -> list[UUID]:
        """The person in the current line."""
        item = self.people.currentItem()
        return [item.data(PERSON)] if item is not None else []

    # Reading

    def _search(self) -> None:
        self._asked = self.place.text().strip()
        today = from_utc(self._workbench.now(), self._workbench.zone).day
        self._jobs.run(partial(self._read, self._asked, today), self._show)

    def _read(self, place: str, today: date, progress: Progress) -> tuple[str, Visit]:
        with self._workbench.store.reading() as reader:
            return place, visit(reader, place, today, self._workbench.zone)

    def _show(self, read: tuple[str, Visit]) -> None:
        place, found = read
        if place != self._asked:
            return
        line = max(0, self.people.currentRow())
        self.people.clear()
        for each in found.residents:
            self.people.addItem(_line(each))
        self.people.setCurrentRow(min(line, self.people.count() - 1))
        self.told.setText(_told(place, found))
        self._enable()

    def _enable(self) -> None:
        for each in (self.show_person, self.write, self.plan):
            each.setEnabled(bool(self.chosen()))

    def _stop(self) -> None:
        self._end()

    def _edited(self, edit: Edit) -> None:
        self._search()

    # What one does with the person

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the field to the people."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self.people.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _show_person(self) -> None:
        for person in self.chosen():
            self.accept()
            self.person_wanted.emit(person)

    def _write(self) -> None:
        for person in self.chosen():
            write_from(self, self._workbench, person.bytes, self)

    def _plan(self) -> None:
        from netchal_gui.views.plan_dialog import PlanDialog

        people: Sequence[UUID] = self.chosen()
        if people:
            PlanDialog(self._workbench, draft_with(self._workbench, people), parent=self).open()


class _ResidentDelegate(FoundDelegate):
    """When one last saw them is what one came for."""

    share = 0.68


def _line(each: Resident) -> QListWidgetItem:
    item = QListWidgetItem(one_line(each.person.name))
    item.setData(PERSON, UUID(bytes=each.person.id))
    item.setData(DETAIL, one_line(resident(each)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, one_line(f"{each.person.name}, {resident(each)}"))
    return item


def _told(place: str, found: Visit) -> str:
    if not place:
        return say("Type where you go to see whom you know there.")
    if not found.number:
        return say("Nobody you know lives in {place}.", place=place)
    if found.number > len(found.residents):
        return say(
            "{n} people live there; these are the first {shown}.", n=found.number, shown=len(found.residents)
        )
    return say_many("{n} person lives there.", "{n} people live there.", found.number)
