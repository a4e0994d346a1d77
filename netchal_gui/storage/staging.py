"""What an import plans to do, on disk until it is done or dropped; any number of items in little memory.

A temporary SQLite database without a name: the system removes it when it is closed, also after a crash.
"""

import sqlite3
import tempfile
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change
from netchal_gui.domain.origin import Origin
from netchal_gui.storage.faults import told_clearly

_BATCH = 200
_MOST_HOLDERS = 20
_SCHEMA = """
CREATE TABLE item (position INTEGER PRIMARY KEY, file TEXT, line INTEGER, verdict TEXT, name TEXT,
    detail TEXT, reason TEXT, cautions TEXT, target BLOB, target_name TEXT, decision TEXT, draft TEXT);
CREATE INDEX item_verdict ON item (verdict, decision);
CREATE TABLE key (value TEXT, contact BLOB, PRIMARY KEY (value, contact)) WITHOUT ROWID;
CREATE TABLE planned (number INTEGER PRIMARY KEY, contact BLOB UNIQUE, before TEXT, after TEXT,
    preset INTEGER);
CREATE TABLE origin (number INTEGER PRIMARY KEY, id BLOB UNIQUE, contact BLOB, before TEXT, after TEXT);
CREATE INDEX origin_contact ON origin (contact);
CREATE TABLE photo (digest TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
"""


class StagedItem(NamedTuple):
    """One item of an import as its verdict table shows it. ``draft``: JSON, kept where a decision is open."""

    file: str
    line: int
    verdict: str
    name: str
    detail: str = ""
    reason: str = ""
    cautions: str = ""
    target: bytes | None = None
    target_name: str = ""
    decision: str = ""
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A person as stored (None for a new one) and as the import will leave them.

    ``preset``: the relation is not known and waits for the answer that holds for all.
    """

    before: Contact | None
    after: Contact
    preset: bool = False


class Staging:
    """The items, the people and origins they will change, and their pictures. Usable from any thread."""

    def __init__(self) -> None:
        import msgspec

        self._encode = msgspec.json.Encoder().encode
        self._contact = msgspec.json.Decoder(Contact).decode
        self._origin = msgspec.json.Decoder(Origin).decode
        self._lock = threading.RLock()
        self._place = Path(tempfile.gettempdir())
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=MEMORY", "cache_size=-8000", "synchronous=OFF"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is done inside holds together: an exception takes it back."""
        self._do("SAVEPOINT step")
        try:
            yield
        except BaseException:
            self._do("ROLLBACK TO step")
            raise
        finally:
            self._do("RELEASE step")

    def _do(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        with self._lock, told_clearly(self._place):
            return self._connection.execute(sql, parameters).fetchall()

    def _text(self, item: Contact | Origin | None) -> str | None:
        return None if item is None else self._encode(item).decode()

    # Items

    def add_item(self, item: StagedItem) -> None:
        self._do(
            "INSERT INTO item (file, line, verdict, name, detail, reason, cautions, target, target_name,"
            " decision, draft) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            item,
        )

    def items(self, first: int, count: int) -> list[tuple[int, StagedItem]]:
        """Items by their position, from 0, without their drafts."""
        rows = self._do(
            "SELECT position - 1, file, line, verdict, name, detail, reason, cautions, target, target_name,"
            " decision FROM item WHERE position > ? ORDER BY position LIMIT ?",
            (first, count),
        )
        return [(row[0], StagedItem(*row[1:])) for row in rows]

    def drafts(self, decisions: Collection[str]) -> Iterator[StagedItem]:
        """The items with one of these decisions, with their drafts, in order."""
        marks = ", ".join("?" * len(decisions))
        positions = self._do(
            f"SELECT position FROM item WHERE decision IN ({marks}) ORDER BY position", tuple(decisions)
        )
        for (position,) in positions:
            yield StagedItem(
                *self._do(
                    "SELECT file, line, verdict, name, detail, reason, cautions, target, target_name,"
                    " decision, draft FROM item WHERE position = ?",
                    (position,),
                )[0]
            )

    def decide(self, position: int, decision: str, verdict: str) -> bool:
        """Note a decision on an item that has this verdict; False where it has another."""
        with self._lock:
            sql = "UPDATE item SET decision = ? WHERE position = ? AND verdict = ? RETURNING 1"
            return bool(self._do(sql, (decision, position + 1, verdict)))

    def counts(self) -> dict[tuple[str, str], int]:
        """How many items have each verdict and decision."""
        rows = self._do("SELECT verdict, decision, count(*) FROM item GROUP BY verdict, decision")
        return {(verdict, decision): count for verdict, decision, count in rows}

    # Keys by which people are found

    def add_keys(self, keys: Iterable[tuple[str, bytes]]) -> None:
        with self._lock, told_clearly(self._place):
            self._connection.executemany("INSERT OR IGNORE INTO key VALUES (?, ?)", keys)

    def holders(self, key: str) -> list[UUID]:
        """The people who have this key."""
        rows = self._do("SELECT contact FROM key WHERE value = ? LIMIT ?", (key, _MOST_HOLDERS))
        return [UUID(bytes=contact) for (contact,) in rows]

    # What will change

    def planned(self, contact: UUID) -> Planned | None:
        rows = self._do("SELECT before, after, preset FROM planned WHERE contact = ?", (contact.bytes,))
        return self._planned(rows[0]) if rows else None

    def plan(self, planned: Planned) -> None:
        """Plan a person, in the place of what was planned for them before."""
        values = (
            planned.after.id.bytes,
            self._text(planned.before),
            self._text(planned.after),
            planned.preset,
        )
        self._do(
            "INSERT INTO planned (contact, before, after, preset) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (contact) DO UPDATE SET after = excluded.after, preset = excluded.preset",
            values,
        )

    def plan_origin(self, before: Origin | None, after: Origin) -> None:
        """Plan an origin; what stood before an earlier plan for it stays the before."""
        self._do(
            "INSERT INTO origin (id, contact, before, after) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET after = excluded.after",
            (after.id.bytes, after.contact_id.bytes, self._text(before), self._text(after)),
        )

    def planned_origins(self, contact: UUID) -> list[Origin]:
        """The origins planned for a person."""
        rows = self._do("SELECT after FROM origin WHERE contact = ? ORDER BY number", (contact.bytes,))
        return [self._origin(text) for (text,) in rows]

    def add_photo(self, digest: str, data: bytes) -> None:
        self._do("INSERT OR IGNORE INTO photo VALUES (?, ?)", (digest, data))

    def people(self) -> tuple[int, int]:
        """How many people will be added, and how many changed."""
        added, total = self._do("SELECT count(*) FILTER (WHERE before IS NULL), count(*) FROM planned")[0]
        return added, total - added

    def changes(self, relation: Relation) -> "StagedChanges":
        """The planned changes; ``relation`` for the new people whose relation waits for an answer."""
        return StagedChanges(self, relation)

    def photos(self) -> "StagedPhotos":
        return StagedPhotos(self)

    def _planned(self, row: tuple[str | None, str, int]) -> Planned:
        before = self._contact(row[0]) if row[0] else None
        return Planned(before, self._contact(row[1]), bool(row[2]))

    def _pages(self, table: str, columns: str) -> Iterator[Any]:
        """The rows of a table in order, read a batch at a time."""
        last = 0
        sql = f"SELECT number, {columns} FROM {table} WHERE number > ? ORDER BY number LIMIT {_BATCH}"
        while rows := self._do(sql, (last,)):
            for row in rows:
                yield row[1:]
            last = rows[-1][0]

    def _changes(self, relation: Relation) -> Iterator[Change]:
        for row in self._pages("planned", "before, after, preset"):
            planned = self._planned(row)
            after = replace(planned.after, relation=relation) if planned.preset else planned.after
            yield Change(planned.before, after)
        for before, after in self._pages("origin", "before, after"):
            yield Change(self._origin(before) if before else None, self._origin(after))

    def count(self) -> int:
        """How many items there are."""
        return self._count("item")

    def _count(self, table: str) -> int:
        return int(self._do(f"SELECT count(*) FROM {table}")[0][0])


class StagedChanges(Collection[Change]):
    """The planned changes of people and origins, read from disk each time they are iterated.

    Their number stays known after the staging is closed, as listeners may ask for it later.
    """

    def __init__(self, staging: Staging, relation: Relation) -> None:
        self._staging, self._relation = staging, relation
        self._length = staging._count("planned") + staging._count("origin")

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Change]:
        return self._staging._changes(self._relation)

    def __contains__(self, change: object) -> bool:
        return any(change == own for own in self)


class StagedPhotos(Mapping[str, bytes]):
    """The planned people's pictures by the SHA-256 of their bytes in hexadecimal, read one at a time."""

    _USED = "photo WHERE digest IN (SELECT json_extract(after, '$.photo') FROM planned)"

    def __init__(self, staging: Staging) -> None:
        self._staging = staging

    def __len__(self) -> int:
        return self._staging._count(self._USED)

    def __iter__(self) -> Iterator[str]:
        for (digest,) in self._staging._do(f"SELECT digest FROM {self._USED} ORDER BY digest"):
            yield digest

    def __getitem__(self, digest: str) -> bytes:
        rows = self._staging._do("SELECT data FROM photo WHERE digest = ?", (digest,))
        if not rows:
            raise KeyError(digest)
        return bytes(rows[0][0])
