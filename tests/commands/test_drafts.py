"""A message to a person: the text that suits, with their facts; and one step of undo for having sent it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from netchal_gui.commands import plan
from netchal_gui.commands.drafts import draft, note_sent
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.invitations import ask, note_step
from netchal_gui.commands.journal import change_entry, write_up
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Labelled, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.favour import Favour
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import wall_time
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.people_files import add

MAIL = (Labelled("ada@example.org"),)


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada Lovelace", emails=MAIL, role="Engineer", organisation="Analytical")


def due(workbench: Workbench, contact: Contact, kind: FollowUpKind) -> FollowUp:
    item = FollowUp(
        id=workbench.new_id(), text="For her", created=workbench.now(), kind=kind, contact_id=contact.id
    )
    workbench.apply(Edit("Add", (Change(None, item),)))
    return item


def talked(workbench: Workbench, contact: Contact, stage: StepKind, day: int = 10) -> Interview:
    talk = plan.plan(workbench, [contact.id], datetime(2026, 11, day, 15), place="Café").interview
    return plan.take_step(workbench, talk, stage)


@pytest.mark.parametrize(
    ("person", "kind"),
    [
        ({}, TemplateKind.ASK),
        ({"relation": Relation.KNOWN}, TemplateKind.OLD_FRIEND),
        ({"source": Source.EVENT, "source_detail": "ATD"}, TemplateKind.AFTER_EVENT),
        ({"source": Source.INTRODUCTION}, TemplateKind.INTRODUCED),
    ],
)
def test_a_first_message_suits_how_one_met(workbench: Workbench, person: Any, kind: TemplateKind) -> None:
    assert draft(workbench, add(workbench, "Bob", **person).id).kind is kind


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        (StepKind.NO_SHOW, TemplateKind.SECOND_OFFER),
        (StepKind.CANCELLED, TemplateKind.SECOND_OFFER),
        (StepKind.MET, TemplateKind.THANK),
    ],
)
def test_after_a_planned_talk_it_suits_what_came_of_it(
    workbench: Workbench, ada: Contact, stage: StepKind, kind: TemplateKind
) -> None:
    talked(workbench, ada, stage)

    assert draft(workbench, ada.id).kind is kind


def test_an_unanswered_request_gets_a_reminder_and_an_answered_one_a_blank_page(
    workbench: Workbench, ada: Contact
) -> None:
    asked = ask(workbench, [ada.id], date(2026, 11, 3))
    reminder = draft(workbench, ada.id)
    note_step(workbench, asked, StepKind.REPLIED)

    assert (reminder.kind, "3 November" in reminder.body) == (TemplateKind.REMIND, True)
    answered = draft(workbench, ada.id)
    assert (answered.kind, answered.subject, answered.body) == (None, "", "")


@pytest.mark.parametrize(
    ("due_kind", "kind"),
    [
        (FollowUpKind.THANK, TemplateKind.THANK),
        (FollowUpKind.THANK_LATER, TemplateKind.THANK_LATER),
    ],
)
def test_an_open_thank_you_comes_first(
    workbench: Workbench, ada: Contact, due_kind: FollowUpKind, kind: TemplateKind
) -> None:
    due(workbench, ada, due_kind)

    assert draft(workbench, ada.id).kind is kind


def test_the_facts_of_the_person_are_filled_in(workbench: Workbench, ada: Contact) -> None:
    change_preferences(workbench, replace(workbench.preferences, own_name="Mia Keller"))
    introduce(workbench, ["Omar Diaz"], [ada.id])
    text = draft(workbench, ada.id)

    assert (text.to, text.kind) == ("ada@example.org", TemplateKind.INTRODUCED)
    assert "Omar Diaz" in text.subject
    assert all(fact in text.body for fact in ("Ada Lovelace", "Engineer", "Analytical", "Mia Keller"))


def test_what_was_learned_stands_in_the_thanks(workbench: Workbench, ada: Contact) -> None:
    talk = talked(workbench, ada, StepKind.MET)
    change_entry(workbench, write_up(workbench, talk).id, learned="Ask *one* question more.")

    assert "Ask one question more." in draft(workbench, ada.id, TemplateKind.THANK).body


def test_a_proposed_time_stands_in_the_request(workbench: Workbench, ada: Contact) -> None:
    idea = ask(workbench, [ada.id])
    start = wall_time(datetime(2026, 12, 3, 12), workbench.zone)[0]
    workbench.apply(Edit("Propose", (Change(idea, replace(idea, start=start, place="Café", steps=())),)))

    assert "- Thursday 3 December, 12:00, Café" in draft(workbench, ada.id).body


def test_given_times_stand_instead(workbench: Workbench, ada: Contact) -> None:
    assert "- Friday at noon" in draft(workbench, ada.id, times=["Friday at noon"]).body


def test_it_is_written_in_the_persons_language(workbench: Workbench, clock: Clock) -> None:
    contact = add(workbench, "Jürgen Groß", language="de", relation=Relation.KNOWN)
    talked(workbench, contact, StepKind.MET)

    text = draft(workbench, contact.id, TemplateKind.OLD_FRIEND)
    assert text.language == "de"
    assert "Hallo Jürgen," in text.body
    assert "November 2026" in text.body
    english = draft(workbench, contact.id, TemplateKind.OLD_FRIEND, language="en")
    assert english.body.startswith("Hi Jürgen,")


def test_another_language_is_kept_for_the_person_in_the_same_step(workbench: Workbench, ada: Contact) -> None:
    note_sent(workbench, draft(workbench, ada.id, language="de"))
    assert draft(workbench, ada.id).language == "de"
    workbench.undo()

    assert workbench.store.get(Contact, ada.id) == ada


def test_a_stranger_reads_who_one_is_in_the_shortest_pitch_of_their_language(
    workbench: Workbench, ada: Contact
) -> None:
    for seconds, language, text in ((60, "en", "Long."), (15, "en", "I build bridges."), (5, "de", "Kurz.")):
        pitch = Pitch(
            id=workbench.new_id(),
            title="Me",
            text=text,
            created=workbench.now(),
            seconds=seconds,
            language=language,
        )
        workbench.apply(Edit("Add", (Change(None, pitch),)))

    body = draft(workbench, ada.id).body
    assert "I build bridges." in body
    assert "Long." not in body


def test_later_thanks_say_what_the_help_led_to(workbench: Workbench, ada: Contact) -> None:
    favour = Favour(
        id=workbench.new_id(),
        contact_id=ada.id,
        created=workbench.now(),
        at=workbench.now(),
        text="Your tip got me the interview.",
    )
    later = FollowUp(
        id=workbench.new_id(),
        text="Thank Ada",
        created=workbench.now(),
        kind=FollowUpKind.THANK_LATER,
        contact_id=ada.id,
        favour_id=favour.id,
    )
    workbench.apply(Edit("Add", (Change(None, favour), Change(None, later))))

    assert "Your tip got me the interview." in draft(workbench, ada.id).body


def test_a_hostile_name_is_only_a_name(workbench: Workbench) -> None:
    hostile = "{{ me }} Eve\r\nBcc: eve@example.net&cc=x"
    contact = add(workbench, hostile, emails=(Labelled("a@example.org,b@example.org"), *MAIL))
    text = draft(workbench, contact.id)

    assert text.to == "ada@example.org"
    assert "{{ me }} Eve" in text.body
    assert "Bcc" not in text.subject


def test_asking_is_noted_as_asked_and_undone_in_one(
    workbench: Workbench, ada: Contact, tmp_path: Any
) -> None:
    due(workbench, ada, FollowUpKind.WRITE)
    export_all(workbench, tmp_path / "before.json")
    label = note_sent(workbench, draft(workbench, ada.id))

    (asked,) = workbench.store.every(Interview)
    assert (label, asked.stage, asked.people) == (
        "Asked Ada Lovelace for an interview",
        StepKind.ASKED,
        (ada.id,),
    )
    assert all(each.done for each in workbench.store.every(FollowUp))
    workbench.undo()
    export_all(workbench, tmp_path / "after.json")
    assert (tmp_path / "before.json").read_bytes() == (tmp_path / "after.json").read_bytes()


def test_a_reminder_is_a_second_asking_of_the_same(workbench: Workbench, ada: Contact) -> None:
    ask(workbench, [ada.id], date(2026, 11, 3))
    note_sent(workbench, draft(workbench, ada.id))

    (asked,) = workbench.store.every(Interview)
    assert [step.kind for step in asked.steps] == [StepKind.ASKED, StepKind.ASKED]


def test_a_second_offer_is_an_interview_of_its_own_at_the_same_place(
    workbench: Workbench, ada: Contact
) -> None:
    missed = talked(workbench, ada, StepKind.NO_SHOW)
    note_sent(workbench, draft(workbench, ada.id))

    assert workbench.store.get(Interview, missed.id) == missed
    (offer,) = [each for each in workbench.store.every(Interview) if each.id != missed.id]
    assert (offer.stage, offer.place, offer.start, offer.people) == (
        StepKind.ASKED,
        "Café",
        None,
        (ada.id,),
    )


def test_thanks_settle_the_thank_you_that_was_due(workbench: Workbench, ada: Contact) -> None:
    thanks = due(workbench, ada, FollowUpKind.THANK)
    note_sent(workbench, draft(workbench, ada.id))

    stored = workbench.store.get(FollowUp, thanks.id)
    assert stored is not None
    assert stored.done
    assert workbench.store.count(Touch) == 0


def test_thanks_that_nobody_waited_for_are_a_contact(workbench: Workbench, ada: Contact) -> None:
    note_sent(workbench, draft(workbench, ada.id, TemplateKind.THANK))

    (touch,) = workbench.store.every(Touch)
    assert (touch.contact_id, touch.text) == (ada.id, "Thank you for your time")


def test_own_words_are_noted_with_their_subject(workbench: Workbench, ada: Contact) -> None:
    written = replace(draft(workbench, ada.id, None), subject="Tea?", body="Hello")

    assert note_sent(workbench, written) == "Wrote to Ada Lovelace"
    assert [each.text for each in workbench.store.every(Touch)] == ["Tea?"]


def test_somebody_who_is_gone_cannot_be_written_to(workbench: Workbench, ada: Contact) -> None:
    text = draft(workbench, ada.id)
    workbench.undo()

    with pytest.raises(Refused, match="no longer there"):
        note_sent(workbench, text)
