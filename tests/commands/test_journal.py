"""Writing the journal: entries, what they say, whom they name, and how one undo takes it back."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from netchal_gui.commands.follow_up_lines import Line, line_of, save_lines
from netchal_gui.commands.journal import (
    EntryGone,
    add,
    change_entry,
    change_people,
    delete_entry,
    new_entry,
    write_up,
)
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpEventKind
from netchal_gui.domain.interview import Interview, Participant, Step, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage.journal_queries import entry_page

START = WallTime(datetime(2026, 11, 18, 12), "Europe/Berlin")


def entries(workbench):
    return list(workbench.store.every(JournalEntry))


def lines(workbench, entry):
    return list(entry_page(workbench.store, entry.id).lines)


def talk(workbench, *names, step=StepKind.SCHEDULED):
    people = [Contact(id=uuid4(), name=name, created=workbench.now()) for name in names]
    interview = Interview(
        id=uuid4(),
        participants=tuple(Participant(person.id) for person in people),
        created=workbench.now(),
        start=START,
        steps=(Step(step, workbench.now()),),
    )
    workbench.apply(Edit("Plan", (*(Change(None, person) for person in people), Change(None, interview))))
    return interview


def test_a_new_entry_has_the_day_on_the_wall(workbench, clock):
    clock.moment = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    assert new_entry(workbench).day == date(2026, 11, 24)


def test_a_new_entry_is_undone_in_one_step(workbench):
    new_entry(workbench)
    workbench.undo()

    assert entries(workbench) == []


def test_added_text_becomes_what_was_learned(workbench):
    entry = add(workbench, "  Agencies shortlist in the first hour.  ")

    assert (entry.title, entry.learned) == ("", "Agencies shortlist in the first hour.")


def test_the_first_line_of_added_text_is_its_title(workbench):
    entry = add(workbench, "# Agency side\n\nAsk for the brief.")

    assert (entry.title, entry.learned) == ("Agency side", "Ask for the brief.")


def test_a_long_first_line_stays_in_the_text(workbench):
    text = "word " * 30 + "\nend"

    assert add(workbench, text).learned == text


def test_nothing_is_no_entry(workbench):
    with pytest.raises(Refused, match="Write something first"):
        add(workbench, " \n ")


def test_writing_up_an_interview_takes_its_day_and_people(workbench):
    interview = talk(workbench, "Carla Weiss", "Mira Rossi")
    entry = write_up(workbench, interview)

    assert (entry.title, entry.day, entry.people) == ("Carla Weiss, Mira Rossi", START.day, interview.people)
    assert entry_page(workbench.store, entry.id).start == START


def test_writing_up_says_in_the_same_edit_that_one_has_met(workbench):
    interview = talk(workbench, "Carla Weiss")
    write_up(workbench, interview)

    assert workbench.store.get(Interview, interview.id).stage is StepKind.MET
    workbench.undo()
    assert workbench.store.get(Interview, interview.id) == interview
    assert entries(workbench) == []


def test_writing_up_again_opens_the_same_entry_and_adds_no_step(workbench):
    interview = talk(workbench, "Carla Weiss")
    first = write_up(workbench, interview)
    met = workbench.store.get(Interview, interview.id)

    assert write_up(workbench, met) == first
    assert workbench.store.get(Interview, interview.id) == met


def test_writing_about_a_cancelled_interview_does_not_claim_that_one_met(workbench):
    interview = talk(workbench, "Carla Weiss", step=StepKind.CANCELLED)
    write_up(workbench, interview)

    assert workbench.store.get(Interview, interview.id).stage is StepKind.CANCELLED


def test_a_change_keeps_the_other_fields_as_they_are_stored(workbench):
    entry = new_entry(workbench)
    change_entry(workbench, entry.id, learned="Price by the day")
    change_entry(workbench, entry.id, title="Carla")
    (stored,) = entries(workbench)

    assert (stored.title, stored.learned) == ("Carla", "Price by the day")


def test_a_change_notes_when_it_was_made(workbench, clock):
    entry = new_entry(workbench)
    clock.later(minutes=5)

    assert change_entry(workbench, entry.id, title="Carla").changed == workbench.now()


def test_changing_nothing_makes_no_step_of_undo(workbench):
    entry = new_entry(workbench)
    change_entry(workbench, entry.id, title="")

    assert workbench.undo_label == "Entry added"


def test_typing_with_one_key_is_one_step_of_undo(workbench, clock):
    entry = new_entry(workbench)
    for text in ("P", "Price", "Price by the day"):
        clock.later(seconds=5)
        change_entry(workbench, entry.id, merge=("learned", 1), learned=text)
    workbench.undo()

    assert [stored.learned for stored in entries(workbench)] == [""]


def test_typing_into_an_entry_that_is_gone_says_so(workbench):
    entry = new_entry(workbench)
    workbench.undo()

    with pytest.raises(EntryGone):
        change_entry(workbench, entry.id, title="Carla")


def test_naming_people_makes_those_who_are_new(workbench):
    ada = Contact(id=uuid4(), name="Ada Lovelace", created=workbench.now(), relation=Relation.KNOWN)
    workbench.apply(Edit("Add", (Change(None, ada),)))
    entry = new_entry(workbench)
    change_people(workbench, entry.id, [ada.id, " Zoe  Quinn "])

    assert [person.name for person in entry_page(workbench.store, entry.id).people] == [
        "Ada Lovelace",
        "Zoe Quinn",
    ]
    workbench.undo()
    assert [person.name for person in workbench.store.every(Contact)] == ["Ada Lovelace"]


def test_deleting_an_entry_takes_its_lines_and_undo_brings_both_back(workbench):
    entry = new_entry(workbench)
    save_lines(workbench, entry.id, [Line(uuid4(), "Send the outline")])
    kept = lines(workbench, entry)
    delete_entry(workbench, entry.id)

    assert list(workbench.store.every(FollowUp)) == []
    workbench.undo()
    assert lines(workbench, entry) == kept


def test_lines_are_kept_as_follow_ups_in_their_order(workbench):
    entry = new_entry(workbench)
    due = date(2026, 12, 2)
    save_lines(workbench, entry.id, [Line(uuid4(), "Send the outline", due), Line(uuid4(), " Thank  Hanna ")])

    assert [(line.text, line.due, line.position) for line in lines(workbench, entry)] == [
        ("Send the outline", due, 0),
        ("Thank Hanna", None, 1),
    ]


def test_a_line_without_text_is_no_follow_up(workbench):
    entry = new_entry(workbench)
    first = Line(uuid4(), "Send the outline")
    save_lines(workbench, entry.id, [first, Line(uuid4(), "  ")])
    save_lines(workbench, entry.id, [Line(first.id, "")])

    assert lines(workbench, entry) == []


def test_lines_can_change_places(workbench):
    entry = new_entry(workbench)
    first, second = Line(uuid4(), "one"), Line(uuid4(), "two")
    save_lines(workbench, entry.id, [first, second])
    save_lines(workbench, entry.id, [second, first])

    assert [line_of(line) for line in lines(workbench, entry)] == [second, first]


def test_a_tick_is_noted_in_the_history(workbench):
    entry = new_entry(workbench)
    line = Line(uuid4(), "Send the outline")
    save_lines(workbench, entry.id, [line])
    save_lines(workbench, entry.id, [Line(line.id, line.text, done=True)])
    (stored,) = lines(workbench, entry)

    assert stored.done
    assert [event.kind for event in stored.history] == [FollowUpEventKind.DONE]
    assert workbench.undo_label == "“Send the outline” done"


def test_another_day_keeps_the_former_one_in_the_history(workbench):
    entry = new_entry(workbench)
    line = Line(uuid4(), "Send the outline", date(2026, 12, 2))
    save_lines(workbench, entry.id, [line])
    save_lines(workbench, entry.id, [Line(line.id, line.text, date(2026, 12, 9))])
    (stored,) = lines(workbench, entry)

    assert [(event.kind, event.due) for event in stored.history] == [(FollowUpEventKind.SNOOZED, line.due)]


def test_lines_of_an_entry_that_is_gone_are_not_kept(workbench):
    with pytest.raises(EntryGone):
        save_lines(workbench, UUID(int=1), [Line(uuid4(), "Send the outline")])
    assert list(workbench.store.every(FollowUp)) == []
