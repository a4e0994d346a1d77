"""What came of each way to find people, in words: a line for each source, events one by one below it."""

from itertools import groupby
from typing import NamedTuple

from netchal_gui.domain.contact import Source
from netchal_gui.storage.home_queries import Person, persons
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.yield_queries import Reached, YieldRow, people_of, yields
from netchal_gui.words import say
from netchal_gui.words import source as source_words


class Yield(NamedTuple):
    """``counts`` in the order of :class:`Reached`; ``event`` None: all of it, else one of its events."""

    source: Source
    event: str | None
    title: str
    counts: tuple[int, ...]

    @property
    def is_part(self) -> bool:
        return self.event is not None


def title(reached: Reached) -> str:
    return {
        Reached.FOUND: say("Ideas"),
        Reached.ASKED: say("Asked"),
        Reached.REPLIED: say("Replied"),
        Reached.MET: say("Met"),
    }[reached]


def source_yields(reader: Reader) -> list[Yield]:
    """The sources that somebody came from, whoever was met most first; looks at everyone."""
    found: list[list[Yield]] = []
    for source, rows in groupby(yields(reader), key=_source):
        parts = list(rows)
        whole = Yield(source, None, source_words(source), _sum(parts))
        events = [_event(source, row) for row in parts] if source is Source.EVENT else []
        found.append([whole, *events])
    found.sort(key=_met, reverse=True)
    return [each for group in found for each in group]


def yield_people(reader: Reader, row: Yield, reached: Reached) -> list[Person]:
    """The people behind a number, by name."""
    ids = people_of(reader, row.source, row.event, reached)
    found = persons(reader, ids)
    return [found[each] for each in ids if each in found]


def _source(row: YieldRow) -> Source:
    return Source(row.source)


def _sum(rows: list[YieldRow]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*(row[2:] for row in rows), strict=True)))


def _event(source: Source, row: YieldRow) -> Yield:
    return Yield(source, row.event, row.event or say("event not noted"), row[2:])


def _met(group: list[Yield]) -> tuple[int, ...]:
    return tuple(reversed(group[0].counts))
