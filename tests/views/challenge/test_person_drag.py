"""People are dragged onto places: from a card, from the list of whom one has not seen, onto a month."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.commands.slots import choose_person
from netchal_gui.domain.challenge import Challenge, Lane, Slot
from netchal_gui.domain.contact import Contact
from netchal_gui.views import person_drag
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.person_drag import data_of
from netchal_gui.workbench import Workbench

NOVEMBER = 10


def chosen(workbench: Workbench) -> tuple[Challenge, Contact]:
    challenge = start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))
    ada = add_person(workbench, blank_contact(workbench, "Ada"))
    choose_person(workbench, challenge, NOVEMBER, ada)
    return challenge, ada


def drop(onto: QWidget, contact: bytes, point: QPoint) -> bool:
    """Whether the widget takes somebody who is let go over it."""
    data = data_of(contact)
    event = QDropEvent(
        QPointF(point), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    )
    event.ignore()
    if onto.acceptDrops():
        onto.event(event)
    return event.isAccepted()


def slots(workbench: Workbench) -> list[tuple[int, Lane | None]]:
    return [(slot.period, slot.lane) for slot in workbench.store.every(Slot)]


class Taken(QDrag):
    """A drag that ends at once, as the display without a screen has no drags, and is let go over a widget."""

    onto: QWidget

    def exec(self, *actions: Qt.DropAction) -> Qt.DropAction:
        mime = self.mimeData()
        event = QDropEvent(QPointF(), actions[0], mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
        self.onto.event(event)
        return actions[0]


def test_a_card_dragged_with_the_mouse_fills_the_place_of_the_other_lane(
    tab: ChallengeTab, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(workbench)
    held = next(card for card in tab.lanes.cards() if card.person)
    Taken.onto = other = next(card for card in tab.lanes.cards() if card.lane is not held.lane)
    monkeypatch.setattr(person_drag, "QDrag", Taken)
    lane = other.lane
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    QTest.mouseMove(held, QPoint(80, 20))

    assert slots(workbench) == [(NOVEMBER, lane)]


def test_an_empty_place_takes_whom_is_dropped_on_it(tab: ChallengeTab, workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))
    ada = add_person(workbench, blank_contact(workbench, "Ada"))
    card = tab.lanes.cards()[0]

    assert drop(card, ada.id.bytes, card.rect().center())
    assert [slot.contact_id for slot in workbench.store.every(Slot)] == [ada.id]


def test_a_place_that_is_filled_takes_nobody(tab: ChallengeTab, workbench: Workbench) -> None:
    _, ada = chosen(workbench)
    card = next(card for card in tab.lanes.cards() if card.person)

    assert not drop(card, ada.id.bytes, card.rect().center())


def test_somebody_dropped_on_a_month_of_the_year_is_chosen_for_it(
    tab: ChallengeTab, workbench: Workbench
) -> None:
    _, ada = chosen(workbench)
    year = tab.side.year
    december = QPoint(round(year.width() * 11.5 / 12), 5)

    assert drop(year, ada.id.bytes, december)
    assert slots(workbench) == [(11, None)]
