"""March 2011 entered through the commands: its report states the facts, in all formats and languages."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.cli import data as data_module
from netchal_gui.cli import entry
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.contact import Circle, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.journeys.march_facts import CARDS, FRIENDS, LEARNED, MEETING, NEW, REPORT


class March:
    """The month, told day by day to a clock that stands in it."""

    def __init__(self, path: Path) -> None:
        self.moment = datetime(2011, 2, 27, 18, tzinfo=UTC)
        self.workbench = Workbench(Store.open(path), self.now, uuid4, zone="America/New_York")

    def now(self) -> datetime:
        return self.moment

    def until(self, day: date) -> None:
        self.moment = datetime(day.year, day.month, day.day, 22, tzinfo=UTC)

    def person(self, name: str, **parts: object) -> object:
        return add_person(self.workbench, replace(blank_contact(self.workbench, name), **parts)).id

    def talk(self, person: object, day: int, channel: Channel = Channel.COFFEE, place: str = "") -> Interview:
        made = plan(self.workbench, [person], datetime(2011, 3, day, 12), channel=channel, place=place)
        self.until(date(2011, 3, day))
        take_step(self.workbench, made.interview, StepKind.MET)
        return made.interview

    def learned(self, day: int, text: str, *people: object) -> None:
        entry = JournalEntry(
            id=uuid4(),
            day=date(2011, 3, day),
            created=self.moment,
            changed=self.moment,
            learned=text,
            people=people,
        )
        self.workbench.apply(Edit("Write", (Change(None, entry),)))


def live(march: March) -> None:
    workbench = march.workbench
    year = replace(
        draft(workbench, Template.FOUR_BY_FOUR, date(2011, 1, 1)),
        channels=(Channel.COFFEE, Channel.LUNCH, Channel.PHONE),
    )
    start_challenge(workbench, year)
    events = [(day, name, role, True) for name, role, day in FRIENDS]
    events += [(day, name, role, False) for name, role, day in NEW]
    uma = None
    for day, name, role, is_friend in sorted(events):
        march.until(date(2011, 3, day - 2))
        if is_friend:
            who = march.person(name, role=role, relation=Relation.KNOWN, circle=Circle.FRIEND)
            uma = uma or who
        else:
            who = march.person(name, role=role, source=Source.INTRODUCTION)
        march.talk(who, day)
        if not is_friend:
            introduce(workbench, ["Helpful Hana"], [who], stage=IntroductionStage.MADE)
    march.learned(25, f"{LEARNED}\nAsk everybody whom else to meet.")
    march.until(date(2011, 3, 29))
    cards = [march.person(name, role="trainer", source=Source.EVENT, source_detail=MEETING) for name in CARDS]
    for number, person in enumerate(cards):
        start = datetime(2011, 4, 5 + number, 12)
        plan(workbench, [person], start, channel=Channel.LUNCH, place="Corner Bistro")
    march.until(date(2011, 3, 31))


@pytest.fixture
def march(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[March]:
    told = March(tmp_path / "netchal.db")
    monkeypatch.setattr(data_module, "_utc_now", told.now)
    monkeypatch.setattr(data_module, "system_zone", lambda: "America/New_York")
    live(told)
    yield told
    told.workbench.store.close()


Report = Callable[..., str]


@pytest.fixture
def report(march: March, tmp_path: Path) -> Report:
    def written(what: str = "month", ending: str = "md") -> str:
        target = tmp_path / f"report.{ending}"
        words = ["--data", str(tmp_path / "netchal.db"), "report", what, "--month", "2011-03"]
        assert entry.main([*words, "-o", str(target)]) == 0
        return target.read_text("utf-8")

    return written


def test_the_report_states_the_month(report: Report) -> None:
    assert report() == REPORT.format(card="trainer", learned="- Ask everybody whom else to meet.\n")


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
def test_no_name_and_no_place_gets_out(report: Report, ending: str) -> None:
    text = report(ending=ending)

    names = [name for name, _, _ in (*FRIENDS, *NEW)] + [*CARDS, "Helpful Hana", "Corner Bistro"]
    assert not [word for name in names for word in name.split() if word in text]


def test_the_plan_that_was_made_for_april(march: March, tmp_path: Path) -> None:
    target = tmp_path / "plan.txt"
    words = ["--data", str(tmp_path / "netchal.db"), "report", "plan", "--month", "2011-04"]
    assert entry.main([*words, "-o", str(target)]) == 0

    assert "New people: 4\n-------------\n\n- 3 × trainer, met at meeting of" in target.read_text("utf-8")


def test_the_writers_name_and_names_that_may_be_told(march: March, report: Report) -> None:
    change_preferences(march.workbench, replace(march.workbench.preferences, language="de"))

    text = report()
    assert text.startswith("# März 2011\n\n## Menschen, die ich kenne: 4 von 4\n\n- friend from school\n")
    assert march.moment - datetime(2011, 3, 1, tzinfo=UTC) < timedelta(days=31)
