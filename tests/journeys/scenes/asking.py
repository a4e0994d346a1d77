"""Whom to ask and who was asked: the pipeline in its two forms, ideas, an event, roles, sources."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from netchal_gui.commands.desired_roles import add_desired_role
from netchal_gui.commands.ideas import name_holder
from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.pipeline import Column
from netchal_gui.storage.contact_queries import Section, SectionKind
from netchal_gui.views.contact_sections import ContactSections
from netchal_gui.views.idea_forms import EventForm, IdeaForm
from netchal_gui.views.pipeline_window import PipelineWindow
from netchal_gui.views.quick_people import QuickPeople
from netchal_gui.views.role_list import RoleList
from netchal_gui.views.yields_dialog import YieldsDialog
from scenes.stage import CHALLENGE, CONTACTS, Stage, found

NAMES = ("Ada Berg", "Björn Okafor", "Chiara Lenz-Hohenberger zu Altenstein")


def pipeline(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.asking.open_pipeline()
    window = _fitted(stage, found(stage.challenge, PipelineWindow))
    window.board.columns[Column.ASKED].setFocus()
    stage.shot("pipeline", close=False)
    view = window.board.columns[Column.ASKED]
    card = view.current()
    if card is not None:
        window.menu(card, Column.ASKED).popup(view.mapToGlobal(QPoint(40, 60)))
        stage.shot("pipeline-menu", close=False)
    window.as_list.click()
    stage.shot("pipeline-list")


def nothing_yet(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.asking.open_pipeline()
    _fitted(stage, found(stage.challenge, PipelineWindow))
    stage.shot("pipeline-empty")


def _fitted(stage: Stage, window: PipelineWindow) -> PipelineWindow:
    stage.settle()
    return window


def ideas(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.asking.ideas.trigger()
    form = found(stage.challenge, IdeaForm)
    form.detail.setText("women who lead training teams")
    _type(stage, form)
    stage.shot("ideas", close=False)
    form.name.setText("")
    stage.settle()


def event(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.asking.people_from_event.trigger()
    form = found(stage.challenge, EventForm)
    form.event_name.setCurrentText("ATD meeting")
    _type(stage, form)
    stage.shot("event-people", close=False)
    form.name.setText("")


def _type(stage: Stage, form: QuickPeople) -> None:
    for name in NAMES:
        form.name.setText(name)
        QTest.keyClick(form.name, Qt.Key.Key_Return)
    stage.type_into(form.name, "mir")


def roles(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    bench = stage.workbench
    titles = (("Head of training", "Halden"), ("Learning designer", ""), ("Chief of staff", "Kraft & Co"))
    made = [
        add_desired_role(
            bench, DesiredRole(id=bench.new_id(), title=title, created=bench.now(), organisation=organisation)
        )
        for title, organisation in titles
    ]
    name_holder(bench, made[0], "Ada Berg")
    stage.challenge.actions_of_it.asking.roles.trigger()
    found(stage.challenge, RoleList)
    stage.shot("roles")


def yields(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.actions_of_it.asking.yields.trigger()
    stage.settle(100)
    dialog: QWidget = found(stage.challenge, YieldsDialog)
    assert dialog.isVisible()
    stage.shot("yields")


def waiting(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    sections = found(stage.contacts, ContactSections)
    sections.choose(Section(SectionKind.WAITING))
    stage.shot("contacts-waiting")
    sections.choose(Section())


FIRST = (nothing_yet,)
FILLED = (pipeline, ideas, event, roles, yields, waiting)
