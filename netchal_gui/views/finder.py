"""Ctrl+K: find people, entries and actions while typing; the arrows move, Enter goes there."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.commands.find import MOST, Found
from netchal_gui.commands.progress import Progress
from netchal_gui.domain.folding import fold, words_of
from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import named
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.painting import one_line, paint_row, paint_text
from netchal_gui.views.tab import TAKES_REST
from netchal_gui.views.theme import scaled
from netchal_gui.words import say

Index = QModelIndex | QPersistentModelIndex
DETAIL = Qt.ItemDataRole.UserRole
Find = Callable[[str], Sequence[Found]]


class _Asked(NamedTuple):
    """An action, and what was typed after the words that ask for it."""

    action: QAction
    rest: str


Target = Found | QAction | _Asked


class Finder(QFrame):
    """A panel over the window. ``object_chosen(kind, id)``, or the chosen action is triggered.

    ``find_people`` and ``find_entries`` run on a job's thread; ``actions`` is asked on the GUI thread.
    """

    object_chosen = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        find_people: Find,
        find_entries: Find,
        actions: Callable[[], Iterable[QAction]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._targets: list[Target | None] = []
        self._find_people, self._find_entries = find_people, find_entries
        self._actions = actions
        self._searching = ""
        self._back: QWidget | None = None
        self._build()
        self._edit.textEdited.connect(self._typed)
        self._list.itemClicked.connect(self._choose)
        self.hide()

    def _build(self) -> None:
        self.setProperty("part", "popup")
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(say("Find people, entries, actions"))
        named(self._edit, say("Find people, entries, actions"))
        self._edit.installEventFilter(self)
        self._list = QListWidget()
        self._list.setItemDelegate(FoundDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        named(self._list, say("What was found"))
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self._edit)
        box.addWidget(self._list)

    def open_at(self, corner: QPoint) -> None:
        """Show the panel with its top right corner at a point of the window, empty and with the focus."""
        self._back = self._window.focusWidget()
        width = min(480, self._window.width() - 16)
        self.setGeometry(max(8, corner.x() - width), corner.y(), width, self._edit.sizeHint().height())
        self._edit.setText("")
        self._typed("")
        self.show()
        self.raise_()
        self._edit.setFocus()

    def close_panel(self) -> None:
        """Away with it; the focus goes back to where it was."""
        self.hide()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.hide()
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_row(self._list.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._searching = text.strip()
        self._clear()
        if self._searching:
            self._jobs.run(self._search_for(self._searching), self._show)
        else:
            self._add_actions("")
            self._fit()

    def _search_for(self, text: str) -> Callable[[Progress], Any]:
        def search(progress: Progress) -> tuple[str, Sequence[Found], Sequence[Found]]:
            return text, self._find_people(text), self._find_entries(text)

        return search

    def _show(self, result: tuple[str, Sequence[Found], Sequence[Found]]) -> None:
        text, people, entries = result
        if text != self._searching:
            return
        self._clear()
        self._add_found(say("People"), people)
        self._add_found(say("Journal entries"), entries)
        self._add_actions(text)
        if not self._list.count():
            self._add_title(say("Nothing found"))
        self._fit()

    def _fit(self) -> None:
        """As high as what was found, and never beyond the window."""
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        wanted = rows + self._edit.sizeHint().height() + 36
        self.resize(self.width(), min(wanted, self._window.height() - self.y() - 8))

    def _clear(self) -> None:
        self._list.clear()
        self._targets.clear()

    def _add_found(self, title: str, found: Sequence[Found]) -> None:
        if found:
            self._add_title(title)
        for each in found[:MOST]:
            self._add(each.title, each.detail, each)

    def _add_actions(self, text: str) -> None:
        wanted = words_of(text)
        asked = [_Asked(action, rest) for action in self._actions() if (rest := _rest(action, text))]
        fitting = [action for action in self._actions() if action.isEnabled() and _fits(action, wanted)]
        if asked or fitting:
            self._add_title(say("Actions"))
        for each in asked:
            self._add(f"{_label(each.action).rstrip('…')}: {each.rest}", "", each)
        for action in fitting[:MOST]:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self._add(_label(action), keys, action)

    def _add_title(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)
        self._targets.append(None)

    def _add(self, title: str, detail: str, target: Target) -> None:
        item = QListWidgetItem(one_line(title))
        item.setData(DETAIL, one_line(detail))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, one_line(f"{title} {detail}"))
        self._list.addItem(item)
        self._targets.append(target)
        if self._list.currentRow() < 0:
            self._list.setCurrentItem(item)

    def _move(self, step: int) -> None:
        row = self._list.currentRow() + step
        while 0 <= row < self._list.count():
            if self._targets[row] is not None:
                self._list.setCurrentRow(row)
                return
            row += step

    def _choose(self, item: QListWidgetItem) -> None:
        self._choose_row(self._list.row(item))

    def _choose_row(self, row: int) -> None:
        target = self._targets[row] if 0 <= row < len(self._targets) else None
        if target is None:
            return
        self.close_panel()
        if isinstance(target, QAction):
            target.trigger()
        elif isinstance(target, _Asked):
            target.action.setData(target.rest)
            target.action.trigger()
        else:
            self.object_chosen.emit(target.kind, target.id)


class FoundDelegate(QStyledItemDelegate):
    """A title at the left, and at the right in grey what helps to tell two of them apart.

    That has at most ``share`` of the width.
    """

    share = 0.5

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = colours(option.palette)
        paint_row(painter, option, index, line=False)
        inside = option.rect.adjusted(8, 0, -8, 0)
        detail = index.data(DETAIL) or ""
        width = min(round(inside.width() * self.share), option.fontMetrics.horizontalAdvance(detail) + 2)
        choosable = bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
        font = option.font if choosable else scaled(option.font, 0.87, bold=True)
        left = inside.adjusted(0, 0, -width - 8, 0)
        paint_text(painter, left, index.data() or "", theme.text if choosable else theme.muted, font)
        paint_text(
            painter, inside.adjusted(inside.width() - width, 0, 0, 0), detail, theme.muted, option.font
        )


def _label(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _fits(action: QAction, wanted: list[str]) -> bool:
    """Whether each typed word begins one of the action's words."""
    words = words_of(_label(action))
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _rest(action: QAction, text: str) -> str:
    """What follows the words that ask for an action with something: "Bremen" of "going to Bremen"."""
    folded = fold(text)
    for words in str(action.property(TAKES_REST) or "").split(";"):
        begins = fold(words.strip()) + " "
        if len(begins) > 1 and folded.startswith(begins):
            return text[len(begins) :].strip()
    return ""
