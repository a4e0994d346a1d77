"""A person's timeline: interviews with their steps, journal entries, finished follow-ups; newest first."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.people import tick
from netchal_gui.commands.person_history import PersonHistory, person_history
from netchal_gui.commands.touches import log_touch
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant, Step, StepKind
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.touch import TouchKind
from netchal_gui.domain.walltime import wall_time
from netchal_gui.workbench import Workbench


def put(bench: Workbench, item: Any) -> Any:
    bench.apply(Edit("Add", (Change(None, item),)))
    return item


def someone(bench: Workbench) -> Contact:
    return put(bench, Contact(id=uuid4(), name="Priya", created=bench.now()))


def history(bench: Workbench, contact: Contact) -> PersonHistory:
    return person_history(bench.store, contact.id, bench.zone)


def lines(bench: Workbench, contact: Contact) -> list[str]:
    return [f"{line.word}: {line.text}".rstrip(": ") for line in history(bench, contact).lines]


def talk(bench: Workbench, contact: Contact, *kinds: StepKind) -> Interview:
    """At 12:30 today; the steps a day apart, the last one just now."""
    steps = tuple(
        Step(kind, bench.now() - timedelta(days=len(kinds) - place)) for place, kind in enumerate(kinds)
    )
    start, _ = wall_time(datetime(2026, 11, 23, 12, 30), "Europe/Berlin")
    made = Interview(
        id=uuid4(), participants=(Participant(contact.id),), created=bench.now(), start=start, steps=steps
    )
    return put(bench, replace(made, place="Café"))


def test_a_talk_stands_above_the_steps_that_led_to_it(workbench: Workbench) -> None:
    priya = someone(workbench)
    talk(workbench, priya, StepKind.ASKED, StepKind.REPLIED, StepKind.SCHEDULED, StepKind.MET)

    assert lines(workbench, priya) == [
        "interview: Coffee, 45 min, Café",
        "scheduled",
        "replied: after 1 day",
        "asked",
    ]


def test_what_was_learned_stands_with_its_talk(workbench: Workbench) -> None:
    priya = someone(workbench)
    met = talk(workbench, priya, StepKind.MET)
    entry = JournalEntry(
        id=uuid4(),
        day=date(2026, 11, 23),
        created=workbench.now(),
        changed=workbench.now(),
        title="Priya",
        people=(priya.id,),
        learned="Ask for\nthe brief.",
        interview_id=met.id,
    )
    put(workbench, entry)

    assert [line.detail for line in history(workbench, priya).lines] == ["Learned: Ask for the brief."]


def test_an_entry_of_its_own_has_its_line(workbench: Workbench) -> None:
    priya = someone(workbench)
    day, now = date(2026, 11, 20), workbench.now()
    put(
        workbench,
        JournalEntry(id=uuid4(), day=day, created=now, changed=now, title="Fair", people=(priya.id,)),
    )

    assert lines(workbench, priya) == ["entry: Fair"]


def test_follow_ups_wait_by_day_and_move_to_the_timeline_when_done(workbench: Workbench) -> None:
    priya = someone(workbench)
    now = workbench.now()
    some_day = put(workbench, FollowUp(id=uuid4(), text="Some day", created=now, contact_id=priya.id))
    soon = put(
        workbench, FollowUp(id=uuid4(), text="Soon", created=now, contact_id=priya.id, due=date(2026, 12, 1))
    )
    assert history(workbench, priya).open == (soon, some_day)
    tick(workbench, soon, True)

    assert history(workbench, priya).open == (some_day,)
    assert lines(workbench, priya) == ["done: Soon"]


def test_a_line_of_an_entry_is_a_follow_up_for_everyone_in_it(workbench: Workbench) -> None:
    priya = someone(workbench)
    now = workbench.now()
    entry = put(
        workbench, JournalEntry(id=uuid4(), day=now.date(), created=now, changed=now, people=(priya.id,))
    )
    line = put(workbench, FollowUp(id=uuid4(), text="Send slides", created=now, entry_id=entry.id))

    assert history(workbench, priya).open == (line,)


def test_a_called_off_talk_says_so(workbench: Workbench) -> None:
    priya = someone(workbench)
    talk(workbench, priya, StepKind.SCHEDULED, StepKind.CANCELLED)

    assert lines(workbench, priya)[0].startswith("cancelled: Coffee, 45 min")


def test_a_timeline_shows_the_words_of_an_entry_and_none_of_its_signs(workbench: Workbench) -> None:
    priya = someone(workbench)
    text = "# Prices\n- by the **day**\n- _never_ by the [slide](https://example.org)"
    entry = JournalEntry(
        id=uuid4(),
        day=date(2026, 11, 20),
        created=workbench.now(),
        changed=workbench.now(),
        people=(priya.id,),
        learned=text,
    )
    put(workbench, entry)

    assert history(workbench, priya).lines[0].detail == "Prices • by the day • never by the slide"


def test_a_logged_contact_is_a_line_with_its_text_below(workbench: Workbench) -> None:
    priya = someone(workbench)
    log_touch(workbench, priya.id, TouchKind.CALL, date(2026, 11, 2), inbound=True, text="about the\nbook")
    (line,) = history(workbench, priya).lines

    assert (line.word, line.detail, line.at.date()) == ("called you", "about the book", date(2026, 11, 2))


def test_introductions_are_told_at_both_ends_by_how_far_they_have_come(workbench: Workbench) -> None:
    priya = someone(workbench)
    omar = put(workbench, Contact(id=uuid4(), name="Omar", created=workbench.now()))
    for stage in IntroductionStage:
        introduce(workbench, [priya.id], [omar.id], stage=stage)

    assert set(lines(workbench, priya)) == {"named Omar", "promised to introduce Omar", "introduced Omar"}
    told = {"named by Priya", "introduction promised by Priya", "introduced by Priya"}
    assert set(lines(workbench, omar)) == told
