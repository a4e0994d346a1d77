"""A line becomes a talk: who is meant, what it makes in words, and what was not understood."""

from datetime import date, datetime

import pytest

from netchal_gui.commands.log_completion import completions
from netchal_gui.commands.log_line import log_line, read
from netchal_gui.commands.plan import plan
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Source
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Channel, Interview, StepKind, WhoElse
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add, everyone

LINE = "met Ada Lovelace #event:ATD phone thanks who-else: Charles Babbage, Mary Somerville yesterday"


def test_the_line_of_the_help_makes_all_of_it_in_one_step(workbench: Workbench) -> None:
    log_line(workbench, LINE)

    ada = next(each for each in everyone(workbench) if each.name == "Ada Lovelace")
    talk = next(each for each in workbench.store.every(Interview) if each.stage is StepKind.MET)
    (thank,) = workbench.store.every(FollowUp)
    assert (ada.source, ada.source_detail) == (Source.EVENT, "ATD")
    assert (talk.people, talk.channel, talk.start and talk.start.day) == (
        (ada.id,),
        Channel.PHONE,
        date(2026, 11, 22),
    )
    assert (thank.contact_id, thank.done) == (ada.id, True)
    assert {each.by_id for each in workbench.store.every(Introduction)} == {ada.id}
    assert len(everyone(workbench)) == 3
    workbench.undo()
    assert not everyone(workbench)


def test_what_the_line_will_make_is_said_before(workbench: Workbench) -> None:
    add(workbench, "Mary Somerville")
    reading = read(workbench, LINE)

    assert reading.makes == (
        "an interview with Ada Lovelace (new), by phone, “ATD”, yesterday",
        "a thank-you done",
        "2 ideas named by Ada Lovelace: Charles Babbage (new), Mary Somerville",
    )
    assert (reading.notices, reading.refusal) == ((), "")
    assert len(everyone(workbench)) == 1


def test_everything_else_is_said_too(workbench: Workbench) -> None:
    text = (
        "met Ada, Bob at 8:15 20 min @Bremen #maths learned: x next: write by Friday; call"
        " who-else: Karl (promised)"
    )

    assert read(workbench, text).makes == (
        "an interview with Ada (new), Bob (new), Bremen, today, 08:15, 20 min",
        "2 thank-yous due Tue 24 Nov",
        "1 idea named by Ada: Karl (new)",
        "1 introduction to ask for",
        "a journal entry",
        "to do by Fri 27 Nov: write",
        "to do: call",
        "tagged #maths",
    )


def test_a_planned_interview_is_called_so(workbench: Workbench) -> None:
    plan(workbench, ["Ada"], datetime(2026, 11, 22, 12), channel=Channel.LUNCH)

    assert read(workbench, "met ada yesterday no thanks").makes == (
        "the planned interview with Ada, met, at lunch, yesterday",
    )


def test_other_interviews_that_are_planned_with_them_are_said_and_stay(workbench: Workbench) -> None:
    plan(workbench, ["Ada", "Bob"], datetime(2026, 12, 1, 12))
    planned = plan(workbench, ["Ada"], datetime(2026, 11, 27, 12)).interview
    plan(workbench, ["Karl"], datetime(2026, 11, 28, 12))
    reading = log_line(workbench, "met Ada, Bob phone")

    assert reading.notices == (
        "Ada is also planned for Fri 27 Nov, 12:00; that interview stays.",
        "Ada, Bob are also planned for Tue 1 Dec, 12:00; that interview stays.",
    )
    assert workbench.store.get(Interview, planned.id) == planned


def test_somebody_known_is_found_however_the_name_is_written(workbench: Workbench) -> None:
    jurgen = add(workbench, "Jürgen Groß")
    made = log_line(workbench, "met jurgen gross").made

    assert made is not None
    assert made.people == (jurgen,)


def test_a_name_that_several_have_is_said_and_makes_nothing(workbench: Workbench) -> None:
    add(workbench, "Daniel Kim", organisation="Halden")
    add(workbench, "Daniel Kim", organisation="Vega")
    reading = read(workbench, "met Daniel Kim")

    assert "There are 2 people called Daniel Kim" in reading.refusal
    assert reading.made is None
    with pytest.raises(Refused, match="There are 2 people"):
        log_line(workbench, "met Daniel Kim")


def test_a_mark_in_quotation_marks_says_which(workbench: Workbench) -> None:
    halden = add(workbench, "Daniel Kim", organisation="Halden")
    add(workbench, "Daniel Kim", organisation="Vega")
    made = read(workbench, "met “Daniel Kim (Halden)” and Bob").made

    assert made is not None
    assert made.people[0] == halden


def test_a_new_person_like_one_who_is_there_is_pointed_out(workbench: Workbench) -> None:
    add(workbench, "Ada Lovelace")

    assert read(workbench, "met Ada").notices == ("Ada will be a new person; Ada Lovelace is there already.",)


def test_what_was_not_understood_is_kept_as_a_note_and_said(workbench: Workbench) -> None:
    reading = log_line(workbench, "met Ada quickly in the hall note: red hat")

    (entry,) = workbench.store.every(JournalEntry)
    assert entry.notes == "red hat\n\nquickly in the hall"
    assert reading.notices == ("Not understood, kept as a note: “quickly in the hall”",)


@pytest.mark.parametrize("text", ["phone yesterday", "zzz"])
def test_without_anybody_there_is_nothing_to_make(workbench: Workbench, text: str) -> None:
    assert read(workbench, text).refusal == "Name at least one person."


def test_an_empty_line_says_nothing(workbench: Workbench) -> None:
    assert read(workbench, " ").refusal == ""


@pytest.mark.parametrize(("word", "answer"), [("nobody", WhoElse.NOBODY), ("forgot", WhoElse.FORGOT)])
def test_nobody_and_forgot_are_of_everyone_there(workbench: Workbench, word: str, answer: WhoElse) -> None:
    made = log_line(workbench, f"met Ada and Bob who-else: {word}").made

    assert made is not None
    assert [one.who_else for one in made.interview.participants] == [answer, answer]


@pytest.fixture
def people(workbench: Workbench) -> list[Contact]:
    return [
        add(workbench, "Ada Lovelace", role="Engineer", tags=("maths", "old friends")),
        add(workbench, "Adam Berg", source=Source.EVENT, source_detail="ATD 2026"),
        add(workbench, "Daniel Kim", organisation="Halden"),
        add(workbench, "Daniel Kim", organisation="Vega"),
    ]


@pytest.mark.parametrize(
    ("before", "inserts"),
    [
        ("met ada", ["Ada Lovelace", "Adam Berg"]),
        ("met Ada Lov", ["Ada Lovelace"]),
        ("met Ada Lovelace and be", ["Adam Berg"]),
        ("met Bob who-else: lovel", ["Ada Lovelace"]),
        ("met Daniel", ['"Daniel Kim (Halden)"', '"Daniel Kim (Vega)"']),
        ("met Ada Lovelace", []),
        ("met ", []),
        ("met a", []),
        ("met Bob #ma", ["#maths"]),
        ("met Bob #OLD", ["#old_friends"]),
        ("met Bob #event:a", ["#event:ATD_2026"]),
        ("", []),
    ],
)
def test_names_tags_and_events_are_completed(
    workbench: Workbench, people: list[Contact], before: str, inserts: list[str]
) -> None:
    assert sorted(each.insert for each in completions(workbench, before)) == inserts


def test_a_completion_takes_the_place_of_what_was_typed(workbench: Workbench, people: list[Contact]) -> None:
    before = "met Bob, ada lov"
    (found,) = completions(workbench, before)

    assert before[: found.start] + found.insert == "met Bob, Ada Lovelace"
