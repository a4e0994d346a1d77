"""Fills the list of entries: all of them in pages, or what was typed; the newest key wins."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from netchal_gui.commands.faults import explain
from netchal_gui.commands.journal_search import FIRST_PAGE, PAGE, RowPage, count, page, rows_of
from netchal_gui.commands.progress import Progress
from netchal_gui.domain.folding import words_of
from netchal_gui.item_models.entry_list import EntryList
from netchal_gui.storage.store import Store
from netchal_gui.views.jobs import Jobs

if TYPE_CHECKING:
    from netchal_gui.domain.edit import Edit


class EntrySearch(QObject):
    """``listed`` once other rows stand in the list; ``counted(n)`` how many there are in all.

    A page of all entries is one short read by number, done at once. A search runs on a job's thread: what
    is seen first comes first, the rest and the count behind it.
    """

    listed = Signal()
    counted = Signal(int)

    def __init__(self, store: Store, jobs: Jobs, entries: EntryList, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._jobs, self._entries = store, jobs, entries
        self._wanted = ""
        self._running: str | None = None
        entries.more_wanted.connect(self._read_more)

    @property
    def text(self) -> str:
        """What is searched for, "" for all entries."""
        return self._wanted

    def look_for(self, text: str) -> None:
        """List the entries that a text finds. Raises StoreFault."""
        self._wanted = text if words_of(text) else ""
        if self._wanted:
            self._start()
        else:
            self._entries.show(page(self._store))
            self.listed.emit()
            self.counted.emit(count(self._store))

    def refresh(self) -> None:
        """Read the list anew. Raises StoreFault."""
        self.look_for(self._wanted)

    def edited(self, edit: "Edit") -> None:
        """Show what an edit changed of the entries in the list. Raises StoreFault."""
        from netchal_gui.domain.contact import Contact
        from netchal_gui.domain.edit import LARGE
        from netchal_gui.domain.follow_up import FollowUp
        from netchal_gui.domain.journal import JournalEntry

        if not edit.touches(JournalEntry, FollowUp, Contact):
            return
        if len(edit.changes) > LARGE:
            self.refresh()
            return
        changed, gone, made = self._touched(edit)
        for entry_id in gone:
            self._entries.drop(entry_id)
        if len(changed) > PAGE or (made and self._wanted):
            self.refresh()
            return
        for row in rows_of(self._store, changed, self._wanted):
            if not self._wanted or self._entries.line_of(row.id) is not None:
                self._entries.put(row)
        if gone or made:
            self._count_again()

    def _touched(self, edit: "Edit") -> tuple[list[UUID], list[UUID], list[UUID]]:
        """The entries to read again, those that are gone, and those that came."""
        from netchal_gui.domain.contact import Contact
        from netchal_gui.domain.follow_up import FollowUp
        from netchal_gui.domain.journal import JournalEntry

        entries = [change for change in edit.changes if change.kind is JournalEntry]
        gone = [change.id for change in entries if change.after is None]
        made = [change.id for change in entries if change.before is None]
        changed = {change.id for change in entries if change.after is not None}
        for change in edit.changes:
            for item in (change.before, change.after):
                if isinstance(item, FollowUp) and item.entry_id is not None:
                    changed.add(item.entry_id)
        people = [change.id for change in edit.changes if change.kind is Contact]
        if people:
            changed.update(self._entries.entries_with(people))
        return list(changed.difference(gone)), gone, made

    # The list without a search is read at once, a search on another thread.

    def _read_more(self) -> None:
        below = self._entries.last_number
        if self._wanted:
            self._jobs.run(partial(self._page_below, self._wanted, below), self._more_came)
        else:
            self._entries.add(page(self._store, below=below))

    def _start(self) -> None:
        if self._running is None:
            self._running = self._wanted
            self._jobs.run(partial(self._first_page, self._wanted), self._first_came, self._failed)

    def _first_page(self, text: str, progress: Progress) -> RowPage:
        with self._store.reading_briefly() as reader:
            return page(reader, text, limit=FIRST_PAGE)

    def _page_below(self, text: str, below: int, progress: Progress) -> tuple[str, int, RowPage]:
        with self._store.reading_briefly() as reader:
            return text, below, page(reader, text, below=below)

    def _counted(self, text: str, progress: Progress) -> tuple[str, int]:
        with self._store.reading_briefly() as reader:
            return text, count(reader, text)

    def _first_came(self, found: RowPage) -> None:
        ran, self._running = self._running, None
        if self._wanted and ran != self._wanted:
            self._start()
        elif self._wanted:
            self._entries.show(found)
            self.listed.emit()
            self._count_again()

    def _more_came(self, found: tuple[str, int, RowPage]) -> None:
        text, below, rows = found
        if text == self._wanted and below == self._entries.last_number:
            self._entries.add(rows)

    def _count_again(self) -> None:
        if self._wanted:
            self._jobs.run(partial(self._counted, self._wanted), self._count_came)
        else:
            self.counted.emit(count(self._store))

    def _count_came(self, found: tuple[str, int]) -> None:
        text, number = found
        if text == self._wanted:
            self.counted.emit(number)

    def _failed(self, error: Exception) -> None:
        self._running = None
        sentence = explain(error)
        if sentence:
            self._jobs.fault.emit(sentence)
