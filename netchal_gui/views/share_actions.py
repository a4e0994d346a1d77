"""Plan, report and page for the world, and the texts they are made of, as actions for menus and a button."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ShareActions(QObject):
    """``front_wanted`` before a dialog opens."""

    front_wanted = Signal()

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._jobs, self._window = workbench, jobs, parent
        self._month = date.min
        self.plan = self._action(say("Share the &plan of the month…"), TemplateKind.PLAN)
        self.report = self._action(say("Share the &report of the month…"), TemplateKind.REPORT)
        self.page = self._action(say("&Write the page of the challenge…"), TemplateKind.PAGE)
        self.texts = QAction(say("Change &texts…"), self)
        self.texts.triggered.connect(partial(self.change_text, TemplateKind.ASK))

    def in_menu(self) -> Sequence[QAction]:
        return (self.plan, self.report, self.page, self.texts)

    def show_month(self, day: date | None) -> None:
        """The month that is looked at, which is offered first; None without a challenge."""
        self._month = day or date.min
        for action in (self.plan, self.report, self.page):
            action.setEnabled(day is not None)

    def share(self, kind: TemplateKind) -> None:
        """Open the preview."""
        from netchal_gui.commands.sharing import Wish, months_to_share
        from netchal_gui.exchange.report_formats import Format
        from netchal_gui.views.share_dialog import ShareDialog

        self.front_wanted.emit()
        months = months_to_share(self._workbench)
        dialog = ShareDialog(
            self._workbench,
            self._jobs,
            months,
            Wish(kind, self._month.replace(day=1), Format.TEXT),
            self._window,
        )
        dialog.texts_wanted.connect(partial(self._change_shown, dialog.reload))
        dialog.open()

    def change_text(self, kind: TemplateKind) -> None:
        """Open the editor."""
        self._change_shown(None, kind)

    def _change_shown(self, then: Callable[[], None] | None, kind: TemplateKind) -> None:
        from netchal_gui.commands.message_templates import language_for
        from netchal_gui.views.template_editor import TemplateEditor

        editor = TemplateEditor(self._workbench, kind, language_for(self._workbench), self._window)
        if then is not None:
            editor.finished.connect(then)
        editor.open()

    def _action(self, text: str, kind: TemplateKind) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(partial(self.share, kind))
        return action
