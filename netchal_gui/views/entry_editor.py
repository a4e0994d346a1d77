"""The right side of the journal: one entry, written in place and saved while one types."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from netchal_gui.commands.follow_up_lines import line_of, save_lines
from netchal_gui.commands.journal import EntryGone, change_entry, change_people, local_now, today
from netchal_gui.domain.hits import Words
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.journal_queries import EntryPage, entry_page
from netchal_gui.views.autosave import Autosave
from netchal_gui.views.entry_head import EntryHead, Find
from netchal_gui.views.follow_up_line import FollowUpLine
from netchal_gui.views.follow_up_lines import FollowUpLines
from netchal_gui.views.form_parts import frame, reach_in_order, section_title
from netchal_gui.views.growing_text import GrowingText
from netchal_gui.views.markdown_edit import MarkdownEdit
from netchal_gui.views.talk_who_else import TalkWhoElse
from netchal_gui.words import clock, say, short_day
from netchal_gui.workbench import Workbench


class EntryEditor(QScrollArea):
    """Loading an entry never saves it; what the user changes is saved without being asked for.

    ``unsaved(True)`` while something typed is not in the data file; ``more_wanted(point)`` for the menu.
    """

    unsaved = Signal(bool)
    more_wanted = Signal(QPoint)

    def __init__(self, workbench: Workbench, find: Find, busy: Callable[[], bool]) -> None:
        super().__init__()
        self._workbench = workbench
        self._page: EntryPage | None = None
        self._picked: date | None = None
        self._autosave = Autosave(self._save, busy, self)
        self._build(find)
        self._lay_out()
        self._connect()

    def _build(self, find: Find) -> None:
        now = partial(today, self._workbench)
        self.head = EntryHead(find, now)
        self.learned = MarkdownEdit(say("What I learned"), say("What did you learn?"))
        self.lines = FollowUpLines(self._workbench.new_id, now)
        self.notes = MarkdownEdit(say("Notes"), say("Anything else"))
        self.who_else = TalkWhoElse(self._workbench)
        self._texts: dict[str, GrowingText] = {"learned": self.learned, "notes": self.notes}

    def _lay_out(self) -> None:
        page = frame("page", margins=(22, 20, 30, 40), spacing=4)
        box = page.layout()
        assert isinstance(box, QVBoxLayout)
        box.addWidget(self.head)
        for title, widget in (
            (say("What I learned"), self.learned),
            (say("To follow up"), self.lines),
            (say("Notes"), self.notes),
        ):
            label = section_title(title)
            label.setContentsMargins(8, 0, 0, 0)
            label.setBuddy(widget)
            box.addSpacing(12)
            box.addWidget(label)
            box.addWidget(widget)
        box.addSpacing(12)
        self.who_else.setContentsMargins(8, 0, 0, 0)
        box.addWidget(self.who_else)
        box.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        head, touch = self.head, self._autosave.touch
        head.title_typed.connect(partial(touch, "title"))
        head.title_left.connect(self._autosave.leave)
        head.down_wanted.connect(self.learned.setFocus)
        head.day_picked.connect(self._day_picked)
        head.people_changed.connect(partial(self._chosen, "people"))
        head.tags_changed.connect(partial(self._chosen, "tags"))
        head.more_wanted.connect(self.more_wanted)
        for field, text in self._texts.items():
            text.typed.connect(partial(touch, field))
            text.left.connect(self._autosave.leave)
            text.caret_moved.connect(self._follow_caret)
        self.verticalScrollBar().rangeChanged.connect(self._follow_caret)
        self.lines.changed.connect(partial(touch, "lines"))
        self.lines.settled.connect(self._lines_settled)
        self.lines.line_made.connect(self._line_made)
        self.who_else.failed.connect(head.say_problem)
        self.who_else.grown.connect(self._in_order)
        self._autosave.pending.connect(self.unsaved)
        self._autosave.saved.connect(self._saved)
        self._autosave.failed.connect(head.say_problem)

    @property
    def entry_id(self) -> UUID | None:
        """The entry that is shown."""
        return self._page.entry.id if self._page else None

    def show_entry(self, page: EntryPage) -> None:
        """Load another entry, from its beginning. What was unsaved of the former one must be saved before."""
        self._page, self._picked = page, None
        self._autosave.forget()
        self.head.show_page(page, keep_title=False)
        self.learned.show_text(page.entry.learned)
        self.notes.show_text(page.entry.notes)
        self.lines.show_lines([line_of(each) for each in page.lines])
        self.who_else.show_interview(page.entry.interview_id)
        self._in_order()
        self.head.say_saved(self._saved_at(page))
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> bool:
        """Take over what was changed elsewhere, but for letters not saved yet. False: the entry is gone."""
        if self._page is None:
            return True
        page = entry_page(self._workbench.store, self._page.entry.id)
        if page is None:
            self._autosave.forget()
            self._page = None
            return False
        self._page = page
        unsaved = self._autosave.is_unsaved
        self.head.show_page(page, keep_title=unsaved("title"))
        for field, text in self._texts.items():
            if not unsaved(field):
                text.take_over(getattr(page.entry, field))
        lines = [line_of(each) for each in page.lines]
        if not unsaved("lines") and lines != self._lines():
            self.lines.show_lines(lines)
        self.who_else.show_interview(page.entry.interview_id)
        return True

    def _in_order(self) -> None:
        reach_in_order(self.head, self.learned, *self.lines.widgets(), self.notes, self.who_else)

    def look_for(self, words: Words | None) -> None:
        """Mark searched words in the texts."""
        self.learned.look_for(words)
        self.notes.look_for(words)

    def flush(self) -> bool:
        """Save what is being typed; False where that failed, which the page says."""
        return self._autosave.flush()

    def write(self) -> None:
        """Put the caret where writing begins: into the title of an entry that has none, else the text."""
        (self.learned if self.head.title.text() else self.head.title).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _save(self, field: str, merge: tuple[str, int]) -> None:
        if self._page is None:
            return
        entry_id = self._page.entry.id
        key = (entry_id, *merge)
        try:
            if field == "lines":
                save_lines(self._workbench, entry_id, self.lines.lines(), merge=key)
            elif field == "people":
                chosen = self.head.people.chosen()
                change_people(self._workbench, entry_id, [each.id or each.name for each in chosen])
            else:
                change_entry(self._workbench, entry_id, merge=key, **{field: self._value(field)})
        except EntryGone:
            self._page = None

    def _value(self, field: str) -> object:
        if field in self._texts:
            return self._texts[field].text()
        if field == "title":
            return self.head.title.text()
        if field == "tags":
            return self.head.tags.tags()
        return self._picked or today(self._workbench)

    def _chosen(self, field: str) -> None:
        """Something was chosen, not typed: save at once."""
        self._autosave.touch(field)
        self._autosave.leave()

    def _day_picked(self, day: date) -> None:
        self._picked = day
        self._chosen("day")

    def _lines_settled(self) -> None:
        """A tick or a day is a step of undo of its own."""
        self._autosave.leave()
        self._autosave.touch("lines")
        self._autosave.leave()

    def _lines(self) -> list[object]:
        return [replace(each, text=" ".join(each.text.split())) for each in self.lines.lines()]

    def _line_made(self, line: FollowUpLine) -> None:
        line.text.caret_moved.connect(self._follow_caret)

    def _saved(self) -> None:
        self.head.say_saved(clock(local_now(self._workbench)))

    def _saved_at(self, page: EntryPage) -> str:
        """When the entry was changed last: the time of today, else the day."""
        at = from_utc(page.entry.changed, self._workbench.zone).local
        now = today(self._workbench)
        return clock(at) if at.date() == now else short_day(at.date(), now)

    def _follow_caret(self) -> None:
        """Keep the caret in sight, once the page has grown with its text."""
        QTimer.singleShot(0, self, self._show_caret)

    def _show_caret(self) -> None:
        text, page = self.focusWidget(), self.widget()
        if isinstance(text, GrowingText) and page is not None and page.isAncestorOf(text):
            caret = text.cursorRect()
            place = text.viewport().mapTo(page, caret.center())
            self.ensureVisible(place.x(), place.y(), 0, caret.height() + 24)
