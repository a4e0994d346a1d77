"""How often one wants to hear of each other: one of the usual rhythms, or a number of days of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from netchal_gui.commands.touch_wording import cadence_text
from netchal_gui.domain.cadence import CADENCES
from netchal_gui.domain.contact import NEVER
from netchal_gui.views.form_parts import named
from netchal_gui.views.when_field import leave_room
from netchal_gui.words import say

OWN = -1
LONGEST = 3650


class CadenceField(QWidget):
    """``changed`` is the person's doing only. ``without`` says what it is without a rhythm of its own.

    ``never`` offers never to be reminded, whatever the circle has.
    """

    changed = Signal()

    def __init__(self, without: str, *, never: bool = False) -> None:
        super().__init__()
        self.choice, self.days = QComboBox(), QSpinBox()
        self.choice.addItem(without, None)
        for each in (NEVER, *CADENCES) if never else CADENCES:
            self.choice.addItem(_capital(cadence_text(each)), each)
        self.choice.addItem(say("Other number of days"), OWN)
        self.days.setRange(1, LONGEST)
        self.days.setSuffix(say(" days"))
        leave_room(self.days)
        named(self.days, say("Number of days"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.choice)
        box.addWidget(self.days)
        box.addStretch(1)
        self.setFocusProxy(self.choice)
        self.choice.activated.connect(self._chosen)
        self.days.valueChanged.connect(self._typed)
        self.show_cadence(None)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def show_cadence(self, days: int | None) -> None:
        """Load a number of days, None for none; sends no signal."""
        place = self.choice.findData(days)
        self.choice.setCurrentIndex(place if place >= 0 else self.choice.findData(OWN))
        self.days.blockSignals(True)
        self.days.setValue(days or CADENCES[1])
        self.days.blockSignals(False)
        self.days.setVisible(place < 0)

    def cadence(self) -> int | None:
        """The days that are chosen; None: none of its own."""
        chosen = self.choice.currentData()
        return self.days.value() if chosen == OWN else chosen

    def _chosen(self) -> None:
        own = self.choice.currentData() == OWN
        self.days.setVisible(own)
        if own:
            self.days.setFocus()
            self.days.selectAll()
        self.changed.emit()

    def _typed(self) -> None:
        self.changed.emit()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
