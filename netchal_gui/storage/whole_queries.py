"""What the export and the import of everything ask the data file."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from netchal_gui.domain.edit import Entity
from netchal_gui.storage.reader import E, Reader, batches
from netchal_gui.storage.rows import form


def pictures_in_use(reader: Reader) -> Iterator[str]:
    """The digests of the stored pictures that people have, in their order; undo may keep more."""
    sql = (
        "SELECT digest FROM photo WHERE digest IN (SELECT photo FROM contact WHERE photo IS NOT NULL)"
        " ORDER BY digest"
    )
    for (digest,) in reader.stream(sql):
        yield digest


def by_creation(reader: Reader, kind: type[E]) -> Iterator[E]:
    """All objects of a kind in the order in which they were made, whatever was deleted and undone since."""
    shape = form(kind)
    order = "created, id" if "created" in shape.columns else "id"
    numbers = [number for (number,) in reader.stream(f'SELECT number FROM "{shape.name}" ORDER BY {order}')]
    for batch in batches(numbers):
        marks = ", ".join("?" * len(batch))
        yield from reader.where(kind, f"number IN ({marks}) ORDER BY {order}", batch)


def not_stored(reader: Reader, kind: type[Entity], ids: Iterable[UUID]) -> Iterator[UUID]:
    """Those of the ids that no stored object of this kind has."""
    for batch in batches(ids):
        marks = ", ".join("?" * len(batch))
        sql = f'SELECT id FROM "{form(kind).name}" WHERE id IN ({marks})'
        stored = {row[0] for row in reader.rows(sql, [item_id.bytes for item_id in batch])}
        yield from (item_id for item_id in batch if item_id.bytes not in stored)


def missing_pictures(reader: Reader, digests: Iterable[str]) -> Iterator[str]:
    """Those of the digests under which no picture is stored."""
    for batch in batches(digests):
        marks = ", ".join("?" * len(batch))
        stored = {row[0] for row in reader.rows(f"SELECT digest FROM photo WHERE digest IN ({marks})", batch)}
        yield from (digest for digest in batch if digest not in stored)
