"""A birthday: day and month, and the year where it is known."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from netchal_gui.domain.contact import PartialDate
from netchal_gui.views.form_parts import named
from netchal_gui.words import months, say

LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class BirthdayField(QWidget):
    """``changed`` is the person's doing only. Without a day or a month there is no birthday."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day, self._month, self._year = QComboBox(), QComboBox(), QLineEdit()
        self._day.addItem("–", 0)
        for day in range(1, 32):
            self._day.addItem(str(day), day)
        self._month.addItem("–", 0)
        for number, month in enumerate(months(), start=1):
            self._month.addItem(month, number)
        self._year.setPlaceholderText(say("Year, if known"))
        self._year.setValidator(QIntValidator(1, 9999, self))
        self._year.setFixedWidth(130)
        named(self._day, say("Day of birth"))
        named(self._month, say("Month of birth"))
        named(self._year, say("Year of birth"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for field in (self._day, self._month, self._year):
            box.addWidget(field)
        box.addStretch(1)
        self.setFocusProxy(self._day)
        self._day.activated.connect(self.changed)
        self._month.activated.connect(self.changed)
        self._year.textEdited.connect(self.changed)

    def show_birthday(self, birthday: PartialDate | None) -> None:
        """Load a birthday, None for none; sends no signal."""
        self._day.setCurrentIndex(birthday.day if birthday else 0)
        self._month.setCurrentIndex(birthday.month if birthday else 0)
        self._year.setText(str(birthday.year) if birthday and birthday.year else "")

    def birthday(self) -> PartialDate | None:
        """What is chosen; a day that its month does not have is the month's last."""
        day, month = self._day.currentData(), self._month.currentData()
        if not day or not month:
            return None
        year = int(self._year.text()) if self._year.text().strip() else None
        for possible in range(min(day, LONGEST[month - 1]), 27, -1):
            try:
                return PartialDate(month, possible, year)
            except ValueError:
                continue
        return PartialDate(month, day, year)
