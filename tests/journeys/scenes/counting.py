"""What counts and what was recorded: on cards, in menus and forms, and in the lists behind numbers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolButton

from netchal_gui.commands.challenges import change_challenge
from netchal_gui.commands.count_decisions import count_anyway
from netchal_gui.commands.recordings import add_link
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.recording import Recording
from netchal_gui.views.contact_person import ContactPerson
from netchal_gui.views.contact_timeline import Timeline
from netchal_gui.views.count_actions import CountActions
from netchal_gui.views.count_dialog import CountDialog
from netchal_gui.views.recording_form import RecordingForm
from scenes.stage import CALENDAR, CHALLENGE, CONTACTS, Stage, found


def numbers(stage: Stage) -> None:
    """A stricter rule than the example's, so that something does not count; the lists behind the numbers."""
    stage.window.show_tab(CHALLENGE)
    _stricter(stage)
    stage.shot("challenge-uncounted")
    stage.challenge.side.met.click()
    stage.shot("people-behind")
    stage.challenge.side.uncounted.click()
    stage.shot("uncounted")
    calls = [each for each in _talks(stage) if each.channel is Channel.PHONE]
    _decide(stage, "count-anyway", calls[-1], True)


def card_menu(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    cards = stage.challenge.lanes.cards()
    for name, card in (("place-menu", cards[0]), ("place-menu-planned", cards[3])):
        stage.challenge.lanes.menu_wanted.emit(card, card.mapToGlobal(card.rect().center()))
        stage.shot(name)


def talk_beside_the_month(stage: Stage) -> None:
    """Its card says whether it counts and has its recordings."""
    stage.window.show_tab(CALENDAR)
    talk = _recorded(stage)
    stage.calendar.show_object(Interview, talk.id)
    stage.calendar.open_page()
    stage.shot("calendar-talk")
    stage.calendar.close_page()


def recording_forms(stage: Stage) -> None:
    stage.window.show_tab(CALENDAR)
    talk = _recorded(stage)
    blank = Recording(id=stage.workbench.new_id(), interview_id=talk.id, created=stage.workbench.now())
    form = RecordingForm(stage.workbench, blank, False, stage.calendar)
    form.open()
    stage.shot("recording", close=False)
    form.public.click()
    form.save.click()
    stage.shot("recording-problem", close=False)
    form.take_file(stage.home / "Talk with a very long name about engines, looms and everything else.mp3")
    stage.shot("recording-file")
    stored = next(stage.workbench.store.every(Recording))
    RecordingForm(stage.workbench, stored, True, stage.calendar).open()
    stage.shot("recording-change")


def talk_menu(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    talk = _recorded(stage)
    stage.contacts.show_object(type(stage.contacts.current_contact()), talk.people[0])
    stage.settle()
    sign = found(found(stage.contacts, Timeline), QToolButton)
    person = stage.contacts.findChild(ContactPerson)
    assert isinstance(person, ContactPerson)
    person.talk_menu(talk.id).popup(sign.mapToGlobal(QPoint(-160, sign.height())))
    stage.shot("talk-menu")


def decision(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    _decide(stage, "do-not-count", _met(stage), False)


def _decide(stage: Stage, name: str, talk: Interview, counts: bool) -> None:
    verdict = CountActions(stage.workbench, stage.challenge).verdict(talk.id)
    assert verdict is not None
    CountDialog(stage.workbench, verdict, counts, stage.challenge).open()
    stage.shot(name)


def _stricter(stage: Stage) -> None:
    challenge = next(stage.workbench.store.every(Challenge))
    strict = replace(challenge, channels=(Channel.COFFEE, Channel.LUNCH, Channel.VIDEO), least_minutes=30)
    change_challenge(stage.workbench, challenge, strict)
    talk = next(each for each in _talks(stage) if each.channel is Channel.PHONE)
    count_anyway(stage.workbench, strict, talk.id, "she lives in Oslo: a call is as near as it gets")


def _recorded(stage: Stage) -> Interview:
    talk = _met(stage)
    for title, day, public in (("Half a week of saying no", date(2026, 1, 17), True), ("", None, False)):
        link = "https://example.org/talks/half-a-week-of-saying-no"
        add_link(stage.workbench, talk.id, link, title, day, public)
    return talk


def _met(stage: Stage) -> Interview:
    return next(_talks(stage))


def _talks(stage: Stage) -> Iterator[Interview]:
    every = stage.workbench.store.every(Interview)
    return (each for each in every if each.stage is StepKind.MET and each.start is not None)


FIRST = ()
FILLED = (numbers, card_menu, talk_beside_the_month, recording_forms, talk_menu, decision)
