"""Large edits keep their changes in the data file instead of in memory; this is also the list of imports."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from sqlite3 import Connection
from typing import NamedTuple

from netchal_gui.domain.edit import Change, Entity
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.rows import form, form_named

Reading = Callable[[], AbstractContextManager[Reader]]


class KeptEdit(NamedTuple):
    number: int
    label: str
    at: datetime
    changes: int


def keep(connection: Connection, label: str, at: datetime, changes: Iterable[Change]) -> int:
    """Store an edit's changes in the caller's transaction; returns its number."""
    import msgspec

    encode = msgspec.json.Encoder().encode

    def text(item: Entity | None) -> str | None:
        return None if item is None else encode(item).decode()

    cursor = connection.execute("INSERT INTO kept_edit (label, at) VALUES (?, ?)", (label, at.isoformat()))
    number = int(cursor.lastrowid or 0)
    rows = (
        (number, position, form(change.kind).name, text(change.before), text(change.after))
        for position, change in enumerate(changes)
    )
    connection.executemany("INSERT INTO kept_change VALUES (?, ?, ?, ?, ?)", rows)
    return number


class KeptChanges:
    """The changes of a kept edit, read from the data file each time they are iterated."""

    def __init__(self, reading: Reading, number: int, length: int, backwards: bool = False) -> None:
        self._reading, self._number, self._length, self._backwards = reading, number, length, backwards

    @property
    def reversed(self) -> "KeptChanges":
        """The changes that take these back, last first."""
        return KeptChanges(self._reading, self._number, self._length, not self._backwards)

    def __len__(self) -> int:
        return self._length

    def __contains__(self, change: object) -> bool:
        return any(change == own for own in self)

    def __iter__(self) -> Iterator[Change]:
        import msgspec

        order = "DESC" if self._backwards else "ASC"
        sql = f"SELECT kind, before, after FROM kept_change WHERE edit = ? ORDER BY position {order}"
        with self._reading() as reader:
            for kind, before, after in reader.stream(sql, (self._number,)):
                decode = msgspec.json.Decoder(form_named(kind).kind).decode
                change = Change(before and decode(before), after and decode(after))
                yield change.reversed if self._backwards else change


def kept_edits(reader: Reader) -> list[KeptEdit]:
    """All kept edits, newest first: the imports of the past."""
    sql = (
        "SELECT number, label, at, (SELECT count(*) FROM kept_change WHERE edit = number)"
        " FROM kept_edit ORDER BY number DESC"
    )
    return [
        KeptEdit(number, label, datetime.fromisoformat(at), changes)
        for number, label, at, changes in reader.rows(sql)
    ]
