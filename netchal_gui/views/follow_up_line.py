"""One line to follow up: a tick, the text, and by when."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStyle, QVBoxLayout

from netchal_gui.commands.follow_up_lines import Line
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.day_menu import DayMenu
from netchal_gui.views.follow_up_row import DONE_KEYS, PUT_OFF_KEYS
from netchal_gui.views.form_parts import line, named
from netchal_gui.views.growing_text import GrowingText
from netchal_gui.words import long_day, say, short_day


class LineText(GrowingText):
    """The text of a line. Enter asks for the next one, Backspace in an empty one takes it away."""

    next_wanted = Signal(list)
    removed = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, caret = event.key(), self.textCursor()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._break()
        elif key == Qt.Key.Key_Backspace and not self.toPlainText():
            self.removed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self._can_move(caret, key):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def set_done(self, done: bool) -> None:
        """Strike the text through, or not."""
        font = self.font()
        if font.strikeOut() != done:
            font.setStrikeOut(done)
            self.setFont(font)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines that are pasted become several lines to follow up."""
        first, *rest = source.text().splitlines() or [""]
        self.insertPlainText(first)
        if rest:
            self.next_wanted.emit(rest)

    def _break(self) -> None:
        """What stands behind the caret goes to the next line."""
        caret = self.textCursor()
        caret.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        rest = caret.selectedText().replace("\u2029", " ")
        caret.removeSelectedText()
        self.next_wanted.emit([rest])

    def _can_move(self, caret: QTextCursor, key: int) -> bool:
        """Whether the text goes on above or below the caret, as a wrapped one does."""
        down = key == Qt.Key.Key_Down
        return caret.movePosition(QTextCursor.MoveOperation.Down if down else QTextCursor.MoveOperation.Up)


class FollowUpLine(QFrame):
    """``changed`` while the text is typed, ``settled`` once a tick or a day was chosen or the line left."""

    changed = Signal()
    settled = Signal()
    next_wanted = Signal(list)
    removed = Signal()
    moved = Signal(int)

    def __init__(self, shown: Line, today: date) -> None:
        super().__init__()
        self.id: UUID = shown.id
        self._today = today
        self._due: date | None = None
        self._build()
        self._lay_out()
        self._connect()
        self.show_line(shown)

    def _build(self) -> None:
        self.tick = QCheckBox()
        self.text = LineText(say("To follow up"), say("Something to follow up"))
        self.due = ChipButton("", "plain")
        self._menu = DayMenu(self, ahead=True)
        self.tick.setFixedWidth(self.tick.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 4)
        named(self.tick, say("Done"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 4, 0, 4)
        row.setSpacing(0)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        rule = QHBoxLayout()
        rule.setContentsMargins(10, 0, 0, 0)
        rule.addWidget(line())
        box.addLayout(rule)

    def _connect(self) -> None:
        self.tick.clicked.connect(self._ticked)
        self.text.typed.connect(self._typed)
        self.text.left.connect(self.settled)
        self.text.next_wanted.connect(self.next_wanted)
        self.text.removed.connect(self.removed)
        self.text.moved.connect(self.moved)
        self.due.clicked.connect(self._open_menu)
        for keys, slot in ((DONE_KEYS, self._tick_by_key), (PUT_OFF_KEYS, self._open_menu)):
            for each in keys:
                shortcut = QShortcut(QKeySequence(each), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(slot)
        self._menu.picked.connect(self._picked)

    def line(self) -> Line:
        """The line as it stands here."""
        return Line(self.id, self.text.text(), self._due, self.tick.isChecked())

    def is_empty(self) -> bool:
        return not self.text.text().strip()

    def show_line(self, shown: Line) -> None:
        """Load a line; the caret stays where it was."""
        self.id = shown.id
        self._due = shown.due
        self.tick.setChecked(shown.done)
        if " ".join(self.text.text().split()) != shown.text:
            self.text.take_over(shown.text)
        self._show_state()

    def _show_state(self) -> None:
        empty = self.is_empty()
        self.tick.setEnabled(not empty)
        self.due.setVisible(not empty)
        self.text.set_done(self.tick.isChecked())
        text, tone = due_chip(self._due, self._today, done=self.tick.isChecked())
        self.due.show_chip(text, tone)
        spoken = say("By {day}", day=long_day(self._due)) if self._due else say("Choose a day")
        self.due.setAccessibleName(spoken)
        self.tick.setAccessibleName(say("Done: {text}", text=self.text.text()) if not empty else say("Done"))

    def _typed(self) -> None:
        self._show_state()
        self.changed.emit()

    def _ticked(self) -> None:
        self._show_state()
        self.settled.emit()

    def _tick_by_key(self) -> None:
        """Ctrl+Enter where one types; an empty line cannot be done."""
        if self.tick.isEnabled():
            self.tick.click()

    def _open_menu(self) -> None:
        self._menu.open_for(self._due, self._today, self.due.mapToGlobal(QPoint(0, self.due.height())))

    def _picked(self, day: date | None) -> None:
        self._due = day
        self._show_state()
        self.settled.emit()


def due_chip(due: date | None, today: date, *, done: bool) -> tuple[str, str]:
    """The chip's text and tone: red from the day itself on, until it is done."""
    if due is None:
        return say("+ day"), "plain"
    if due == today:
        return say("today"), "plain" if done else "danger"
    late = due < today and not done
    return short_day(due, today), "danger" if late else "plain"
