"""Of the new people of a challenge, who was met again: computed by hand for a small year."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from netchal_gui.commands.challenge_facts import facts_of
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.new_people import new_people, sentence
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.kept import Kept
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.workbench import Workbench
from tests.commands.months import talk
from tests.commands.people_files import add

BERLIN = "Europe/Berlin"


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))


def found(workbench: Workbench, year: Challenge, today: date = date(2026, 11, 23)) -> Kept:
    with workbench.store.reading() as reader:
        return new_people(reader, facts_of(reader, year, BERLIN), today, BERLIN)


def met(workbench: Workbench, who: Contact, month: int, day: int, year: int = 2026) -> None:
    talk(workbench, who, datetime(year, month, day, 12), StepKind.SCHEDULED, StepKind.MET)


def touched(workbench: Workbench, who: Contact, at: datetime, kind: TouchKind) -> None:
    touch = Touch(id=workbench.new_id(), contact_id=who.id, created=at, at=at, kind=kind)
    workbench.apply(Edit("Touch", (Change(None, touch),)))


def test_a_small_year_by_hand(workbench: Workbench, year: Challenge) -> None:
    """Ada again after 9 days, Bob after 100, Cyd never, Dan at a meeting, Eve only by mail, Flo in time."""
    people: dict[str, Any] = {
        name: add(workbench, name) for name in ("Ada", "Bob", "Cyd", "Dan", "Eve", "Flo")
    }
    known = add(workbench, "Known", relation=Relation.KNOWN)
    for who in (*people.values(), known):
        month = 11 if who.name == "Flo" else 3
        met(workbench, who, month, 1)
    met(workbench, people["Ada"], 3, 10)
    met(workbench, people["Bob"], 6, 9)
    met(workbench, known, 3, 10)
    touched(workbench, people["Dan"], datetime(2026, 4, 1, 10, tzinfo=UTC), TouchKind.MEETING)
    touched(workbench, people["Eve"], datetime(2026, 4, 1, 10, tzinfo=UTC), TouchKind.MAIL)

    again = found(workbench, year)
    names = {each.id.bytes: each.name for each in people.values()}
    assert sorted(names[who] for who in again.new) == ["Ada", "Bob", "Cyd", "Dan", "Eve", "Flo"]
    assert sorted(names[who] for who in again.again) == ["Ada", "Dan"]
    assert [names[who] for who in again.open] == ["Flo"]
    assert sentence(again) == "Of 6 new people, 2 met again within 90 days. There is still time for 1."


def test_a_meeting_after_the_challenges_end_counts_too(workbench: Workbench, year: Challenge) -> None:
    ada = add(workbench, "Ada")
    met(workbench, ada, 12, 20)
    met(workbench, ada, 1, 15, year=2027)

    assert found(workbench, year, date(2027, 2, 1)).again == (ada.id.bytes,)


def test_a_logged_meeting_is_dated_where_one_was(workbench: Workbench, year: Challenge) -> None:
    """At half past eleven in the evening UTC it is the next day in Berlin."""
    ada = add(workbench, "Ada")
    met(workbench, ada, 3, 1)
    touched(workbench, ada, datetime(2026, 3, 1, 23, 30, tzinfo=UTC), TouchKind.MEETING)

    assert found(workbench, year).again == (ada.id.bytes,)


def test_undo_takes_it_back(workbench: Workbench, year: Challenge) -> None:
    ada = add(workbench, "Ada")
    met(workbench, ada, 3, 1)
    before = found(workbench, year)
    met(workbench, ada, 3, 5)
    assert found(workbench, year) != before

    workbench.undo()
    assert found(workbench, year) == before


def test_one_person_in_words() -> None:
    assert sentence(Kept((b"1",), (b"1",), ())) == "Of 1 new person, 1 met again within 90 days."


def test_a_plan_is_no_meeting(workbench: Workbench, year: Challenge) -> None:
    ada = add(workbench, "Ada")
    met(workbench, ada, 3, 1)
    start = datetime(2026, 3, 1, 12) + timedelta(days=20)
    talk(workbench, ada, start, StepKind.SCHEDULED)

    assert found(workbench, year).again == ()
