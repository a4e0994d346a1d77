"""Reading: rows, whole objects and pictures from one connection that cannot write.

Lists are plain rows by ``sqlite3`` alone; Peewee and the tables are imported with the first whole object.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from netchal_gui.storage.faults import told_clearly

if TYPE_CHECKING:
    from netchal_gui.domain.edit import Entity
    from netchal_gui.storage.rows import Form

E = TypeVar("E", bound="Entity")
BATCH = 500


def batches(items: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """Lists of at most ``size`` items, in order."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that reads beside the writing one. Raises StoreFault."""
    with told_clearly(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
        )
        for pragma in ("query_only = 1", "trusted_schema = 0", "cache_size = -8000"):
            connection.execute(f"PRAGMA {pragma}")
        return connection


def _form(kind: "type[E]") -> "Form[E]":
    from netchal_gui.storage.rows import form

    return form(kind)


class Reader:
    """Reads the data file. Each call sees the newest commit, unless the reader is inside a snapshot."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query as tuples. Raises StoreFault."""
        with told_clearly(self.path):
            rows: list[Any] = self._connection.execute(sql, parameters).fetchall()
            return rows

    def stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Any]:
        """The rows of a query one after the other, for long reads. Raises StoreFault."""
        with told_clearly(self.path):
            yield from self._connection.execute(sql, parameters)

    def get(self, kind: type[E], item_id: UUID) -> E | None:
        return next(iter(self.get_many(kind, [item_id])), None)

    def get_many(self, kind: type[E], ids: Iterable[UUID]) -> list[E]:
        """The objects in the order of their ids; those that are not there are left out."""
        wanted = list(ids)
        found: dict[UUID, E] = {}
        for batch in batches(wanted):
            marks = ", ".join("?" * len(batch))
            for item in self.where(kind, f"id IN ({marks})", [item_id.bytes for item_id in batch]):
                found[item.id] = item
        return [found[item_id] for item_id in wanted if item_id in found]

    def where(self, kind: type[E], condition: str, parameters: Sequence[Any] = ()) -> list[E]:
        """The objects for which a SQL condition (and order) over their table holds."""
        shape = _form(kind)
        rows = self.rows(f'SELECT {shape.selected} FROM "{shape.name}" WHERE {condition}', parameters)
        return [shape.item(row) for row in rows]

    def every(self, kind: type[E]) -> Iterator[E]:
        """All objects of a kind, read as they are asked for."""
        shape = _form(kind)
        for row in self.stream(f'SELECT {shape.selected} FROM "{shape.name}" ORDER BY number'):
            yield shape.item(row)

    def count(self, kind: "type[Entity]") -> int:
        return int(self.rows(f'SELECT count(*) FROM "{_form(kind).name}"')[0][0])

    def photo(self, digest: str) -> bytes | None:
        """The bytes of a picture by the SHA-256 of its bytes, in hexadecimal."""
        rows = self.rows("SELECT data FROM photo WHERE digest = ?", (digest,))
        return bytes(rows[0][0]) if rows else None
