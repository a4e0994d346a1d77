"""A field that holds several values: a row for each, a button that adds one, buttons that take one away."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import icon_button, reach_before
from netchal_gui.words import say


class Row(QWidget):
    """One value; ``changed`` when the person edits it, ``removed`` when they press its ×."""

    changed = Signal()
    removed = Signal()

    def show_value(self, item: Any) -> None:
        """Load a value; sends no signal."""
        raise NotImplementedError

    def value(self) -> Any:
        raise NotImplementedError

    def beginning(self) -> QWidget:
        """What gets the focus in a row that was just added."""
        raise NotImplementedError

    def take_away_button(self, name: str) -> QWidget:
        """The button at the end of the row; ``name`` is what the row is called."""
        remove = icon_button("×", say("Remove {name}", name=name))
        remove.clicked.connect(self.removed)
        return remove


class RowList(QWidget):
    """The rows and the button below them; ``changed`` is the person's doing only."""

    changed = Signal()

    def __init__(self, make_row: Callable[[], Row], add: str) -> None:
        super().__init__()
        self._make_row = make_row
        self._rows: list[Row] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._add = ElidedButton(add, "plain-link")
        self._box.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self._add_empty)
        self.setFocusProxy(self._add)

    def show_values(self, items: Iterable[Any]) -> None:
        """Load values; sends no signal."""
        for row in tuple(self._rows):
            self._drop(row)
        for item in items:
            self._append().show_value(item)

    def values(self) -> tuple[Any, ...]:
        return tuple(row.value() for row in self._rows)

    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def _append(self) -> Row:
        row = self._make_row()
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._box.insertWidget(len(self._rows) - 1, row)
        reach_before(row, self._add)
        return row

    def _add_empty(self) -> None:
        self._append().beginning().setFocus()

    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, Row) and row in self._rows:
            self._drop(row)
            self._add.setFocus()
            self.changed.emit()

    def _drop(self, row: Row) -> None:
        self._rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
