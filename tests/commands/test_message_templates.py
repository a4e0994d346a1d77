"""Texts kept ready: supplied ones in two languages, one's own before them, filled in or refused by line."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.invitations import ask, note_step
from netchal_gui.commands.message_facts import person_facts
from netchal_gui.commands.message_templates import language_for, reset_template, save_template, template_for
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.template_rendering import Text, render
from netchal_gui.domain.contact import Circle, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.message_template import MessageTemplate, TemplateKind, fact_names
from netchal_gui.domain.walltime import WallTime
from netchal_gui.words import LANGUAGES
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

ADA = {"name": "Ada Lovelace", "first_name": "Ada", "me": "Grace", "times": ["Thu 3 Dec, 12:00", "Fri 4 Dec"]}
FOR_SOMEBODY = [kind for kind in TemplateKind if {"first_name"} <= set(fact_names(kind))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TemplateKind)
def test_every_kind_has_a_text_in_every_language(
    workbench: Workbench, kind: TemplateKind, language: str
) -> None:
    text = render(kind, template_for(workbench, kind, language), {})

    assert text.subject or kind is TemplateKind.PAGE
    assert text.body.strip()
    assert "\n\n\n" not in text.body or kind is TemplateKind.PAGE


@pytest.mark.parametrize("familiar", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FOR_SOMEBODY)
def test_a_supplied_text_greets_and_signs(
    workbench: Workbench, kind: TemplateKind, language: str, familiar: bool
) -> None:
    text = render(kind, template_for(workbench, kind, language), {**ADA, "familiar": familiar})

    lines = text.body.splitlines()
    assert "Ada" in lines[0]
    assert lines[0].endswith(",")
    assert lines[-1] == "Grace"


@pytest.mark.parametrize("kind", FOR_SOMEBODY)
def test_german_keeps_du_and_sie_apart(workbench: Workbench, kind: TemplateKind) -> None:
    german = template_for(workbench, kind, "de")
    friend, stranger = (render(kind, german, {**ADA, "familiar": each}) for each in (True, False))

    formal, close = {"Sie", "Ihnen", "Ihre", "Ihrer"}, {"du", "dich", "dir", "dein", "deine", "deiner"}
    assert not formal & set(f"{friend.subject} {friend.body}".replace(",", " ").replace(".", " ").split())
    if kind not in (TemplateKind.OLD_FRIEND, TemplateKind.PARTNER):
        assert not close & set(f"{stranger.subject} {stranger.body}".replace(",", " ").split())


def test_proposed_times_are_a_list(workbench: Workbench) -> None:
    text = render(TemplateKind.ASK, template_for(workbench, TemplateKind.ASK, "en"), ADA)

    assert "\n\n- Thu 3 Dec, 12:00\n- Fri 4 Dec\n\n" in text.body


def test_ones_own_text_goes_before_the_supplied_one(workbench: Workbench) -> None:
    save_template(workbench, TemplateKind.THANK, "en", "Thanks", "Dear {{ first_name }}, thanks. {{ me }}")

    used = template_for(workbench, TemplateKind.THANK, "en")
    assert render(TemplateKind.THANK, used, ADA) == ("Thanks", "Dear Ada, thanks. Grace\n")
    assert "danke" in template_for(workbench, TemplateKind.THANK, "de").body


def test_saving_again_changes_the_one_text_and_can_be_undone(workbench: Workbench) -> None:
    save_template(workbench, TemplateKind.THANK, "en", "", "First")
    save_template(workbench, TemplateKind.THANK, "en", "", "Second")

    assert workbench.store.count(MessageTemplate) == 1
    workbench.undo()
    assert template_for(workbench, TemplateKind.THANK, "en").body == "First\n"


def test_what_is_in_use_already_is_not_saved(workbench: Workbench) -> None:
    supplied = template_for(workbench, TemplateKind.REPORT, "en")

    save_template(workbench, TemplateKind.REPORT, "en", *supplied)

    assert workbench.undo_label is None


def test_back_to_the_supplied_text(workbench: Workbench) -> None:
    supplied = template_for(workbench, TemplateKind.THANK, "de")
    save_template(workbench, TemplateKind.THANK, "de", "", "Danke")

    assert reset_template(workbench, TemplateKind.THANK, "de")
    assert template_for(workbench, TemplateKind.THANK, "de") == supplied
    assert not reset_template(workbench, TemplateKind.THANK, "de")


def test_a_text_that_cannot_be_filled_in_is_not_saved(workbench: Workbench) -> None:
    with pytest.raises(Refused, match="Line 2: There is no “frist_name”"):
        save_template(workbench, TemplateKind.ASK, "en", "", "Hello\n{{ frist_name }}")
    with pytest.raises(Refused, match="Subject: Line 1: "):
        save_template(workbench, TemplateKind.ASK, "en", "{{ nobody }}", "Hello")
    with pytest.raises(Refused, match="Write something first"):
        save_template(workbench, TemplateKind.ASK, "en", "Hello", " \n ")
    assert workbench.store.count(MessageTemplate) == 0


def test_a_subject_is_one_line_whatever_is_filled_in(workbench: Workbench) -> None:
    text = render(TemplateKind.ASK, Text("To {{ name }}", "x"), {"name": "Ada\r\nBcc: all@example.org"})

    assert text.subject == "To Ada Bcc: all@example.org"


def test_one_writes_in_the_persons_language_then_the_usual_then_the_programs(workbench: Workbench) -> None:
    ada = add(workbench, "Ada", language="fr")
    assert (language_for(workbench), language_for(workbench, ada)) == ("en", "fr")

    change_preferences(workbench, replace(workbench.preferences, language="de"))
    assert (language_for(workbench), language_for(workbench, add(workbench, "Bob"))) == ("de", "de")


def test_the_facts_of_a_person_are_what_is_known_of_them(workbench: Workbench) -> None:
    change_preferences(workbench, replace(workbench.preferences, own_name="Grace Hopper"))
    ada = add(workbench, "Prof. Ada Lovelace", prefix="Prof.", given="Ada", family="Lovelace", role="Analyst")
    introduce(workbench, ["Charles"], [ada.id])
    asked = ask(workbench, [ada.id], date(2026, 11, 3))
    agreed = replace(asked, start=WallTime(datetime(2026, 11, 12, 9), "UTC"))
    workbench.apply(Edit("Agree", (Change(asked, agreed),)))
    note_step(workbench, agreed, StepKind.MET)

    facts = person_facts(workbench, ada, "de")

    assert (facts["name"], facts["first_name"], facts["me"]) == ("Prof. Ada Lovelace", "Ada", "Grace Hopper")
    assert (facts["introduced_by"], facts["familiar"], facts["role"]) == ("Charles", False, "Analyst")
    assert (facts["met_on"], facts["asked_on"]) == ("12. November", "3. November")
    assert facts["last_met"] == "November 2026"


def test_whoever_was_met_at_an_event_and_is_a_friend_is_spoken_to_so(workbench: Workbench) -> None:
    bob = add(workbench, "Bob", circle=Circle.FRIEND, source=Source.EVENT, source_detail="ATD")

    facts = person_facts(workbench, bob, "en")

    assert (facts["event"], facts["familiar"], facts["first_name"]) == ("ATD", True, "Bob")
    assert (facts["met_on"], facts["asked_on"], facts["introduced_by"]) == ("", "", "")
