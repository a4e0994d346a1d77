"""Who led to whom: the example's year, from oneself and from one person; five people, and two thousand."""

from networks import some_network
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.introduction import Introduction
from netchal_gui.views.network_dialog import NetworkDialog
from netchal_gui.words import say
from scenes.stage import CONTACTS, Stage, found


def example(stage: Stage) -> None:
    dialog = _opened(stage, say("&Who led to whom…"))
    stage.shot("network", close=False)
    for _ in range(3):
        QTest.keyClick(dialog.graph, Qt.Key.Key_Plus)
    stage.shot("network-nearer")


def from_one(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    leads = [each.by_id for each in stage.workbench.store.every(Introduction)]
    stage.contacts.show_object(Contact, max(leads, key=leads.count))
    _opened(stage, say("Whom they led t&o…"))
    stage.shot("network-from-one")


def five(stage: Stage) -> None:
    stage.workbench.apply(some_network(5, stage.workbench, seed=4))
    dialog = _opened(stage, say("&Who led to whom…"))
    dialog.graph.setFocus()
    QTest.keyClick(dialog.graph, Qt.Key.Key_Right)
    stage.shot("network-5")


def a_year(stage: Stage) -> None:
    stage.workbench.apply(some_network(96, stage.workbench, seed=2))
    dialog = _opened(stage, say("&Who led to whom…"))
    dialog.graph.setFocus()
    QTest.keyClick(dialog.graph, Qt.Key.Key_Right)
    stage.shot("network-96")


def two_thousand(stage: Stage) -> None:
    stage.workbench.apply(some_network(2000, stage.workbench))
    dialog = _opened(stage, say("&Who led to whom…"))
    stage.shot("network-2000", close=False)
    dialog.graph.setFocus()
    for _ in range(3):
        QTest.keyClick(dialog.graph, Qt.Key.Key_Right)
    for _ in range(14):
        QTest.keyClick(dialog.graph, Qt.Key.Key_Plus)
    stage.shot("network-2000-nearer")


def nobody(stage: Stage) -> None:
    _opened(stage, say("&Who led to whom…"))
    stage.shot("network-nobody")


def _opened(stage: Stage, text: str) -> NetworkDialog:
    next(each for each in stage.window.menus.actions() if each.text() == text).trigger()
    stage.settle()
    return found(stage.contacts, NetworkDialog)


FIRST = (nobody, five, a_year, two_thousand)
FILLED = (example, from_one)
