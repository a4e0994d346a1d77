"""The cards of the pipeline as a list that one walks through by keys, drags from and drops onto."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QListView

from netchal_gui.item_models.pipeline_list import CardList
from netchal_gui.storage.pipeline_queries import CardRow
from netchal_gui.views.person_drag import Held, PersonDrag, dragged_person

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardView(QListView):
    """``opened(card)`` by Enter or a double-click; ``menu_asked(point)`` in global coordinates.

    ``stepped(columns)``: the focus goes sideways, ``pushed(columns)``: the card goes, by so many columns.
    ``dropped(contact)``: somebody was let go over it. ``held`` is the card that is dragged from here.
    """

    opened = Signal(object)
    menu_asked = Signal(QPoint)
    stepped = Signal(int)
    pushed = Signal(int)
    dropped = Signal(object)

    def __init__(self, cards: CardList, name: str, *, takes_drops: bool) -> None:
        super().__init__()
        self.cards = cards
        self.held: CardRow | None = None
        self.setModel(cards)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        self.setAcceptDrops(takes_drops)
        self.doubleClicked.connect(self._open)
        PersonDrag(self.viewport(), self._hold)

    def current(self) -> CardRow | None:
        """The card that has the focus."""
        return self.cards.card(self.currentIndex())

    def choose(self, line: int) -> None:
        """Make a card the current one, the last one where there are fewer."""
        self.setCurrentIndex(self.cards.index(min(line, self.cards.rowCount() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _SIDEWAYS.get(Qt.Key(event.key()))
        if way is not None:
            is_push = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.pushed if is_push else self.stepped).emit(way)
        elif event.key() in _ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(place))
        else:
            self.menu_asked.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def dropEvent(self, event: QDropEvent) -> None:
        contact = dragged_person(event)
        if contact is not None:
            event.acceptProposedAction()
            self.dropped.emit(contact)

    def _consider(self, event: QDragMoveEvent) -> None:
        if self.acceptDrops() and dragged_person(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _open(self, index: QModelIndex) -> None:
        card = self.cards.card(index)
        if card is not None:
            self.opened.emit(card)

    def _hold(self, point: QPoint) -> Held | None:
        self.held = card = self.cards.card(self.indexAt(point))
        return Held(card.contact, card.names, card.relation) if card else None
