"""The times of a month's plan: each block with whom it is for, and interviews outside of blocks."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from netchal_gui.domain.interview import CALLED_OFF, Channel, StepKind
from netchal_gui.domain.periods import Span
from netchal_gui.domain.walltime import WallTime, from_utc
from netchal_gui.storage.busy_queries import BusyRow, busy_between
from netchal_gui.storage.calendar_queries import (
    BlockRow,
    InterviewRow,
    PersonRow,
    blocks_between,
    interviews_between,
    people_of,
)
from netchal_gui.storage.challenge_queries import appointments
from netchal_gui.storage.reader import Reader
from netchal_gui.words import clock, say

SHORTEST = 30
"""Minutes: a shorter rest of a block is not offered."""
MORNING, NOON, EVENING = time(9), time(12), time(18)
"""On a whole day that is blocked, talks begin at noon and lie between these."""


class Guest(NamedTuple):
    """One interview of the plan; ``contact`` and ``relation`` are those of the first person in it.

    ``start`` and ``end`` are seconds UTC, ``name`` has all names, ``people`` all contacts.
    """

    interview: bytes
    contact: bytes
    name: str
    relation: str
    stage: StepKind
    channel: Channel
    start: int
    end: int
    people: tuple[bytes, ...] = ()


class Seat(NamedTuple):
    """A free time: when, and how many minutes."""

    start: WallTime
    minutes: int


class PlanTime(NamedTuple):
    """A block (None: an interview outside of blocks) with its guests, by the viewer's clock.

    ``busy``: the times at which the own calendar is taken, as text. ``seat``: where one more person would
    go, None where there is no room or the time is over. ``shared``: an interview lies in it, though it may
    be a guest of another block.
    """

    block: bytes | None
    start: datetime
    end: datetime
    whole_day: bool
    guests: tuple[Guest, ...] = ()
    busy: tuple[str, ...] = ()
    seat: Seat | None = None
    shared: bool = False

    @property
    def is_free(self) -> bool:
        """Nobody is there yet, and one could be."""
        return self.seat is not None and not self.shared


def times_of(reader: Reader, days: Span, now: datetime, zone: str, minutes: int) -> tuple[PlanTime, ...]:
    """The blocks and interviews of these days in their order; ``minutes`` is how long a talk lasts."""
    begin, end = _seconds(days, zone)
    around = 24 * 3600
    found = interviews_between(reader, begin, end)
    interviews = _guests(reader, [row for row in found if row.stage not in CALLED_OFF])
    busy = busy_between(reader, begin - around, end + around)
    times: list[PlanTime] = []
    seated: set[bytes] = set()
    for row in blocks_between(reader, begin - around, end + around):
        start = datetime.fromisoformat(row.local) if row.whole_day else _local(row.start, zone)
        if not days.first <= start.date() <= days.last:
            continue
        guests = [each for each in interviews if row.start <= each.start < row.end]
        guests = [each for each in guests if each.interview not in seated]
        seated |= {each.interview for each in guests}
        taken = [
            (each.start, each.end) for each in interviews if each.start < row.end and row.start < each.end
        ]
        seat = _seat(row, start, taken, now, zone, minutes)
        times.append(_blocked(row, start, guests, busy, seat, zone)._replace(shared=bool(taken)))
    outside = (each for each in interviews if each.interview not in seated)
    times += [_outside(each, zone) for each in outside]
    return tuple(sorted(times, key=_in_order))


def next_free(times: Sequence[PlanTime]) -> PlanTime | None:
    """Where the next person goes: the first empty time, rather one where the calendar is free."""
    order = (
        [each for each in times if each.is_free and not each.busy],
        [each for each in times if each.is_free],
        [each for each in times if each.seat is not None],
    )
    return next((each for times in order for each in times), None)


def _blocked(
    row: BlockRow,
    start: datetime,
    guests: Sequence[Guest],
    busy: Sequence[BusyRow],
    seat: Seat | None,
    zone: str,
) -> PlanTime:
    collisions = (each for each in busy if each.start < row.end and row.start < each.end)
    return PlanTime(
        block=row.id,
        start=start,
        end=_local(row.end, zone),
        whole_day=bool(row.whole_day),
        guests=tuple(guests),
        busy=tuple(dict.fromkeys(_text(each, zone) for each in collisions)),
        seat=seat,
    )


def _outside(guest: Guest, zone: str) -> PlanTime:
    return PlanTime(None, _local(guest.start, zone), _local(guest.end, zone), False, (guest,))


def _seat(
    row: BlockRow,
    start: datetime,
    taken: Sequence[tuple[int, int]],
    now: datetime,
    zone: str,
    minutes: int,
) -> Seat | None:
    """The first gap that is long enough; after now, and on a whole day within the day's hours."""
    begin, end = row.start, row.end
    if row.whole_day:
        begin, end = (_utc(datetime.combine(start.date(), at), zone) for at in (MORNING, EVENING))
    gaps = list(_gaps(max(begin, int(now.timestamp())), end, taken))
    if row.whole_day:
        noon = _utc(datetime.combine(start.date(), NOON), zone)
        gaps = [(max(a, noon), b) for a, b in gaps if b > noon] + gaps
    for first, last in gaps:
        room = (last - first) // 60
        if room >= min(SHORTEST, minutes):
            return Seat(from_utc(datetime.fromtimestamp(first, UTC), zone), min(minutes, room))
    return None


def _gaps(begin: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in sorted(taken):
        if begin < first:
            yield begin, min(first, end)
        begin = max(begin, last)
    if begin < end:
        yield begin, end


def _guests(reader: Reader, rows: Sequence[InterviewRow]) -> list[Guest]:
    ids = [row.id for row in rows]
    people: dict[bytes, list[PersonRow]] = {}
    for person in people_of(reader, ids):
        people.setdefault(person.interview, []).append(person)
    agreed = appointments(reader, ids)
    return [_guest(row, people[row.id], agreed[row.id].channel) for row in rows if row.id in people]


def _guest(row: InterviewRow, people: Sequence[PersonRow], channel: Channel) -> Guest:
    first, names = people[0], ", ".join(each.name for each in people)
    return Guest(
        interview=row.id,
        contact=first.contact,
        name=names,
        relation=first.relation,
        stage=StepKind(row.stage),
        channel=channel,
        start=row.start,
        end=row.end,
        people=tuple(each.contact for each in people),
    )


def _text(row: BusyRow, zone: str) -> str:
    if row.whole_day:
        return say("all day")
    return f"{clock(_local(row.start, zone))}–{clock(_local(row.end, zone))}"


def _seconds(days: Span, zone: str) -> tuple[int, int]:
    after = days.last + timedelta(days=1)
    begin, end = (_utc(datetime.combine(day, time()), zone) for day in (days.first, after))
    return begin, end


def _utc(local: datetime, zone: str) -> int:
    return int(WallTime(local, zone).utc.timestamp())


def _local(seconds: int, zone: str) -> datetime:
    return from_utc(datetime.fromtimestamp(seconds, UTC), zone).local


def _in_order(one: PlanTime) -> tuple[datetime, datetime]:
    return one.start, one.end
