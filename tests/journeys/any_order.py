"""What one does around a talk, each as one call that picks its people and things by a number."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from netchal_gui.commands import favours, follow_ups, ideas, introductions, invitations, pipeline, plan
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.journal import write_up
from netchal_gui.commands.log_line import log_line
from netchal_gui.commands.people import delete_people, set_cadence, tick
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.touches import change_touch, delete_touch, log_touch
from netchal_gui.commands.who_else import note_who_else
from netchal_gui.domain.contact import Contact, Source
from netchal_gui.domain.edit import Edit, Entity
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import PLANNED, Interview, StepKind, WhoElse
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.pipeline import ONWARD as COLUMNS_AFTER
from netchal_gui.domain.pipeline import column_of
from netchal_gui.domain.talk import Named
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve")
LINES = (
    "met {a} thanks who-else: {b}",
    "met {a} and {b} who-else: {c} will introduce yesterday",
    "met {a} phone next: Send the paper tomorrow",
    "met {a} #event:Fair who-else: nobody",
    "{a}",
)
Kind = TypeVar("Kind", bound=Entity)


@dataclass
class Life:
    """A data file, a clock that only goes forward, and every edit that was carried out."""

    folder: Path
    moment: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)
    edits: list[Edit] = field(default_factory=list)
    workbench: Workbench = field(init=False)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        store = Store.open(self.folder / "netchal.db")
        self.workbench = Workbench(store, lambda: self.moment, self._new_id, zone="Europe/Berlin")
        self.workbench.listen(self.edits.append)

    def _new_id(self) -> UUID:
        return UUID(int=next(self._numbers), version=4)

    @property
    def today(self) -> date:
        return from_utc(self.moment, self.workbench.zone).day

    def all(self, kind: type[Kind]) -> list[Kind]:
        return sorted(self.workbench.store.every(kind), key=lambda item: item.id)

    def one(self, kind: type[Kind], number: int) -> Kind:
        """One of those that are there. Raises Refused where there is none."""
        return chosen(self.all(kind), number)

    def exported(self) -> bytes:
        target = self.folder / "all.json"
        export_all(self.workbench, target)
        return target.read_bytes()


def chosen(items: Sequence[Kind], number: int) -> Kind:
    if not items:
        raise Refused("There is none.")
    return items[number % len(items)]


Deed = Callable[[Life, int], object]
Told = list[tuple[Deed, int, int]]
"""Deeds with the number by which they choose, and the hours until the next one."""


def found(life: Life, number: int) -> None:
    source = (Source.EVENT, Source.ROLE, None)[number % 3]
    ideas.note_idea(life.workbench, NAMES[number % 5], ideas.Found(source, "Fair", life.today))


def asked(life: Life, number: int) -> None:
    invitations.ask(life.workbench, [life.one(Contact, number).id])


def replied(life: Life, number: int) -> None:
    pipeline.note_reply(life.workbench, life.one(Contact, number).id)


def declined(life: Life, number: int) -> None:
    there = [each for each in life.all(Interview) if each.stage in (StepKind.ASKED, StepKind.REPLIED)]
    invitations.note_step(life.workbench, chosen(there, number), StepKind.DECLINED)


def planned(life: Life, number: int) -> None:
    people = [NAMES[number % 5], NAMES[number // 5 % 5]]
    start = datetime.combine(life.today, datetime.min.time()) + timedelta(days=number % 4, hours=12)
    plan.plan(life.workbench, people, start)


def moved(life: Life, number: int) -> None:
    talk = life.one(Interview, number)
    start = datetime.combine(life.today, datetime.min.time()) + timedelta(days=1 + number % 3, hours=15)
    plan.move(life.workbench, talk, start)


def stepped(life: Life, number: int) -> None:
    """Met, not come, or cancelled, of a talk whose time has come."""
    there = [each for each in life.all(Interview) if each.stage in PLANNED and each.start is not None]
    begun = [each for each in there if each.start and each.start.utc <= life.moment]
    kind = (StepKind.MET, StepKind.MET, StepKind.NO_SHOW, StepKind.CANCELLED)[number % 4]
    plan.take_step(life.workbench, chosen(begun, number // 4), kind)


def cancelled(life: Life, number: int) -> None:
    there = [each for each in life.all(Interview) if each.stage in PLANNED]
    plan.take_step(life.workbench, chosen(there, number), StepKind.CANCELLED)


def written_up(life: Life, number: int) -> None:
    there = [each for each in life.all(Interview) if each.start and each.start.utc <= life.moment]
    write_up(life.workbench, chosen(there, number))


def logged(life: Life, number: int) -> None:
    names = [NAMES[(number + step) % 5] for step in range(3)]
    line = LINES[number // 5 % len(LINES)]
    log_line(life.workbench, line.format(**dict(zip("abc", names, strict=True))))


def who_else(life: Life, number: int) -> None:
    """Asked of one person of a talk: nobody, forgotten, or one or two people."""
    talk = life.one(Interview, number)
    known = {each.name: each.id for each in life.all(Contact)}
    names = [NAMES[(number + step) % 5] for step in range(number // 3 % 3)]
    named = [Named(known.get(name, name), number % 2 == 0) for name in names]
    giver = talk.people[number // 9 % len(talk.people)]
    note_who_else(life.workbench, talk.id, giver, list(WhoElse)[number % 4], named)


def carried(life: Life, number: int) -> None:
    """A card of the pipeline to a column that comes after its own."""
    there = [each for each in life.all(Interview) if (here := column_of(each.stage)) and COLUMNS_AFTER[here]]
    talk = chosen(there, number)
    here = column_of(talk.stage)
    assert here is not None
    columns = sorted(COLUMNS_AFTER[here])
    pipeline.move(life.workbench, pipeline.Card(talk.id, talk.people[0]), columns[number // 7 % len(columns)])


def touched(life: Life, number: int) -> None:
    day = life.today - timedelta(days=number % 9)
    kind = list(TouchKind)[number % len(TouchKind)]
    log_touch(life.workbench, life.one(Contact, number).id, kind, day, inbound=number % 2 == 0)


def helped(life: Life, number: int) -> None:
    led, talks = life.all(Introduction), life.all(Interview)
    favours.add_favour(
        life.workbench,
        life.one(Contact, number).id,
        list(FavourKind)[number // 3 % 4],
        "A tip",
        introduction_id=chosen(led, number).id if led and number % 2 else None,
        interview_id=chosen(talks, number).id if talks and number % 3 else None,
    )


def helped_otherwise(life: Life, number: int) -> None:
    """Another kind of favour than was noted first."""
    favour = life.one(Favour, number)
    draft = replace(favour, kind=list(FavourKind)[number // 3 % 4])
    favours.change_favour(life.workbench, favour, draft)


def settled(life: Life, number: int) -> None:
    there = [each for each in life.all(Favour) if each.kind in (FavourKind.ASKED, FavourKind.PROMISED)]
    favours.settle_favour(life.workbench, chosen(there, number))


def put_off(life: Life, number: int) -> None:
    follow_ups.snooze(life.workbench, life.one(FollowUp, number), life.today + timedelta(days=number % 8))


def done(life: Life, number: int) -> None:
    there = [each for each in life.all(FollowUp) if not each.done]
    tick(life.workbench, chosen(there, number), True)


def rhythm(life: Life, number: int) -> None:
    set_cadence(life.workbench, [life.one(Contact, number).id], (None, 0, 14, 90)[number % 4])


def introduced(life: Life, number: int) -> None:
    stage = list(IntroductionStage)[number % 3]
    by, to = NAMES[number % 5], NAMES[number // 5 % 5]
    known = {each.name: each.id for each in life.all(Contact)}
    introductions.introduce(life.workbench, [known.get(by, by)], [known.get(to, to)], stage=stage)


def promised(life: Life, number: int) -> None:
    """An introduction that was named, promised or made is another one of these."""
    led = life.one(Introduction, number)
    draft = replace(led, stage=list(IntroductionStage)[number // 3 % 3])
    introductions.change_introduction(life.workbench, led, draft)


def opened_again(life: Life, number: int) -> None:
    done = [each for each in life.all(FollowUp) if each.done]
    tick(life.workbench, chosen(done, number), False)


def touched_otherwise(life: Life, number: int) -> None:
    touch = life.one(Touch, number)
    draft = replace(touch, at=touch.at - timedelta(days=number % 5))
    change_touch(life.workbench, touch, draft)


def deleted_person(life: Life, number: int) -> None:
    delete_people(life.workbench, [life.one(Contact, number).id])


def deleted_thing(life: Life, number: int) -> None:
    bench = life.workbench
    match number % 4:
        case 0:
            plan.delete_interview(bench, life.one(Interview, number // 4))
        case 1:
            introductions.delete_introduction(bench, life.one(Introduction, number // 4))
        case 2:
            favours.delete_favour(bench, life.one(Favour, number // 4))
        case _:
            delete_touch(bench, life.one(Touch, number // 4))


def undone(life: Life, _number: int) -> None:
    life.workbench.undo()


def redone(life: Life, _number: int) -> None:
    life.workbench.redo()


ONWARD: tuple[Deed, ...] = (
    found,
    asked,
    replied,
    declined,
    planned,
    moved,
    stepped,
    cancelled,
    written_up,
    logged,
    carried,
    who_else,
    touched,
    helped,
    helped_otherwise,
    settled,
    put_off,
    done,
    rhythm,
    introduced,
    promised,
)
"""What adds to the facts; none of these takes anything back."""
BACK: tuple[Deed, ...] = (opened_again, touched_otherwise, deleted_person, deleted_thing, undone, redone)
BEGINNING: Told = [
    (logged, 0, 1),
    (logged, 6, 20),
    (helped, 1, 1),
    (helped, 6, 1),
    (helped, 10, 5),
    (touched, 2, 1),
    (asked, 3, 5),
    (planned, 4, 30),
]
"""So that there is something of every kind: talks, introductions, favours, a touch, a request, a plan."""
