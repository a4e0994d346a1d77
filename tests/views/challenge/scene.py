"""What the tests of the Challenge tab put into the data file, and what they read on the screen."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Channel, Interview, Participant, StepKind, moved, stepped
from netchal_gui.domain.walltime import wall_time
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.people_dialog import PeopleDialog
from netchal_gui.views.place_card import PlaceCard
from netchal_gui.workbench import Workbench

W = TypeVar("W", bound=QWidget)


def person(workbench: Workbench, name: str, **more: Any) -> Contact:
    return add_person(workbench, replace(blank_contact(workbench, name), **more))


def talk(
    workbench: Workbench,
    contact: Contact,
    day: date,
    step: StepKind = StepKind.MET,
    channel: Channel = Channel.COFFEE,
) -> Interview:
    """At noon of a day in Berlin, with what became of it."""
    blank = Interview(
        id=workbench.new_id(),
        participants=(Participant(contact.id),),
        created=workbench.now(),
        channel=channel,
    )
    start = wall_time(datetime(day.year, day.month, day.day, 12), "Europe/Berlin")[0]
    done = moved(blank, start, workbench.now())
    if step is not StepKind.SCHEDULED:
        done = stepped(done, step, workbench.now())
    workbench.apply(Edit("Talk", (Change(None, done),)))
    return done


def open_dialog(tab: QWidget, kind: type[W]) -> W:
    """The dialog of a kind that is open now."""
    QApplication.processEvents()
    (found,) = [each for each in tab.findChildren(kind) if each.isVisible()]
    return found


def people_in(tab: QWidget) -> list[str]:
    """The names in the dialog with the people behind a number, which is closed."""
    dialog = open_dialog(tab, PeopleDialog)
    shown = [dialog.people.item(row).text() for row in range(dialog.people.count())]
    dialog.close()
    return shown


def card_of(tab: ChallengeTab, name: str) -> PlaceCard:
    return next(card for card in tab.lanes.cards() if card.person and card.person.name == name)


def menu_of(tab: ChallengeTab, name: str) -> QMenu:
    """What the menu of somebody's card offers."""
    assert tab._found is not None
    assert tab._period is not None
    return tab.actions_of_it.card_menu(tab._found, tab._period, card_of(tab, name), tab)


def offers(menu: QMenu) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions() if each.text()]


def choose(menu: QMenu, text: str) -> None:
    next(each for each in menu.actions() if each.text().replace("&", "") == text).trigger()
    QApplication.processEvents()
