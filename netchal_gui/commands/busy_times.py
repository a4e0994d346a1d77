"""Bring in when one's own calendar is taken, from its file; only from and to are kept, never what it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.periods import months_later
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.busy_queries import exported_uids
from netchal_gui.words import number, say, say_many, short_day
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.exchange.busy_ics import Busy, LeftOut

MONTHS_BACK, MONTHS_AHEAD = 2, 13
"""Of which months busy times are kept, counted from today."""
_PEEK = 4_096
_COPY = re.compile(r"\s*\(\d{1,3}\)(?=\.[^.]*$|$)")


@dataclass(frozen=True, slots=True)
class BusyImport:
    """What an import would do; nothing is changed yet. ``source`` is the name it is remembered by."""

    source: str
    first: date
    last: date
    times: "tuple[Busy, ...]"
    left_out: "tuple[LeftOut, ...]"
    replaced: int

    @property
    def sentence(self) -> str:
        """ "212 busy times from 23 Sep 2026 to 22 Dec 2027." and what happens to the former ones."""
        span = {"first": _day(self.first), "last": _day(self.last)}
        found = say_many(
            "{n} busy time from {first} to {last}.",
            "{n} busy times from {first} to {last}.",
            len(self.times),
            **span,
        )
        if not self.replaced:
            return found
        former = say("The {n} that {file} gave before go.", n=number(self.replaced), file=self.source)
        return f"{found} {former}"

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "busy_times": len(self.times),
            "replaced": self.replaced,
            "left_out": [{"line": each.line, "reason": each.kind.value} for each in self.left_out],
        }


def looks_like_calendar(path: Path) -> bool:
    """Whether a file is a calendar, by its content or, where that says nothing, its name. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(_PEEK).replace(b"\0", b"").upper()
    if b"BEGIN:VCARD" in start:
        return False
    return b"BEGIN:VCALENDAR" in start or path.suffix.lower() in (".ics", ".ical", ".ifb")


def prepare(workbench: Workbench, path: Path, progress: Progress = unwatched) -> BusyImport:
    """Read a calendar file; changes nothing. For a worker thread. Raises Refused, OSError, StoreFault."""
    from netchal_gui.exchange.busy_ics import Days, NotBusyTimes, read_busy

    now = workbench.now()
    today = from_utc(now, workbench.zone).day
    days = Days(months_later(today, -MONTHS_BACK), months_later(today, MONTHS_AHEAD), workbench.zone)
    source = _COPY.sub("", path.name)
    progress(0, 0)
    with workbench.store.reading() as reader:
        own = exported_uids(reader)
        former = reader.rows("SELECT count(*) FROM busy_time WHERE source = ?", (source,))[0][0]
    try:
        with path.open("rb") as file:
            read = read_busy(file, days, now, own)
    except NotBusyTimes as refused:
        raise Refused(_fault(refused.fault.value, path.name)) from refused
    return BusyImport(source, days.first, days.last, read.times, read.left_out, former)


def apply(workbench: Workbench, found: BusyImport, progress: Progress = unwatched) -> str:
    """Keep the busy times instead of those the same file gave before, as one edit; returns what was done.

    For a worker thread. Raises StoreFault, Conflict, or what ``progress`` raises; then nothing has changed.
    """
    with workbench.store.reading() as reader:
        former = reader.where(BusyTime, "source = ?", (found.source,))
    changes = tuple(_changes(workbench, found, former))
    if not changes:
        return say("Nothing changed: the busy times of {file} are there already.", file=found.source)
    n = len(found.times)
    label = say_many("Busy time read from {file}", "Busy times read from {file}", n, file=found.source)
    workbench.apply(Edit(label, changes), progress=progress)
    return say_many(
        "{n} busy time is kept, without what it is about.",
        "{n} busy times are kept, without what they are about.",
        n,
    )


def forget(workbench: Workbench, source: str) -> int:
    """Drop the busy times of one calendar file; returns how many there were."""
    former = workbench.store.where(BusyTime, "source = ?", (source,))
    label = say("Busy times of {file} removed", file=source)
    workbench.apply(Edit(label, tuple(Change(each, None) for each in former)))
    return len(former)


def left_out_lines(left_out: "Sequence[LeftOut]") -> list[str]:
    """Which events could not be read and why; a calendar's titles are not read, so a line names them."""
    sentences = {
        "start_unreadable": say("its time cannot be read"),
        "rule_unreadable": say("how it repeats cannot be read"),
        "too_often": say("it repeats far too often"),
        "cut_off": say("it is cut off"),
    }
    return [
        say("Line {line}: an event is left out, {reason}.", line=each.line, reason=sentences[each.kind.value])
        for each in left_out
    ]


def _changes(workbench: Workbench, found: BusyImport, former: Sequence[BusyTime]) -> Iterator[Change]:
    """What is the same stays as it is."""
    kept = {(each.start, each.end, each.whole_day): each for each in former}
    now = workbench.now()
    for start, end, whole_day in found.times:
        if kept.pop((start, end, whole_day), None) is None:
            made = BusyTime(
                id=workbench.new_id(),
                start=start,
                end=end,
                created=now,
                source=found.source,
                whole_day=whole_day,
            )
            yield Change(None, made)
    for gone in kept.values():
        yield Change(gone, None)


def _fault(fault: str, name: str) -> str:
    return {
        "empty": say("{file} is empty.", file=name),
        "no_calendar": say("{file} is not a calendar: there is no event in it. Export it again.", file=name),
        "too_many": say("{file} has too many events. Export a shorter time of it.", file=name),
    }[fault]


def _day(day: date) -> str:
    return short_day(day, date.min)
