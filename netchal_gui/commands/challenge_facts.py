"""The stored facts of one challenge, read in one go, and what the domain makes of them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from netchal_gui.domain.challenge import Challenge, Lane
from netchal_gui.domain.contact_kinds import Relation
from netchal_gui.domain.counting import Filled, NotFilling, Talk, Tally, Why, broken_rule, count, lane_of
from netchal_gui.domain.interview_kinds import PLANNED, Channel, StepKind
from netchal_gui.domain.periods import whole
from netchal_gui.domain.walltime import wall_time
from netchal_gui.storage.challenge_queries import (
    AskedRow,
    SlotRow,
    TalkRow,
    asked_in,
    decisions_of,
    introductions_in,
    slots_of,
    talks_of,
)
from netchal_gui.storage.reader import Reader

INVITED = frozenset({StepKind.ASKED, StepKind.REPLIED})


class Facts(NamedTuple):
    """All that is known of one challenge.

    ``lanes`` has everyone in talks, slots and invitations. ``filled``, ``planned`` and ``invited`` are by
    contact and never name the same person twice; ``planned`` is the earliest time agreed on, of a talk that
    may count. ``not_filling`` is the last talk of a person that fills no place. ``by_hand``: how many talks
    count because one said so.
    """

    challenge: Challenge
    talks: list[TalkRow]
    slots: list[SlotRow]
    asked: list[AskedRow]
    introductions: list[tuple[bytes, bytes]]
    reasons: Mapping[bytes, str]
    by_hand: int
    lanes: Mapping[bytes, Lane]
    tally: Tally
    filled: Mapping[bytes, Filled]
    not_filling: Mapping[bytes, NotFilling]
    planned: Mapping[bytes, TalkRow]
    invited: Mapping[bytes, AskedRow]

    @property
    def slot_of(self) -> dict[bytes, SlotRow]:
        """The slot of each person who has one."""
        return {slot.contact: slot for slot in self.slots}

    def may_count(self, contact: bytes) -> bool:
        """Whether the person's lane has places at all."""
        return self.challenge.quota(self.lanes[contact]) > 0


def moments(first: date, last: date, zone: str) -> tuple[datetime, datetime]:
    """When the first day begins in a zone and when the last one ends, aware."""
    following = min(last, date.max - timedelta(days=1)) + timedelta(days=1)
    begin, end = (wall_time(datetime.combine(day, time()), zone)[0].utc for day in (first, following))
    return begin, end


def facts_of(reader: Reader, challenge: Challenge, zone: str) -> Facts:
    """Read and count everything of a challenge; steps without a zone of their own are dated in ``zone``."""
    days = whole(challenge)
    begin, end = moments(days.first, days.last, zone)
    talks, slots = talks_of(reader, challenge, days), slots_of(reader, challenge)
    asked = asked_in(reader, challenge, begin, end)
    decisions = decisions_of(reader, challenge.id)
    lanes = _lanes(challenge, talks, slots, asked)
    met = [_talk(row, lanes[row.contact]) for row in talks if row.stage == StepKind.MET]
    tally = count(challenge, met, {row.interview: bool(row.counts) for row in decisions})
    filled = {each.talk.contact: each for each in tally.filled}
    planned = _planned(challenge, talks, lanes, filled)
    return Facts(
        challenge=challenge,
        talks=talks,
        slots=slots,
        asked=asked,
        introductions=introductions_in(reader, begin, end),
        reasons={row.interview: row.reason for row in decisions},
        by_hand=sum(bool(row.counts) for row in decisions),
        lanes=lanes,
        tally=tally,
        filled=filled,
        not_filling={each.talk.contact: each for each in tally.others},
        planned=planned,
        invited={
            row.contact: row
            for row in asked
            if row.stage in INVITED and row.contact not in filled and row.contact not in planned
        },
    )


def _lanes(
    challenge: Challenge, talks: list[TalkRow], slots: list[SlotRow], asked: list[AskedRow]
) -> dict[bytes, Lane]:
    chosen = {slot.contact: Lane(slot.lane) for slot in slots if slot.lane}
    rows: Iterable[TalkRow | SlotRow | AskedRow] = (*talks, *slots, *asked)
    return {
        row.contact: lane_of(
            challenge,
            chosen=chosen.get(row.contact),
            is_new=row.relation == Relation.NEW,
            met_before=bool(row.met_before),
        )
        for row in rows
    }


def _talk(row: TalkRow, lane: Lane) -> Talk:
    return Talk(
        contact=row.contact,
        interview=row.interview,
        day=date.fromisoformat(row.day),
        utc=row.utc,
        minutes=row.minutes,
        channel=Channel(row.channel),
        recorded=bool(row.recorded),
        focused=bool(row.focused),
        lane=lane,
    )


def _planned(
    challenge: Challenge,
    talks: list[TalkRow],
    lanes: Mapping[bytes, Lane],
    filled: Mapping[bytes, Filled],
) -> dict[bytes, TalkRow]:
    """The earliest planned talk of everyone who may yet fill a place; a recording can still be made."""
    found: dict[bytes, TalkRow] = {}
    for row in sorted(talks, key=_by_start):
        if row.stage in PLANNED and row.contact not in filled and row.contact not in found:
            broken = broken_rule(challenge, _talk(row, lanes[row.contact]))
            if broken in (None, Why.NOT_RECORDED):
                found[row.contact] = row
    return found


def _by_start(row: TalkRow) -> tuple[int, bytes]:
    return row.utc, row.interview
