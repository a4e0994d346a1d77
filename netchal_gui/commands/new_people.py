"""Known becomes known: of the new people one met in a challenge, who was met again."""

from datetime import UTC, date, datetime

from netchal_gui.commands.challenge_facts import Facts
from netchal_gui.domain.challenge import Lane
from netchal_gui.domain.contact import Relation
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.kept import KEPT_DAYS, Kept, kept
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.challenge_queries import TalkRow
from netchal_gui.storage.meeting_queries import meetings_with
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say_many


def new_people(reader: Reader, facts: Facts, today: date, zone: str) -> Kept:
    """The new people met in a challenge and whom of them one met again, also after it. Raises StoreFault.

    A talk counts as a first meeting whether it fills a place or not. ``zone``: where a meeting that was
    logged without a time of its own is dated.
    """
    first: dict[bytes, date] = {}
    for row in facts.talks:
        if row.stage == StepKind.MET and _is_new(facts, row):
            day = date.fromisoformat(row.day)
            first[row.contact] = min(day, first.get(row.contact, day))
    meetings = [
        (row.contact, date.fromisoformat(row.day) if row.day else _day(row.utc, zone))
        for row in meetings_with(reader, first)
    ]
    return kept(first, meetings, today)


def _is_new(facts: Facts, row: TalkRow) -> bool:
    lane = facts.lanes[row.contact]
    is_new = row.relation == Relation.NEW and not row.met_before
    return lane is Lane.NEW or (lane is Lane.ANYONE and is_new)


def _day(seconds: int, zone: str) -> date:
    return from_utc(datetime.fromtimestamp(seconds, UTC), zone).day


def sentence(found: Kept) -> str:
    """ "Of 40 new people, 31 met again within 90 days", and for how many there is still time."""
    new, again, left = len(found.new), len(found.again), len(found.open)
    told = say_many(
        "Of {n} new person, {again} met again within {days} days.",
        "Of {n} new people, {again} met again within {days} days.",
        new,
        again=again,
        days=KEPT_DAYS,
    )
    more = say_many("There is still time for {n}.", "There is still time for {n}.", left) if left else ""
    return " ".join(filter(None, (told, more)))
