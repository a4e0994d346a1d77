"""From when to when time is kept free, or all day."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QWidget

from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import named, plain_label
from netchal_gui.views.when_field import ClockField, field_height, leave_room
from netchal_gui.words import say


class BlockTimes(QWidget):
    """``changed`` after each change by the user."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.begins, self.ends = ClockField(QTime(12, 0)), ClockField(QTime(13, 30))
        self.whole_days = QCheckBox(say("Whole days"))
        clocks = QWidget()
        box = QHBoxLayout(clocks)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.begins, plain_label(say("to")), self.ends):
            box.addWidget(widget)
        flow = FlowLayout(self, spacing=8)
        flow.addWidget(clocks)
        flow.addWidget(self.whole_days)
        for field, name in ((self.begins, say("Begins")), (self.ends, say("Ends"))):
            field.setMinimumHeight(field_height(field))
            leave_room(field)
            named(field, name)
            field.userTimeChanged.connect(self.changed)
        self.whole_days.clicked.connect(self._lock)
        self.whole_days.clicked.connect(self.changed)

    @property
    def span(self) -> tuple[time | None, time | None]:
        """Begin and end on the clock; None twice for whole days."""
        if self.whole_days.isChecked():
            return None, None
        return _time(self.begins), _time(self.ends)

    def show_span(self, begins: time | None, ends: time | None) -> None:
        """Load a span; without times the day is whole, and the clocks keep what they show."""
        self.whole_days.setChecked(begins is None)
        for field, clock in ((self.begins, begins), (self.ends, ends)):
            if clock is not None:
                field.setTime(QTime(clock.hour, clock.minute))
        self._lock()

    def _lock(self) -> None:
        for field in (self.begins, self.ends):
            field.setEnabled(not self.whole_days.isChecked())


def _time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())
