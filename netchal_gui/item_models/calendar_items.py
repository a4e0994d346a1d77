"""What stands in one day of the calendar: interviews, blocks and follow-ups as the viewer reads them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from netchal_gui.domain.contact_kinds import Relation
from netchal_gui.domain.interview_kinds import CALLED_OFF, PLANNED, StepKind
from netchal_gui.domain.walltime import zone_info
from netchal_gui.item_models.busy_bars import BusyBar, busy_days
from netchal_gui.storage.calendar_queries import (
    BlockRow,
    FollowUpRow,
    InterviewRow,
    PersonRow,
    blocks_between,
    follow_ups_between,
    interviews_between,
    people_of,
)
from netchal_gui.storage.reader import Reader
from netchal_gui.words import clock, relation, say, step

NAMED_IN_A_DAY = 8
"""So many interviews of one day are read with their people; a cell of the month shows no more."""


class ItemKind(StrEnum):
    INTERVIEW = "interview"
    BLOCK = "block"
    FOLLOW_UP = "follow_up"


class DayItem(NamedTuple):
    """One chip, bar or line of a day.

    ``text`` is what it shows, with ``sign`` behind it however short the text is cut; ``said`` begins what
    a tooltip and a screen reader say. ``tone`` is known, new or plain. ``struck``: called off.
    ``fills``: a block of the whole day. ``moment``: the viewer's wall time of the start, None for a
    follow-up. ``subject`` is whom a follow-up is for, ``entry`` its journal entry.
    """

    kind: ItemKind
    id: UUID
    text: str
    said: str
    sign: str = ""
    tone: str = "plain"
    struck: bool = False
    fills: bool = False
    moment: datetime | None = None
    stage: StepKind | None = None
    subject: UUID | None = None
    entry: UUID | None = None
    relation: str = ""

    @property
    def spoken(self) -> str:
        """What it is in full; made only when asked for, as a crowded month has a thousand of them."""
        known_or_new = relation(Relation(self.relation)) if self.relation else ""
        stage = step(self.stage) if self.stage else ""
        return ", ".join(filter(None, (self.said, known_or_new, stage)))


class Day(NamedTuple):
    """A day and what stands in it: blocks and interviews by time, then follow-ups.

    ``busy``: when the person's own calendar is taken.
    """

    day: date
    items: tuple[DayItem, ...] = ()
    busy: tuple[BusyBar, ...] = ()

    @property
    def blocked_whole(self) -> bool:
        return any(item.fills for item in self.items)

    def of(self, kind: ItemKind) -> list[DayItem]:
        return [item for item in self.items if item.kind is kind]


def days_between(reader: Reader, first: date, count: int, zone: str) -> list[Day]:
    """``count`` days from ``first`` on, with their items, as a viewer in the zone sees them."""
    info = zone_info(zone) or ZoneInfo("UTC")
    last = first + timedelta(days=count)
    begin, end = (int(datetime.combine(day, time(), info).timestamp()) for day in (first, last))
    found: dict[date, list[DayItem]] = defaultdict(list)
    blocks = blocks_between(reader, begin - _DAY, end + _DAY)
    for day, item in _block_items(blocks, info):
        found[day].append(item)
    interviews = interviews_between(reader, begin, end)
    for day, item in _interview_items(reader, interviews, first, info):
        found[day].append(item)
    for items in found.values():
        items.sort(key=_moment_and_kind)
    for row in follow_ups_between(reader, first, last - timedelta(days=1)):
        found[date.fromisoformat(row.due)].append(_follow_up_item(row))
    days = (first + timedelta(days=offset) for offset in range(count))
    busy = busy_days(reader, first, count, info)
    return [Day(day, tuple(found.get(day, ())), busy.get(day, ())) for day in days]


_DAY = 24 * 3600


def _moment_and_kind(item: DayItem) -> tuple[datetime, bool]:
    return item.moment or datetime.min, item.kind is not ItemKind.BLOCK


def _local(seconds: int, info: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(seconds, info).replace(tzinfo=None)


def _block_items(rows: Iterable[BlockRow], info: ZoneInfo) -> Iterator[tuple[date, DayItem]]:
    for row in rows:
        start = datetime.fromisoformat(row.local) if row.whole_day else _local(row.start, info)
        text = say("Whole day") if row.whole_day else clock_span(start, _local(row.end, info))
        spoken = say("Blocked {time} for interviews", time=text)
        if row.whole_day:
            spoken = say("The whole day is blocked for interviews")
        item = DayItem(
            ItemKind.BLOCK, UUID(bytes=row.id), text, spoken, fills=bool(row.whole_day), moment=start
        )
        yield start.date(), item


def _interview_items(
    reader: Reader, rows: Sequence[InterviewRow], first: date, info: ZoneInfo
) -> Iterator[tuple[date, DayItem]]:
    """One that began before ``first`` stands in the first day."""
    placed = [(row, _local(row.start, info)) for row in rows]
    people = _people(reader, placed)
    for row, start in placed:
        yield max(start.date(), first), _interview_item(row, start, people.get(row.id, ()))


def _people(reader: Reader, placed: Iterable[tuple[InterviewRow, datetime]]) -> dict[bytes, list[PersonRow]]:
    """The people of the first interviews of each day."""
    named: dict[date, list[bytes]] = defaultdict(list)
    for row, start in placed:
        if len(named[start.date()]) < NAMED_IN_A_DAY:
            named[start.date()].append(row.id)
    found: dict[bytes, list[PersonRow]] = defaultdict(list)
    for person in people_of(reader, [each for ids in named.values() for each in ids]):
        found[person.interview].append(person)
    return found


def _interview_item(row: InterviewRow, start: datetime, people: Sequence[PersonRow]) -> DayItem:
    stage = StepKind(row.stage)
    time_of_day = clock(start)
    names = [person.name for person in people]
    known_or_new = people[0].relation if people else ""
    called_off = stage in CALLED_OFF
    return DayItem(
        ItemKind.INTERVIEW,
        UUID(bytes=row.id),
        f"{time_of_day} {first_name_and_others(names)}" if names else time_of_day,
        f"{time_of_day} {', '.join(names)}" if names else time_of_day,
        sign=_sign(stage),
        tone="plain" if called_off or not people else known_or_new,
        struck=called_off,
        moment=start,
        stage=stage,
        relation=known_or_new,
    )


def _sign(stage: StepKind) -> str:
    """What stands behind the name: met, or not yet sure."""
    if stage is StepKind.MET:
        return " ✓"
    return "" if stage in PLANNED | CALLED_OFF else " ?"


def _follow_up_item(row: FollowUpRow) -> DayItem:
    text = f"{row.text} · {row.name}" if row.name and row.name not in row.text else row.text
    return DayItem(
        ItemKind.FOLLOW_UP,
        UUID(bytes=row.id),
        text,
        say("To follow up: {text}", text=text),
        subject=UUID(bytes=row.contact) if row.contact else None,
        entry=UUID(bytes=row.entry) if row.entry else None,
    )


def first_name_and_others(names: Sequence[str]) -> str:
    """ "Daniel Kim", or "Daniel Kim +2" where more take part."""
    if len(names) < 2:
        return "".join(names)
    return say("{name} +{n}", name=names[0], n=len(names) - 1)


def clock_span(start: datetime, end: datetime) -> str:
    """ "12:00–13:30"."""
    return f"{clock(start)}–{clock(end)}"
