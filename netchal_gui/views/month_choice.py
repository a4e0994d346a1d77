"""A month to choose a day from, in the manner of the rest: quiet, with the numbers of its weeks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from netchal_gui.views.form_parts import named, plain_tooltip
from netchal_gui.words import say


class MonthChoice(QCalendarWidget):
    """Qt's own has a coloured bar and red weekends, which look like something that is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setGridVisible(False)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())
        self._show_sign("qt_calendar_prevmonth", "‹", say("Previous month"))
        self._show_sign("qt_calendar_nextmonth", "›", say("Next month"))
        named(self, say("Month"))

    def _show_sign(self, inside: str, sign: str, name: str) -> None:
        """In place of an arrow that is black on dark ground."""
        found = self.findChild(QToolButton, inside)
        if isinstance(found, QToolButton):
            found.setIcon(QIcon())
            found.setText(sign)
            named(found, name)
            found.setToolTip(plain_tooltip(name))
