"""Who is meant by a typed name, also where several people have it: "Daniel Kim (Halden)"."""

import re
from collections.abc import Iterator, Sequence

from netchal_gui import words
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.folding import fold
from netchal_gui.storage.export_queries import contacts_named
from netchal_gui.storage.reader import Reader

_WITH_MARK = re.compile(r"(?P<name>.*\S)\s*\((?P<mark>[^()]+)\)")
LISTED = 6
"""So many people of one name are told apart in the refusal."""


def person_called(reader: Reader, text: str) -> Contact | None:
    """The one person of this name, None where nobody has it.

    Where several have it, one of their e-mail addresses, their organisation, role, place or the beginning
    of their id follows in brackets. Raises Refused, naming such marks, where it stays open who is meant.
    """
    found = contacts_named(reader, text)
    parts = _WITH_MARK.fullmatch(text)
    if found or parts is None:
        return _only(text, found)
    named = contacts_named(reader, parts["name"])
    meant = [person for person in named if fold(parts["mark"].strip()) in map(fold, _marks(person))]
    return _only(parts["name"], meant or named) if named else None


def _only(name: str, people: Sequence[Contact]) -> Contact | None:
    if len(people) > 1:
        list_of_them = ", ".join(f"“{name} ({told_apart(person, people)})”" for person in people[:LISTED])
        raise Refused(
            words.say(
                "There are {n} people called {name}. Say which: {people}.",
                n=len(people),
                name=name,
                people=list_of_them,
            )
        )
    return people[0] if people else None


def told_apart(person: Contact, people: Sequence[Contact]) -> str:
    """The first of a person's marks that none of the others of their name has."""
    others = {fold(mark) for each in people if each is not person for mark in _marks(each)}
    return next(mark for mark in _marks(person) if fold(mark) not in others)


def _marks(person: Contact) -> Iterator[str]:
    """What may stand in the brackets, the most telling first; the id is nobody else's."""
    for mark in (person.organisation, *(mail.value for mail in person.emails), person.role, person.place):
        if mark and not set(mark) & set("()"):
            yield mark
    yield str(person.id)[:8]
    yield str(person.id)
