"""The Contacts tab, and the forms and files of people."""

from cards import ONE_OF_EACH
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from netchal_gui.views.add_person import AddPerson
from netchal_gui.views.contact_form import ContactForm
from netchal_gui.views.contact_list import ContactTable
from netchal_gui.views.export_people import ExportPeople
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
FILLED = (tab, person_alone, row_menu, filtered, add_person, edit_person, export_and_tag, import_cards)
