"""The people of one edit: stored ones by their id, new ones by the name that was typed, each name once."""

from dataclasses import replace
from uuid import UUID

from netchal_gui.commands.people import blank_contact, tidied
from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.domain.contact import Contact, Relation, Source, problems
from netchal_gui.domain.edit import Change
from netchal_gui.domain.folding import fold
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class TypedPeople:
    """Give it whoever takes part in an edit.

    ``added`` are the changes that make the new ones, and note of others that somebody led us to them.
    """

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._new: dict[str, Contact] = {}
        self._led: dict[UUID, Change] = {}

    @property
    def new(self) -> tuple[Contact, ...]:
        return tuple(self._new.values())

    @property
    def added(self) -> tuple[Change, ...]:
        return (*(Change(None, person) for person in self._new.values()), *self._led.values())

    def found(
        self,
        person: UUID | str,
        *,
        source: Source | None = None,
        detail: str = "",
        tags: tuple[str, ...] = (),
    ) -> Contact:
        """The person; one who is new has this source, its detail and these tags. Raises Refused.

        An introduction is also the source of somebody stored of whom none was noted, unless one knew them.
        """
        if isinstance(person, str):
            return self._named(person, source, detail, tags)
        stored = self._workbench.store.get(Contact, person)
        if stored is None:
            raise Refused(say("This person is no longer there."))
        if source is Source.INTRODUCTION and stored.source is None and stored.relation is Relation.NEW:
            self._led[person] = Change(stored, replace(stored, source=source, source_detail=detail))
        return stored

    def _named(self, name: str, source: Source | None, detail: str, tags: tuple[str, ...]) -> Contact:
        blank = blank_contact(self._workbench, name)
        contact = tidied(replace(blank, source=source, source_detail=detail, tags=tags))
        refuse(problems(contact))
        return self._new.setdefault(fold(contact.name), contact)
