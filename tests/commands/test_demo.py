"""The example: a year that fits any day, the same one each time, with something for every screen."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from netchal_gui.commands.challenge_people import stay_in_touch
from netchal_gui.commands.demo import fill
from netchal_gui.commands.standing import standing
from netchal_gui.domain.block import Block
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Circle, Contact, Relation, problems
from netchal_gui.domain.edit import ENTITIES
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.interview import problems as interview_problems
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.periods import ChallengeState
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.walltime import from_utc
from netchal_gui.paths import resource
from netchal_gui.storage.check import damages
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

DAYS = [(2026, 11, 23), (2027, 1, 1), (2026, 3, 31), (2028, 2, 29), (2026, 6, 15), (2026, 12, 31)]


@pytest.fixture(params=DAYS, ids=lambda day: "-".join(map(str, day)))
def year(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    moment = datetime(*request.param, 9, tzinfo=UTC)
    store = Store.open(tmp_path / "netchal.db")
    workbench = Workbench(store, lambda: moment, uuid4, zone="Europe/Berlin")
    fill(workbench, "en")
    yield workbench
    store.close()


def test_nobody_in_the_family_has_an_age_that_could_not_fit(year: Any) -> None:
    family = [person for person in year.store.every(Contact) if person.circle is Circle.FAMILY]

    assert family
    assert not any(person.birthday and person.birthday.year for person in family)


def test_it_has_96_people_half_of_them_new(year: Workbench) -> None:
    relations = Counter(one.relation for one in year.store.every(Contact))

    assert relations == {Relation.KNOWN: 48, Relation.NEW: 48}
    assert len({one.name for one in year.store.every(Contact)}) == 96


def test_every_person_and_interview_is_free_of_problems(year: Workbench) -> None:
    assert [found for one in year.store.every(Contact) for found in problems(one)] == []
    timed = [talk for talk in year.store.every(Interview) if talk.start]
    assert [found for talk in timed for found in interview_problems(talk)] == []


def test_nothing_has_happened_in_the_future_and_steps_follow_each_other(year: Workbench) -> None:
    for talk in year.store.every(Interview):
        moments = [talk.created, *(step.at for step in talk.steps), year.now()]
        assert moments == sorted(moments)
    assert all(entry.changed <= year.now() for entry in year.store.every(JournalEntry))


def test_each_stage_and_each_kind_of_screen_has_something(year: Workbench) -> None:
    stages = Counter(talk.stage for talk in year.store.every(Interview))

    assert stages[StepKind.MET] >= 70
    assert set(stages) >= set(StepKind) - {StepKind.MOVED}
    assert year.store.count(JournalEntry) >= 35
    assert year.store.count(Block) >= 10
    assert {line.done for line in year.store.every(FollowUp)} == {True, False}


def test_the_next_month_is_begun(year: Workbench) -> None:
    today = from_utc(year.now(), year.zone).day
    ahead = [talk for talk in year.store.every(Interview) if talk.is_planned and talk.start]

    assert len([talk for talk in ahead if talk.start and talk.start.day > today]) == len(ahead) >= 3
    assert any(len(talk.people) == 2 for talk in ahead)


def test_it_is_a_whole_file_without_a_history(year: Workbench) -> None:
    assert list(damages(year.store)) == []
    assert (year.undo_label, year.redo_label) == (None, None)


def test_the_same_day_gives_the_same_year(tmp_path: Path) -> None:
    moment, found = datetime(2026, 11, 23, 9, tzinfo=UTC), []
    for name in ("one.db", "two.db"):
        store = Store.open(tmp_path / name)
        fill(Workbench(store, lambda: moment, uuid4, zone="Europe/Berlin"), "de")
        found.append([list(store.every(kind)) for kind in ENTITIES])
        store.close()

    assert found[0] == found[1]


def texts(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(resource("demo", f"{language}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("language", ["en", "de"])
def test_there_are_at_least_forty_different_entries(language: str) -> None:
    assert len({text["learned"] for text in texts(language) if "learned" in text}) >= 40


def test_both_languages_tell_the_same_stories() -> None:
    def shape(text: dict[str, Any]) -> Any:
        lines = [(line["kind"], line["days"]) for line in text.get("follow_ups", [])]
        return sorted(text), len(text.get("tags", [])), lines

    assert [*map(shape, texts("en"))] == [*map(shape, texts("de"))]


def test_german_is_not_english() -> None:
    pairs = zip(texts("en"), texts("de"), strict=True)
    assert not [en["title"] for en, de in pairs if "title" in en and en["learned"] == de["learned"]]


def test_its_challenge_stands_in_its_eleventh_month_with_something_for_each_number(year: Workbench) -> None:
    today = from_utc(year.now(), year.zone).day

    found = standing(year.store, None, today, year.zone)

    assert found is not None
    assert (found.state, found.current, found.goal) == (ChallengeState.RUNNING, 10, 96)
    assert 74 <= found.met <= 80
    assert found.met <= found.forecast.expected <= 96
    asked, replied, met, introduced = map(len, found.funnel)
    assert asked > replied >= 60
    assert met == found.met
    assert introduced >= 5
    assert len(found.sources) >= 5
    assert stay_in_touch(year.store, today, year.zone)
    assert found.partner is not None
    assert found.partner.missed == ()
    assert year.store.count(Recording) >= 3


def test_its_challenge_is_german_where_the_texts_are(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "netchal.db")
    fill(Workbench(store, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC), uuid4, zone="Europe/Berlin"), "de")

    assert [one.name for one in store.every(Challenge)] == ["4×4-Challenge"]
    store.close()
