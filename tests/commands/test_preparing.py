"""Prepare for a talk and note its answers: the list, the pitch, the sheet's facts, and the journal entry."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from netchal_gui.commands.answering import answer, finish_talk
from netchal_gui.commands.challenge_people import ToDoKind, to_do
from netchal_gui.commands.home_wording import task_detail
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.log_talk import log_talk
from netchal_gui.commands.pitches import add_pitch, blank_pitch
from netchal_gui.commands.plan import delete_interview, plan, take_step
from netchal_gui.commands.prepare_facts import prepare_sheet
from netchal_gui.commands.preparing import next_talk, prepare, suiting, use_pitch, with_questions
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.who_else import note_who_else
from netchal_gui.domain.contact import Circle, Contact, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Question, StepKind, WhoElse
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.question_set import Purpose
from netchal_gui.domain.talk import Met, Named, NextStep, Talk
from netchal_gui.storage.journal_queries import entry_of_interview
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import planned
from tests.commands.people_files import add

WHY, HOW = Question("Why?"), Question("How?")


@pytest.fixture
def talk(workbench: Workbench) -> Interview:
    interview = planned(workbench, "Ada Lovelace", "2026-11-24T12:00", place="Café Luise")
    prepare(workbench, interview.id, (WHY, HOW), None)
    return stored(workbench, interview)


def stored(workbench: Workbench, interview: Interview) -> Interview:
    found = workbench.store.get(Interview, interview.id)
    assert found is not None
    return found


def entry(workbench: Workbench, interview: Interview) -> JournalEntry:
    found = entry_of_interview(workbench.store, interview.id)
    assert found is not None
    return found


def test_the_list_of_a_talk_is_one_step_of_undo(workbench: Workbench, talk: Interview) -> None:
    prepare(workbench, talk.id, (HOW, WHY), None)
    workbench.undo()

    assert stored(workbench, talk).questions == (WHY, HOW)


def test_saving_the_same_list_is_no_edit(workbench: Workbench, talk: Interview) -> None:
    assert not prepare(workbench, talk.id, (WHY, HOW), None)


def test_a_question_comes_on_the_list_once() -> None:
    assert with_questions((WHY,), ["why?", " How? ", ""]) == (WHY, HOW)


def test_the_questions_proposed_follow_the_circle() -> None:
    assert suiting([person(circle=Circle.FAMILY)]) is Purpose.FAMILY
    assert suiting([person(relation=Relation.KNOWN)]) is Purpose.OLD_FRIEND
    assert suiting([person(relation=Relation.NEW)]) is Purpose.ROLE


def person(**values: object) -> Contact:
    created = datetime(2026, 1, 1, tzinfo=UTC)
    return Contact(id=uuid4(), name="Ada", created=created, **values)  # type: ignore[arg-type]


def test_one_prepares_for_the_earliest_open_talk(workbench: Workbench, talk: Interview) -> None:
    assert next_talk(workbench.store, talk.people[0]) == talk
    take_step(workbench, talk, StepKind.CANCELLED)

    assert next_talk(workbench.store, talk.people[0]) is None


def test_the_pitch_of_a_talk_is_remembered(workbench: Workbench, talk: Interview) -> None:
    pitch = add_pitch(workbench, replace(blank_pitch(workbench), title="Short", text="I build bridges."))
    use_pitch(workbench, talk.id, pitch.id)

    assert prepare_sheet(workbench, talk.id).pitch == pitch


def test_the_first_answer_makes_the_entry_of_the_talk(workbench: Workbench, talk: Interview) -> None:
    answer(workbench, talk.id, replace(WHY, answer="For fun", asked=True))

    assert entry(workbench, talk).learned == "- **Why?** For fun"
    assert (entry(workbench, talk).title, entry(workbench, talk).day) == ("Ada Lovelace", date(2026, 11, 24))


def test_an_answer_typed_on_is_in_the_entry_once(workbench: Workbench, talk: Interview) -> None:
    for text in ("For", "For fun", "For fun, mostly"):
        answer(workbench, talk.id, replace(WHY, answer=text), merge="typing")

    assert entry(workbench, talk).learned == "- **Why?** For fun, mostly"


def test_typing_an_answer_is_one_step_of_undo_with_its_entry(workbench: Workbench, talk: Interview) -> None:
    for text in ("For", "For fun"):
        answer(workbench, talk.id, replace(WHY, answer=text), merge="typing")
    workbench.undo()

    assert stored(workbench, talk) == talk
    assert entry_of_interview(workbench.store, talk.id) is None


def test_a_tick_alone_makes_no_entry(workbench: Workbench, talk: Interview) -> None:
    answer(workbench, talk.id, replace(WHY, asked=True))

    assert stored(workbench, talk).questions[0].asked
    assert entry_of_interview(workbench.store, talk.id) is None


def test_an_answer_to_a_question_that_is_gone_is_refused(workbench: Workbench, talk: Interview) -> None:
    with pytest.raises(Refused, match="question"):
        answer(workbench, talk.id, Question("When?", answer="Now"))
    delete_interview(workbench, talk)
    with pytest.raises(Refused, match="interview"):
        answer(workbench, talk.id, WHY)


def test_the_sheet_tells_who_where_and_when(workbench: Workbench, talk: Interview) -> None:
    sheet = prepare_sheet(workbench, talk.id)

    assert sheet.title == "Ada Lovelace"
    assert [fact.text for fact in sheet.facts] == [
        "Tuesday 24 November, 12:00 – 12:45",
        "Coffee · Café Luise",
    ]
    assert sheet.questions == (WHY, HOW)


def test_the_sheet_tells_how_one_met_and_who_introduced(workbench: Workbench, talk: Interview) -> None:
    ada = workbench.store.get(Contact, talk.people[0])
    assert ada is not None
    known = replace(ada, source=Source.EVENT, source_detail="ATD")
    workbench.apply(Edit("Met", (Change(ada, known),)))
    introduce(workbench, [add(workbench, "Mary Somerville").id], [ada.id])

    facts = prepare_sheet(workbench, talk.id).people[0].facts

    assert [fact.text for fact in facts] == ["Event · ATD", "named by Mary Somerville"]


def test_the_sheet_tells_what_was_learned_last_and_what_is_open(
    workbench: Workbench, talk: Interview
) -> None:
    now = workbench.now()
    for day, learned in ((3, "**Old**"), (20, "She *moved*"), (22, "")):
        page = JournalEntry(
            id=workbench.new_id(),
            day=date(2026, 11, day),
            created=now,
            changed=now,
            people=talk.people,
            learned=learned,
        )
        workbench.apply(Edit("Entry", (Change(None, page),)))
    promise = FollowUp(id=workbench.new_id(), text="Send it", created=now, contact_id=talk.people[0])
    workbench.apply(Edit("Promise", (Change(None, promise),)))

    ada = prepare_sheet(workbench, talk.id).people[0]

    assert (ada.learned, ada.follow_ups) == ("She moved", ("Send it",))


def test_what_this_talk_taught_is_not_from_last_time(workbench: Workbench, talk: Interview) -> None:
    answer(workbench, talk.id, replace(WHY, answer="For fun"))

    assert prepare_sheet(workbench, talk.id).people[0].learned == ""


def test_a_talk_that_took_place_earlier_than_planned_has_its_entry_on_that_day(
    workbench: Workbench, talk: Interview
) -> None:
    answer(workbench, talk.id, replace(WHY, answer="For fun"))
    assert entry(workbench, talk).day == date(2026, 11, 24)
    finish_talk(workbench, talk.id)

    assert entry(workbench, talk).day == date(2026, 11, 23)
    assert entry(workbench, talk).learned == "- **Why?** For fun"


def test_what_was_learned_from_two_people_together_stands_on_their_sheet_once(workbench: Workbench) -> None:
    people = [add(workbench, name).id for name in ("Ada Lovelace", "Mary Somerville")]
    steps = (NextStep("Send the paper"),)
    met = tuple(Met(each) for each in people)
    log_talk(workbench, Talk(people=met, day=date(2026, 11, 20), learned="Maps.", next_steps=steps))
    planned_talk = plan(workbench, people, datetime(2026, 11, 24, 12)).interview
    ada, mary = prepare_sheet(workbench, planned_talk.id).people

    assert (ada.learned, mary.learned) == ("Maps.", "")
    assert "Send the paper" in ada.follow_ups
    assert mary.follow_ups == ("Thank Mary Somerville (by 21 Nov)",)


def test_whom_they_named_stands_on_the_sheet(workbench: Workbench, talk: Interview) -> None:
    named = (Named("Charles Babbage"), Named("Mary Somerville"))
    note_who_else(workbench, talk.id, talk.people[0], WhoElse.NAMED, named)

    assert prepare_sheet(workbench, talk.id).named == "Charles Babbage, Mary Somerville"


def test_what_is_to_do_says_what_is_ready(workbench: Workbench, talk: Interview) -> None:
    (before,) = preparations(workbench)
    pitch = add_pitch(workbench, replace(blank_pitch(workbench), title="Short", text="I am Ada."))
    use_pitch(workbench, talk.id, pitch.id)
    prepare(workbench, talk.id, (), pitch.id)
    (without,) = preparations(workbench)
    workbench.undo()
    (after,) = preparations(workbench)

    assert before == "2 questions"
    assert without == "pitch: Short"
    assert after == "2 questions · pitch: Short"


def preparations(workbench: Workbench) -> list[str]:
    now = date(2026, 11, 23)
    found, _ = to_do(workbench.store, now, workbench.zone)
    return [task_detail(item, now) for item in found if item.kind is ToDoKind.PREPARE]
