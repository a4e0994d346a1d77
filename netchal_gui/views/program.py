"""One window on one data file, from its first paint until it lets go of everything."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QPoint, QTimer, QTimeZone
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.progress import Progress
from netchal_gui.domain.walltime import zone_info
from netchal_gui.settings import Settings
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.jobs import GuiThread, Jobs
from netchal_gui.views.main_window import MainWindow
from netchal_gui.views.opening import Opened
from netchal_gui.views.tab import Tab, TabPlace
from netchal_gui.views.theme import Theme
from netchal_gui.views.window_dialogs import WindowDialogs
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.commands.backup import Backup
    from netchal_gui.commands.find import Found
    from netchal_gui.commands.open_window import WindowDoor
    from netchal_gui.domain.edit import Edit
    from netchal_gui.views.finder import Finder
    from netchal_gui.views.preparing import Preparing
    from netchal_gui.views.quit_signals import QuitSignals
    from netchal_gui.views.text_undo import TextUndo

MINUTE = 60_000
BACKUP_EVERY = 10 * MINUTE


def system_zone() -> str:
    """The computer's IANA zone, UTC where Qt and zoneinfo do not agree on one."""
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return zone if zone_info(zone) else "UTC"


def utc_now() -> datetime:
    return datetime.now(UTC)


class Program(QObject):
    """Owns the workbench, the jobs and the window; ``close`` gives the file and the signals back.

    ``restore_from`` names a backup to put in place once the window is closed.
    """

    def __init__(
        self,
        app: QApplication,
        opened: Opened,
        settings: Settings,
        theme: Theme,
        files: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        self._files = files
        self.restore_from: Path | None = None
        self._restoring: Path | None = None
        self._app, self._opened = app, opened
        self._settings = settings
        self._thread = GuiThread()
        self.workbench = Workbench(opened.store, utc_now, uuid4, opened.zone, self._thread.call)
        self.jobs = Jobs(self)
        self.jobs.hold()  # the window releases them once it is painted
        self._door: WindowDoor | None = None
        self._finder: Finder | None = None
        self.window = MainWindow(self.workbench, self.jobs, settings, theme, self._places(), self._next_up)
        WindowDialogs(self.window, self.workbench, self.jobs, opened.path)
        self._signals: QuitSignals | None = None
        self._preparing: Preparing | None = None
        self._text_undo: TextUndo | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._changed = False
        self._backup_timer = QTimer(self)
        self._backup_timer.setInterval(BACKUP_EVERY)
        self._connect()

    def _places(self) -> list[TabPlace]:
        return [
            TabPlace("challenge", say("Challenge"), self._challenge),
            TabPlace("contacts", say("Contacts"), self._contacts),
            TabPlace("calendar", say("Calendar"), self._calendar),
            TabPlace("journal", say("Journal"), self._journal),
        ]

    def _challenge(self) -> Tab:
        from netchal_gui.views.challenge_tab import ChallengeTab

        return ChallengeTab(self.workbench, self.jobs, self._settings)

    def _contacts(self) -> Tab:
        from netchal_gui.views.contacts_tab import ContactsTab

        return ContactsTab(self.workbench, self.jobs, self._settings)

    def _calendar(self) -> Tab:
        from netchal_gui.views.calendar_tab import CalendarTab

        return CalendarTab(self.workbench, self.jobs, self._settings)

    def _journal(self) -> Tab:
        from netchal_gui.views.journal_tab import JournalTab

        return JournalTab(self.workbench, self.jobs, self._settings)

    def _next_up(self) -> str:
        from netchal_gui.commands.next_up import next_up

        return next_up(self.workbench)

    def _connect(self) -> None:
        window = self.window
        window.ready.connect(self._when_ready)
        window.finder_wanted.connect(self._open_finder)
        window.example_wanted.connect(self._open_example)
        window.closed.connect(self._app.quit)
        window.menus.backup_wanted.connect(self._back_up_now)
        window.menus.restore_wanted.connect(self._choose_backup)
        self._app.commitDataRequest.connect(self._on_logout)
        self._minute.timeout.connect(window.refresh_next)
        self._minute.start()
        self.workbench.listen(self._on_edit)
        self._backup_timer.timeout.connect(self._back_up_if_changed)
        self._backup_timer.start()

    def close(self) -> None:
        """After the event loop has ended: nothing of this window holds anything any longer."""
        self.jobs.finish(cancel=True)
        if self._signals is not None:
            self._signals.stop()
        if self._door is not None:
            self._door.close()
        self._app.commitDataRequest.disconnect(self._on_logout)
        if self._preparing is not None:
            self._preparing.stop()
        if self._text_undo is not None:
            self._text_undo.stop()
        self.window.deleteLater()
        self.deleteLater()  # here, not wherever the last reference happens to be dropped
        self.workbench.store.close()
        self._opened.lock.release()

    def _when_ready(self) -> None:
        """What the first paint did not wait for."""
        from netchal_gui.commands.open_window import WindowDoor
        from netchal_gui.views.garbage import Garbage
        from netchal_gui.views.preparing import Preparing
        from netchal_gui.views.quit_signals import QuitSignals
        from netchal_gui.views.text_undo import TextUndo

        Garbage(self)
        self._preparing = Preparing(self.workbench, self.jobs, self.window, self._app)
        self._text_undo = TextUndo(self._app)
        self._signals = QuitSignals(self)
        self._signals.asked.connect(self.window.close)
        self._door = WindowDoor(self._opened.path, self._knocked)
        self._door.open()
        self.jobs.run(self._back_up)
        if self._files:
            self.window.open_files(self._files)

    # Backups

    def _back_up(self, progress: Progress) -> "Backup":
        from netchal_gui.commands.backup import back_up

        return back_up(self.workbench, progress=progress)

    def _on_edit(self, edit: "Edit") -> None:
        self._changed = True

    def _back_up_if_changed(self) -> None:
        if self._changed:
            self._changed = False
            self.jobs.run(self._back_up)

    def _back_up_now(self) -> None:
        self.jobs.run(self._back_up_asked, self._backed_up, label=say("Backing up"))

    def _back_up_asked(self, progress: Progress) -> "Backup":
        from netchal_gui.commands.backup import Reason, back_up

        return back_up(self.workbench, Reason.ASKED, progress)

    def _backed_up(self, backup: "Backup") -> None:
        self.window.tell(say("Backed up as {file}.", file=backup.path.name))

    def _choose_backup(self) -> None:
        """Restoring closes the window: nothing of it may still read the file that goes."""
        from netchal_gui.views.restoring import RestoreDialog

        dialog = RestoreDialog(self._opened.path, self.workbench.zone, self.window)
        if dialog.exec() == RestoreDialog.DialogCode.Accepted and self.window.flush():
            self._restoring = dialog.chosen
            self.jobs.run(
                self._back_up_before, self._leave_to_restore, self._restore_anyway, say("Backing up")
            )

    def _back_up_before(self, progress: Progress) -> "Backup":
        from netchal_gui.commands.backup import Reason, back_up

        return back_up(self.workbench, Reason.RESTORE, progress)

    def _leave_to_restore(self, backup: "Backup") -> None:
        self.restore_from = self._restoring
        self.window.close()

    def _restore_anyway(self, error: Exception) -> None:
        """A damaged file cannot be backed up, which is why it is restored; it is set aside, not lost."""
        if isinstance(error, StoreFault):
            self.restore_from = self._restoring
            self.window.close()

    # Second starts and the end of the session

    def _knocked(self, files: Sequence[Path]) -> None:
        """A second start; called on the door's own thread."""
        self._thread.call(partial(self._take_files, files))

    def _take_files(self, files: Sequence[Path]) -> None:
        if self._app.activeModalWidget() is None:
            self.window.open_files(files)
        else:
            self.window.come_up()
            self.window.tell(say("Finish what is open first, then open the files again."))

    def _open_finder(self, corner: QPoint) -> None:
        from netchal_gui.views.finder import Finder

        if self._finder is None:
            self._finder = Finder(
                self.window, self.jobs, self._find_people, self._find_entries, self.window.menus.actions
            )
            self._finder.object_chosen.connect(self.window.show_object)
        self._finder.open_at(corner)

    def _find_people(self, text: str) -> "list[Found]":
        from netchal_gui.commands.find import find_people

        return find_people(self.workbench, text)

    def _find_entries(self, text: str) -> "list[Found]":
        from netchal_gui.commands.find import find_entries

        return find_entries(self.workbench, text)

    def _open_example(self) -> None:
        from PySide6.QtCore import QProcess

        packaged = hasattr(sys, "_MEIPASS")
        QProcess.startDetached(sys.executable, ["--demo"] if packaged else ["-m", "netchal_gui", "--demo"])

    def _on_logout(self, session: QSessionManager) -> None:
        """The desktop is about to end the session: what is being typed must be in the file before."""
        if not self.window.flush():
            session.cancel()
