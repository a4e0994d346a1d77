"""The Contacts tab, and the forms and files of people."""

from cards import ONE_OF_EACH
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from netchal_gui.commands.introductions import introduce, introductions_of
from netchal_gui.commands.people import set_cadence
from netchal_gui.commands.touches import log_touch
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.touch import TouchKind
from netchal_gui.storage.contact_queries import EVERYONE, Section, SectionKind
from netchal_gui.views.add_person import AddPerson
from netchal_gui.views.cadence_field import CadenceField
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.contact_detail import ContactDetail
from netchal_gui.views.contact_form import ContactForm
from netchal_gui.views.contact_list import ContactTable
from netchal_gui.views.export_people import ExportPeople
from netchal_gui.views.introduction_form import IntroductionForm
from netchal_gui.views.touch_form import TouchForm
from netchal_gui.words import say
from scenes.stage import CONTACTS, Stage, found


def tab(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    stage.shot("contacts")


def first_start(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    stage.shot("first-contacts")


def person_alone(stage: Stage) -> None:
    """What a narrow window shows on a page of its own."""
    found(stage.contacts, ContactTable).person_opened.emit(0)
    stage.shot("person")
    stage.press(Qt.Key.Key_Escape)


def row_menu(stage: Stage) -> None:
    table = found(stage.contacts, ContactTable)
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.model().index(3, 0), flag.Select | flag.Rows)
    table.menu_asked.emit(table.viewport().mapToGlobal(QPoint(200, 90)))
    stage.shot("contacts-menu")


def filtered(stage: Stage) -> None:
    field = found(stage.contacts, QLineEdit)
    for name, text in {"contacts-filtered": "lon", "contacts-nobody": "xyzzy"}.items():
        stage.type_into(field, text)
        stage.shot(name)
    stage.type_into(field, "")


def add_person(stage: Stage) -> None:
    add = AddPerson(stage.workbench, stage.window)
    add.open()
    stage.shot("add-person", close=False)
    QTest.keyClicks(add.focusWidget(), "Samuel Ade")
    stage.shot("add-person-alike", close=False)
    for fold in [each for each in add.findChildren(QPushButton) if each.isCheckable()][:1]:
        fold.click()
    stage.shot("add-person-all")


def edit_person(stage: Stage) -> None:
    person = stage.contacts.current_contact()
    assert person is not None
    ContactForm(stage.workbench, person, stage.window).open()
    stage.shot("edit-person")


def introductions(stage: Stage) -> None:
    """Somebody between whom they came by and whom they led to; the form, new and for a change; the menu."""
    stage.window.show_tab(CONTACTS)
    person = _led_on(stage)
    stage.contacts.show_object(Contact, person.id)
    chain = found(stage.contacts, ContactDetail).chain
    if stage.window.width() >= 1100:
        stage.shot("person-introductions")
        chip = found(chain, ChipButton)
        chain.menu_of(chip).popup(chip.mapToGlobal(QPoint(0, chip.height())))
        stage.shot("introduction-menu")
    form = IntroductionForm(stage.workbench, person, None, stage.window)
    form.open()
    stage.shot("introduction", close=False)
    form.to.take_typed()
    form.save.click()
    stage.shot("introduction-problem")
    one = introductions_of(stage.workbench.store, person.id).by_them[0].introduction
    IntroductionForm(stage.workbench, person, one, stage.window).open()
    stage.shot("introduction-change")


def _led_on(stage: Stage) -> Contact:
    """A person of the example who led to two others."""
    people = list(stage.workbench.store.every(Contact))
    by = next(each.by_id for each in stage.workbench.store.every(Introduction))
    introduce(stage.workbench, [people[0].id], [by])
    introduce(stage.workbench, [by], [people[5].id], stage=IntroductionStage.PROMISED)
    return next(each for each in people if each.id == by)


def touches(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    person = stage.contacts.current_contact()
    assert person is not None
    TouchForm(stage.workbench, person, None, stage.window).open()
    stage.shot("log-contact")
    text = "She asked for the article and will show it to her team."
    touch = log_touch(stage.workbench, person.id, TouchKind.MESSAGE, inbound=True, text=text)
    stage.shot("person-touch")
    TouchForm(stage.workbench, person, touch, stage.window).open()
    stage.shot("change-contact")


def stay_in_touch(stage: Stage) -> None:
    """Whose time has come, the rhythms that one key opens, and one of one's own in the form."""
    stage.window.show_tab(CONTACTS)
    stage.contacts._sections.choose(Section(SectionKind.IN_TOUCH))
    stage.shot("stay-in-touch")
    stage.contacts._actions.touch.rhythms().popup(stage.window.mapToGlobal(QPoint(320, 200)))
    stage.shot("rhythms")
    person = stage.contacts.current_contact()
    assert person is not None
    set_cadence(stage.workbench, [person.id], 45)
    changed = stage.workbench.store.get(Contact, person.id)
    assert changed is not None
    form = ContactForm(stage.workbench, changed, stage.window)
    form.open()
    field = found(form, CadenceField)
    field.days.setFocus()
    stage.shot("edit-rhythm")
    stage.contacts._sections.choose(EVERYONE)


def going(stage: Stage) -> None:
    """Who lives in a city of the example, in no city, and before anything is typed."""
    stage.window.show_tab(CONTACTS)
    for name, place in (("going-empty", ""), ("going", "b"), ("going-nobody", "Xanadu")):
        stage.contacts._actions.going.setData(place)
        stage.contacts._actions.going.trigger()
        stage.shot(name)


def export_and_tag(stage: Stage) -> None:
    ExportPeople(stage.workbench, stage.program.jobs, None, "people", stage.window).open()
    stage.shot("export-people")
    stage.triggered("tag-people", say("&Tag people…"))


def import_cards(stage: Stage) -> None:
    cards = stage.home / "Address book.vcf"
    cards.write_text(ONE_OF_EACH, "utf-8")
    stage.window.open_files([cards])
    stage.settle(150)
    stage.shot("import")


FIRST = (first_start,)
FILLED = (tab, person_alone, row_menu, filtered, add_person, edit_person)
FILLED += (introductions, touches, stay_in_touch, going, export_and_tag, import_cards)
