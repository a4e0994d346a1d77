"""The month as a table of six weeks: one cell for each day, week numbers at the side."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netchal_gui.item_models.calendar_items import Day, ItemKind
from netchal_gui.words import long_day, say, say_many, weekday, weekdays

ROWS, COLUMNS = 6, 7
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class MonthRole(IntEnum):
    DAY = int(Qt.ItemDataRole.UserRole) + 1
    """The :class:`~netchal_gui.item_models.calendar_items.Day` of the cell."""


def first_of_grid(month: date, first_weekday: int) -> date:
    """The first day of the six weeks that show the month; weekdays count from Monday = 0."""
    first = month.replace(day=1)
    return first - timedelta(days=(first.weekday() - first_weekday) % COLUMNS)


def week_number(first_of_week: date) -> int:
    """The ISO 8601 week of the Thursday in the seven days, whatever day they begin with."""
    thursday = first_of_week + timedelta(days=(3 - first_of_week.weekday()) % COLUMNS)
    return thursday.isocalendar().week


class MonthModel(QAbstractTableModel):
    """Holds 42 days; the weekday with which a row begins is given once, from Monday = 0."""

    def __init__(self, first_weekday: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first_weekday = first_weekday
        self.today = date.min
        self.month = date(2000, 1, 1)
        self._days: Sequence[Day] = [Day(self.month + timedelta(days=n)) for n in range(ROWS * COLUMNS)]

    def show_days(self, month: date, today: date, days: Sequence[Day]) -> None:
        """Show the month of a day; ``days`` are the 42 from :func:`first_of_grid` on."""
        self.month, self.today, self._days = month.replace(day=1), today, days
        self.dataChanged.emit(self.index(0, 0), self.index(ROWS - 1, COLUMNS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, ROWS - 1)

    def day_at(self, index: Index) -> Day:
        return self._days[index.row() * COLUMNS + index.column()]

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; invalid where the month does not show it."""
        offset = (day - self._days[0].day).days
        if not 0 <= offset < ROWS * COLUMNS:
            return QModelIndex()
        return self.index(offset // COLUMNS, offset % COLUMNS)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day.day)
        if role == MonthRole.DAY:
            return day
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(day)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            number = week_number(self._days[section * COLUMNS].day)
            spoken, shown = say("Week {number}", number=number), str(number)
        else:
            day = self._days[section].day
            spoken, shown = weekdays()[day.weekday()], weekday(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken
        return None

    def _spoken(self, day: Day) -> str:
        parts = [long_day(day.day)]
        if day.day == self.today:
            parts.append(say("today"))
        interviews = day.of(ItemKind.INTERVIEW)
        if interviews:
            counted = say_many("{n} interview", "{n} interviews", len(interviews))
            parts.append(f"{counted}: {'; '.join(item.spoken for item in interviews)}")
        others = [*day.of(ItemKind.BLOCK), *day.of(ItemKind.FOLLOW_UP)]
        return ", ".join([*parts, *(item.spoken for item in others), *(bar.spoken for bar in day.busy)])
