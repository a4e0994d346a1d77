"""Ideas, an event's people, roles and what came of each source, as one fills in and reads them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from netchal_gui.commands.desired_roles import desired_roles
from netchal_gui.commands.ideas import Found, note_idea
from netchal_gui.commands.invitations import ask
from netchal_gui.domain.contact import Contact, Source
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.views.choose_dialog import ChooseDialog
from netchal_gui.views.finder import DETAIL
from netchal_gui.views.idea_forms import EventForm, IdeaForm
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.people_dialog import PeopleDialog
from netchal_gui.views.role_list import RoleList
from netchal_gui.views.yields_dialog import YieldsDialog
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.finish()


def enter(field: QWidget, text: str = "") -> None:
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def names(workbench: Workbench) -> list[str]:
    return sorted(each.name for each in workbench.store.every(Contact))


@pytest.fixture
def event(around: QWidget, workbench: Workbench) -> Iterator[EventForm]:
    form = EventForm(workbench, around)
    form.open()
    form.activateWindow()
    yield form
    form.name.setText("")
    form.close()


def test_the_event_once_then_a_name_and_enter_for_each(event: EventForm, workbench: Workbench) -> None:
    enter(event.event_name, "ATD meeting")
    for name in ("Ada", "Bob"):
        enter(event.name, name)

    assert names(workbench) == ["Ada", "Bob"]
    details = {(each.source, each.source_detail) for each in workbench.store.every(Contact)}
    assert details == {(Source.EVENT, "ATD meeting")}
    assert {each.due for each in workbench.store.every(FollowUp)} == {date(2026, 11, 25)}


def test_enter_in_the_event_goes_to_the_name_and_notes_nobody(event: EventForm, workbench: Workbench) -> None:
    enter(event.event_name, "ATD")

    assert event.focusWidget() is event.name
    assert names(workbench) == []


def test_without_an_event_nobody_is_noted(event: EventForm, workbench: Workbench) -> None:
    enter(event.name, "Ada")

    assert names(workbench) == []
    assert event.focusWidget() is event.event_name


def test_former_events_are_offered(around: QWidget, workbench: Workbench) -> None:
    note_idea(workbench, "Ada", Found(Source.EVENT, "ATD"))
    form = EventForm(workbench, around)

    assert [form.event_name.itemText(n) for n in range(form.event_name.count())] == ["ATD"]
    form.deleteLater()


def test_who_is_there_is_hinted_at_and_not_doubled(event: EventForm, workbench: Workbench) -> None:
    add(workbench, "Ada Lovelace")
    enter(event.event_name, "ATD")
    QTest.keyClicks(event.name, "ada")
    (hint,) = event.alike.findChildren(QPushButton)
    QTest.mouseClick(hint, Qt.MouseButton.LeftButton)

    assert names(workbench) == ["Ada Lovelace"]
    assert len(list(workbench.store.every(Interview))) == 1


def test_each_person_is_undone_alone(event: EventForm, workbench: Workbench) -> None:
    enter(event.event_name, "ATD")
    for name in ("Ada", "Bob"):
        enter(event.name, name)
    event.take_back.click()

    assert names(workbench) == ["Ada"]
    event.take_back.click()
    assert names(workbench) == []
    assert not event.take_back.isEnabled()


def test_an_idea_keeps_its_source_for_the_next_name(around: QWidget, workbench: Workbench) -> None:
    form = IdeaForm(workbench, around)
    form.open()
    form.source.setCurrentIndex(form.source.findData(Source.SOCIAL_MEDIA))
    form.detail.setText("a forum")
    for name in ("Ada", "Bob"):
        enter(form.name, name)
    form.close()

    found = {(each.source, each.source_detail) for each in workbench.store.every(Contact)}
    assert found == {(Source.SOCIAL_MEDIA, "a forum")}


@pytest.fixture
def roles(around: QWidget, workbench: Workbench) -> Iterator[RoleList]:
    dialog = RoleList(workbench, around)
    dialog.open()
    yield dialog
    dialog.close()


def lines(dialog: RoleList) -> list[str]:
    return [dialog.roles.item(n).text() for n in range(dialog.roles.count())]


def held(dialog: RoleList) -> list[str]:
    return [dialog.roles.item(n).data(DETAIL) for n in range(dialog.roles.count())]


def test_the_buttons_are_called_what_they_say(event: EventForm) -> None:
    assert [each.accessibleName() for each in event.footer_buttons()] == [
        each.text() for each in event.footer_buttons()
    ]


def test_enter_adds_a_role_and_the_field_is_ready_for_the_next(roles: RoleList, workbench: Workbench) -> None:
    for title in ("Head of training", "Chief of staff"):
        enter(roles.title, title)

    assert lines(roles) == ["Head of training", "Chief of staff"]
    assert roles.title.text() == ""


def test_who_holds_a_role_becomes_an_idea_in_one_step(roles: RoleList, workbench: Workbench) -> None:
    enter(roles.title, "Head of training")
    roles.holder.click()
    chooser = roles.findChild(ChooseDialog)
    assert isinstance(chooser, ChooseDialog)
    field = chooser.people.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    enter(field, "Ada Berg")
    chooser.save.click()

    (ada,) = workbench.store.every(Contact)
    assert (ada.source, ada.source_detail, ada.role) == (Source.ROLE, "Head of training", "Head of training")
    assert (lines(roles), held(roles)) == (["Head of training"], ["Ada Berg holds it"])
    workbench.undo()
    assert (names(workbench), held(roles)) == ([], ["nobody named yet"])


def test_a_role_is_deleted_and_comes_back(roles: RoleList, workbench: Workbench) -> None:
    enter(roles.title, "Head of training")
    roles.delete.click()
    assert desired_roles(workbench.store) == []

    workbench.undo()
    assert lines(roles) == ["Head of training"]


@pytest.fixture
def yields(around: QWidget, workbench: Workbench, jobs: Jobs, qtbot: QtBot) -> Iterator[YieldsDialog]:
    note_idea(workbench, "Ada", Found(Source.EVENT, "ATD"))
    bob = note_idea(workbench, "Bob", Found(Source.EVENT, "Meetup")).contact
    note_idea(workbench, "Carla", Found(Source.WEB_SEARCH))
    ask(workbench, [bob.id])
    dialog = YieldsDialog(workbench, jobs, around)
    dialog.open()
    qtbot.waitUntil(lambda: not jobs.busy)
    yield dialog
    if isValid(dialog):
        dialog.close()


def table(dialog: YieldsDialog) -> list[list[str]]:
    cells = dialog.table
    return [
        [cells.item(line, column).text().strip() for column in range(5)] for line in range(cells.rowCount())
    ]


def test_each_source_and_event_has_its_numbers(yields: YieldsDialog) -> None:
    assert table(yields) == [
        ["Event", "2", "1", "0", "0"],
        ["Meetup", "1", "1", "0", "0"],
        ["ATD", "1", "0", "0", "0"],
        ["Web search", "1", "0", "0", "0"],
    ]


def test_a_number_shows_the_people_behind_it(
    yields: YieldsDialog, jobs: Jobs, qtbot: QtBot, workbench: Workbench
) -> None:
    yields.table.setCurrentCell(1, 2)
    QTest.keyClick(yields.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not jobs.busy)
    (people,) = (each for each in yields.findChildren(PeopleDialog) if each.isVisible())

    assert [people.people.item(n).text() for n in range(people.people.count())] == ["Bob"]
    with qtbot.waitSignal(yields.person_wanted) as wanted:
        people.people.itemActivated.emit(people.people.item(0))
    (bob,) = (each for each in workbench.store.every(Contact) if each.name == "Bob")
    assert wanted.args == [bob.id]


def test_the_numbers_follow_every_edit(
    yields: YieldsDialog, jobs: Jobs, qtbot: QtBot, workbench: Workbench
) -> None:
    note_idea(workbench, "Dora", Found(Source.CHANCE))
    qtbot.waitUntil(lambda: not jobs.busy)

    assert ["Chance", "1", "0", "0", "0"] in table(yields)
