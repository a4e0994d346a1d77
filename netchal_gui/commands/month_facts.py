"""A month of a challenge as facts for a text: plan and report, to the partner and to the world.

People are told of by their privacy. Of the journal, lines of *what I learned* are told without foreign names;
*to follow up* only where somebody chose so, as it holds what was promised to others. Of what is planned the
month is told, never day or place.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.challenge_places import LaneStanding, Place, PlaceState
from netchal_gui.commands.challenge_wording import forecast_sentences
from netchal_gui.commands.standing import Standing
from netchal_gui.commands.telling import Line, Telling, grouped, listed
from netchal_gui.domain.challenge import Challenge, Lane, Period
from netchal_gui.domain.contact import Relation
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.periods import Span, months_later, number_of_periods, span, whole
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.report_queries import (
    entries_in,
    follow_ups_in,
    from_events,
    is_event,
    planned_in,
    talks_in,
)
from netchal_gui.words import say, say_many

MONTHS_AHEAD = 2
_OPEN = (PlaceState.ASKED, PlaceState.REPLIED)
_GONE = (PlaceState.EMPTY, PlaceState.NO_SHOW, PlaceState.DECLINED, PlaceState.CANCELLED)


class MonthTold(NamedTuple):
    """The facts, what of them is open, whom they are about, and the lines that were or could be told."""

    facts: dict[str, object]
    open: tuple[str, ...]
    people: tuple[UUID, ...]
    learned: tuple[Line, ...]
    follow_ups: tuple[Line, ...]


def month_of(challenge: Challenge, day: date) -> Span:
    """The month's days: the period that begins in it where the challenge counts by months, else its days."""
    every = whole(challenge)
    inside = max(every.first, min(day, every.last))
    if challenge.period is Period.MONTH:
        number = (inside.year - every.first.year) * 12 + inside.month - every.first.month
        return span(challenge, min(number, number_of_periods(challenge) - 1))
    first = inside.replace(day=1)
    return Span(max(first, every.first), min(months_later(first, 1) - timedelta(days=1), every.last))


def month_told(
    telling: Telling, found: Standing, days: Span, zone: str, me: str, chosen: Collection[str] = ()
) -> MonthTold:
    """All that a text about these days may say. ``chosen``: keys of lines decided against the usual.

    ``zone``: that of the days on which people were added. Raises StoreFault.
    """
    reader = telling.reader
    talks, entries = talks_in(reader, days), entries_in(reader, days)
    planned = planned_in(reader, days.last + timedelta(days=1), months_later(days.last, MONTHS_AHEAD))
    lanes = _lanes(found, days)
    told = _Told(telling, found, days, lanes, talks, zone)
    learned = tuple(_learned(telling, entries, chosen))
    promises = tuple(_promises(telling, entries, chosen))
    open_lines = (*told.open(), *(line.text for line in promises if line.told))
    facts: dict[str, object] = {
        **common(telling, found, me),
        "month": _title(days),
        "lanes": [told.lane(lane, places) for lane, places in lanes.items()],
        "others": told.others(),
        "events": told.events(),
        "learned": [line.text for line in learned if line.told],
        "open": list(open_lines),
        "next": list(_next(telling, planned)),
    }
    every = (*told.everyone(), *(each for talk in planned for each in talk.people))
    people = tuple(each for each in dict.fromkeys(every) if each in telling.people)
    return MonthTold(facts, open_lines, people, learned, promises)


def common(telling: Telling, found: Standing, me: str) -> dict[str, object]:
    """What every text about a challenge may say."""
    return {
        "challenge": found.challenge.name,
        "about": telling.text(found.challenge.about),
        "me": me,
        "met": found.met,
        "goal": found.goal,
        "asked": len(found.funnel.asked),
        "replied": len(found.funnel.replied),
        "introduced": len(found.funnel.introduced),
        "forecast": " ".join(forecast_sentences(found)),
    }


def lane_title(lane: Lane) -> str:
    """A lane in the voice of the one who writes."""
    return {Lane.KNOWN: say("People I know"), Lane.NEW: say("New people"), Lane.ANYONE: say("People")}[lane]


def _title(days: Span) -> str:
    if days.first.day == 1:
        return words.month(days.first)
    first, last = words.short_day(days.first), words.short_day(days.last)
    return say("{first} – {last}", first=first, last=f"{last} {days.last.year}")


def _lanes(found: Standing, days: Span) -> dict[Lane, list[LaneStanding]]:
    """The lanes of the periods that begin in these days, else of the one in which they lie."""
    begun = [each for each in found.periods if days.first <= each.first <= days.last]
    periods = begun or [each for each in found.periods if each.first <= days.first <= each.last]
    lanes: dict[Lane, list[LaneStanding]] = defaultdict(list)
    for period in periods:
        for lane in period.lanes:
            lanes[lane.lane].append(lane)
    return lanes


class _Told:
    """The parts of a month that rest on its places and talks."""

    def __init__(
        self,
        telling: Telling,
        found: Standing,
        days: Span,
        lanes: dict[Lane, list[LaneStanding]],
        talks: Sequence[Interview],
        zone: str,
    ) -> None:
        self._telling, self._found, self._days, self._talks = telling, found, days, talks
        self._places = [place for each in lanes.values() for lane in each for place in lane.places]
        self._zone = zone
        self._filling = set(_contacts(self._places, (PlaceState.MET,)))

    def lane(self, lane: Lane, standings: Sequence[LaneStanding]) -> dict[str, object]:
        places = [place for each in standings for place in each.places]
        met = _contacts(places, (PlaceState.MET,))
        chosen = _contacts(places, tuple(state for state in PlaceState if state not in _GONE))
        return {
            "title": lane_title(lane),
            "met": sum(each.met for each in standings),
            "quota": sum(each.quota for each in standings),
            "people": grouped(self._telling, met),
            "chosen": grouped(self._telling, chosen),
            "made_up": sum(place.made_up_in is not None for place in places),
        }

    def others(self) -> list[str]:
        """Who was met in these days and fills no place of them: extra, made up, not counted."""
        met = dict.fromkeys(each for talk in self._talks if not is_event(talk) for each in talk.people)
        return listed(self._telling, (each for each in met if each not in self._filling))

    def events(self) -> list[dict[str, object]]:
        """Where one was: with whom one talked there, and who was noted as met there in these days."""
        people: dict[str, dict[UUID, None]] = defaultdict(dict)
        noted = dict(self._noted())
        for talk in filter(is_event, self._talks):
            came_from = (noted[person] for person in talk.people if person in noted)
            name = self._telling.text(talk.place) or next(came_from, say("An event"))
            people[name].update(dict.fromkeys(talk.people))
        talked_to = set(chain.from_iterable(people.values()))
        for person, name in noted.items():
            if person not in talked_to:
                people[name][person] = None
        return [
            {"name": name, "n": len(who), "people": listed(self._telling, who)}
            for name, who in people.items()
        ]

    def _noted(self) -> Iterator[tuple[UUID, str]]:
        """Whom one met at an event and added in these days."""
        from datetime import datetime

        for row in from_events(self._telling.rows.values()):
            day = from_utc(datetime.fromisoformat(row.created), self._zone).day
            name = self._telling.text(row.source_detail)
            if self._days.first <= day <= self._days.last and row.relation == Relation.NEW and name:
                yield UUID(bytes=row.id), name

    def open(self) -> list[str]:
        """Whose answer is awaited, and how many places nobody fills."""
        asked = listed(self._telling, _contacts(self._places, _OPEN))
        lines = [say("An answer from: {people}", people=", ".join(asked))] if asked else []
        empty = sum(place.state is PlaceState.EMPTY for place in self._places)
        if empty:
            lines.append(say_many("{n} place is open", "{n} places are open", empty))
        return lines

    def everyone(self) -> Iterator[UUID]:
        yield from _contacts(self._places, tuple(PlaceState))
        yield from (each for talk in self._talks for each in talk.people)
        yield from (person for person, _ in self._noted())


def _contacts(places: Iterable[Place], states: Collection[PlaceState]) -> list[UUID]:
    return [UUID(bytes=each.contact) for each in places if each.contact and each.state in states]


def _learned(telling: Telling, entries: Iterable[JournalEntry], chosen: Collection[str]) -> Iterator[Line]:
    """What was learned, line by line; told unless somebody chose otherwise."""
    for entry in entries:
        for number, text in enumerate(entry.learned.splitlines()):
            if text.strip():
                yield telling.line(f"{entry.id}:{number}", text, entry.people, chosen, usual=True)


def _promises(telling: Telling, entries: Sequence[JournalEntry], chosen: Collection[str]) -> Iterator[Line]:
    """What is to follow up; told only where somebody chose so."""
    people = {entry.id: entry.people for entry in entries}
    for line in follow_ups_in(telling.reader, entries):
        about = people[line.entry_id] if line.entry_id else ()
        yield telling.line(str(line.id), line.text, about, chosen, usual=False)


def _next(telling: Telling, planned: Iterable[Interview]) -> Iterator[str]:
    """What is planned: how, in which month, with whom."""
    kinds: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for talk in planned:
        if talk.start:
            kinds[words.channel(talk.channel), words.month(talk.start.day)] += talk.people
    for (channel, month), people in kinds.items():
        if who := listed(telling, people):
            yield say("{channel} in {month}: {people}", channel=channel, month=month, people=", ".join(who))
