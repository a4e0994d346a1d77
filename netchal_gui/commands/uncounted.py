"""The talks of a challenge that fill no place, and those that count because one said so."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.count_decisions import decisions, reason_of
from netchal_gui.commands.standing import Uncounted, standing
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.interview import Interview
from netchal_gui.storage.home_queries import persons
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say


class CountRow(NamedTuple):
    """A talk in a list: ``text`` says with whom, when and why."""

    contact: UUID
    interview: UUID
    text: str


class CountGroup(NamedTuple):
    title: str
    rows: tuple[CountRow, ...]


def count_groups(reader: Reader, challenge: Challenge, today: date, zone: str) -> list[CountGroup]:
    """Those that do not count, those beyond the places, those counted by hand; empty groups left out."""
    found = standing(reader, challenge.id, today, zone)
    if found is None:
        return []
    names = persons(reader, (each.contact for each in (*found.uncounted, *found.extra)))

    def row(each: Uncounted) -> CountRow:
        told = (names[each.contact].name, words.short_day(each.day, today), reason_of(each))
        return CountRow(UUID(bytes=each.contact), UUID(bytes=each.interview), " · ".join(told))

    groups = (
        CountGroup(say("Do not count"), tuple(map(row, found.uncounted))),
        CountGroup(say("Count, but all places are filled"), tuple(map(row, found.extra))),
        CountGroup(say("Count because you said so"), tuple(_by_hand(reader, challenge, today))),
    )
    return [group for group in groups if group.rows]


def _by_hand(reader: Reader, challenge: Challenge, today: date) -> list[CountRow]:
    rows = []
    for decided in decisions(reader, challenge.id):
        talk = reader.get(Interview, decided.decision.interview_id)
        if decided.decision.counts and talk is not None and talk.people:
            day = words.short_day(decided.day, today) if decided.day else ""
            told = " · ".join(filter(None, (decided.names, day, decided.decision.reason)))
            rows.append(CountRow(talk.people[0], talk.id, told))
    return rows
