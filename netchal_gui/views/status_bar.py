"""The line at the bottom: the next interview, what just happened, long work, and whether all is saved."""

from PySide6.QtWidgets import QStatusBar

from netchal_gui.views.form_parts import plain_label
from netchal_gui.views.job_progress import JobProgress
from netchal_gui.words import say

MESSAGE_MILLISECONDS = 7_000


class StatusBar(QStatusBar):
    """A message covers the next interview for a few seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.progress = JobProgress()
        self._next = plain_label()
        self._saved = plain_label()
        self._unsaved: set[object] = set()
        self.setContentsMargins(8, 1, 10, 1)
        self.addWidget(self._next, 1)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self._saved)
        self._show_saved()

    def show_next(self, text: str) -> None:
        """What comes next, as one sentence."""
        self._next.setText(text)

    def tell(self, text: str) -> None:
        """A message with a few seconds' life."""
        self.showMessage(text, MESSAGE_MILLISECONDS)

    def set_unsaved(self, who: object, unsaved: bool) -> None:
        """Whether this part of the window holds something that is not in the data file yet."""
        (self._unsaved.add if unsaved else self._unsaved.discard)(who)
        self._show_saved()

    def _show_saved(self) -> None:
        self._saved.setText(say("Saving…") if self._unsaved else say("All changes saved"))
