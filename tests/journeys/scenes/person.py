"""A person's page with all that it can show, and the form for a favour."""

from datetime import timedelta

from PySide6.QtWidgets import QScrollArea

from netchal_gui.commands.favours import add_favour
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.commands.touches import log_touch
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.favour import FavourKind
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.views.contact_detail import ContactDetail
from netchal_gui.views.favour_form import FavourForm
from scenes.stage import CONTACTS, Stage, found


def whole_page(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    person = _busy_person(stage)
    stage.contacts.show_object(Contact, person.id)
    stage.shot("person-page", close=False)
    bar = found(found(stage.contacts, ContactDetail), QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.shot("person-page-end")


def hardly_known(stage: Stage) -> None:
    """Only a name: no section stands empty."""
    stage.window.show_tab(CONTACTS)
    person = add_person(stage.workbench, blank_contact(stage.workbench, "Samuel Ade"))
    stage.contacts.show_object(Contact, person.id)
    stage.shot("person-hardly-known")


def favour(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    person = _busy_person(stage)
    FavourForm(stage.workbench, person, None, stage.window).open()
    stage.shot("favour", close=False)
    form = found(stage.window, FavourForm)
    form.save.click()
    stage.shot("favour-problem")


def _busy_person(stage: Stage) -> Contact:
    """Somebody of the example with favours both ways, introductions both ways, and a long past."""
    bench = stage.workbench
    people = list(bench.store.every(Contact))
    led = next(iter(bench.store.every(Introduction)))
    person = next(each for each in people if each.id == led.to_id)
    introduce(bench, [person.id], [people[0].id, people[5].id])
    for kind, text in (
        (FavourKind.GOT, "Her tip got me the interview"),
        (FavourKind.GOT, "Looked through my letter"),
        (FavourKind.GIVEN, "Read the draft of her article on the first hour of a search"),
        (FavourKind.ASKED, "A word with the head of training"),
        (FavourKind.PROMISED, "The list of questions"),
    ):
        add_favour(bench, person.id, kind, text)
    log_touch(bench, person.id, TouchKind.CALL, inbound=True, text="She called about the article.")
    past = [
        Touch(
            id=bench.new_id(), contact_id=person.id, created=bench.now(), at=bench.now() - timedelta(days=n)
        )
        for n in range(30, 400, 10)
    ]
    bench.apply(Edit("Add", tuple(Change(None, each) for each in past)))
    return person


FIRST = ()
FILLED = (whole_page, hardly_known, favour)
