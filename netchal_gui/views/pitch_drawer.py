"""The pitch drawer: one's short introductions over the right edge of a window, and gone again."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands.pitch_wording import language_of, length, pace, used
from netchal_gui.commands.pitches import pitches
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.pitch import Pitch
from netchal_gui.views.form_parts import (
    bold_label,
    box_of,
    button,
    card,
    fill_area,
    frame,
    heading,
    icon_button,
    line,
    muted_label,
    plain_label,
    scroll_area,
)
from netchal_gui.views.pitch_form import PitchForm
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

WIDTH = 62
"""Letters of the usual width."""


class PitchDrawer(QFrame):
    """A part of ``window`` that takes no focus when it opens; Escape inside it closes it.

    It goes with its window, and is as high as it. A dialog grows for it where the screen has room, so that
    what one is doing there stays in sight.
    """

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window
        self._came_from: QWidget | None = None
        self._before: QRect | None = None
        self._build()
        self._lay_out()
        self.close_button.clicked.connect(self.close_drawer)
        self.add.clicked.connect(self._add)
        window.installEventFilter(self)
        self._end_listening = workbench.listen(self._on_edit)
        self.hide()

    def _build(self) -> None:
        self.setProperty("part", "panel")
        self.setAccessibleName(say("Pitches"))
        self.close_button = icon_button("×", say("Close the pitches"))
        self.add = button(say("Add…"))
        self.add.setAccessibleName(say("Add pitch…"))
        self.pace = muted_label(wrap=True, small=True)
        self._area = scroll_area(frame("panel"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 4)
        head.setSpacing(8)
        head.addWidget(heading(say("Pitches"), 1.2), 1)
        head.addWidget(self.add)
        head.addWidget(self.close_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self.pace)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(line(upright=True))
        whole.addLayout(column, 1)

    def toggle(self) -> None:
        """Open it, with the focus where it was, or close it."""
        if self.isVisible():
            self.close_drawer()
        else:
            self._open()

    def enter(self) -> None:
        """Open it and go to its first pitch; closing it leads back."""
        self._came_from = self._window.focusWidget()
        self._open()
        first = next(iter(self.cards()), None)
        (first.copy if first else self.add).setFocus()

    def close_drawer(self) -> None:
        """Away with it; a focus that was inside goes back to where it came from."""
        had_focus = self.isAncestorOf(self._window.focusWidget())
        self.hide()
        self._shrink()
        if had_focus and self._came_from is not None:
            self._came_from.setFocus()
        self._came_from = None

    def cards(self) -> Iterator["PitchCard"]:
        """The pitches that are shown, the shortest first."""
        yield from self._area.findChildren(PitchCard)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self._window and event.type() in (QEvent.Type.Close, QEvent.Type.DeferredDelete):
            self._end()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._load()
        self._grow()
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        area = self._window.rect()
        width = min(self._wide(), area.width())
        self.setGeometry(area.width() - width, 0, width, area.height())
        beside = 0 if self._before is None else min(width, area.width() - self._before.width())
        self._window.setContentsMargins(0, 0, max(0, beside), 0)

    def _wide(self) -> int:
        return self.fontMetrics().averageCharWidth() * WIDTH

    def _grow(self) -> None:
        """A dialog keeps its width beside the pitches, as far as the screen goes; Wayland moves no window."""
        if not isinstance(self._window, QDialog) or self._before is not None:
            return
        self._before, room = self._window.geometry(), self._window.screen().availableGeometry()
        width = max(self._before.width(), min(self._before.width() + self._wide(), room.width()))
        self._window.resize(width, self._before.height())
        over = self._window.frameGeometry().right() - room.right()
        if over > 0:
            self._window.move(self._window.x() - over, self._window.y())

    def _shrink(self) -> None:
        self._window.setContentsMargins(0, 0, 0, 0)
        if self._before is not None:
            self._window.setGeometry(self._before)
            self._before = None

    def _load(self) -> None:
        found = pitches(self._workbench.store)
        inside = frame("panel", margins=(16, 8, 16, 8), spacing=10)
        box = box_of(inside)
        for each in found:
            shown = PitchCard(self._workbench, each)
            shown.change_wanted.connect(self._change)
            box.addWidget(shown)
        if not found:
            box.addWidget(muted_label(_nothing(), wrap=True))
        box.addStretch(1)
        fill_area(self._area, inside)
        languages = dict.fromkeys(language_of(self._workbench, each) for each in found)
        self.pace.setText("\n".join(pace(each) for each in languages))
        self.pace.setVisible(bool(found))

    def _on_edit(self, edit: Edit) -> None:
        if self.isVisible() and edit.touches(Pitch, Interview, Contact):
            self._load()

    def _add(self) -> None:
        PitchForm(self._workbench, None, self._window).open()

    def _change(self, pitch_id: UUID) -> None:
        stored = self._workbench.store.get(Pitch, pitch_id)
        if stored is not None:
            PitchForm(self._workbench, stored, self._window).open()

    def _end(self) -> None:
        """Its window is closing: nothing is read any more."""
        self._window.removeEventFilter(self)
        self.hide()
        self._end_listening()
        self.deleteLater()


class PitchCard(QFrame):
    """One pitch, to be read aloud. ``change_wanted(id)``."""

    change_wanted = Signal(object)

    def __init__(self, workbench: Workbench, pitch: Pitch) -> None:
        super().__init__()
        self._pitch = pitch
        self.copy, self.change = button(say("Copy")), button(say("Edit"))
        self.copy.setAccessibleName(say("Copy “{title}”", title=pitch.title))
        self.change.setAccessibleName(say("Edit “{title}”", title=pitch.title))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = card()
        whole.addWidget(inside)
        box = box_of(inside)
        box.addWidget(bold_label(pitch.title, wrap=True))
        counted = length(pitch.text, pitch.seconds, language_of(workbench, pitch))
        about = say("for {listener}", listener=pitch.listener) if pitch.listener else ""
        for text in filter(None, (about, counted)):
            box.addWidget(muted_label(text, wrap=True, small=True))
        box.addWidget(plain_label(pitch.text, wrap=True))
        said = used(workbench, pitch)
        if said:
            box.addWidget(muted_label(said, wrap=True, small=True))
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.change)
        row.addStretch(1)
        box.addLayout(row)
        self.copy.clicked.connect(self._copy)
        self.change.clicked.connect(self._change)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._pitch.text)

    def _change(self) -> None:
        self.change_wanted.emit(self._pitch.id)


def _nothing() -> str:
    return say(
        "A few sentences on who you are and what you look for, in 15, 30 and 60 seconds. "
        "F9 shows them wherever you are in the program."
    )
