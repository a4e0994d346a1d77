"""One thing to follow up in a list: a tick, what it is, by when; done with one key, put off with two."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from netchal_gui.views.chips import ChipButton
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import (
    breakable,
    muted_label,
    named,
    plain_label,
    plain_tooltip,
)
from netchal_gui.views.reply_key import is_reply_key
from netchal_gui.words import long_day, say

DONE_KEYS = ("Ctrl+Return", "Ctrl+Enter")
PUT_OFF_KEYS = ("Alt+Down",)
"""In a list, where nobody types, S does the same."""


class ShownFollowUp(NamedTuple):
    """``chip`` is the text and the tone of its day; ``told`` how it was put off, for those who ask."""

    id: UUID
    text: str
    detail: str = ""
    due: date | None = None
    chip: tuple[str, str] = ("", "plain")
    done: bool = False
    can_write: bool = False
    told: str = ""


class FollowUpRow(QWidget):
    """``ticked(id, done)``, ``put_off(id, day)`` with None for no day, ``write_wanted(id)``, ``opened(id)``.

    ``reply_wanted(id)`` by Ctrl+R. Up and Down go to the rows beside it. ``wrapped``: for a narrow pane,
    with all of the text in lines.
    """

    ticked = Signal(object, bool)
    put_off = Signal(object, object)
    write_wanted = Signal(object)
    reply_wanted = Signal(object)
    opened = Signal(object)

    def __init__(self, shown: ShownFollowUp, today: date, *, wrapped: bool = False) -> None:
        super().__init__()
        self.shown, self._today = shown, today
        self._build()
        self._lay_out_wrapped() if wrapped else self._lay_out()
        self._connect()

    def _build(self) -> None:
        shown = self.shown
        self.tick = QCheckBox()
        self.tick.setChecked(shown.done)
        self.tick.setFixedWidth(self.tick.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 8)
        named(self.tick, say("Done: {text}", text=shown.text))
        self.text = ElidedButton(shown.text, "name")
        self.detail = muted_label(shown.detail, wrap=True, small=True)
        self.detail.setContentsMargins(2, 0, 0, 0)
        self.detail.setVisible(bool(shown.detail))
        self.detail.setToolTip(plain_tooltip(shown.told))
        self.write = ElidedButton(say("Write"), "plain-link")
        self.write.setAccessibleName(say("Write: {text}", text=shown.text))
        self.write.setVisible(shown.can_write and not shown.done)
        self.due = ChipButton(*shown.chip)
        by = say("By {day}", day=long_day(shown.due)) if shown.due else say("Choose a day")
        named(self.due, ", ".join(filter(None, (by, shown.told))))
        self.due.setToolTip(plain_tooltip(self.due.accessibleName()))
        self.due.setVisible(not shown.done)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.detail)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(column, 1)
        beside = QVBoxLayout()  # below each other: in narrow lists the text needs the room
        beside.setSpacing(0)
        beside.addStretch(1)
        for part in (self.due, self.write):
            beside.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        beside.addStretch(1)
        row.addLayout(beside)

    def _lay_out_wrapped(self) -> None:
        """The text over its day; nothing to open, as the pane shows the person already."""
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(plain_label(breakable(self.shown.text), wrap=True))
        under = QHBoxLayout()
        under.setSpacing(8)
        for part, stretch in ((self.due, 0), (self.detail, 1), (self.write, 0)):
            under.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        under.addStretch(0 if self.shown.detail else 1)
        column.addLayout(under)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.text.setParent(self)
        self.text.hide()

    def _connect(self) -> None:
        self.tick.clicked.connect(self._tick)
        self.text.clicked.connect(self._open)
        self.write.clicked.connect(self._write)
        self.due.clicked.connect(self.choose_day)
        self._on_keys(DONE_KEYS, self.tick.click)
        self._on_keys(PUT_OFF_KEYS, self.choose_day)
        self._on_keys(("Down",), self._go_down)
        self._on_keys(("Up",), self._go_up)

    def _on_keys(self, keys: tuple[str, ...], slot: object) -> None:
        for each in keys:
            shortcut = QShortcut(QKeySequence(each), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def choose_day(self) -> None:
        """Offer the days to put it off to: tomorrow, next week, any other."""
        from netchal_gui.views.day_menu import DayMenu

        if not self.shown.done:
            menu = DayMenu(self, ahead=True)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.picked.connect(self._put_off)
            below = self.due.mapToGlobal(QPoint(0, self.due.height()))
            menu.open_for(self.shown.due, self._today, below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S puts off, W writes. No shortcuts: those would take the letters from the menu of the days."""
        letters = {Qt.Key.Key_S: self.choose_day, Qt.Key.Key_W: self._write}
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in letters:
            letters[Qt.Key(event.key())]()
        elif is_reply_key(event):
            self.reply_wanted.emit(self.shown.id)
        else:
            super().keyPressEvent(event)

    def _go_down(self) -> None:
        self._go(1)

    def _go_up(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        """To the tick of the next or the previous row in the same list."""
        parent = self.parentWidget()
        rows = [each for each in parent.findChildren(FollowUpRow) if each.isVisible()] if parent else []
        rows.sort(key=FollowUpRow.y)
        place = rows.index(self) + step if self in rows else -1
        if 0 <= place < len(rows):
            rows[place].tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self) -> None:
        self.ticked.emit(self.shown.id, self.tick.isChecked())

    def _open(self) -> None:
        self.opened.emit(self.shown.id)

    def _write(self) -> None:
        if self.shown.can_write and not self.shown.done:
            self.write_wanted.emit(self.shown.id)

    def _put_off(self, day: date | None) -> None:
        self.put_off.emit(self.shown.id, day)


def place_of_focus(rows: Sequence[QWidget]) -> int | None:
    """Which row has the focus, to give it to what comes there when the list is made anew.

    Also while a dialog has it: the window gives it back to that row when the dialog closes.
    """
    focused = rows[0].window().focusWidget() if rows else None
    return next((n for n, row in enumerate(rows) if focused and row.isAncestorOf(focused)), None)


def focus_place(rows: Sequence[QWidget], place: int | None) -> None:
    """The focus to the row at that place, or to the last one; nothing without a place."""
    if place is not None and rows:
        row = rows[min(place, len(rows) - 1)]
        (row.tick if isinstance(row, FollowUpRow) else row).setFocus(Qt.FocusReason.OtherFocusReason)
