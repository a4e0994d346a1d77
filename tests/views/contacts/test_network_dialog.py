"""Who led to whom in the window: tree and graph show the same person, by key and by mouse; kept as a file."""

import xml.etree.ElementTree as ElementTree
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.network import Naming
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.interview import StepKind
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.network_dialog import NetworkDialog
from netchal_gui.views.network_export import PictureKind
from netchal_gui.views.network_graph import NetworkGraph

HOSTILE = '<b onload="x">Évil & "Co"</b>'
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def crowd(contacts: Any) -> dict[str, Contact]:
    """Ada named Bob and Cid, Bob named Dan; Eve named Cid too. Bob is known, all others are new."""
    people = {name: contacts.add(name, relation=Relation.NEW) for name in ("Ada", "Cid", "Dan", "Eve")}
    people["Bob"] = contacts.add("Bob", relation=Relation.KNOWN)
    for by, to in (("Ada", "Bob"), ("Ada", "Cid"), ("Bob", "Dan"), ("Eve", "Cid")):
        introduce(contacts.workbench, [people[by].id], [people[to].id])
    return people


def opened(contacts: Any, keys: str = "Ctrl+G") -> NetworkDialog:
    contacts.open()
    contacts.action(keys).trigger()
    contacts.jobs.finish()
    return contacts.dialog(NetworkDialog)


def shown(dialog: NetworkDialog) -> tuple[str, str]:
    """The person who has the focus in the graph, and the one in the tree."""
    graph = dialog.graph.accessibleName().split(": ")[1].split(",")[0]
    return graph, dialog.tree.currentIndex().data().split(" · ")[0]


def press(graph: NetworkGraph, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(graph, key)


def dot(dialog: NetworkDialog, person: Contact) -> QPoint:
    """Where a person's dot is in the graph."""
    picture = dialog.graph.picture
    assert picture is not None
    x, y = picture.on_screen(person.id.bytes, dialog.graph.sight())
    return QPoint(round(x), round(y))


def test_it_opens_with_everybody_from_me(contacts: Any, crowd: dict[str, Contact]) -> None:
    dialog = opened(contacts)

    assert shown(dialog) == ("Me", "Me")
    assert dialog.tree.model().rowCount(dialog.tree.currentIndex()) == 2
    dialog.reject()


def test_it_says_at_how_many_talks_one_asked_who_else(contacts: Any, crowd: dict[str, Contact]) -> None:
    without = opened(contacts)
    assert without.asked.isHidden()
    without.reject()
    planned = plan(contacts.workbench, [crowd["Ada"].id], datetime(2026, 11, 20, 12)).interview
    take_step(contacts.workbench, planned, StepKind.MET)
    dialog = opened(contacts)

    assert dialog.asked.text() == "Asked who else at 0 of 1 talk, somebody was named at 0"
    dialog.reject()


def test_arrows_walk_along_the_lines_and_the_tree_goes_along(
    contacts: Any, crowd: dict[str, Contact]
) -> None:
    dialog = opened(contacts)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        press(dialog.graph, key)
        seen.append(shown(dialog))

    assert seen == [(name, name) for name in ("Ada", "Bob", "Dan", "Bob", "Cid")]
    press(dialog.graph, Qt.Key.Key_Home)
    assert shown(dialog) == ("Me", "Me")
    dialog.reject()


def test_a_row_of_the_tree_shows_the_person_in_the_graph(contacts: Any, crowd: dict[str, Contact]) -> None:
    dialog = opened(contacts)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)

    assert shown(dialog) == ("Ada", "Ada")
    dialog.reject()


def test_the_graph_says_the_whole_person(contacts: Any, crowd: dict[str, Contact]) -> None:
    dialog = opened(contacts)
    press(dialog.graph, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down)

    assert dialog.graph.accessibleName() == (
        "Graph of who led to whom: Cid, new, led to nobody yet, also introduced by Eve"
    )
    dialog.reject()


@pytest.mark.parametrize("where", ["graph", "tree"])
def test_enter_shows_the_person_in_the_list(contacts: Any, crowd: dict[str, Contact], where: str) -> None:
    dialog = opened(contacts)
    press(dialog.graph, Qt.Key.Key_Right, Qt.Key.Key_Right)
    QTest.keyClick(getattr(dialog, where), Qt.Key.Key_Return)
    QApplication.processEvents()

    assert not contacts.is_open(NetworkDialog)
    assert contacts.chosen() == "Bob"


def test_a_click_on_a_dot_chooses_and_a_drag_moves_the_picture(
    contacts: Any, crowd: dict[str, Contact]
) -> None:
    dialog = opened(contacts)
    place = dot(dialog, crowd["Dan"])
    QTest.mouseClick(dialog.graph, LEFT_BUTTON, pos=place)
    assert shown(dialog) == ("Dan", "Dan")

    QTest.mousePress(dialog.graph, LEFT_BUTTON, pos=place)
    QTest.mouseMove(dialog.graph, place + QPoint(60, 30))
    QTest.mouseRelease(dialog.graph, LEFT_BUTTON, pos=place + QPoint(60, 30))
    moved = dot(dialog, crowd["Dan"]) - place
    # a dot lies between two pixels as often as on one
    assert abs(moved.x() - 60) <= 1
    assert abs(moved.y() - 30) <= 1
    dialog.reject()


def test_the_wheel_zooms_around_the_mouse(contacts: Any, crowd: dict[str, Contact]) -> None:
    dialog = opened(contacts)
    place = dot(dialog, crowd["Dan"])
    before = dialog.graph.sight().scale
    at = QPointF(place)
    no, still = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, at, QPoint(), QPoint(0, 120), no, still, phase, False)
    QApplication.sendEvent(dialog.graph, turn)

    assert dialog.graph.sight().scale > before
    assert (dot(dialog, crowd["Dan"]) - place).manhattanLength() <= 1
    dialog.reject()


def test_plus_zooms_in_and_the_whole_picture_comes_back(contacts: Any, crowd: dict[str, Contact]) -> None:
    dialog = opened(contacts)
    whole = dialog.graph.sight()
    QTest.keyClicks(dialog.graph, "+++-")
    assert dialog.graph.sight().scale > whole.scale
    dialog.whole.click()

    assert dialog.graph.sight() == whole
    dialog.reject()


def test_from_the_chosen_person_and_back_from_me(contacts: Any, crowd: dict[str, Contact]) -> None:
    contacts.open()
    contacts.choose("Ada")
    dialog = opened(contacts, "Ctrl+Shift+G")
    assert shown(dialog) == ("Ada", "Ada")
    assert not dialog.tree.model().index_of(crowd["Eve"].id.bytes).isValid()

    dialog.from_me.click()
    contacts.jobs.finish()
    assert shown(dialog) == ("Me", "Me")
    dialog.reject()


def test_a_tooltip_in_tree_and_graph_has_the_whole_person_as_plain_text(contacts: Any) -> None:
    evil = contacts.add(HOSTILE)
    introduce(contacts.workbench, [evil.id], ["Bob"])
    dialog = opened(contacts)
    told = f"{HOSTILE}, new, named 1, asked 0, met 0, second generation 0, deepest chain 1"
    row = dialog.tree.visualRect(dialog.tree.model().index_of(evil.id.bytes)).center()
    for widget, place in ((dialog.tree.viewport(), row), (dialog.graph, dot(dialog, evil))):
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
        assert QToolTip.text() == plain_tooltip(told)
        QToolTip.hideText()
    dialog.reject()


def test_an_empty_file_says_what_is_missing(contacts: Any) -> None:
    dialog = opened(contacts)

    assert dialog.notice.text() == "People appear here with their first interview or introduction."
    dialog.reject()


def written(contacts: Any, dialog: NetworkDialog, target: Path, kind: PictureKind, naming: Naming) -> bytes:
    dialog.write(target, kind, naming)
    contacts.jobs.finish()
    dialog.reject()
    return target.read_bytes()


def test_an_svg_has_every_name_as_text_and_nothing_of_a_name_as_markup(
    contacts: Any, crowd: dict[str, Contact], tmp_path: Path
) -> None:
    evil = contacts.add(HOSTILE)
    introduce(contacts.workbench, [crowd["Dan"].id], [evil.id])
    content = written(contacts, opened(contacts), tmp_path / "a.svg", PictureKind.SVG, Naming.FULL)

    root = ElementTree.fromstring(content)
    texts = {(each.text or "").strip() for each in root.iter("{http://www.w3.org/2000/svg}text")}
    assert texts == {"Me", "Ada", "Bob", "Cid", "Dan", "Eve", HOSTILE}


def test_initials_give_no_name_away(contacts: Any, tmp_path: Path) -> None:
    one, other = contacts.add("Mira Rossi"), contacts.add("Omar Diaz")
    introduce(contacts.workbench, [one.id], [other.id])
    content = written(contacts, opened(contacts), tmp_path / "a.svg", PictureKind.SVG, Naming.INITIALS)

    assert b"M.R." in content
    assert not any(part in content for part in (b"Mira", b"Rossi", b"Omar", b"Diaz"))


def test_a_png_is_a_picture_on_white_in_any_theme(
    contacts: Any, crowd: dict[str, Contact], tmp_path: Path
) -> None:
    content = written(contacts, opened(contacts), tmp_path / "a.png", PictureKind.PNG, Naming.FULL)

    image = QImage.fromData(content)
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert image.width() > 300


def test_a_file_that_cannot_be_written_is_told_in_the_window(
    contacts: Any, crowd: dict[str, Contact], tmp_path: Path
) -> None:
    dialog = opened(contacts)
    (tmp_path / "a.png").mkdir()
    dialog.write(tmp_path / "a.png", PictureKind.PNG, Naming.FULL)
    contacts.jobs.finish()

    assert not dialog.fault.isHidden()
    assert dialog.fault.text()
    dialog.reject()
