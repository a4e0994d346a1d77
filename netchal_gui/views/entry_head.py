"""The head of an entry: title, when, with whom, tags, and whether all of it is saved."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage.journal_queries import EntryPage, PersonLabel
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.day_menu import DayMenu
from netchal_gui.views.form_parts import button, icon_button, muted_label, problem_label
from netchal_gui.views.growing_text import OneLineText
from netchal_gui.views.suggestion_list import Suggestion
from netchal_gui.views.tag_edit import TagEdit
from netchal_gui.views.theme import scaled
from netchal_gui.words import clock, say, short_day, weekday

Find = Callable[[str], Sequence[Suggestion]]


_TOP = Qt.AlignmentFlag.AlignTop


class EntryPeople(ChipEdit):
    """The people of an entry, as wide as their chips."""

    def __init__(self, find: Find) -> None:
        super().__init__(say("People"), find)
        self.setProperty("part", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        edit = self.focusProxy()
        assert isinstance(edit, QLineEdit)
        self._line = edit
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)
        edit.textChanged.connect(self._fit)
        self.changed.connect(self._fit)
        self._fit()

    def show_chosen(self, people: Sequence[Suggestion]) -> None:
        super().show_chosen(people)
        self._fit()

    def _fit(self) -> None:
        """The field is as wide as what is typed in it, and says what it is for."""
        self._line.setPlaceholderText(say("+ person"))
        text = self._line.text() or self._line.placeholderText()
        self._line.setFixedWidth(self._line.fontMetrics().horizontalAdvance(text) + 14)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        items = [layout.itemAt(place) for place in range(layout.count())]
        widths = [item.sizeHint().width() + layout.spacing() for item in items if item is not None]
        return QSize(sum(widths) + 20, super().sizeHint().height())


class EntryHead(QWidget):
    """``title_typed`` for each letter, the other signals once something was chosen.

    ``more_wanted(point)`` asks for the menu of the entry at a point of the screen.
    """

    title_typed = Signal()
    title_left = Signal()
    day_picked = Signal(object)
    people_changed = Signal()
    tags_changed = Signal()
    down_wanted = Signal()
    more_wanted = Signal(QPoint)

    def __init__(self, find: Find, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._day: date | None = None
        self._build(find)
        self._lay_out()
        self._connect()

    def _build(self, find: Find) -> None:
        self.title = OneLineText(say("Title"), say("Title"))
        self.title.setFont(scaled(self.title.font(), 1.6, bold=True))
        self.saved = muted_label()
        self.more = icon_button("⋯", say("More"))
        self.saved.setMinimumHeight(self.more.sizeHint().height())
        self.problem = problem_label()
        self.when = button("", part="muted-link")
        self.people = EntryPeople(find)
        self.tags = TagEdit(say("Tags"))
        self._menu = DayMenu(self, ahead=False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.title, 1)
        top.addWidget(self.saved, 0, _TOP)
        top.addWidget(self.more, 0, _TOP)
        about = QHBoxLayout()
        about.setSpacing(4)
        about.setContentsMargins(8, 0, 0, 0)
        about.addWidget(self.when, 0, _TOP)
        about.addWidget(self.people)
        about.addWidget(self.tags, 0, _TOP)
        about.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(self.problem)
        box.addLayout(about)

    def _connect(self) -> None:
        self.title.typed.connect(self.title_typed)
        self.title.left.connect(self.title_left)
        self.title.down_wanted.connect(self.down_wanted)
        self.when.clicked.connect(self._open_days)
        self.people.changed.connect(self.people_changed)
        self.tags.changed.connect(self.tags_changed)
        self.more.clicked.connect(self._open_more)
        self._menu.picked.connect(self.day_picked)

    def show_page(self, page: EntryPage, *, keep_title: bool) -> None:
        """Load what the page says; sends no signal. ``keep_title`` while its letters are not saved yet."""
        entry = page.entry
        if not keep_title:
            self.title.take_over(entry.title)
        self._show_when(entry, page.start)
        shown = [_suggestion(person) for person in page.people]
        if shown != self.people.chosen():
            self.people.show_chosen(shown)
        if entry.tags != self.tags.tags():
            self.tags.show_tags(entry.tags)

    def say_saved(self, at: str) -> None:
        self.problem.hide()
        self.saved.setText(say("saved {time}", time=at) if at else "")

    def say_problem(self, sentence: str) -> None:
        self.saved.setText(say("not saved"))
        self.problem.setText(sentence)
        self.problem.show()

    def _show_when(self, entry: JournalEntry, start: WallTime | None) -> None:
        self._day = entry.day
        text = day_text(entry.day)
        if start is not None and start.day == entry.day:
            text = say("{day}, {time}", day=text, time=clock(start.local))
        self.when.setText(text)
        self.when.setAccessibleName(say("Day: {day}", day=text))

    def _open_days(self) -> None:
        self._menu.open_for(self._day, self._today(), self.when.mapToGlobal(QPoint(0, self.when.height())))

    def _open_more(self) -> None:
        self.more_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))


def day_text(day: date) -> str:
    """ "Wed 18 Nov 2026"."""
    return say("{weekday} {day}", weekday=weekday(day), day=short_day(day, date.min))


def _suggestion(person: PersonLabel) -> Suggestion:
    return Suggestion(person.id, person.name, "", person.relation)
