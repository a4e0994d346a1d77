"""The dialogs that belong to no tab: settings, help, the log; each is imported when it is opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from netchal_gui.views.jobs import Jobs
from netchal_gui.views.main_window import MainWindow
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.domain.talk import Talk


class WindowDialogs(QObject):
    """Opened by the window's menus; ``data`` is the data file."""

    def __init__(self, window: MainWindow, workbench: Workbench, jobs: Jobs, data: Path) -> None:
        super().__init__(window)
        self._window, self._workbench, self._jobs, self._data = window, workbench, jobs, data
        self._left = ""
        menus = window.menus
        menus.settings_wanted.connect(self._show_settings)
        menus.keys_wanted.connect(self._show_keys)
        menus.counting_wanted.connect(self._show_counting)
        menus.log_help_wanted.connect(self._show_log_help)
        menus.place_wanted.connect(self._show_place)
        menus.about_wanted.connect(self._show_about)
        menus.export_all_wanted.connect(self._export_all)
        menus.log_line_wanted.connect(self._log_line)
        menus.log_talk_wanted.connect(self._log_talk)

    def _log_line(self) -> None:
        from netchal_gui.views.log_line import LogLine

        dialog = LogLine(self._workbench, self._left, self._window)
        dialog.logged.connect(self._window.tell)
        dialog.help_wanted.connect(self._show_log_help)
        dialog.form_wanted.connect(self._log_form)
        dialog.left.connect(self._keep)
        dialog.open()

    def _log_talk(self) -> None:
        self._log_form(None)

    def _log_form(self, talk: "Talk | None") -> None:
        """A form that begins with what a line told so far."""
        from netchal_gui.views.talk_form import TalkForm

        form = TalkForm(self._workbench, talk, self._window)
        form.logged.connect(self._window.tell)
        form.open()

    def _keep(self, text: str) -> None:
        """What stands in the line when it is left is there again."""
        self._left = text

    def _show_settings(self) -> None:
        from netchal_gui.views.preferences_dialog import PreferencesDialog

        PreferencesDialog(self._workbench, self._window).open()

    def _show_keys(self) -> None:
        from netchal_gui.views.help_dialogs import KeysDialog

        KeysDialog(self._window, self._window.menus.actions()).open()

    def _show_counting(self) -> None:
        from netchal_gui.views.counting_help import CountingDialog

        CountingDialog(self._window).open()

    def _show_log_help(self) -> None:
        from netchal_gui.views.log_help import LogHelp

        LogHelp(self._window).open()

    def _show_place(self) -> None:
        from netchal_gui.views.help_dialogs import PlaceDialog, places
        from netchal_gui.views.unused_recordings import UnusedRecordings

        dialog = PlaceDialog(self._window, places(self._data, self._workbench.preferences))
        unused = UnusedRecordings(self._workbench)
        unused.history_emptied.connect(self._window.history.changed)
        dialog.show_below(unused)
        dialog.open()

    def _show_about(self) -> None:
        from netchal_gui.views.help_dialogs import AboutDialog

        AboutDialog(self._window).open()

    def _export_all(self) -> None:
        from netchal_gui.views.export_all import ExportAll

        ExportAll(self._window, self._workbench, self._jobs).ask(self._window)
