"""The end of a talk, in its sheet and in its entry: who else should I meet? Each answer is saved at once."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.who_else import NamedPerson, named_in, note_who_else
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import CALLED_OFF, Interview, Participant
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.form_parts import section_title
from netchal_gui.views.people_suggestions import PeopleSuggestions, as_suggestions
from netchal_gui.views.who_else import WhoElseRow, WhoElseRows
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class TalkWhoElse(QWidget):
    """Hidden where there is no talk. ``failed(sentence)`` where an answer could not be saved.

    ``grown`` when there are other rows than before.
    """

    failed = Signal(str)
    grown = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._interview_id: UUID | None = None
        self._unsaved: list[WhoElseRow] = []
        self.rows = WhoElseRows(PeopleSuggestions(workbench.store))
        title = section_title(say("Who else should I meet?"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(title)
        box.addWidget(self.rows)
        self.rows.changed.connect(self._save)

    def show_interview(self, interview_id: UUID | None) -> None:
        """Load the answers of a talk; sends no ``failed``. One that could not be saved stays as it is."""
        talk = self._workbench.store.get(Interview, interview_id) if interview_id else None
        took_place = talk is not None and talk.stage not in CALLED_OFF
        shown = interview_id if took_place else None
        if shown != self._interview_id:
            self._unsaved.clear()
        self._interview_id = shown
        self.setVisible(took_place)
        if talk is not None and took_place:
            self._show(talk)

    def flush(self) -> bool:
        """Take names that still stand as text, try again what failed; False where something is not saved."""
        self.rows.take_typed()
        for row in tuple(self._unsaved):
            self._save(row)
        return not self._unsaved

    def _show(self, talk: Interview) -> None:
        reader = self._workbench.store
        if self.rows.show_people(as_suggestions(reader.get_many(Contact, talk.people))):
            self.grown.emit()
        named = named_in(reader, talk.id)
        participants = {each.contact_id: each for each in talk.participants}
        for row in self.rows.rows():
            if row.person.id is not None and row not in self._unsaved:
                _show_row(row, participants[row.person.id], named.get(row.person.id, []))

    def _save(self, row: WhoElseRow) -> None:
        if self._interview_id is None or row.person.id is None:
            return
        self._unsaved = [each for each in self._unsaved if each is not row]
        try:
            note_who_else(self._workbench, self._interview_id, row.person.id, row.answer(), row.named())
        except (Refused, StoreFault) as fault:
            self._unsaved.append(row)
            self.failed.emit(explain(fault) or str(fault))


def _show_row(row: WhoElseRow, participant: Participant, named: list[NamedPerson]) -> None:
    promised = any(each.promised for each in named)
    row.show_answer(participant.who_else, as_suggestions(each.person for each in named), promised=promised)
