"""A menu to choose a day from: the usual ones by name, any other from a month."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from netchal_gui.domain.follow_up import next_week
from netchal_gui.views.month_choice import MonthChoice
from netchal_gui.words import say


class DayMenu(QMenu):
    """``picked(day)`` with a date, or None for no day. ``ahead`` offers the days on which one follows up."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, *, ahead: bool) -> None:
        super().__init__(parent)
        self._today = date.min
        self._days: dict[QAction, Callable[[date], date]] = {}
        if ahead:
            self._offer(say("&Today"), _today)
            self._offer(say("To&morrow"), _tomorrow)
            self._offer(say("Next &week"), next_week)
            self._offer(say("In two wee&ks"), _in_two_weeks)
            self.addSeparator()
        self._none = self.addAction(say("&No day"))
        self._none.triggered.connect(self._pick_none)
        self._none.setVisible(ahead)
        self._month = MonthChoice()
        self._month.activated.connect(self._pick_shown)
        self._month.clicked.connect(self._pick_shown)
        holder = QWidgetAction(self)
        holder.setDefaultWidget(self._month)
        self.addAction(holder)

    def open_for(self, day: date | None, today: date, place: QPoint) -> None:
        """Show the menu at a point of the screen, on a day or on today's month."""
        self._today = today
        shown = day or today
        self._month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._none.setEnabled(day is not None)
        self.popup(place)
        if not self._none.isVisible():
            self._month.setFocus()

    def _offer(self, text: str, day: Callable[[date], date]) -> None:
        action = self.addAction(text)
        self._days[action] = day
        action.triggered.connect(self._pick_named)

    def _pick_named(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.picked.emit(self._days[action](self._today))

    def _pick_none(self) -> None:
        self.picked.emit(None)

    def _pick_shown(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))


def _today(today: date) -> date:
    return today


def _tomorrow(today: date) -> date:
    return today + timedelta(days=1)


def _in_two_weeks(today: date) -> date:
    return today + timedelta(days=14)
