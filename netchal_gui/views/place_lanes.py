"""The places of one period: a lane each for people one knows and for new people, cards side by side."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui import words
from netchal_gui.commands.challenge_places import LaneStanding
from netchal_gui.commands.home_wording import lane_count
from netchal_gui.commands.standing import Standing
from netchal_gui.domain.challenge import Lane
from netchal_gui.domain.periods import ChallengeState
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.form_parts import muted_label, section_title
from netchal_gui.views.place_card import PlaceCard
from netchal_gui.words import say_many

NARROWEST_CARD, GAP = 168, 10
MOST_COLUMNS, FEWEST_COLUMNS = 4, 3
MOST_FILLED, MOST_EMPTY = 8, 4
"""More places than these (a challenge in one piece has fifty) are counted, the latest are drawn."""


class PlaceLanes(QWidget):
    """``card_opened(card)``, ``removal_wanted(card)``, ``menu_wanted(card, point)`` from any card.

    ``person_dropped(card, contact)`` when somebody was dragged onto an empty one. ``people_wanted(lane,
    ids)`` when the count of a lane is pressed, ``reply_wanted(contact)`` by Ctrl+R on a card.
    """

    people_wanted = Signal(str, object)
    person_dropped = Signal(object, object)
    card_opened = Signal(object)
    removal_wanted = Signal(object)
    reply_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._lanes: list[_LaneRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)

    def show_period(self, found: Standing, number: int) -> None:
        """Show the places of a period; the focus stays on the same place where it was on one, or comes back
        to it from a dialog.
        """
        had_focus = self.window().focusWidget()
        focused = next((n for n, card in enumerate(self.cards()) if card is had_focus), None)
        for lane in self._lanes:
            self._box.removeWidget(lane)
            lane.deleteLater()
        self._lanes = [_LaneRow(lane, found) for lane in found.periods[number].lanes]
        for lane in self._lanes:
            self._box.addWidget(lane)
        for lane in self._lanes:
            lane.people_wanted.connect(self.people_wanted)
        for card in self.cards():
            card.opened.connect(self.card_opened)
            card.removal_wanted.connect(self.removal_wanted)
            card.reply_wanted.connect(self.reply_wanted)
            card.menu_wanted.connect(self.menu_wanted)
            card.person_dropped.connect(self.person_dropped)
        if focused is not None and focused < len(self.cards()):
            self.cards()[focused].setFocus()

    def cards(self) -> list[PlaceCard]:
        """All cards in reading order."""
        return [card for lane in self._lanes for card in lane.cards]

    def take_focus(self) -> None:
        """To the first place that is empty, else to the first."""
        cards = [card for card in self.cards() if card.isEnabled()]
        first = next((card for card in cards if card.person is None), next(iter(cards), None))
        if first is not None:
            first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from card to card."""
        cards = [card for card in self.cards() if card.isEnabled()]
        current = next((n for n, card in enumerate(cards) if card.hasFocus()), -1)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= current + step < len(cards):
            cards[current + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class _LaneRow(QWidget):
    """The title of a lane with its count, and its cards in as many columns as fit."""

    people_wanted = Signal(str, object)

    def __init__(self, lane: LaneStanding, found: Standing) -> None:
        super().__init__()
        self._lane = lane
        filled = sum(place.contact is not None for place in lane.places)
        earlier = max(0, filled - MOST_FILLED)
        shown = lane.places[earlier : filled + MOST_EMPTY]
        is_over = found.state is ChallengeState.ENDED
        self.cards = [
            PlaceCard(place, lane.lane, found.people.get(place.contact or b""), found.today, is_over=is_over)
            for place in shown
        ]
        self._columns = 0
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(section_title(words.lane(lane.lane)))
        self.count = ChipButton(lane_count(lane.met, lane.quota), _tone(lane.lane))
        self.count.clicked.connect(self._show_met)
        head.addWidget(self.count)
        head.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addLayout(self._grid)
        more = _more(earlier, len(lane.places) - earlier - len(shown))
        if more:
            box.addWidget(muted_label(more))
        self._arrange(min(MOST_COLUMNS, max(1, len(self.cards))))

    def _show_met(self) -> None:
        self.people_wanted.emit(words.lane(self._lane.lane), self._lane.people_met)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as fit, spread evenly: four are two and two, not three and one."""
        super().resizeEvent(event)
        count = max(1, len(self.cards))
        fitting = min(MOST_COLUMNS, count, max(1, (self.width() + GAP) // (NARROWEST_CARD + GAP)))
        rows = -(-count // fitting)
        self._arrange(-(-count // rows))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        rows = -(-len(self.cards) // columns)
        taken = columns if rows > 1 else max(columns, FEWEST_COLUMNS)  # a single card is not a banner
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < taken else 0)


def _more(earlier: int, empty: int) -> str:
    """What is not drawn, in words."""
    said = [say_many("{n} earlier", "{n} earlier", earlier)] if earlier else []
    said += [say_many("{n} more place", "{n} more places", empty)] if empty else []
    return " · ".join(said)


def _tone(lane: Lane) -> str:
    return "known" if lane is Lane.KNOWN else "new"
