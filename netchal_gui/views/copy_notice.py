"""A calm bar: a calendar still shows what has changed here, and the two ways to tell it."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from netchal_gui.commands.progress import Progress
from netchal_gui.views.form_parts import bold_label, button, icon_button, muted_label
from netchal_gui.views.jobs import Jobs
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


class Stale(NamedTuple):
    """One interview or block that calendars show wrongly, in the words of the bar."""

    subject_id: UUID
    text: str
    update_advice: str
    copy_advice: str
    can_copy: bool


class CopyNotice(QFrame):
    """Shows the first of several and how many more there are.

    ``update_wanted`` and ``copy_wanted`` carry a list of ids; what is ``put_off`` comes back when it changes.
    """

    update_wanted = Signal(object)
    copy_wanted = Signal(object)
    put_off = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "notice")
        self._shown: Stale | None = None
        self.text = bold_label(wrap=True)
        self.more = muted_label()
        self.update_file = button(say("Update file"))
        self.new_copy = button(say("New copy"))
        self.later = icon_button("×", say("Not now"))
        self.later.setProperty("part", "sign")
        self._update_advice = muted_label(wrap=True, small=True)
        self._copy_advice = muted_label(wrap=True, small=True)
        self._lay_out()
        self.update_file.clicked.connect(self._update)
        self.new_copy.clicked.connect(self._copy)
        self.later.clicked.connect(self._put_off)
        self.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(self.more)
        top.addWidget(self.later)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(10)
        grid.addLayout(top, 0, 0, 1, 2)
        grid.addWidget(self.update_file, 1, 0)
        grid.addWidget(self._update_advice, 1, 1)
        grid.addWidget(self.new_copy, 2, 0)
        grid.addWidget(self._copy_advice, 2, 1)
        grid.setColumnStretch(1, 1)

    def show_stale(self, found: Sequence[Stale]) -> None:
        """Show the first of them, or nothing at all."""
        self._shown = found[0] if found else None
        self.setVisible(bool(found))
        if self._shown is None:
            return
        self.text.setText(self._shown.text)
        self._update_advice.setText(self._shown.update_advice)
        self._copy_advice.setText(self._shown.copy_advice)
        for widget in (self.new_copy, self._copy_advice):
            widget.setVisible(self._shown.can_copy)
        more = len(found) - 1
        self.more.setText(say_many("and {n} more", "and {n} more", more) if more else "")

    def _update(self) -> None:
        if self._shown is not None:
            self.update_wanted.emit([self._shown.subject_id])

    def _copy(self) -> None:
        if self._shown is not None:
            self.copy_wanted.emit([self._shown.subject_id])

    def _put_off(self) -> None:
        if self._shown is not None:
            self.put_off.emit(self._shown.subject_id)


class StaleCopies(QObject):
    """Looks, off the GUI thread, for what calendars show wrongly; ``found(list of Stale)``."""

    found = Signal(object)

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._put_off: dict[UUID, str] = {}
        self._looking = self._again = False

    def look(self) -> None:
        """Look again; asked while it looks, it looks once more afterwards."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._jobs.run(self._work, self._done, self._failed)

    def put_off(self, subject_id: UUID) -> None:
        """Not now: it comes back when it is changed once more."""
        self._put_off[subject_id] = ""
        self.look()

    def _work(self, progress: Progress) -> list[Stale]:
        from netchal_gui.commands import calendar_copies as copies
        from netchal_gui.storage.export_queries import current_copies

        found = copies.outdated(self._workbench)
        with self._workbench.store.reading() as reader:
            return [
                Stale(
                    each.subject_id,
                    f"{each.title}. {each.sentence}",
                    copies.update_advice(),
                    copies.new_copy_advice(current_copies(reader, [each.subject_id]), self._workbench.zone),
                    each.can_copy,
                )
                for each in found
            ]

    def _done(self, result: list[Stale]) -> None:
        self._looking = False
        for stale in result:
            if self._put_off.get(stale.subject_id) == "":
                self._put_off[stale.subject_id] = stale.text
        self.found.emit([s for s in result if self._put_off.get(s.subject_id) != s.text])
        self._look_again()

    def _failed(self, error: Exception) -> None:
        self._looking = False
        self._look_again()

    def _look_again(self) -> None:
        if self._again:
            self._again = False
            self.look()
