"""Whom to meet, as a list: ideas, or the people found by a name and the new person it may be."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netchal_gui.commands.plan_month_ideas import Idea
from netchal_gui.commands.plan_month_wording import idea_detail, idea_spoken
from netchal_gui.domain.contact_kinds import Relation
from netchal_gui.words import say

IdeaRole = Qt.ItemDataRole.UserRole + 1
"""The whole :class:`IdeaRow`."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class IdeaRow(NamedTuple):
    """One line. Without a ``contact`` it offers to add a person of this name and relation."""

    contact: bytes | None
    name: str
    detail: str
    relation: Relation
    spoken: str


def row_of(idea: Idea) -> IdeaRow:
    """An idea as a line of the list."""
    person = idea.person
    relation = Relation(person.relation)
    return IdeaRow(person.id, person.name, idea_detail(idea), relation, idea_spoken(idea))


def row_for_new(name: str, relation: Relation) -> IdeaRow:
    """The line that adds somebody nobody is called like yet."""
    known = relation is Relation.KNOWN
    detail = say("add as somebody you know") if known else say("add as a new person")
    return IdeaRow(None, name, detail, relation, f"{name}, {detail}")


class IdeaList(QAbstractListModel):
    """At most some dozens of rows, shown anew each time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[IdeaRow] = []

    def show_rows(self, rows: Sequence[IdeaRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def drop(self, contact: bytes) -> None:
        """Somebody has a place now: the row goes before the list is read again."""
        line = self.line_of(contact)
        if line is not None:
            self.beginRemoveRows(_ROOT, line, line)
            del self._rows[line]
            self.endRemoveRows()

    def line_of(self, contact: bytes | None) -> int | None:
        if contact is None:
            return None
        return next((line for line, row in enumerate(self._rows) if row.contact == contact), None)

    def row_at(self, line: int) -> IdeaRow | None:
        return self._rows[line] if 0 <= line < len(self._rows) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == IdeaRole else None
