"""The Calendar tab's actions in the menu bar."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from netchal_gui.views.tab import Menu
from netchal_gui.words import say


class CalendarShortcuts(QObject):
    """Each wish is a signal; ``triggered`` comes before any of them, to bring the tab to the front."""

    triggered = Signal()
    plan_wanted = Signal()
    block_wanted = Signal()
    export_interview_wanted = Signal()
    export_month_wanted = Signal()
    export_all_wanted = Signal()
    today_wanted = Signal()
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.one = self._action(say("&Interview as .ics"), self.export_interview_wanted)
        self.actions: Mapping[Menu, Sequence[QAction]] = {
            Menu.FILE: [
                self._action(say("&Plan interview…"), self.plan_wanted, "Ctrl+Shift+N"),
                self._action(say("Block &days…"), self.block_wanted, "Ctrl+Shift+B"),
            ],
            Menu.EXPORT: [
                self.one,
                self._action(say("Interviews of the &month as .ics"), self.export_month_wanted),
                self._action(say("A&ll planned interviews as .ics"), self.export_all_wanted, "Ctrl+Shift+E"),
            ],
            Menu.VIEW: [
                self._action(say("&Today"), self.today_wanted, "Alt+Home"),
                self._action(say("P&revious month"), self.back_wanted, "Alt+PgUp"),
                self._action(say("&Next month"), self.forward_wanted, "Alt+PgDown"),
            ],
        }

    def _action(self, text: str, wish: object, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(self.triggered)
        action.triggered.connect(wish)
        return action
