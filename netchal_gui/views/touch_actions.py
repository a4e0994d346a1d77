"""F6, F7, F8 in every list of people and on a person: I wrote, I called, we met; and how often."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QWidget

from netchal_gui.commands.people import set_cadence
from netchal_gui.commands.quick_log import log_now
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.touch_wording import cadence_text
from netchal_gui.domain.cadence import CADENCES
from netchal_gui.domain.contact import NEVER
from netchal_gui.domain.touch import TouchKind
from netchal_gui.views.cadence_field import LONGEST
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class TouchActions(QObject):
    """``chosen`` gives the ids of the people that are meant; ``message(sentence)`` why it could not be done.

    The actions work where a widget that has them holds the focus.
    """

    message = Signal(str)

    def __init__(self, workbench: Workbench, chosen: Callable[[], Sequence[UUID]], parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._chosen, self._window = workbench, chosen, parent
        self.wrote = self._action(say("I wr&ote"), "F6", partial(self._log, TouchKind.MAIL))
        self.called = self._action(say("I &called"), "F7", partial(self._log, TouchKind.CALL))
        self.met = self._action(say("We &met"), "F8", partial(self._log, TouchKind.MEETING))
        self.rhythm = self._action(say("St&ay in touch…"), "Ctrl+Shift+T", self._open_rhythms)
        self.all = (self.wrote, self.called, self.met, self.rhythm)
        self.menu = QMenu(say("Stay in tou&ch"), parent)
        self.menu.addActions(self.all)

    def _action(self, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        return action

    def _log(self, kind: TouchKind) -> None:
        people = self._chosen()
        if people:
            self._do(partial(log_now, self._workbench, people, kind))

    def _open_rhythms(self) -> None:
        if self._chosen():
            focused = QApplication.focusWidget() or self._window
            self.rhythms().popup(focused.mapToGlobal(QPoint(40, min(40, focused.height()))))

    def rhythms(self) -> QMenu:
        """The usual rhythms; the menu goes once it is closed."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        self._offer(menu, say("As the &circle"), None)
        self._offer(menu, say("&Never"), NEVER)
        menu.addSeparator()
        for number, days in enumerate(CADENCES, start=1):
            text = cadence_text(days)
            self._offer(menu, f"&{number}  {text[:1].upper()}{text[1:]}", days)
        menu.addSeparator()
        menu.addAction(say("&Other number of days…")).triggered.connect(self._ask_days)
        return menu

    def _offer(self, menu: QMenu, text: str, days: int | None) -> None:
        menu.addAction(text).triggered.connect(partial(self._set, days))

    def _set(self, days: int | None) -> None:
        self._do(partial(set_cadence, self._workbench, self._chosen(), days))

    def _ask_days(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, LONGEST)
        dialog.setIntValue(CADENCES[1])
        dialog.setWindowTitle(say("Stay in touch"))
        dialog.setLabelText(say("Every so many days"))
        dialog.setOkButtonText(say("Save"))
        dialog.setCancelButtonText(say("Cancel"))
        dialog.intValueSelected.connect(self._set)
        dialog.open()

    def _do(self, change: Callable[[], object]) -> None:
        try:
            change()
        except Refused as refused:
            self.message.emit(str(refused))
