"""People for a field that suggests them while one types."""

from collections.abc import Iterable
from uuid import UUID

from netchal_gui.domain.contact import Contact
from netchal_gui.storage.person_queries import suggestions
from netchal_gui.storage.reader import Reader
from netchal_gui.views.suggestion_list import Suggestion


class PeopleSuggestions:
    """Called with what was typed, gives the best few people for it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __call__(self, text: str) -> list[Suggestion]:
        return [
            Suggestion(UUID(bytes=row.id), row.name, row.role or row.organisation or row.city, row.relation)
            for row in suggestions(self._reader, text)
        ]


def as_suggestions(people: Iterable[Contact]) -> list[Suggestion]:
    """Stored people as the chips of a field."""
    return [
        Suggestion(person.id, person.name, person.role or person.organisation, person.relation.value)
        for person in people
    ]
