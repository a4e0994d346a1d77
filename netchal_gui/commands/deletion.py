"""What a deletion takes along and what it frees, by :mod:`netchal_gui.domain.references`."""

from collections.abc import Sequence
from uuid import UUID

from netchal_gui.domain import references
from netchal_gui.domain.edit import Change, Entity
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.reference_queries import holders


def deletion(reader: Reader, items: Sequence[Entity]) -> tuple[Change, ...]:
    """The changes that delete stored objects, so that nothing is left that names them.

    Each object is changed once: what goes along or is freed comes first, the items last and in their
    order. Undoing the edit brings all of it back. Raises StoreFault.
    """
    found = _Found(reader)
    found.delete(items)
    wanted = {item.id for item in items}
    along = (change for change in found.changes() if change.id not in wanted)
    return (*along, *(Change(item, None) for item in items))


class _Found:
    """The objects that a deletion reaches, as they are and as they will be."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._before: dict[UUID, Entity] = {}
        self._after: dict[UUID, Entity | None] = {}
        self._gone: dict[type[Entity], set[UUID]] = {}

    def changes(self) -> list[Change]:
        return [Change(before, self._after[key]) for key, before in self._before.items()]

    def delete(self, items: Sequence[Entity]) -> None:
        """Delete objects, then what goes with them, and so on."""
        while items:
            for item in items:
                self._note(item, None)
            kinds = dict.fromkeys(type(item) for item in items)
            items = [each for kind in kinds for each in self._reached(kind, items)]

    def _reached(self, kind: type[Entity], items: Sequence[Entity]) -> list[Entity]:
        """Free all that names these objects of a kind; returns what goes with them instead."""
        new = [item.id for item in items if type(item) is kind]
        gone = self._gone[kind]
        goes: dict[UUID, Entity] = {}
        for reference in references.to(kind):
            for holder in holders(self._reader, reference, new):
                now = self._after.get(holder.id, holder)
                if now is None:
                    continue
                after = reference.without(now, reference.field, gone)
                if after is None:
                    goes[holder.id] = holder
                self._note(holder, after)
        return list(goes.values())

    def _note(self, item: Entity, after: Entity | None) -> None:
        self._before.setdefault(item.id, item)
        self._after[item.id] = after
        if after is None:
            self._gone.setdefault(type(item), set()).add(item.id)
