"""A message to somebody, one picture for each text kept ready, with the facts that it lives from."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from netchal_gui.commands.drafts import TO_PEOPLE
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.log_talk import log_talk
from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.domain.contact import Contact, Labelled, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant, StepKind, moved, stepped
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.talk import Met, NextStep, Talk
from netchal_gui.domain.walltime import from_utc, wall_time
from netchal_gui.views.draft_dialog import write_to
from scenes.stage import CONTACTS, Stage


def each_text(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    people = {
        TemplateKind.OLD_FRIEND: _old_friend(stage),
        TemplateKind.INTRODUCED: _introduced(stage),
        TemplateKind.AFTER_EVENT: _from_event(stage),
        TemplateKind.SECOND_OFFER: _did_not_come(stage),
        TemplateKind.THANK: _met(stage),
    }
    for kind in TO_PEOPLE:
        person = people.get(kind, people[TemplateKind.AFTER_EVENT]) if kind else people[TemplateKind.THANK]
        if kind in (TemplateKind.THANK_LATER, TemplateKind.BIRTHDAY):
            person = people[TemplateKind.THANK]
        write_to(stage.workbench, person.id, stage.window, choice=kind).open()
        stage.shot(f"draft-{kind or 'blank'}")


def _person(stage: Stage, name: str, relation: Relation, **facts: object) -> Contact:
    mail = (Labelled(f"{name.split()[0].lower()}@example.org", "work"),)
    blank = blank_contact(stage.workbench, name)
    return add_person(stage.workbench, replace(blank, relation=relation, emails=mail, **facts))


def _old_friend(stage: Stage) -> Contact:
    return _person(stage, "Ingrid Gruber", Relation.KNOWN, source=Source.ALREADY_KNOWN)


def _introduced(stage: Stage) -> Contact:
    by = next(iter(stage.workbench.store.every(Contact)))
    person = _person(stage, "Omar Diaz", Relation.NEW, organisation="Agency North", role="Head of learning")
    introduce(stage.workbench, [by.id], [person.id])
    return person


def _from_event(stage: Stage) -> Contact:
    event = {"source": Source.EVENT, "source_detail": "ATD meeting"}
    return _person(stage, "Beth Lowe", Relation.NEW, organisation="Halden", role="Recruiter", **event)


def _did_not_come(stage: Stage) -> Contact:
    person, bench = _person(stage, "Daniel Kim", Relation.NEW), stage.workbench
    yesterday = from_utc(bench.now(), bench.zone).day - timedelta(days=1)
    talk = Interview(id=bench.new_id(), participants=(Participant(person.id),), created=bench.now())
    talk = stepped(talk, StepKind.ASKED, bench.now())
    talk = moved(talk, wall_time(datetime.combine(yesterday, time(12)), bench.zone)[0], bench.now())
    bench.apply(Edit("Plan", (Change(None, stepped(talk, StepKind.NO_SHOW, bench.now())),)))
    return person


def _met(stage: Stage) -> Contact:
    person = _person(stage, "Priya Shah", Relation.NEW, organisation="Halden", role="Recruiter")
    today = from_utc(stage.workbench.now(), stage.workbench.zone).day
    learned = "Agencies shortlist in the first hour; ask for the brief."
    steps = (NextStep("send the article on hiring trends", today + timedelta(days=2)),)
    log_talk(stage.workbench, Talk(people=(Met(person.id),), day=today, learned=learned, next_steps=steps))
    return person


FIRST = ()
FILLED = (each_text,)
