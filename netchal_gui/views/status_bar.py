"""The line at the bottom: the next interview, what just happened, long work, and whether all is saved."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar

from netchal_gui.views.elided_label import ElidedLabel
from netchal_gui.views.form_parts import plain_label
from netchal_gui.views.job_progress import JobProgress
from netchal_gui.words import say

MESSAGE_MILLISECONDS = 7_000


class StatusBar(QStatusBar):
    """A message stands in the place of the next interview for a few seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.progress = JobProgress()
        self._text = ElidedLabel()
        self._saved = plain_label()
        self._next = ""
        self._unsaved: set[object] = set()
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(MESSAGE_MILLISECONDS)
        self._over.timeout.connect(self._show_text)
        self.setContentsMargins(8, 1, 10, 1)
        self.addWidget(self._text, 1)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self._saved)
        self._show_saved()

    @property
    def message(self) -> str:
        """What just happened; "" once it has stood long enough."""
        return self._text.text() if self._over.isActive() else ""

    def show_next(self, text: str) -> None:
        """What comes next, as one sentence."""
        self._next = text
        if not self._over.isActive():
            self._show_text()

    def tell(self, text: str) -> None:
        """A message with a few seconds' life."""
        self._over.start()
        self._text.setText(text)

    @property
    def is_saving(self) -> bool:
        """Whether something typed is on its way into the data file."""
        return bool(self._unsaved)

    def set_unsaved(self, who: object, unsaved: bool) -> None:
        """Whether this part of the window holds something that is not in the data file yet."""
        (self._unsaved.add if unsaved else self._unsaved.discard)(who)
        self._show_saved()

    def _show_text(self) -> None:
        self._text.setText(self._next)

    def _show_saved(self) -> None:
        self._saved.setText(say("Saving…") if self._unsaved else say("All changes saved"))
