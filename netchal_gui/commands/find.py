"""Finding people and journal entries from anywhere; safe on any thread."""

from typing import NamedTuple
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands import journal_search
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage import contact_queries
from netchal_gui.storage.contact_queries import Listing
from netchal_gui.workbench import Workbench

MOST = 8


class Found(NamedTuple):
    """A person or an entry that fits what was typed."""

    kind: type[Entity]
    id: UUID
    title: str
    detail: str = ""


def find_people(workbench: Workbench, text: str, limit: int = MOST) -> list[Found]:
    """People in whom each word of the text begins some word, by name. Raises StoreFault."""
    with workbench.store.reading() as reader:
        numbers = contact_queries.numbers(reader, Listing(text=text))
        rows = contact_queries.rows_of(reader, numbers[:limit])
    return [Found(Contact, UUID(bytes=row.id), row.name, row.organisation) for row in rows]


def find_entries(workbench: Workbench, text: str, limit: int = MOST) -> list[Found]:
    """The newest journal entries in which each word of the text begins some word. Raises StoreFault."""
    with workbench.store.reading() as reader:
        rows = journal_search.page(reader, text, limit=limit).rows
    today = workbench.now().date()
    return [Found(JournalEntry, row.id, row.title, words.short_day(row.day, today)) for row in rows]
