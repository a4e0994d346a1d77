"""The one ``put``: writes changes into tables, links and indexes inside the caller's transaction."""

from collections.abc import Callable, Iterable
from itertools import groupby
from sqlite3 import Connection
from typing import Any

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Entity
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage import index
from netchal_gui.storage.checksum import checksum
from netchal_gui.storage.faults import Conflict
from netchal_gui.storage.reader import batches
from netchal_gui.storage.rows import Form, form

Progress = Callable[[int, int], None]
DAY_SHIFT = 20
"""A journal entry's number is its day's ordinal and 20 bits to count in: newest first is by rowid."""


class Writer:
    """Writes the changes of one transaction. Make one for each transaction and ``finish`` it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next: dict[str, int] = {}
        self._stale_entries: dict[bytes, None] = {}

    def put(self, changes: Iterable[Change], total: int, progress: Progress | None = None) -> None:
        """Write all changes in their order.

        Raises Conflict where an object is not stored as its ``before`` says; what ``progress`` raises
        passes through. In both cases the caller rolls back.
        """
        done = 0
        for batch in batches(changes):
            for (kind, sort), group in groupby(batch, key=_sort):
                self._SORTS[sort](self, form(kind), list(group))
            done += len(batch)
            if progress is not None:
                progress(done, total)

    def finish(self) -> None:
        """Bring the search index of journal entries up to date; call it once, before the commit."""
        index.index_entries(self._connection, self._stale_entries)

    def _add(self, shape: Form[Any], changes: list[Change]) -> None:
        items: list[Any] = [change.after for change in changes]
        numbers = [self._number(shape, item) for item in items]
        rows = (
            (number, checksum(values), *values)
            for number, values in zip(numbers, map(shape.values, items), strict=True)
        )
        names = ", ".join(f'"{name}"' for name in ("number", "checksum", *shape.columns))
        marks = ", ".join("?" * (len(shape.columns) + 2))
        self._connection.executemany(f'INSERT INTO "{shape.name}" ({names}) VALUES ({marks})', rows)
        self._index(shape.kind, numbers, items)

    def _change(self, shape: Form[Any], changes: list[Change]) -> None:
        items: list[Any] = [change.after for change in changes]
        old = self._numbers(shape, changes)
        numbers = [self._kept_number(shape, number, item) for number, item in zip(old, items, strict=True)]
        rows = []
        for change, number in zip(changes, numbers, strict=True):
            values = shape.values(change.after)
            was = checksum(shape.values(change.before))
            rows.append((number, checksum(values), *values, change.id.bytes, was))
        names = ", ".join(f'"{name}" = ?' for name in ("number", "checksum", *shape.columns))
        sql = f'UPDATE "{shape.name}" SET {names} WHERE id = ? AND checksum = ?'
        self._expect(self._connection.executemany(sql, rows).rowcount, changes)
        self._unindex(shape.kind, old, changes)
        self._index(shape.kind, numbers, items)

    def _delete(self, shape: Form[Any], changes: list[Change]) -> None:
        numbers = self._numbers(shape, changes)
        rows = [(change.id.bytes, checksum(shape.values(change.before))) for change in changes]
        sql = f'DELETE FROM "{shape.name}" WHERE id = ? AND checksum = ?'
        self._expect(self._connection.executemany(sql, rows).rowcount, changes)
        self._unindex(shape.kind, numbers, changes)
        self._mark_stale(shape.kind, [change.before for change in changes])

    _SORTS = {"add": _add, "change": _change, "delete": _delete}

    def _index(self, kind: type[Entity], numbers: list[int], items: list[Any]) -> None:
        index.link(self._connection, kind, items)
        if kind is Contact:
            index.index_contacts(self._connection, zip(numbers, items, strict=True))
        self._mark_stale(kind, items)

    def _unindex(self, kind: type[Entity], numbers: list[int], changes: list[Change]) -> None:
        index.unlink(self._connection, kind, [(change.id.bytes,) for change in changes])
        places = [(number,) for number in numbers]
        if kind is Contact:
            index.forget_contacts(self._connection, places)
            self._mark_entries_of_renamed(changes)
        elif kind is JournalEntry:
            index.forget_entries(self._connection, places)
        elif kind is FollowUp:
            self._mark_stale(kind, [change.before for change in changes])

    def _mark_stale(self, kind: type[Entity], items: list[Any]) -> None:
        if kind is JournalEntry:
            self._stale_entries.update((item.id.bytes, None) for item in items)
        elif kind is FollowUp:
            self._stale_entries.update((item.entry_id.bytes, None) for item in items if item.entry_id)

    def _mark_entries_of_renamed(self, changes: list[Change]) -> None:
        for change in changes:
            if change.after is None or change.before.name != change.after.name:  # type: ignore[union-attr]
                rows = self._connection.execute(
                    "SELECT entry FROM entry_person WHERE contact = ?", (change.id.bytes,)
                )
                self._stale_entries.update((entry, None) for (entry,) in rows)

    def _numbers(self, shape: Form[Any], changes: list[Change]) -> list[int]:
        """The rowids of the changed objects, in the order of the changes."""
        marks = ", ".join("?" * len(changes))
        sql = f'SELECT id, number FROM "{shape.name}" WHERE id IN ({marks})'
        found = dict(self._connection.execute(sql, [change.id.bytes for change in changes]))
        if len(found) != len(changes):
            raise Conflict(f"{shape.name}: {len(changes) - len(found)} objects are not stored")
        return [found[change.id.bytes] for change in changes]

    def _number(self, shape: Form[Any], item: Any) -> int:
        """A free rowid: one more than the largest, for a journal entry than the largest of its day."""
        day = item.day.toordinal() if shape.kind is JournalEntry else 0
        key = f"{shape.name}{day}"
        if key not in self._next:
            sql = f'SELECT max(number) FROM "{shape.name}" WHERE number BETWEEN ? AND ?'
            first, last = (day << DAY_SHIFT, ((day + 1) << DAY_SHIFT) - 1) if day else (0, 2**62)
            largest = self._connection.execute(sql, (first, last)).fetchone()[0]
            self._next[key] = first if largest is None else largest
        self._next[key] += 1
        return self._next[key]

    def _kept_number(self, shape: Form[Any], number: int, item: Any) -> int:
        """The rowid after a change: the same one, unless a journal entry went to another day."""
        if shape.kind is JournalEntry and number >> DAY_SHIFT != item.day.toordinal():
            return self._number(shape, item)
        return number

    @staticmethod
    def _expect(written: int, changes: list[Change]) -> None:
        if written != len(changes):
            raise Conflict(f"{len(changes) - written} of {len(changes)} objects are no longer as they were")


def _sort(change: Change) -> tuple[type[Entity], str]:
    if change.before is None:
        return change.kind, "add"
    return change.kind, "change" if change.after is not None else "delete"
