"""The Challenge tab in its five states, and its forms and menus."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from netchal_gui.commands.challenges import Template, change_challenge, draft, start_challenge
from netchal_gui.commands.people import blank_contact
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact, PartialDate, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant, StepKind, moved, stepped
from netchal_gui.domain.periods import months_later
from netchal_gui.domain.walltime import from_utc, wall_time
from netchal_gui.views.challenge_form import ChallengeForm
from netchal_gui.views.choose_dialog import ChooseDialog
from netchal_gui.views.home_lists import TaskList
from netchal_gui.words import say
from scenes.stage import CHALLENGE, Stage, found

NAMES = "Ada Berg, Björn Okafor, Chiara Lenz, Dario Novak, Elif Stone, Farid Moss, Greta Lind, Hugo Park"


def first_run(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.shot("first-challenge")


def empty_month(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.begin()
    stage.shot("challenge-empty-month")


def all_done(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.begin()
    for number, name in enumerate(NAMES.split(", ")):
        _meet(stage, name, Relation.KNOWN if number < 4 else Relation.NEW)
    stage.shot("challenge-all-done")


def half_filled(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.shot("challenge")


def met_again(stage: Stage) -> None:
    """The end of the side: how asking went, where people came from, and who was met again."""
    stage.window.show_tab(CHALLENGE)
    stage.settle()
    bar = stage.challenge.side.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.shot("challenge-side-end")
    bar.setValue(0)


def birthdays(stage: Stage) -> None:
    """One of today, one in three days; and the text for one of them."""
    stage.window.show_tab(CHALLENGE)
    people = list(stage.workbench.store.every(Contact))[:2]
    for days, person in zip((0, 3), people, strict=True):
        day = _today(stage) + timedelta(days=days)
        birthday = PartialDate(day.month, day.day, day.year - 40 if days else None)
        stage.workbench.apply(Edit("Birthday", (Change(person, replace(person, birthday=birthday)),)))
    stage.shot("challenge-birthdays")
    found(stage.challenge, TaskList).congratulation_wanted.emit(people[0].id.bytes)
    stage.shot("congratulate")


def after_the_end(stage: Stage) -> None:
    """The example's challenge, begun so long ago that its twelve months are over."""
    stage.window.show_tab(CHALLENGE)
    stored = _current(stage)
    change_challenge(stage.workbench, stored, replace(stored, start=months_later(stored.start, -3)))
    stage.shot("challenge-after-the-end")


def forms(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    ChallengeForm(stage.workbench, _today(stage), None, stage.window).open()
    stage.shot("challenge-start")
    ChallengeForm(stage.workbench, _today(stage), _current(stage), stage.window).open()
    stage.shot("challenge-change")


def choose_person(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    lanes = stage.challenge.lanes
    card = next((each for each in lanes.cards() if each.person is None), lanes.cards()[-1])
    challenge = _current(stage)
    stage.challenge.actions_of_it.choose_person(challenge, 10, card.lane)
    stage.shot("challenge-choose", close=False)
    QTest.keyClicks(found(found(stage.challenge, ChooseDialog), QLineEdit), "an")
    stage.shot("challenge-choose-typed")


def menus(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    for number, template in enumerate((Template.THREE_A_WEEK, Template.FIFTY_INTERVIEWS)):
        start = months_later(_today(stage), -14 * number)
        start_challenge(stage.workbench, draft(stage.workbench, template, start))
    stage.settle()
    bar = stage.challenge.bar
    menu = bar.menu.menu()
    menu.popup(bar.mapToGlobal(QPoint(bar.width() - 220, bar.height())))
    others = stage.challenge.actions_of_it.others
    place = menu.actionGeometry(others.menuAction()).topLeft()
    others.popup(menu.mapToGlobal(place) - QPoint(others.sizeHint().width(), 0))
    stage.shot("challenge-others")


def _current(stage: Stage) -> Challenge:
    return next(stage.workbench.store.every(Challenge))


def _today(stage: Stage) -> date:
    return from_utc(stage.workbench.now(), stage.workbench.zone).day


def _meet(stage: Stage, name: str, relation: Relation) -> None:
    """A person, met at noon of this month's first day."""
    workbench = stage.workbench
    person = replace(blank_contact(workbench, name), relation=relation)
    first = datetime.combine(_today(stage).replace(day=1), time(12))
    talk = Interview(id=workbench.new_id(), participants=(Participant(person.id),), created=workbench.now())
    talk = moved(talk, wall_time(first, workbench.zone)[0], workbench.now())
    talk = stepped(talk, StepKind.MET, workbench.now())
    workbench.apply(Edit(say("Example"), (Change(None, person), Change(None, talk))))


FIRST = (first_run, empty_month, all_done)
FILLED = (half_filled, met_again, birthdays, after_the_end, forms, choose_person, menus)
