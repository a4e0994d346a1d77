"""The whole year, lived once, with what the program says on its evenings."""

import json
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest

from netchal_gui.cli import data, entry
from netchal_gui.commands.challenge_people import ToDo, Unseen, stay_in_touch, to_do
from netchal_gui.commands.check import check
from netchal_gui.commands.favours import balance_with
from netchal_gui.commands.follow_up_list import FollowUpPage, follow_up_page
from netchal_gui.commands.going_to import Visit, visit
from netchal_gui.commands.network import led_from
from netchal_gui.commands.next_up import next_up
from netchal_gui.commands.source_yield import Yield, source_yields
from netchal_gui.commands.standing import standing
from netchal_gui.commands.who_else import count_sentence
from netchal_gui.domain.favour import Balance
from netchal_gui.domain.network import Network
from netchal_gui.domain.pipeline import Column
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.contact_queries import (
    Counts,
    Listing,
    Section,
    SectionKind,
    counts,
    numbers,
    rows_of,
)
from netchal_gui.storage.pipeline_queries import board, cards
from netchal_gui.storage.store import Store
from tests.journeys.diary import ZONE
from tests.journeys.whole_days import EVENINGS
from tests.journeys.whole_diary import WholeDiary
from tests.journeys.whole_year import tell

each_evening = pytest.mark.parametrize("on", EVENINGS, ids=date.isoformat)


class Seen(NamedTuple):
    """What the program says on an evening. ``last``: everybody's last contact; ``told``: the command line."""

    columns: dict[Column, list[str]]
    sources: list[Yield]
    network: Network
    who_else: str
    balances: dict[str, Balance]
    open: FollowUpPage
    done: int
    to_do: tuple[tuple[ToDo, ...], int]
    status: str
    unseen: tuple[Unseen, ...]
    going: Visit
    sections: Counts
    in_touch: set[str]
    waiting: set[str]
    last: dict[str, date | None]
    told: dict[str, Any]


class Year(NamedTuple):
    """The evenings, the data file as it is at the end, and who has which id."""

    seen: dict[date, Seen]
    path: Path
    people: dict[str, UUID]

    def names(self, keys: Iterable[bytes]) -> set[str]:
        called = {person.bytes: name for name, person in self.people.items()}
        return {called[key] for key in keys}


def live(path: Path) -> Year:
    diary = WholeDiary(path)
    tell(diary)
    seen = {}
    for evening in EVENINGS:
        diary.live_until(evening)
        seen[evening] = look(diary, evening)
    assert check(diary.workbench) == []
    diary.workbench.store.close()
    return Year(seen, diary.path, diary.people)


def look(diary: WholeDiary, today: date) -> Seen:
    store = diary.workbench.store
    with store.reading() as reader:
        found = standing(reader, None, today, ZONE)
        assert found is not None
        tasks = to_do(reader, today, ZONE, found.partner)
    over = int((diary.moment + timedelta(hours=4)).timestamp())  # it is eight in the evening
    return Seen(
        columns=columns(store),
        sources=source_yields(store),
        network=led_from(diary.workbench, None),
        who_else=count_sentence(store),
        balances={name: balance_with(store, who) for name, who in diary.people.items()},
        open=follow_up_page(store, ZONE),
        done=follow_up_page(store, ZONE, done=True).total,
        to_do=tasks,
        status=next_up(diary.workbench),
        unseen=stay_in_touch(store, today, ZONE),
        going=visit(store, "brem", today, ZONE),
        sections=counts(store, over),
        in_touch=section(store, SectionKind.IN_TOUCH, over),
        waiting=section(store, SectionKind.WAITING, over),
        last=last_contacts(store),
        told=on_the_command_line(diary.path, diary.moment, "challenge", "--json"),
    )


def columns(store: Store) -> dict[Column, list[str]]:
    """The names on the cards of the pipeline."""
    return {column: [cards(store, keys)[key].names for key in keys] for column, keys in board(store).items()}


def section(store: Store, kind: SectionKind, over: int) -> set[str]:
    """Who is in a section of the contacts list."""
    return {row.name for row in rows_of(store, numbers(store, Listing(Section(kind)), over))}


def last_contacts(store: Store) -> dict[str, date | None]:
    """The last contact as the contacts list shows it."""
    rows = rows_of(store, numbers(store, Listing()))
    return {row.name: None if row.last is None else _day(row.last) for row in rows}


def _day(seconds: int) -> date:
    return from_utc(datetime.fromtimestamp(seconds, UTC), ZONE).day


def on_the_command_line(path: Path, moment: datetime, *arguments: str) -> dict[str, Any]:
    """What ``netchal`` prints as JSON at a moment."""
    printed = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed):
        patch.setattr(data, "_utc_now", _saying(moment))
        patch.setattr(data, "system_zone", lambda: ZONE)
        assert entry.main(["--data", str(path), *arguments]) == 0
    found: dict[str, Any] = json.loads(printed.getvalue())
    return found


def _saying(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment
