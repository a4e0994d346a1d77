"""The store: one data file, opened. One connection writes; reading has connections of its own."""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

from peewee import SqliteDatabase

from netchal_gui.domain.edit import LARGE, Change
from netchal_gui.paths import backup_folder
from netchal_gui.storage import backup, kept
from netchal_gui.storage.faults import told_clearly
from netchal_gui.storage.opening import open_database
from netchal_gui.storage.reader import Reader, read_only
from netchal_gui.storage.writer import Progress, Writer


class Store(Reader):
    """The opened data file.

    What it inherits from :class:`Reader` reads on the thread that opened it; other threads and long
    reads take :meth:`reading`, whose snapshot a long write neither disturbs nor waits for.
    """

    def __init__(self, database: SqliteDatabase, path: Path) -> None:
        super().__init__(read_only(path), path)
        self._writing = database
        self._lock = threading.RLock()
        self._thread = threading.get_ident()

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> "Store":
        """Open a data file, making it where there is none yet and none is missed.

        Raises a StoreFault whose text is one clear sentence; the file is then unchanged.
        """

        def back_up(database: SqliteDatabase) -> None:
            name = backup.backup_name(datetime.now(UTC))
            backup.copy(database.connection(), path, backup_folder(path) / name)

        return cls(open_database(path, create=create, back_up=back_up), path)

    def close(self) -> None:
        """Close all connections; what was written is in the file, and nothing is left beside it."""
        with self._lock:
            self._database.close()
            self._writing.close()

    def rows(self, sql: str, parameters: Collection[object] = ()) -> list[tuple]:  # type: ignore[type-arg]
        if threading.get_ident() == self._thread:
            return super().rows(sql, tuple(parameters))
        with self.reading() as reader:
            return reader.rows(sql, tuple(parameters))

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A reader of its own in one snapshot, for a worker thread or a long read."""
        database = read_only(self.path)
        with told_clearly(self.path):
            database.connect()
            database.execute_sql("BEGIN")
        try:
            yield Reader(database, self.path)
        finally:
            database.connection().close()
            database.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._lock, told_clearly(self.path), self._writing.atomic():
            yield self._writing.connection()

    def put(
        self,
        label: str,
        changes: Collection[Change],
        photos: Mapping[str, bytes],
        at: datetime,
        progress: Progress | None = None,
    ) -> int | None:
        """Write changes and pictures in one transaction, all or nothing.

        Returns the number under which the changes were kept, for an edit of more than LARGE changes
        that was not kept before. Raises StoreFault, Conflict, or what ``progress`` raises.
        """
        with self._transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO photo (digest, data) VALUES (?, ?)", iter(photos.items())
            )
            writer = Writer(connection)
            writer.put(changes, len(changes), progress)
            writer.finish()
            if len(changes) > LARGE and not isinstance(changes, kept.KeptChanges):
                return kept.keep(connection, label, at, changes)
        return None

    def kept_changes(self, number: int, length: int) -> kept.KeptChanges:
        """The changes of a kept edit, read through a connection of their own."""
        return kept.KeptChanges(self.reading, number, length)

    def back_up(self, target: Path, progress: Callable[[int, int], None] | None = None) -> Path:
        """Write a verified copy of the data file, in steps. Raises StoreFault."""
        return backup.copy_file(self.path, target, progress)
