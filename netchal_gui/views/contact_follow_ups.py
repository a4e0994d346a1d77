"""What is open with a person: each with a tick, its day and, for thanks, the way to write them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netchal_gui.commands.follow_up_wording import history_lines, put_off
from netchal_gui.commands.home_wording import due
from netchal_gui.domain.follow_up import WRITTEN, FollowUp
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.follow_up_row import FollowUpRow, ShownFollowUp, focus_place, place_of_focus
from netchal_gui.views.form_parts import emptied
from netchal_gui.words import say, say_many


class ContactFollowUps(QWidget):
    """``ticked(id, done)``, ``put_off(id, day)``, ``write_wanted(id)``; ``all_wanted`` for the rest."""

    ticked = Signal(object, bool)
    put_off = Signal(object, object)
    write_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FollowUpRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_follow_ups(self, follow_ups: Sequence[FollowUp], count: int, today: date, zone: str) -> None:
        """The row that comes where one was done has the focus after it."""
        place = place_of_focus(self._rows)
        emptied(self._box)
        self._rows = [self._row(each, today, zone) for each in follow_ups]
        if count > len(follow_ups):
            text = say_many("{n} more", "{n} more", count - len(follow_ups))
            more = ElidedButton(text, "plain-link")
            more.clicked.connect(self.all_wanted)
            self._box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        focus_place(self._rows, place)

    def _row(self, each: FollowUp, today: date, zone: str) -> FollowUpRow:
        shown = ShownFollowUp(
            id=each.id,
            text=each.text,
            detail=put_off(each, today),
            due=each.due,
            chip=due(each.due, today) if each.due else (say("+ day"), "plain"),
            can_write=each.contact_id is not None and each.kind in WRITTEN,
            told=history_lines(each, today, zone),
        )
        row = FollowUpRow(shown, today, wrapped=True)
        row.ticked.connect(self.ticked)
        row.put_off.connect(self.put_off)
        row.write_wanted.connect(self.write_wanted)
        self._box.addWidget(row)
        return row
