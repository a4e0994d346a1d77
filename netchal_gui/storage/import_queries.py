"""What an import looks people up by, read from the data file in one pass."""

import json
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.origin import Origin
from netchal_gui.storage.reader import Reader


class Known(NamedTuple):
    """A stored person's name (with title and suffix, which do not count), e-mails and telephone numbers."""

    id: bytes
    name: str
    prefix: str
    suffix: str
    emails: list[str]
    phones: list[str]


class KnownOrigin(NamedTuple):
    contact: bytes
    source: str
    foreign_uid: str
    seen: str


def known_people(reader: Reader) -> Iterator[Known]:
    """All people, as much of them as they are found by."""
    for contact, name, prefix, suffix, emails, phones in reader.stream(
        "SELECT id, name, prefix, suffix, emails, phones FROM contact"
    ):
        yield Known(contact, name, prefix, suffix, _values(emails), _values(phones))


def known_origins(reader: Reader) -> Iterator[KnownOrigin]:
    for row in reader.stream("SELECT contact_id, source, foreign_uid, seen FROM origin"):
        yield KnownOrigin(*row)


def origins_from(reader: Reader, contact: UUID, source: str) -> list[Origin]:
    """What was imported from this source for this person."""
    return reader.where(Origin, "contact_id = ? AND source = ? ORDER BY number", (contact.bytes, source))


def _values(text: str) -> list[str]:
    return [item["value"] for item in json.loads(text)] if text != "[]" else []
