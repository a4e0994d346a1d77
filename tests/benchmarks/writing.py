"""Inserting 10,000 contacts and exporting 1,000 interviews, against bare writers of the same result."""

import random
import sqlite3
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from netchal_gui.domain.edit import Change
from netchal_gui.storage.store import Store
from tests.benchmarks.big_file import NOW, contacts, made
from tests.benchmarks.measure import ROUNDS, Row, cpu_ms

COUNT = 10_000
TABLES = ("contact", "contact_tag", "contact_key")


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield _insert(Path(folder))


def _insert(folder: Path) -> Row:
    """Ours through the store; the floor writes the very rows that ours left, prepared before."""
    people = tuple(Change(None, person) for person in contacts(COUNT, random.Random(1)))
    prepared = _prepared(folder, people)
    ours, floors = [], []
    for round_number in range(ROUNDS):
        store = Store.open(folder / f"ours-{round_number}.db")
        ours.append(cpu_ms(lambda store=store: store.put("Import", people, {}, NOW)))
        store.close()
        bare = sqlite3.connect(made(folder / f"floor-{round_number}.db", 0), isolation_level=None)
        floors.append(cpu_ms(lambda bare=bare: _write(bare, prepared)))
        bare.close()
    note = "ours also keeps the changes for undo"
    return Row(f"insert {COUNT:,} contacts", statistics.median(ours), statistics.median(floors), 3, note=note)


def _prepared(folder: Path, people: tuple[Change, ...]) -> dict[str, list[tuple[object, ...]]]:
    store = Store.open(folder / "prepared.db")
    store.put("Import", people, {}, NOW)
    found = {table: store.rows(f"SELECT * FROM {table}") for table in TABLES}
    found["contact_search (rowid, words)"] = store.rows("SELECT rowid, words FROM contact_search")
    store.close()
    return found


def _write(bare: sqlite3.Connection, prepared: dict[str, list[tuple[object, ...]]]) -> None:
    bare.execute("PRAGMA synchronous = full")
    bare.execute("BEGIN IMMEDIATE")
    for table, lines in prepared.items():
        marks = ", ".join("?" * len(lines[0]))
        bare.executemany(f"INSERT INTO {table} VALUES ({marks})", lines)
    bare.execute("COMMIT")
