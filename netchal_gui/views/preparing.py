"""What one needs before and in a talk, over the window: prepare, the sheets, pitches, questions."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.answering import stored_interview
from netchal_gui.commands.faults import explain
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.main_window import MainWindow
from netchal_gui.views.pitch_key import PitchKey
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.views.interview_sheet import InterviewSheet


class Preparing(QObject):
    """Opens what the window wishes, over it."""

    def __init__(self, workbench: Workbench, jobs: Jobs, window: MainWindow, app: QApplication) -> None:
        super().__init__(window)
        self._workbench, self._jobs, self._window = workbench, jobs, window
        self._talk: InterviewSheet | None = None
        self.pitches = PitchKey(workbench, window, app)
        window.prepare_wanted.connect(self.prepare)
        window.talk_wanted.connect(self.open_talk)
        window.flush_too(self._flush)
        menus = window.menus
        menus.pitches_wanted.connect(self.pitches.toggle)
        menus.pitch_entry_wanted.connect(self.pitches.enter)
        menus.question_sets_wanted.connect(self.open_sets)

    def stop(self) -> None:
        """The window has closed."""
        self.pitches.stop()

    def prepare(self, interview_id: UUID) -> None:
        """The form with questions and pitch of a talk."""
        self._try(self._prepare, interview_id)

    def open_sheet(self, interview_id: UUID) -> None:
        """The prepare sheet as it will be printed."""
        self._try(self._open_sheet, interview_id)

    def open_talk(self, interview_id: UUID) -> None:
        """The sheet for the talk itself."""
        self._try(self._open_talk, interview_id)

    def open_sets(self) -> None:
        """The questions kept ready."""
        from netchal_gui.views.question_sets_dialog import QuestionSetsDialog

        QuestionSetsDialog(self._workbench, self._window).open()

    def _prepare(self, interview_id: UUID) -> None:
        from netchal_gui.views.prepare_dialog import PrepareDialog

        interview = stored_interview(self._workbench, interview_id)
        dialog = PrepareDialog(self._workbench, interview, self._window)
        dialog.sheet_wanted.connect(self.open_sheet)
        dialog.talk_wanted.connect(self.open_talk)
        dialog.open()

    def _open_sheet(self, interview_id: UUID) -> None:
        from netchal_gui.views.prepare_view import PrepareView

        view = PrepareView(self._workbench, interview_id, self._window)
        view.message.connect(self._window.tell)
        view.open()

    def _open_talk(self, interview_id: UUID) -> None:
        from netchal_gui.views.interview_sheet import InterviewSheet

        self._talk = sheet = InterviewSheet(self._workbench, interview_id, self._is_writing, self._window)
        sheet.written_up.connect(self._show_entry)
        sheet.pitches_wanted.connect(self.pitches.toggle)
        sheet.finished.connect(self._talk_closed)
        sheet.open()

    def _talk_closed(self) -> None:
        if self._talk is not None:
            self._talk.deleteLater()
        self._talk = None

    def _is_writing(self) -> bool:
        return self._jobs.writing

    def _flush(self) -> bool:
        return self._talk is None or self._talk.flush()

    def _show_entry(self, entry_id: UUID) -> None:
        self._window.show_object(JournalEntry, entry_id)

    def _try(self, do: Callable[[UUID], None], interview_id: UUID) -> None:
        """What the world is at fault for is said in the window."""
        try:
            do(interview_id)
        except (Refused, StoreFault) as fault:
            self._window.tell(explain(fault) or str(fault))
