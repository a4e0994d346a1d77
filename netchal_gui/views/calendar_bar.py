"""The line above the month: which month, the way to others, and what one can do."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from netchal_gui.views.form_parts import button, heading, icon_button, plain_tooltip, primary_button
from netchal_gui.words import month, say


class CalendarBar(QWidget):
    """``turned(months)``; the other signals are wishes of the same name as their button."""

    turned = Signal(int)
    today_wanted = Signal()
    day_wanted = Signal()
    block_wanted = Signal()
    plan_wanted = Signal()
    export_interview_wanted = Signal()
    export_month_wanted = Signal()
    export_all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.previous = icon_button("‹", say("Previous month"))
        self.title = heading()
        self.next = icon_button("›", say("Next month"))
        self.today = button(say("Today"))
        self.today.setToolTip(plain_tooltip(say("Home")))
        self.day = button(say("Day"))
        self.day.setToolTip(plain_tooltip(say("Space")))
        self.block = button(say("Block days…"))
        self.export = button(say("Export .ics") + " ▾", part="menu")
        self.export.setAccessibleName(say("Export .ics"))
        self.plan = primary_button(say("Plan interview"))
        for sign in (self.previous, self.next):
            sign.setFixedWidth(34)
        self._fill_export()
        self._lay_out()
        self._connect()

    def _fill_export(self) -> None:
        menu = QMenu(self.export)
        self.one = self._action(menu, say("This &interview"), self.export_interview_wanted)
        self.month = self._action(menu, say("This &month"), self.export_month_wanted)
        self.all = self._action(menu, say("All &planned"), self.export_all_wanted)
        self.one.setEnabled(False)
        self.export.setMenu(menu)

    def _action(self, menu: QMenu, text: str, wish: object) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(wish)
        return action

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 4)
        box.setSpacing(10)
        for widget in (self.previous, self.title, self.next, self.today):
            box.addWidget(widget)
        box.addStretch(1)
        for widget in (self.day, self.block, self.export, self.plan):
            box.addWidget(widget)
        self.day.hide()

    def _connect(self) -> None:
        self.previous.clicked.connect(self._back)
        self.next.clicked.connect(self._forward)
        self.today.clicked.connect(self.today_wanted)
        self.day.clicked.connect(self.day_wanted)
        self.block.clicked.connect(self.block_wanted)
        self.plan.clicked.connect(self.plan_wanted)

    def show_month(self, day: date) -> None:
        self.title.setText(month(day))
        self.month.setText(say("This &month ({month})", month=month(day)))

    def show_interview_chosen(self, chosen: bool) -> None:
        """Whether there is an interview that could be exported alone."""
        self.one.setEnabled(chosen)

    def _back(self) -> None:
        self.turned.emit(-1)

    def _forward(self) -> None:
        self.turned.emit(1)
