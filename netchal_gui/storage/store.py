"""The store: one data file, opened. One connection writes; reading has connections of its own."""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from netchal_gui.storage.faults import told_clearly
from netchal_gui.storage.opening import make_ready, writing_database
from netchal_gui.storage.reader import Reader, read_only

if TYPE_CHECKING:
    from peewee import SqliteDatabase

    from netchal_gui.domain.edit import Change
    from netchal_gui.storage.kept import KeptChanges
    from netchal_gui.storage.writer import Progress


class Store(Reader):
    """The opened data file.

    What it inherits from :class:`Reader` reads on the thread that opened it; other threads and long
    reads take :meth:`reading`, whose snapshot a long write neither disturbs nor waits for. The writing
    connection, and Peewee with it, comes with the first write.
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._thread = threading.get_ident()
        self._writing: SqliteDatabase | None = None
        self._spare: list[Connection] = []
        self._closed = False
        self._log = path.with_name(path.name + "-wal")
        if _holds_something(self._log):  # after a crash: bring it into the file before anyone reads
            self._connected(path)
        super().__init__(read_only(path), path)

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> "Store":
        """Open a data file, making it where there is none yet and none is missed.

        Raises a StoreFault whose text is one clear sentence; the file is then unchanged.
        """
        make_ready(path, create=create, back_up=partial(_back_up, path))
        return cls(path)

    def close(self) -> None:
        """Close all connections; what was written is in the file, and nothing is left beside it."""
        with self._lock:
            self._closed = True
            for connection in (self._connection, *self._spare):
                connection.close()
            if self._writing is None and self._log.exists():
                self._connected(self.path)
            if self._writing is not None:
                self._writing.close()

    def rows(self, sql: str, parameters: Collection[object] = ()) -> list[tuple]:  # type: ignore[type-arg]
        if threading.get_ident() == self._thread:
            return super().rows(sql, tuple(parameters))
        with self.reading() as reader:
            return reader.rows(sql, tuple(parameters))

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A reader of its own in one snapshot, for a worker thread or a long read."""
        with closing(read_only(self.path)) as connection:
            with told_clearly(self.path):
                connection.execute("BEGIN")
            yield Reader(connection, self.path)

    @contextmanager
    def reading_briefly(self) -> Iterator[Reader]:
        """A reader for a worker thread whose queries each see the newest commit, for one read per key: its
        connection stays open for the next one. Only for :meth:`Reader.rows`, which leaves nothing half read.
        """
        try:
            connection = self._spare.pop()
        except IndexError:
            connection = read_only(self.path)
        try:
            yield Reader(connection, self.path)
        except BaseException:
            connection.close()
            raise
        self._put_by(connection)

    def _put_by(self, connection: Connection) -> None:
        with self._lock:
            if self._closed or self._spare:
                connection.close()
            else:
                self._spare.append(connection)

    def _connected(self, path: Path) -> "SqliteDatabase":
        """The database that writes, connected; made once."""
        if self._writing is None:
            database = writing_database(path)
            with told_clearly(path):
                database.connect()
            self._writing = database
        return self._writing

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._lock:
            database = self._connected(self.path)
            with told_clearly(self.path), database.atomic():
                yield database.connection()

    def put(
        self,
        label: str,
        changes: "Collection[Change]",
        photos: Mapping[str, bytes],
        at: datetime,
        progress: "Progress | None" = None,
    ) -> int | None:
        """Write changes and pictures in one transaction, all or nothing.

        Returns the number under which the changes were kept, for an edit of more than LARGE changes
        that was not kept before. Raises StoreFault, Conflict, or what ``progress`` raises.
        """
        from netchal_gui.domain.edit import LARGE
        from netchal_gui.storage import kept
        from netchal_gui.storage.writer import Writer

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

    def kept_changes(self, number: int, length: int) -> "KeptChanges":
        """The changes of a kept edit, read through a connection of their own."""
        from netchal_gui.storage.kept import KeptChanges

        return KeptChanges(self.reading, number, length)

    def back_up(self, target: Path, progress: Callable[[int, int], None] | None = None) -> Path:
        """Write a verified copy of the data file, in steps. Raises StoreFault."""
        from netchal_gui.storage import backup

        return backup.copy_file(self.path, target, progress)


def _holds_something(log: Path) -> bool:
    """Whether a log was left with changes in it; one left by a program that only read is empty."""
    return log.exists() and log.stat().st_size > 0


def _back_up(path: Path, database: "SqliteDatabase") -> None:
    """What happens before an older file is brought up to date."""
    from netchal_gui.paths import backup_folder
    from netchal_gui.storage import backup

    backup.copy(database.connection(), path, backup_folder(path) / backup.backup_name(datetime.now(UTC)))
