"""Logging a talk: whom one met, when, what was planned, and what was learned, as one edit."""

from datetime import date, datetime, time

import pytest

from netchal_gui.commands.follow_up_lines import Line, save_lines
from netchal_gui.commands.plan import plan
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.talk import NextStep
from netchal_gui.storage.journal_queries import entry_of_interview, entry_page
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.people_files import add, everyone
from tests.commands.talks import TODAY, YESTERDAY, asked, every, met, person


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada Lovelace", relation=Relation.KNOWN)


def test_a_chance_meeting_begins_at_met(workbench: Workbench, ada: Contact) -> None:
    made = met(workbench, ada.id)

    (interview,) = every(workbench, Interview)
    assert interview == made.interview
    assert [step.kind for step in interview.steps] == [StepKind.MET]
    assert (interview.people, interview.channel, interview.reminder) == ((ada.id,), Channel.OTHER, None)


def test_a_talk_of_today_without_a_time_has_just_ended(workbench: Workbench, ada: Contact) -> None:
    made = met(workbench, ada.id, minutes=20)

    assert made.interview.start is not None
    assert made.interview.start.local == datetime(2026, 11, 23, 9, 40)


def test_a_talk_right_after_midnight_was_today(workbench: Workbench, ada: Contact, clock: Clock) -> None:
    clock.moment = clock.moment.replace(day=22, hour=23, minute=10)
    made = met(workbench, ada.id)

    assert made.interview.start is not None
    assert made.interview.start.local == datetime(2026, 11, 23, 0, 0)


@pytest.mark.parametrize(("at", "hour"), [(None, 12), (time(18), 18)])
def test_a_talk_of_another_day_was_at_noon_or_when_one_says(
    workbench: Workbench, ada: Contact, at: time | None, hour: int
) -> None:
    made = met(workbench, ada.id, day=YESTERDAY, at=at)

    assert made.interview.start is not None
    assert made.interview.start.local == datetime(2026, 11, 22, hour)


@pytest.mark.parametrize("told", [{"day": date(2026, 11, 24)}, {"at": time(11)}])
def test_a_talk_that_lies_ahead_cannot_be_logged(
    workbench: Workbench, ada: Contact, told: dict[str, object]
) -> None:
    with pytest.raises(Refused, match="lies ahead"):
        met(workbench, ada.id, **told)
    assert not every(workbench, Interview)


def test_a_talk_needs_somebody(workbench: Workbench) -> None:
    with pytest.raises(Refused, match="at least one person"):
        met(workbench)


@pytest.mark.parametrize(
    ("event", "source", "channel"),
    [("ATD", Source.EVENT, Channel.EVENT), ("", Source.CHANCE, Channel.OTHER)],
)
def test_a_new_person_is_new_and_says_how_we_met(
    workbench: Workbench, event: str, source: Source, channel: Channel
) -> None:
    made = met(workbench, " Grace   Hopper ", event=event)

    grace = person(workbench, "Grace Hopper")
    assert (grace.relation, grace.source, grace.source_detail) == (Relation.NEW, source, event)
    assert (made.new, made.interview.channel) == ((grace,), channel)


def test_who_is_named_twice_is_there_once(workbench: Workbench) -> None:
    made = met(workbench, "Grace Hopper", "grace hopper")

    assert len(everyone(workbench)) == 1
    assert len(made.interview.participants) == 1


def test_tags_go_to_everyone_one_met(workbench: Workbench, ada: Contact) -> None:
    met(workbench, ada.id, "Bob", tags=("maths",))

    assert [each.tags for each in everyone(workbench)] == [("maths",), ("maths",)]


def test_the_planned_interview_of_the_day_is_met(workbench: Workbench, ada: Contact, clock: Clock) -> None:
    planned = plan(workbench, [ada.id], datetime(2026, 11, 23, 10), channel=Channel.LUNCH).interview
    clock.later(hours=2)
    made = met(workbench, ada.id, "Bob")

    assert made.planned
    (interview,) = every(workbench, Interview)
    assert (interview.id, interview.stage, interview.start) == (planned.id, StepKind.MET, planned.start)
    assert (interview.people, interview.channel) == (
        (ada.id, person(workbench, "Bob").id),
        Channel.LUNCH,
    )


def test_a_planned_interview_that_came_earlier_has_moved(workbench: Workbench, ada: Contact) -> None:
    plan(workbench, [ada.id], datetime(2026, 11, 23, 15))
    made = met(workbench, ada.id, minutes=30)

    assert [step.kind for step in made.interview.steps] == [StepKind.SCHEDULED, StepKind.MOVED, StepKind.MET]
    assert made.interview.start is not None
    assert made.interview.start.local == datetime(2026, 11, 23, 9, 30)


def test_an_interview_with_somebody_who_was_not_there_stays_open(workbench: Workbench, ada: Contact) -> None:
    planned = plan(workbench, [ada.id, "Bob"], datetime(2026, 11, 23, 9)).interview
    met(workbench, ada.id)

    assert workbench.store.get(Interview, planned.id) == planned
    assert workbench.store.count(Interview) == 2


def test_a_request_without_a_time_is_met_too(workbench: Workbench, ada: Contact) -> None:
    request = asked(workbench, ada)
    made = met(workbench, ada.id, day=YESTERDAY)

    assert made.interview.id == request.id
    assert [step.kind for step in made.interview.steps] == [StepKind.ASKED, StepKind.MET]


def test_meeting_by_chance_at_an_event_leaves_a_request_open(workbench: Workbench, ada: Contact) -> None:
    request = asked(workbench, ada)
    met(workbench, ada.id, event="ATD")

    assert workbench.store.get(Interview, request.id) == request


def test_the_interview_one_writes_up_is_named_and_loses_who_was_not_there(
    workbench: Workbench, ada: Contact
) -> None:
    planned = plan(workbench, [ada.id, "Bob"], datetime(2026, 11, 20, 9)).interview
    made = met(workbench, ada.id, day=date(2026, 11, 20), interview_id=planned.id)

    assert (made.interview.id, made.interview.people) == (planned.id, (ada.id,))


def test_what_was_learned_is_an_entry_with_its_next_steps_as_lines(
    workbench: Workbench, ada: Contact
) -> None:
    made = met(workbench, ada.id, "Bob", learned="Engines", notes="n", next_steps=(NextStep("Write", TODAY),))

    assert made.entry is not None
    page = entry_page(workbench.store, made.entry.id)
    assert page is not None
    assert (page.entry.title, page.entry.learned, page.entry.notes) == ("Ada Lovelace, Bob", "Engines", "n")
    assert (page.entry.day, page.entry.interview_id) == (TODAY, made.interview.id)
    assert [(line.text, line.due) for line in page.lines] == [("Write", TODAY)]


def test_without_anything_to_write_down_there_is_no_entry(workbench: Workbench, ada: Contact) -> None:
    assert met(workbench, ada.id).entry is None
    assert not every(workbench, JournalEntry)


def test_more_is_added_to_the_entry_that_is_there(workbench: Workbench, ada: Contact) -> None:
    first = met(workbench, ada.id, learned="One").interview
    entry = entry_of_interview(workbench.store, first.id)
    assert entry is not None
    save_lines(workbench, entry.id, [Line(workbench.new_id(), "Call")])
    met(workbench, ada.id, learned="Two", next_steps=(NextStep("Write"),), interview_id=first.id)

    page = entry_page(workbench.store, entry.id)
    assert page is not None
    assert page.entry.learned == "One\n\nTwo"
    assert [line.text for line in page.lines] == ["Call", "Write"]
    assert len(every(workbench, JournalEntry)) == 1
