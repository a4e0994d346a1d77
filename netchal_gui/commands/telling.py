"""Whom and what the world is told of: people by their privacy, lines of text without foreign names."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Circle, Contact, Privacy, Relation, Source
from netchal_gui.domain.discretion import Discretion, Known, Told, shown
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.markdown import without_signs
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.report_queries import NamesRow, everybody
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

LONGEST_LINE = 2_000


class Line(NamedTuple):
    """A line of the journal that may be told. ``key`` names it from one preview to the next.

    ``text`` is what would be told, "" where nothing may. ``named``: the people whose names are in it.
    """

    key: str
    text: str
    original: str
    named: tuple[str, ...]
    told: bool


class ToldPerson(NamedTuple):
    """Somebody a text is about, by name, and how the world sees them ("" where they are left out)."""

    id: UUID
    name: str
    shown: str
    privacy: Privacy


@dataclass
class Telling:
    """Everybody, as the world may see them; the words are in the language of :mod:`netchal_gui.words`."""

    reader: Reader

    @cached_property
    def rows(self) -> dict[UUID, NamesRow]:
        return {UUID(bytes=row.id): row for row in everybody(self.reader)}

    @cached_property
    def people(self) -> dict[UUID, Known]:
        return {each: _known(row) for each, row in self.rows.items()}

    @cached_property
    def _discretion(self) -> Discretion:
        return Discretion(self.people)

    def who(self, person: UUID) -> str:
        """Their shown form; "" for whoever is left out or gone."""
        return shown(self.people[person]) if person in self.people else ""

    def persons(self, people: Iterable[UUID]) -> tuple[ToldPerson, ...]:
        """Whom a preview lists, each once, those who are left out too."""
        known = (self.people[each] for each in dict.fromkeys(people) if each in self.people)
        return tuple(ToldPerson(each.id, each.name, shown(each), each.privacy) for each in known)

    def how_met(self, person: UUID) -> str:
        """How one met somebody new, without names of others; "" where there is nothing to say."""
        row = self.rows[person]
        if row.relation == Relation.KNOWN or row.source is None:
            return ""
        event = self.text(row.source_detail)
        if row.source == Source.EVENT and event:
            return say("met at {event}", event=event)
        return _how(Source(row.source))

    def told(self, text: str, about: Collection[UUID] = ()) -> Told:
        """One line of text without the names that may not be told."""
        return self._discretion.told(
            " ".join(without_signs(text).split()).lstrip("•- ")[:LONGEST_LINE], about
        )

    def text(self, text: str) -> str:
        return self.told(text).text

    def line(
        self, key: str, text: str, about: Collection[UUID], chosen: Collection[str], usual: bool
    ) -> Line:
        """A line with what would be told of it. ``chosen`` has the keys that were decided otherwise."""
        told = self.told(text, about)
        named = tuple(self.people[each].name for each in told.named if each in self.people)
        is_told = told.is_told and (usual != (key in chosen))
        return Line(key, told.text, " ".join(without_signs(text).split()), named, is_told)


def grouped(telling: Telling, people: Iterable[UUID]) -> list[dict[str, object]]:
    """People as a template lists them; who look the same to the world are one item with their number."""
    shown_people = ((telling.who(each), telling.how_met(each)) for each in people if telling.who(each))
    return [{"who": who, "how_met": how, "n": n} for (who, how), n in Counter(shown_people).items()]


def listed(telling: Telling, people: Iterable[UUID]) -> list[str]:
    """The shown forms, the same ones together: "3 × college friend"."""
    found = Counter(filter(None, map(telling.who, people)))
    return [who if n == 1 else say("{n} × {who}", n=n, who=who) for who, n in found.items()]


def set_privacy(workbench: Workbench, person: UUID, privacy: Privacy) -> bool:
    """Change how somebody is shown to the world; False where it is so already. Raises Refused, StoreFault."""
    before = workbench.store.get(Contact, person)
    if before is None:
        raise Refused(say("This person is no longer there."))
    if before.privacy is privacy:
        return False
    after = replace(before, privacy=privacy)
    workbench.apply(Edit(say("{name} is shown otherwise", name=before.name), (Change(before, after),)))
    return True


def privacy_words(privacy: Privacy) -> str:
    return {
        Privacy.FULL_NAME: say("Full name"),
        Privacy.FIRST_NAME: say("First name"),
        Privacy.INITIALS: say("Initials"),
        Privacy.ROLE_ONLY: say("Role only"),
        Privacy.LEAVE_OUT: say("Leave out"),
    }[privacy]


def _known(row: NamesRow) -> Known:
    return Known(
        id=UUID(bytes=row.id),
        name=row.name,
        given=row.given,
        family=row.family,
        nickname=row.nickname,
        privacy=Privacy(row.privacy),
        described=" ".join(row.role.split()) or _described(row),
    )


def _described(row: NamesRow) -> str:
    """Who somebody without a role is to the writer."""
    circle = Circle(row.circle) if row.circle else None
    if circle is Circle.FAMILY:
        return say("somebody of my family")
    if circle is Circle.FRIEND:
        return say("a friend")
    if circle is Circle.COLLEAGUE:
        return say("a colleague")
    return say("somebody I know") if row.relation == Relation.KNOWN else say("somebody new")


def _how(source: Source) -> str:
    return {
        Source.WEB_SEARCH: say("found on the web"),
        Source.EVENT: say("met at an event"),
        Source.ROLE: say("for the role they have"),
        Source.SOCIAL_MEDIA: say("found on social media"),
        Source.INTRODUCTION: say("introduced by others"),
        Source.ALREADY_KNOWN: "",
        Source.CHANCE: say("met by chance"),
    }[source]
