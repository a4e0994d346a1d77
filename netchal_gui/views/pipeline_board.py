"""The pipeline as columns side by side and as one list: who stands where, and where they are carried."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netchal_gui.commands.pipeline_wording import column_title
from netchal_gui.domain.pipeline import Column
from netchal_gui.item_models.pipeline_list import CardList
from netchal_gui.storage.pipeline_queries import Board, CardRow
from netchal_gui.views.form_parts import frame, section_title
from netchal_gui.views.pipeline_column import CardView
from netchal_gui.views.pipeline_painting import CardDelegate, RowDelegate
from netchal_gui.words import number, say
from netchal_gui.workbench import Workbench

COLUMNS = tuple(Column)


class PipelineBoard(QStackedWidget):
    """``move_wanted(card, column)`` by drag or key; ``person_dropped(contact, column)`` from elsewhere.

    ``opened(card)``; ``menu_asked(card, column, point)``; ``failed(fault)``.
    """

    move_wanted = Signal(object, object)
    person_dropped = Signal(object, object)
    opened = Signal(object)
    menu_asked = Signal(object, object, QPoint)
    failed = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.titles = {column: section_title("") for column in COLUMNS}
        self.columns = {column: self._view(workbench, column) for column in COLUMNS}
        self.all = CardView(CardList(workbench, COLUMNS, self), say("Pipeline"), takes_drops=False)
        self.all.setItemDelegate(RowDelegate(self.all))
        self._follow: tuple[bytes, Column] | None = None
        self._lay_out()
        self._connect()

    def _view(self, workbench: Workbench, column: Column) -> CardView:
        view = CardView(CardList(workbench, (column,), self), column_title(column), takes_drops=True)
        view.setItemDelegate(CardDelegate(view))
        view.setProperty("part", "sections")
        return view

    def _lay_out(self) -> None:
        side_by_side = QWidget()
        row = QHBoxLayout(side_by_side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for column, view in self.columns.items():
            box = QVBoxLayout()
            box.setSpacing(6)
            box.addWidget(self.titles[column])
            box.addWidget(view)
            row.addLayout(box, 1)
            view.setMinimumWidth(96)
        listed = frame("page", margins=(0, 0, 0, 0))
        listed.layout().addWidget(self.all)  # type: ignore[union-attr]
        self.addWidget(side_by_side)
        self.addWidget(listed)

    def _connect(self) -> None:
        for column, view in self.columns.items():
            view.dropped.connect(partial(self._drop, column))
        for view in (*self.columns.values(), self.all):
            view.opened.connect(self.opened)
            view.stepped.connect(partial(self._step, view))
            view.pushed.connect(partial(self._push, view))
            view.menu_asked.connect(partial(self._ask_menu, view))
            view.cards.failed.connect(self.failed)

    # What is shown

    def show_board(self, found: Board) -> None:
        """Show the cards; the focus follows one that was moved, else it stays in its line."""
        view = self.focused()
        lines = {each: each.currentIndex().row() for each in (*self.columns.values(), self.all)}
        for each, line in lines.items():
            each.cards.show_board(found)
            if line >= 0:
                each.choose(line)
        for column, title in self.titles.items():
            title.setText(f"{column_title(column)}  {number(len(found[column]))}")
        followed = self._followed()
        if followed is not None:  # also while the dialog for its time has the focus
            self._go(*followed)
        elif view is not None and not view.cards.rowCount():
            self.take_focus()
        self._follow = None

    def show_list(self, listed: bool) -> None:
        """One list, or columns side by side."""
        card = self.current()
        self.setCurrentIndex(int(listed))
        if card is not None:
            self._select(card)

    def current(self) -> CardRow | None:
        """The card that has the focus."""
        view = self.focused()
        return view.current() if view is not None else None

    def focused(self) -> CardView | None:
        """The list that has the focus, if one of them has it."""
        views = (self.all,) if self.currentIndex() else tuple(self.columns.values())
        return next((view for view in views if view.hasFocus()), None)

    def take_focus(self) -> None:
        """To the first card there is."""
        views = (self.all,) if self.currentIndex() else tuple(self.columns.values())
        next((view for view in views if view.cards.rowCount()), views[0]).setFocus()

    def follow(self, contact: bytes, column: Column) -> None:
        """When the cards are shown anew, the focus goes to this person's in this column."""
        self._follow = (contact, column)

    # Slots

    def _drop(self, column: Column, contact: bytes) -> None:
        """A card from another column, or a person from another part of the program."""
        for view in self.columns.values():
            card, view.held = view.held, None
            if card is not None and card.contact == contact:
                self.move_wanted.emit(card, column)
                return
        self.person_dropped.emit(contact, column)

    def _step(self, view: CardView, way: int) -> None:
        """To the next column that has cards."""
        views = list(self.columns.values())
        if view not in views:
            return
        place = views.index(view) + way
        while 0 <= place < len(views):
            if views[place].cards.rowCount():
                views[place].setFocus()
                return
            place += way

    def _push(self, view: CardView, way: int) -> None:
        card = view.current()
        if card is None:
            return
        place = COLUMNS.index(view.cards.column_at(view.currentIndex())) + way
        if 0 <= place < len(COLUMNS):
            self.move_wanted.emit(card, COLUMNS[place])

    def _ask_menu(self, view: CardView, point: QPoint) -> None:
        card = view.current()
        if card is not None:
            self.menu_asked.emit(card, view.cards.column_at(view.currentIndex()), point)

    def _followed(self) -> tuple[CardView, int] | None:
        """Where the card that was moved stands now; it has another key where it had no interview before."""
        if self._follow is None:
            return None
        contact, column = self._follow
        view = self.all if self.currentIndex() else self.columns[column]
        for line in range(min(view.cards.rowCount(), LOOKED_THROUGH)):
            index = view.cards.index(line)
            card = view.cards.card(index)
            if card and card.contact == contact and view.cards.column_at(index) is column:
                return view, line
        return None

    def _go(self, view: CardView, line: int) -> None:
        view.choose(line)
        view.setFocus()

    def _select(self, card: CardRow) -> None:
        """The same card in the other form."""
        views = (self.all,) if self.currentIndex() else tuple(self.columns.values())
        for view in views:
            if (line := view.cards.line_of(card.key)) is not None:
                self._go(view, line)


LOOKED_THROUGH = 500
"""So many cards of a column are looked through for the one that was moved there."""
