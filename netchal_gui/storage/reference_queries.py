"""Who names an object: what a deletion asks the data file."""

from collections.abc import Iterable
from uuid import UUID

from netchal_gui.domain.edit import Entity
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.references import Reference
from netchal_gui.storage.reader import E, Reader, batches

_LINKED = {
    (Interview, "participants"): "id IN (SELECT interview FROM interview_person WHERE contact IN ({}))",
    (JournalEntry, "people"): "id IN (SELECT entry FROM entry_person WHERE contact IN ({}))",
}
"""Where a field holds several ids, the link table that is its index."""


def holders(reader: Reader, reference: Reference, ids: Iterable[UUID]) -> list[Entity]:
    """The objects that name any of these in that field. Raises StoreFault."""
    condition = _LINKED.get((reference.holder, reference.field), f'"{reference.field}" IN ({{}})')
    return where_any(reader, reference.holder, condition, ids)


def where_any(reader: Reader, kind: type[E], condition: str, ids: Iterable[UUID]) -> list[E]:
    """The objects, each once, for which a condition with ``{}`` for its marks holds with any of the ids."""
    found: dict[UUID, E] = {}
    for batch in batches(ids):
        marks = ", ".join("?" * len(batch))
        items = reader.where(kind, condition.format(marks), [item_id.bytes for item_id in batch])
        found.update((item.id, item) for item in items)
    return list(found.values())
