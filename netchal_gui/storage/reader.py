"""Reading: rows, whole objects and pictures from one connection that cannot write."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from peewee import SqliteDatabase

from netchal_gui.domain.edit import Entity
from netchal_gui.storage.faults import told_clearly
from netchal_gui.storage.rows import form
from netchal_gui.storage.tables import PhotoTable

E = TypeVar("E", bound=Entity)
BATCH = 500


def batches(items: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """Lists of at most ``size`` items, in order."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def read_only(path: Path) -> SqliteDatabase:
    """A database that can be read beside the writing connection; not yet connected."""
    return SqliteDatabase(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        thread_safe=False,
        check_same_thread=False,
        pragmas={"query_only": 1, "trusted_schema": 0, "cache_size": -8000},
    )


class Reader:
    """Reads the data file. Each call sees the newest commit, unless the reader is inside a snapshot."""

    def __init__(self, database: SqliteDatabase, path: Path) -> None:
        self._database = database
        self.path = path

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query as tuples. Raises StoreFault."""
        with told_clearly(self.path):
            rows: list[Any] = self._database.execute_sql(sql, parameters).fetchall()
            return rows

    def stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Any]:
        """The rows of a query one after the other, for long reads. Raises StoreFault."""
        with told_clearly(self.path):
            yield from self._database.execute_sql(sql, parameters)

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
        shape = form(kind)
        rows = self.rows(f'SELECT {shape.selected} FROM "{shape.name}" WHERE {condition}', parameters)
        return [shape.item(row) for row in rows]

    def every(self, kind: type[E]) -> Iterator[E]:
        """All objects of a kind, read as they are asked for."""
        shape = form(kind)
        for row in self.stream(f'SELECT {shape.selected} FROM "{shape.name}" ORDER BY number'):
            yield shape.item(row)

    def count(self, kind: type[Entity]) -> int:
        return int(self.rows(f'SELECT count(*) FROM "{form(kind).name}"')[0][0])

    def photo(self, digest: str) -> bytes | None:
        """The bytes of a picture by the SHA-256 of its bytes, in hexadecimal."""
        query = PhotoTable.select(PhotoTable.data).where(PhotoTable.digest == digest).tuples()
        with told_clearly(self.path):
            row = next(iter(query.execute(self._database)), None)
        return bytes(row[0]) if row else None
