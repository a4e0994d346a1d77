"""Check the data file: SQLite's own checks, every row's checksum, and that it can be read as objects."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from netchal_gui.domain.edit import ENTITIES, Entity
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.rows import Form, checksum, form
from netchal_gui.words import say


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong, where: a sentence, the table, and the object's id where it is known."""

    sentence: str
    table: str = ""
    id: UUID | None = None


def damages(reader: Reader, progress: Callable[[int, int], None] | None = None) -> Iterator[Damage]:
    """Everything that is wrong with the file; nothing where it is whole."""
    try:
        for (answer,) in reader.rows("PRAGMA integrity_check(20)"):
            if answer != "ok":
                yield Damage(say("SQLite reports: {answer}", answer=answer))
        for table, *_ in reader.rows("PRAGMA foreign_key_check"):
            yield Damage(say("A row of {table} points to something that is gone.", table=table), table)
    except StoreFault as fault:
        yield Damage(str(fault))
    for done, kind in enumerate(ENTITIES):
        yield from _damaged_rows(reader, form(kind))
        if progress is not None:
            progress(done + 1, len(ENTITIES))


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
    except StoreFault as fault:
        yield Damage(str(fault), shape.name)


def _id(value: object) -> UUID | None:
    return UUID(bytes=value) if isinstance(value, bytes) and len(value) == 16 else None
