"""On which weekdays time is kept free, and which days that makes, in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.words import say, say_many, weekday, weekday_day, weekdays

MONDAY = date(2001, 1, 1)
LISTED = 8
"""So many days of the rule are named in the preview."""


class WeekdayBoxes(QWidget):
    """Seven boxes to tick; ``clicked`` by the user."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes = [QCheckBox(weekday(date.fromordinal(MONDAY.toordinal() + n))) for n in range(7)]
        row = FlowLayout(self, spacing=8)
        for box, name in zip(self.boxes, weekdays(), strict=True):
            box.setAccessibleName(name)
            box.clicked.connect(self.clicked)
            row.addWidget(box)
        self.setFocusProxy(self.boxes[0])

    def chosen(self) -> frozenset[int]:
        """The ticked weekdays; Monday is 0."""
        return frozenset(n for n, box in enumerate(self.boxes) if box.isChecked())

    def choose(self, weekdays: Iterable[int]) -> None:
        """Tick these and no others; sends no signal."""
        wanted = set(weekdays)
        for number, box in enumerate(self.boxes):
            box.setChecked(number in wanted)


def days_text(days: Sequence[date]) -> str:
    """ "Blocks 9 days: Tue 1 Dec, Thu 3 Dec … and 1 more"; "" for none."""
    if not days:
        return ""
    named_days = ", ".join(weekday_day(day, days[0]) for day in days[:LISTED])
    counted = say_many("Blocks {n} day: {days}", "Blocks {n} days: {days}", len(days), days=named_days)
    hidden = len(days) - LISTED
    return say("{text} and {n} more", text=counted, n=hidden) if hidden > 0 else counted
