"""Tags as chips: type one, Enter, Tab or a comma takes it; a click or Backspace takes one away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy

from netchal_gui.views.chips import ChipButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import named, reach_before
from netchal_gui.words import say

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Comma)


class TagEdit(QFrame):
    """``changed`` is the user's doing only."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._tags: list[str] = []
        self._chips: list[ChipButton] = []
        self.setProperty("part", "quiet")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._edit = QLineEdit()
        self._edit.setProperty("part", "bare")
        self._edit.setPlaceholderText(say("+ tag"))
        self._edit.textChanged.connect(self._fit)
        self._fit()
        self._edit.installEventFilter(self)
        named(self._edit, name)
        self.setFocusProxy(self._edit)
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.addWidget(self._edit)

    def tags(self) -> tuple[str, ...]:
        return tuple(self._tags)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Load tags; sends no signal, and what is being typed stays."""
        for chip in self._chips:
            self._drop(chip)
        self._tags, self._chips = [], []
        for tag in tags:
            self._add(tag)

    def sizeHint(self) -> QSize:
        """As wide as all chips in one line."""
        widths = [item.sizeHint().width() + self._flow.spacing() for item in self._items()]
        return QSize(sum(widths) + 10, super().sizeHint().height())

    def _fit(self) -> None:
        """The field is as wide as what is typed in it."""
        text = self._edit.text() or self._edit.placeholderText()
        self._edit.setFixedWidth(self._edit.fontMetrics().horizontalAdvance(text) + 14)
        self.updateGeometry()

    def take_typed(self) -> None:
        """Turn what stands there as text into a tag."""
        tag = " ".join(self._edit.text().replace(",", " ").split()).removeprefix("#")
        self._edit.clear()
        if tag and tag not in self._tags:
            self._add(tag)
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._mark_active(event.gotFocus())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edit.setFocus()

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Backspace and not self._edit.text() and self._tags:
            self._remove(len(self._tags) - 1)
            return True
        if key in _TAKES and self._edit.text().strip():
            self.take_typed()
            return True
        return False

    def _items(self) -> list[ChipButton | QLineEdit]:
        return [*self._chips, self._edit]

    def _add(self, tag: str) -> None:
        chip = ChipButton(f"{tag}  ×", "plain", self)
        chip.setAccessibleName(say("{name}, remove", name=tag))
        chip.clicked.connect(self._chip_clicked)
        self._tags.append(tag)
        self._chips.append(chip)
        self._flow.insert_widget(len(self._chips) - 1, chip)
        chip.show()
        reach_before(chip, self._edit)
        self.updateGeometry()

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton) and chip in self._chips:
            self._remove(self._chips.index(chip))

    def _remove(self, index: int) -> None:
        self._tags.pop(index)
        self._drop(self._chips.pop(index))
        self._edit.setFocus()
        self.changed.emit()

    def _drop(self, chip: ChipButton) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    def _mark_active(self, active: bool) -> None:
        if not active:
            self.take_typed()
        self.setProperty("active", "true" if active else "false")
        self.style().unpolish(self)
        self.style().polish(self)
