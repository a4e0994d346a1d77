"""How much of a person is told to the world: their shown form, and names that free text must not give away.

The rule for free text: whoever is named in it is shown as everywhere else; a line that names somebody who is
to be left out stays away as a whole. Names are found by whole words, folded. One word of a name is enough
where it is written as a name, with a capital; for the people a text is about, in small letters too.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.contact import Privacy
from netchal_gui.domain.folding import fold, spellings
from netchal_gui.domain.initials import initials

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s.,\-]{1,3}")
_STRICTEST = {privacy: rank for rank, privacy in enumerate(Privacy)}


class Known(NamedTuple):
    """What must be known of a person to speak of them. ``described`` stands for them where no name may."""

    id: UUID
    name: str
    given: str
    family: str
    nickname: str
    privacy: Privacy
    described: str

    @property
    def first_name(self) -> str:
        return self.given.strip() or next(iter(self.name.split()), "")


class Told(NamedTuple):
    """A text as it may be told. ``named``: whose names were taken out of it; "" where it is left out."""

    text: str
    named: tuple[UUID, ...] = ()

    @property
    def is_told(self) -> bool:
        return bool(self.text)


def shown(person: Known) -> str:
    """The person as the world sees them; "" where they are left out."""
    forms = {
        Privacy.FULL_NAME: person.name,
        Privacy.FIRST_NAME: person.first_name,
        Privacy.INITIALS: ". ".join(initials(person.name)) + ".",
        Privacy.ROLE_ONLY: person.described,
        Privacy.LEAVE_OUT: "",
    }
    return forms[person.privacy]


@dataclass
class Discretion:
    """Finds the names of everybody who is known in texts, and puts in their place what may be told."""

    people: Mapping[UUID, Known]
    _by_word: dict[str, list[Known]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for person in self.people.values():
            for word in _name_words(person):
                self._by_word.setdefault(word, []).append(person)

    def told(self, text: str, about: Collection[UUID] = ()) -> Told:
        """One line of text as it may be told; ``about`` are the people it belongs to.

        It is left out where one of these is, or where it names somebody who is.
        """
        if any(self.people[each].privacy is Privacy.LEAVE_OUT for each in about if each in self.people):
            return Told("", tuple(about))
        pieces: list[str] = []
        named: list[UUID] = []
        end = 0
        for begin, until, person in self._names(text, about):
            name = text[begin:until]
            form = _instead(person, name)
            if form == name:
                continue
            named.append(person.id)
            if not form:
                return Told("", tuple(named))
            pieces += (text[end:begin], form)
            end = until
        return Told("".join((*pieces, text[end:])), tuple(dict.fromkeys(named)))

    def _names(self, text: str, about: Collection[UUID]) -> Iterable[tuple[int, int, Known]]:
        """Where somebody is named, each name as long as it goes."""
        found = list(_WORD.finditer(text))
        number = 0
        while number < len(found):
            people, following = self._run(text, found, number)
            person = _meant(people, about)
            if person and _is_named(person, [each.group() for each in found[number:following]], about):
                yield found[number].start(), found[following - 1].end(), person
                number = following
            else:
                number += 1

    def _called(self, word: str) -> list[Known]:
        """Everyone whose name has this folded word, also as a German genitive or an English plural."""
        people = self._by_word.get(word, [])
        return people + self._by_word.get(word[:-1], []) if len(word) > 3 and word[-1] == "s" else people

    def _run(self, text: str, found: list[re.Match[str]], number: int) -> tuple[list[Known], int]:
        """Everyone to whom this word and as many of the following as possible belong, and the next word."""
        taken = [fold(found[number].group())]
        people = self._called(taken[0])
        following = number + 1
        while people and following < len(found):
            between = text[found[following - 1].end() : found[following].start()]
            word = fold(found[following].group())
            others = self._called(word)
            both = [person for person in people if person in others]
            if not both or word in taken or not _BETWEEN.fullmatch(between):
                break
            people, following = both, following + 1
            taken.append(word)
        return people, following


def _name_words(person: Known) -> set[str]:
    """Folded, and as they are written without umlauts: "muller", "mueller"."""
    found = (each for word in _words(person) for each in spellings(word).split())
    return {word for word in found if len(word) > 1}


def _words(person: Known) -> list[str]:
    names = (person.name, person.given, person.family, person.nickname)
    return [word for name in names for word in _WORD.findall(name)]


def _meant(people: Collection[Known], about: Collection[UUID]) -> Known | None:
    """Those the text is about first, then whoever wants to be told least."""
    return max(people, key=lambda person: (person.id in about, _STRICTEST[person.privacy]), default=None)


def _is_named(person: Known, words: list[str], about: Collection[UUID]) -> bool:
    """Whether these words name the person: "May", "ada may", but not "may"; nor "von" alone."""
    particles = (
        {fold(word) for word in _words(person) if word[0].islower()} if person.name[:1].isupper() else ()
    )
    names = [word for word in words if fold(word) not in particles]
    if len(names) != 1:
        return bool(names)
    return not names[0][0].islower() or (person.id in about and len(names[0]) > 2)


def _instead(person: Known, name: str) -> str:
    """What stands for a name in a text."""
    if person.privacy is Privacy.FULL_NAME:
        return name
    if person.privacy is Privacy.FIRST_NAME:
        allowed = {fold(word) for word in person.first_name.split()}
        return name if {fold(name), fold(name).removesuffix("s")} & allowed else shown(person)
    return shown(person)
