"""The people of the example: 96 names from many places, with what one knows of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

from netchal_gui.domain.contact import (
    Address,
    Circle,
    Contact,
    Labelled,
    PartialDate,
    Relation,
    Source,
)
from netchal_gui.domain.folding import words_of
from netchal_gui.domain.interview import Channel

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Guest:
    """A person, how one meets them, and what one wrote down; ``story`` is empty where there is no entry yet.

    ``introduced_by`` is the given name of another guest. The contact is dated once it is known when they
    enter the year.
    """

    contact: Contact
    channel: Channel
    story: Mapping[str, Any]
    introduced_by: str = ""

    @property
    def id(self) -> UUID:
        return self.contact.id

    @property
    def is_known(self) -> bool:
        return self.contact.relation is Relation.KNOWN

    @property
    def is_close(self) -> bool:
        """Family and friends are not asked by letter; one just rings them up."""
        return self.contact.circle in (Circle.FAMILY, Circle.FRIEND)


def guest(random: Random, number: int, person: Mapping[str, Any], text: Mapping[str, Any]) -> Guest:
    """One guest from the names, which all languages share, and the texts of one language."""
    circle = Circle(person["circle"]) if person["circle"] else Circle.PROFESSIONAL
    is_close = circle in (Circle.FAMILY, Circle.FRIEND)
    slug = ".".join(words_of(f"{person['given']} {person['family']}"))
    contact = Contact(
        id=fresh_id(random),
        name=f"{person['given']} {person['family']}",
        created=UNDATED,
        given=person["given"],
        family=person["family"],
        organisation=text["organisation"],
        role=text["role"],
        emails=(Labelled(f"{slug}@example.org", "home" if is_close else "work"),),
        phones=(Labelled(f"+49 30 23125 {number:03}", "cell"),) if is_close or number % 3 == 0 else (),
        links=(Labelled(f"https://example.org/{slug}", ""),) if number % 4 == 1 else (),
        addresses=(Address(label="home" if is_close else "work", city=person["city"]),),
        birthday=_birthday(random, circle) if is_close else None,
        tags=tuple(text.get("tags", ())),
        relation=Relation(person["relation"]),
        circle=circle,
        far_away=person["far_away"],
        source=Source(person["source"]),
        source_detail=text["detail"],
        cadence=30 if is_close else None,
    )
    story = text if "title" in text else {}
    return Guest(contact, Channel(person["channel"]), story, person.get("introduced_by", ""))


def fresh_id(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


def _birthday(random: Random, circle: Circle) -> PartialDate:
    """The year is known of every other friend; of nobody in the family, whose ages would have to fit."""
    year = random.randint(1950, 2000) if random.random() < 0.5 else None
    found = PartialDate(random.randint(1, 12), random.randint(1, 28), year)
    return replace(found, year=None) if circle is Circle.FAMILY else found
