"""The pipeline's window: cards in columns, carried on by keys and by the mouse, each step undone at once."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netchal_gui.commands.invitations import ask
from netchal_gui.domain.contact import Circle, Relation, Source
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.pipeline import Column
from netchal_gui.item_models.pipeline_list import SightRole
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.person_drag import data_of
from netchal_gui.views.pipeline_window import PipelineWindow
from netchal_gui.views.plan_dialog import PlanDialog
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add
from tests.conftest import Clock

CTRL = Qt.KeyboardModifier.ControlModifier


def seen(window: PipelineWindow) -> dict[Column, list[str]]:
    """The names in each column that has any."""
    found = {
        column: [view.cards.index(line).data() for line in range(view.cards.rowCount())]
        for column, view in window.board.columns.items()
    }
    return {column: names for column, names in found.items() if names}


def press(window: PipelineWindow, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.board.focused() or window, key, modifier)
    QApplication.processEvents()


def dialog(window: PipelineWindow, kind: type[Any]) -> Any:
    (found,) = (each for each in window.findChildren(kind) if each.isVisible())
    return found


def stages(workbench: Workbench) -> list[StepKind]:
    return [each.stage for each in workbench.store.every(Interview)]


def test_everybody_stands_where_they_are_with_their_number(window: Any, workbench: Workbench) -> None:
    add(workbench, "Ada")
    ask(workbench, [add(workbench, "Bob").id])
    add(workbench, "Known", relation=Relation.KNOWN)
    shown = window()

    assert seen(shown) == {Column.IDEA: ["Ada"], Column.ASKED: ["Bob"]}
    assert shown.board.titles[Column.ASKED].text().split() == ["Asked", "1"]


def test_a_card_goes_on_by_one_chord_and_the_focus_with_it(window: Any, workbench: Workbench) -> None:
    add(workbench, "Ada")
    shown = window()
    for column in (Column.ASKED, Column.REPLIED):
        press(shown, Qt.Key.Key_Right, CTRL)
        assert seen(shown) == {column: ["Ada"]}

    press(shown, Qt.Key.Key_Z, CTRL)
    assert seen(shown) == {Column.ASKED: ["Ada"]}


def test_one_key_notes_a_reply(window: Any, workbench: Workbench) -> None:
    ask(workbench, [add(workbench, "Ada").id])
    shown = window()
    press(shown, Qt.Key.Key_R, CTRL)

    assert stages(workbench) == [StepKind.REPLIED]


def test_scheduled_opens_the_plan_form_and_its_enter_moves_card_and_focus(
    window: Any, workbench: Workbench
) -> None:
    ask(workbench, [add(workbench, "Ada").id])
    shown = window()
    for _ in range(2):
        press(shown, Qt.Key.Key_Right, CTRL)
    form = dialog(shown, PlanDialog)
    assert seen(shown) == {Column.REPLIED: ["Ada"]}

    form.save.click()
    assert seen(shown) == {Column.SCHEDULED: ["Ada"]}
    assert stages(workbench) == [StepKind.SCHEDULED]
    assert workbench.undo_label == "Interview with Ada planned"
    assert shown.focusWidget() is shown.board.columns[Column.SCHEDULED]


def test_a_form_that_is_cancelled_leaves_the_card(window: Any, workbench: Workbench) -> None:
    add(workbench, "Ada")
    shown = window()
    shown.board.move_wanted.emit(shown.board.columns[Column.IDEA].current(), Column.SCHEDULED)
    dialog(shown, PlanDialog).cancel.click()

    assert seen(shown) == {Column.IDEA: ["Ada"]}


def test_what_cannot_be_is_said_and_nothing_changes(window: Any, workbench: Workbench) -> None:
    ask(workbench, [add(workbench, "Ada").id])
    shown = window()
    press(shown, Qt.Key.Key_Left, CTRL)

    assert shown.said.text() == "What happened stays noted. Ctrl+Z takes the last step back."
    assert stages(workbench) == [StepKind.ASKED]


def drop(window: PipelineWindow, contact: UUID, column: Column) -> None:
    """What Qt sends when the mouse lets go over a column."""
    copy, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    data = data_of(contact.bytes)
    event = QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    window.board.columns[column].dropEvent(event)


def test_a_card_is_dragged_to_another_column(window: Any, workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    shown = window()
    view = shown.board.columns[Column.IDEA]
    held = view._hold(view.visualRect(view.cards.index(0)).center())
    assert held is not None
    drop(shown, ada.id, Column.ASKED)

    assert seen(shown) == {Column.ASKED: ["Ada"]}


def test_somebody_dragged_from_elsewhere_joins_at_the_column(window: Any, workbench: Workbench) -> None:
    ada = add(workbench, "Ada", relation=Relation.KNOWN)
    shown = window()
    drop(shown, ada.id, Column.ASKED)
    drop(shown, ada.id, Column.REPLIED)

    assert seen(shown) == {Column.REPLIED: ["Ada"]}
    assert len(stages(workbench)) == 1


def test_left_and_right_walk_to_the_next_column_with_cards(window: Any, workbench: Workbench) -> None:
    add(workbench, "Ada")
    talk = ask(workbench, [add(workbench, "Bob").id])
    shown = window()
    press(shown, Qt.Key.Key_Right)
    assert shown.board.current().interview == talk.id.bytes

    press(shown, Qt.Key.Key_Left)
    assert shown.board.current().names == "Ada"


def test_the_list_shows_all_in_order_and_keeps_the_card(window: Any, workbench: Workbench) -> None:
    add(workbench, "Ada")
    ask(workbench, [add(workbench, "Bob").id])
    shown = window()
    press(shown, Qt.Key.Key_Right)
    shown.as_list.click()
    cards = shown.board.all.cards

    assert [cards.index(line).data() for line in range(cards.rowCount())] == ["Ada", "Bob"]
    assert shown.board.current().names == "Bob"
    press(shown, Qt.Key.Key_Right, CTRL)
    assert stages(workbench) == [StepKind.REPLIED]


def test_a_request_that_waits_too_long_is_marked_in_words_too(
    window: Any, workbench: Workbench, clock: Clock
) -> None:
    ask(workbench, [add(workbench, "Ada").id], (clock.now() - timedelta(days=8)).date())
    ask(workbench, [add(workbench, "Bob").id])
    cards = window().board.columns[Column.ASKED].cards

    assert [cards.index(line).data(SightRole).late for line in range(2)] == [True, False]
    spoken = cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ada, new, Asked, late, since 15 Nov"


def test_enter_shows_the_person_and_writing_drafts_a_request(
    window: Any, workbench: Workbench, qtbot: QtBot
) -> None:
    ada = add(workbench, "Ada")
    shown = window()
    with qtbot.waitSignal(shown.person_wanted) as wanted:
        press(shown, Qt.Key.Key_Return)
    assert wanted.args == [ada.id]

    press(shown, Qt.Key.Key_M, CTRL)
    draft = dialog(shown, DraftDialog)
    assert draft.message().name == "Ada"
    draft.close()


def test_the_menu_offers_where_the_card_may_go(window: Any, workbench: Workbench) -> None:
    ask(workbench, [add(workbench, "Ada").id])
    shown = window()
    card = shown.board.current()
    offers = [each.text().replace("&", "") for each in shown.menu(card, Column.ASKED).actions()]

    assert [each for each in offers if each] == [
        "Write…",
        "They replied",
        "Show person",
        "Move to “Replied”",
        "Move to “Scheduled”",
        "Move to “Met”",
    ]


def test_the_model_keeps_its_promises(window: Any, workbench: Workbench) -> None:
    ask(workbench, [add(workbench, "Ada").id])
    shown = window()
    tester = QAbstractItemModelTester(
        shown.board.all.cards, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    ask(workbench, [add(workbench, "Bob").id])

    assert shown.board.all.cards.rowCount() == 2
    assert tester.model() is shown.board.all.cards


def test_a_drag_begins_on_a_card_only(window: Any, workbench: Workbench) -> None:
    add(workbench, "Ada")
    view = window().board.columns[Column.IDEA]

    assert view._hold(QPoint(5, view.height() - 5)) is None


@pytest.fixture
def crowd(workbench: Workbench) -> None:
    add(workbench, "Ada", source=Source.EVENT, source_detail="ATD")
    add(workbench, "Bea", source=Source.EVENT, source_detail="Fair", circle=Circle.FRIEND)
    cem = add(workbench, "Cem", source=Source.WEB_SEARCH, organisation="Adana Textiles")
    ask(workbench, [add(workbench, "Dora", circle=Circle.FRIEND).id, cem.id])


@pytest.mark.parametrize(
    ("source", "circle", "left"),
    [
        ("Event", "Every circle", {Column.IDEA: ["Bea", "Ada"]}),
        ("Event: ATD", "Every circle", {Column.IDEA: ["Ada"]}),
        ("Every source", "Friend", {Column.IDEA: ["Bea"], Column.ASKED: ["Dora, Cem"]}),
        ("Web search", "Every circle", {Column.ASKED: ["Dora, Cem"]}),
        ("Web search", "Family", {}),
    ],
)
def test_the_filter_leaves_a_source_an_event_a_circle(
    window: Any, crowd: None, source: str, circle: str, left: dict[Column, list[str]]
) -> None:
    shown = window()
    for choice, text in ((shown.filter.source, source), (shown.filter.circle, circle)):
        choice.setCurrentText(text)
        choice.activated.emit(choice.currentIndex())

    assert seen(shown) == left
    assert (shown.hint.text() == "Nobody fits the filter.") is (not left)


def test_words_are_found_in_all_of_a_person_and_the_arrow_leads_to_the_cards(
    window: Any, crowd: None
) -> None:
    shown = window()
    QTest.keyClick(shown, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(shown.filter.text, "ada")
    left = seen(shown)
    QTest.keyClick(shown.filter.text, Qt.Key.Key_Down)

    assert left == {Column.IDEA: ["Ada"], Column.ASKED: ["Dora, Cem"]}
    assert shown.board.focused() is not None
    QTest.keyClick(shown.filter.text, Qt.Key.Key_Escape)
    assert seen(shown) == {Column.IDEA: ["Bea", "Ada"], Column.ASKED: ["Dora, Cem"]}
