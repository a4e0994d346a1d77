"""A list of questions in the order one wants to ask them: by mouse, and by Alt and the arrows."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from netchal_gui.commands.preparing import with_questions
from netchal_gui.domain.interview import Question
from netchal_gui.views.form_parts import muted_label, named
from netchal_gui.words import say

_ANSWER, _ASKED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""Kept apart as plain values: what is dragged is written down by Qt, which knows no objects of ours."""


class QuestionList(QWidget):
    """Holds a draft; ticks and answers of a question stay with it when it moves or is reworded."""

    def __init__(self) -> None:
        super().__init__()
        self.items = _Lines()
        self.own = OwnQuestion()
        self.hint = muted_label(
            say("Drag a question, or move it with Alt and the arrows. F2 changes it, Del takes it away."),
            wrap=True,
            small=True,
        )
        named(self.items, say("Questions"))
        named(self.own, say("Your own question"))
        self.own.setPlaceholderText(say("Your own question, then Enter"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.items, 1)
        box.addWidget(self.own)
        box.addWidget(self.hint)
        self.own.entered.connect(self._add_own)

    def show_questions(self, questions: Iterable[Question]) -> None:
        """Load a list; the first one is the current one."""
        self.items.clear()
        for question in questions:
            self.items.addItem(_line(question))
        self.items.setCurrentRow(0)

    def questions(self) -> tuple[Question, ...]:
        """The draft as it stands: reworded ones with their new words, empty ones left out."""
        found = (_question(self.items.item(row)) for row in range(self.items.count()))
        return tuple(question for question in found if question.text)

    def add(self, texts: Iterable[str]) -> None:
        """Put questions at the end that are not on the list yet."""
        before = self.questions()
        for question in with_questions(before, texts)[len(with_questions(before, ())) :]:
            self.items.addItem(_line(question))
        self.items.setCurrentRow(self.items.count() - 1)

    def _add_own(self) -> None:
        self.add([self.own.text()])
        self.own.clear()


class _Lines(QListWidget):
    """Drag orders it, F2 or a double-click rewords; its menu has this too, and what the other keys do."""

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumHeight(150)
        self.setProperty("part", "field")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._act(say("Move &up"), "Alt+Up", self._up)
        self._act(say("Move &down"), "Alt+Down", self._down)
        self._act(say("&Change"), "F2", self._change)
        self._act(say("&Take away"), "Del", self._take_away)

    def _act(self, text: str, keys: str, slot: Callable[[], object]) -> None:
        """In the menu and by its keys, which mean what they always do in the field that rewords."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.addAction(action)

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            self.insertItem(row + by, self.takeItem(row))
            self.setCurrentRow(row + by)

    def _change(self) -> None:
        if self.currentItem() is not None:
            self.editItem(self.currentItem())

    def _take_away(self) -> None:
        self.takeItem(self.currentRow())


class OwnQuestion(QLineEdit):
    """Enter adds what stands here; in an empty field it means what it means in the form around it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _line(question: Question) -> QListWidgetItem:
    line = QListWidgetItem(question.text)
    line.setData(_ANSWER, question.answer)
    line.setData(_ASKED, question.asked)
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsEditable)
    line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
    return line


def _question(line: QListWidgetItem) -> Question:
    text = " ".join(line.text().split())
    return Question(text, bool(line.data(_ASKED)), str(line.data(_ANSWER)))
