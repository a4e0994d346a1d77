"""People as chips with type-ahead: type a name, take a suggestion or a new person, go on.

Enter, Tab or a comma takes what is highlighted, the arrows move, Backspace before the first letter takes the
last chip away, Escape closes the list. Loading people sends no signal; what the user does sends ``changed``.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy

from netchal_gui.domain.folding import fold
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import named, reach_before
from netchal_gui.views.suggestion_list import Suggestion, SuggestionList
from netchal_gui.words import say


class ChipEdit(QFrame):
    """``find(text)`` gives at most a handful of people for what was typed, best first."""

    changed = Signal()

    def __init__(self, name: str, find: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__()
        self._find = find
        self._chosen: list[Suggestion] = []
        self._chips: list[ChipButton] = []
        self._build(name)
        self._edit.textEdited.connect(self._search)
        self._list.taken.connect(self._take)

    def _build(self, name: str) -> None:
        self.setProperty("part", "field")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._edit = QLineEdit()
        self._edit.setProperty("part", "bare")
        self._edit.setPlaceholderText(say("Type a name"))
        self._edit.setMinimumWidth(120)
        self._edit.installEventFilter(self)
        named(self._edit, name)
        self.setAccessibleName(name)
        self.setFocusProxy(self._edit)
        self._list = SuggestionList(self)
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(6, 3, 6, 3)
        self._flow.addWidget(self._edit)

    def chosen(self) -> list[Suggestion]:
        """The people in the chips, in order."""
        return list(self._chosen)

    def typed(self) -> str:
        """What stands in the field and is no chip yet."""
        return self._edit.text().strip()

    def show_chosen(self, people: Sequence[Suggestion]) -> None:
        """Load people into the field; sends no signal."""
        for chip in self._chips:
            chip.deleteLater()
            self._flow.removeWidget(chip)
        self._chosen, self._chips = [], []
        self._edit.setText("")
        for person in people:
            self._add(person)

    def take_typed(self) -> None:
        """Turn a name that still stands there as text into a person, as when the form is sent."""
        text = self.typed()
        if text:
            same = [person for person in self._find(text) if fold(person.name) == fold(text)]
            self._take(same[0] if same else Suggestion(None, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QFocusEvent):
            self._mark_active(event.gotFocus())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edit.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Backspace and not self._edit.text() and self._chosen:
            self._remove(len(self._chosen) - 1)
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._list.isVisible():
            self._list.move_current(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
            return True
        if not self.typed():
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Comma):
            self._accept()
            return True
        return False

    def _accept(self) -> None:
        current = self._list.current() if self._list.isVisible() else None
        if current is not None:
            self._take(current)
        else:
            self.take_typed()

    def _search(self, text: str) -> None:
        typed = text.strip()
        if not typed:
            self._list.hide()
            return
        taken = {person.id for person in self._chosen if person.id is not None}
        found = [person for person in self._find(typed) if person.id not in taken]
        same = [index for index, person in enumerate(found) if fold(person.name) == fold(typed)]
        self._list.offer([*found, Suggestion(None, typed)], current=same[0] if same else 0)

    def _take(self, person: Suggestion) -> None:
        self._list.hide()
        self._edit.setText("")
        if any(_same(person, other) for other in self._chosen):
            return
        self._add(person)
        self._edit.setFocus()
        self.changed.emit()

    def _add(self, person: Suggestion) -> None:
        chip = ChipButton(f"{person.name}  ×", person.tone, self)
        chip.setAccessibleName(say("{name}, remove", name=person.name))
        chip.clicked.connect(self._chip_clicked)
        self._chosen.append(person)
        self._chips.append(chip)
        self._flow.insert_widget(len(self._chips) - 1, chip)
        chip.show()
        reach_before(chip, self._edit)
        self._settle()

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton) and chip in self._chips:
            self._remove(self._chips.index(chip))

    def _remove(self, index: int) -> None:
        chip = self._chips.pop(index)
        self._chosen.pop(index)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._edit.setFocus()
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        self._edit.setPlaceholderText("" if self._chosen else say("Type a name"))
        self._flow.invalidate()
        self.updateGeometry()

    def _mark_active(self, active: bool) -> None:
        if not active:
            self._list.hide()
        self.setProperty("active", "true" if active else "false")
        self.style().unpolish(self)
        self.style().polish(self)


def _same(one: Suggestion, other: Suggestion) -> bool:
    if one.id is None or other.id is None:
        return one.id is other.id and fold(one.name) == fold(other.name)
    return one.id == other.id
