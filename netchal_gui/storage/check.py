"""Check the data file: SQLite's own checks, every row's checksum, and that it can be read as objects."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from netchal_gui.domain.edit import ENTITIES, Entity
from netchal_gui.storage.checksum import checksum
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.index_check import stale_tables
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.rows import Form, form
from netchal_gui.words import say

FAULTS = (StoreFault, sqlite3.Error)
"""A damaged schema makes ordinary queries fail, with errors that say nothing about damage."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong, where: a sentence, the table, and the object's id where it is known."""

    sentence: str
    table: str = ""
    id: UUID | None = None


def damages(reader: Reader, progress: Callable[[int, int], None] | None = None) -> Iterator[Damage]:
    """Everything that is wrong with the file; nothing where it is whole."""
    found = False
    for damage in _damages(reader, progress):
        found = True
        yield damage
    if not found:  # made from damaged rows they would only say it twice
        yield from _stale(reader)


def _damages(reader: Reader, progress: Callable[[int, int], None] | None) -> Iterator[Damage]:
    try:
        for (answer,) in reader.rows("PRAGMA integrity_check(20)"):
            if answer != "ok":
                yield Damage(say("SQLite reports: {answer}", answer=answer))
        for table, *_ in reader.rows("PRAGMA foreign_key_check"):
            yield Damage(say("A row of {table} points to something that is gone.", table=table), table)
    except FAULTS as fault:
        yield Damage(str(fault))
    for done, kind in enumerate(ENTITIES):
        yield from _damaged_rows(reader, form(kind))
        if progress is not None:
            progress(done + 1, len(ENTITIES))
    yield from _damaged_pictures(reader)


def _stale(reader: Reader) -> Iterator[Damage]:
    try:
        for table in stale_tables(reader):
            yield Damage(
                say(
                    "{table} is not what its rows say: a list or a search may miss something."
                    " Export everything and import it into a new file.",
                    table=table,
                ),
                table,
            )
    except FAULTS as fault:
        yield Damage(str(fault))


def _damaged_pictures(reader: Reader) -> Iterator[Damage]:
    """A picture's digest is its checksum."""
    try:
        for digest, data in reader.stream("SELECT digest, data FROM photo"):
            if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != digest:
                yield Damage(say("A row of {table} was changed outside of Netchal.", table="photo"), "photo")
    except FAULTS as fault:
        yield Damage(str(fault), "photo")


def _damaged_rows(reader: Reader, shape: "Form[Entity]") -> Iterator[Damage]:
    names = ", ".join(f'"{name}"' for name in shape.columns)
    try:
        for found, *values in reader.stream(f'SELECT checksum, {names} FROM "{shape.name}"'):
            if checksum(values) != found:
                yield Damage(
                    say("A row of {table} was changed outside of Netchal.", table=shape.name),
                    shape.name,
                    _id(values[shape.columns.index("id")]),
                )
    except FAULTS as fault:
        yield Damage(str(fault), shape.name)


def _id(value: object) -> UUID | None:
    return UUID(bytes=value) if isinstance(value, bytes) and len(value) == 16 else None
