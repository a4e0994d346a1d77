"""A data file with so many people, interviews, blocks, follow-ups and journal entries, made once and kept.

A challenge runs in it, with a year's people in its places.

python tests/benchmarks/big_file.py 100000 build/bench/100000-of-all.db
"""

import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from netchal_gui.domain.block import Block
from netchal_gui.domain.challenge import Challenge, Slot
from netchal_gui.domain.contact import Address, Circle, Contact, Labelled, Relation, Source
from netchal_gui.domain.edit import Change, Entity
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Channel, Interview, Participant, Step, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage.store import Store

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIRST = datetime(2010, 1, 1, 8)
GIVEN = (
    "Ada Jürgen Mira Tunde Hanna Łukasz Søren Zoë Priya Omar Carla Yuki Nguyễn Beatriz Jonas Ingrid".split()
)
FAMILY = (
    "Rossi Müller Okafor Brandt Größe Weiss Tanaka Kowalski Østergård Shah Diaz Lind Mbeki Alonso".split()
)
PLACES = "Bremen Bristol Oslo Łódź Graz Leeds Porto Hanoi Osaka Durban".split()
WORDS = (
    "training budget hiring people clients coffee company founder month learned price workshop career "
    "question advice recruiter product team engineer story market start friend answer Größe Café"
).split()
TAGS = ("training", "founders", "mentors")
TEXT_CHARACTERS = 1_000


def item_id(kind: int, number: int) -> UUID:
    return UUID(int=(kind << 64) + number + 1)


def contacts(count: int, dice: random.Random) -> Iterator[Contact]:
    for number in range(count):
        given, family = dice.choice(GIVEN), f"{dice.choice(FAMILY)}-{number % 9973}"
        yield Contact(
            id=item_id(1, number),
            name=f"{given} {family}",
            given=given,
            family=family,
            created=NOW,
            organisation=f"{dice.choice(FAMILY)} & Co",
            role=dice.choice(WORDS).title(),
            emails=(Labelled(f"{given.lower()}.{number}@example.com", "work"),),
            phones=(Labelled(f"+49 421 {number:07}", "cell"),),
            addresses=(Address(city=dice.choice(PLACES)),),
            tags=tuple(dice.sample(TAGS, dice.choice((0, 0, 1, 2)))),
            relation=dice.choice(tuple(Relation)),
            circle=dice.choice((None, *Circle)),
            source=dice.choice(tuple(Source)),
        )


def interviews(count: int, dice: random.Random) -> Iterator[Interview]:
    for number in range(count):
        start = FIRST + timedelta(minutes=90 * number)
        ahead = start > NOW.replace(tzinfo=None)
        step = Step(StepKind.SCHEDULED if ahead else StepKind.MET, NOW)
        yield Interview(
            id=item_id(2, number),
            participants=(Participant(item_id(1, dice.randrange(count))),),
            created=NOW,
            start=WallTime(start, "Europe/Berlin"),
            channel=dice.choice(tuple(Channel)),
            place="Canteen",
            steps=(step,),
        )


def blocks(count: int) -> Iterator[Block]:
    for number in range(count):
        start = WallTime(FIRST + timedelta(hours=2 * number), "Europe/Berlin")
        yield Block(id=item_id(3, number), start=start, created=NOW)


def text(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=TEXT_CHARACTERS // 7))


def entries(count: int, dice: random.Random) -> Iterator[JournalEntry]:
    for number in range(count):
        yield JournalEntry(
            id=item_id(4, number),
            day=date(2010, 1, 1) + timedelta(days=number % 6_000),
            created=NOW,
            changed=NOW,
            title=f"{dice.choice(WORDS)} {dice.choice(WORDS)}".title(),
            people=(item_id(1, dice.randrange(count)),),
            learned=text(dice),
        )


def follow_ups(count: int, dice: random.Random) -> Iterator[FollowUp]:
    for number in range(count):
        yield FollowUp(
            id=item_id(5, number),
            text=f"Send the {dice.choice(WORDS)}",
            created=NOW,
            contact_id=item_id(1, dice.randrange(count)),
            due=date(2026, 11, 1) + timedelta(days=number % 60),
            done=number % 10 > 0,
        )


def challenge(count: int, dice: random.Random) -> Iterator[Challenge | Slot]:
    year = Challenge(
        id=item_id(6, 0), name="4×4 of 2026", created=NOW, start=date(2026, 1, 1), known=4, new=4
    )
    yield year
    for number in range(min(count, 96)):
        yield Slot(
            id=item_id(7, number),
            challenge_id=year.id,
            contact_id=item_id(1, dice.randrange(count)),
            period=number // 8,
            created=NOW,
        )


def everything(count: int, dice: random.Random) -> Iterator[Entity]:
    yield from contacts(count, dice)
    yield from interviews(count, dice)
    yield from blocks(count)
    yield from entries(count, dice)
    yield from follow_ups(count, dice)
    if count:
        yield from challenge(count, dice)


def made(path: Path, count: int) -> Path:
    """The file with so many of everything; made where it is not there yet."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".making")
    draft.unlink(missing_ok=True)
    store = Store.open(draft)
    changes = (Change(None, item) for item in everything(count, random.Random(count)))
    while part := tuple(islice(changes, 1_000)):
        store.put("Fill", part, {}, NOW)
    store.close()
    return draft.rename(path)


if __name__ == "__main__":
    made(Path(sys.argv[2]), int(sys.argv[1]))
