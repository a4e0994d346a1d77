"""The sheet for the talk itself: questions to tick with a line for each answer, and who else at the end."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands.answering import answer, finish_talk, stored_interview
from netchal_gui.commands.faults import explain
from netchal_gui.commands.preparing import names_of, prepare, use_pitch, with_questions
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.interview import Interview, Question
from netchal_gui.domain.introduction import Introduction
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.answer_line import AnswerLine
from netchal_gui.views.autosave import Autosave
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    muted_label,
    named,
    plain_label,
    primary_button,
    problem_label,
    reach_in_order,
    scroll_area,
)
from netchal_gui.views.pitch_choice import PitchChoice
from netchal_gui.views.question_list import OwnQuestion
from netchal_gui.views.talk_who_else import TalkWhoElse
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

MINUTE = 60_000

Result = TypeVar("Result")


class InterviewSheet(Dialog):
    """What is typed is saved while one types, in the interview and its journal entry; closing loses nothing.

    So is whom somebody named; the entry asks the same, and has the same answers. ``written_up(entry)``
    when the talk is over; ``pitches_wanted`` to see them beside it, or no longer.
    """

    written_up = Signal(object)
    pitches_wanted = Signal()

    def __init__(
        self,
        workbench: Workbench,
        interview_id: UUID,
        busy: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workbench, self._id = workbench, interview_id
        self._begun = workbench.now()
        self._rows: list[AnswerLine] = []
        self._autosave = Autosave(self._save, busy, self)
        self._minutes = QTimer(self)
        self._build(names_of(workbench, stored_interview(workbench, interview_id)))
        self._lay_out()
        self._connect()
        self.show_interview()

    def _build(self, names: str) -> None:
        self.setWindowTitle(say("Talk with {name}", name=names))
        self.title = heading(say("Talk with {name}", name=names), 1.2)
        self.title.setWordWrap(True)
        self.elapsed = muted_label()
        self.own = OwnQuestion()
        self.own.setPlaceholderText(say("Another question, then Enter"))
        named(self.own, say("Another question"))
        self.pitch, self.pitches = PitchChoice(self._workbench), button(say("Pitches"))
        self.who_else = TalkWhoElse(self._workbench)
        self.fault, self.saved = problem_label(), muted_label(_keys(), wrap=True, small=True)
        self.finish = primary_button(say("Met: show the entry"))
        self.close_button = button(say("Close"))
        self._page = frame("page", margins=(20, 12, 20, 12), spacing=10)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)

    def _lay_out(self) -> None:
        header = frame("header", margins=(20, 14, 20, 12))
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.elapsed)
        box_of(header).addLayout(top)
        page = box_of(self._page)
        page.addLayout(self._lines)
        page.addWidget(self.own)
        page.addLayout(self._pitch_row())
        page.addSpacing(6)
        page.addWidget(self.who_else)
        page.addStretch(1)
        footer = frame("footer")
        box_of(footer).addWidget(self.fault)
        row = QHBoxLayout()
        row.addWidget(self.saved, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.finish)
        box_of(footer).addLayout(row)
        self._scroll = scroll_area(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (header, self._scroll, footer):
            whole.addWidget(part)
        whole.setStretchFactor(self._scroll, 1)
        self.resize(680, 640)

    def _pitch_row(self) -> QHBoxLayout:
        label = plain_label(say("Pitch used"))
        named(self.pitch, say("Pitch used"), label)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.pitch)
        row.addWidget(self.pitches)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.own.entered.connect(self._add_own)
        self.pitch.activated.connect(self._choose_pitch)
        self.pitches.clicked.connect(self.pitches_wanted)
        self.finish.clicked.connect(self._finish)
        self.close_button.clicked.connect(self.close)
        self._autosave.failed.connect(self._tell_fault)
        self._autosave.saved.connect(self._no_fault)
        self.who_else.failed.connect(self._tell_fault)
        self.who_else.grown.connect(self._in_order)
        QShortcut(QKeySequence("Alt+W"), self).activated.connect(self._go_to_who_else)
        self._minutes.timeout.connect(self._show_elapsed)
        self._minutes.start(MINUTE)
        self._end_listening = self._workbench.listen(self._on_edit)

    def show_interview(self) -> None:
        """Load questions and pitch; the first question without an answer gets the focus."""
        interview = stored_interview(self._workbench, self._id)
        for question in interview.questions:
            self._append(question)
        self.pitch.show_pitch(interview.pitch_id)
        self.who_else.show_interview(self._id)
        self._in_order()
        self._show_elapsed()
        waiting = next((row for row in self._rows if row.is_open()), None)
        (waiting.answer if waiting else self.own).setFocus()

    def flush(self) -> bool:
        """Save what is being typed; False where that failed, which the sheet says."""
        answers, names = self._autosave.flush(), self.who_else.flush()
        return answers and names

    def rows(self) -> tuple[AnswerLine, ...]:
        return tuple(self._rows)

    # Slots

    def _append(self, question: Question) -> AnswerLine:
        row = AnswerLine(question)
        row.typed.connect(partial(self._autosave.touch, question.text))
        row.ticked.connect(partial(self._ticked, question.text))
        row.left.connect(self._autosave.leave)
        row.next_wanted.connect(self._next)
        row.answer.caret_moved.connect(partial(self._scroll.ensureWidgetVisible, row))
        self._rows.append(row)
        self._lines.addWidget(row)
        return row

    def _in_order(self) -> None:
        """By Tab from the first question to the last answer, and on to the end of the talk."""
        reach_in_order(
            *self._rows, self.own, self.pitch, self.pitches, self.who_else, self.close_button, self.finish
        )

    def _on_edit(self, edit: Edit) -> None:
        """What was changed here or elsewhere; letters not saved yet stay."""
        if edit.touches(Interview, Introduction, Contact):
            self.who_else.show_interview(self._id)
        if edit.touches(Interview):
            self.pitch.show_pitch(stored_interview(self._workbench, self._id).pitch_id)

    def _ticked(self, text: str) -> None:
        self._autosave.touch(text)
        self._autosave.leave()

    def _next(self) -> None:
        """From an answer to the one below it, and from the last one to the field for another question."""
        row = self.sender()
        place = self._rows.index(row) + 1 if isinstance(row, AnswerLine) else 0
        (self._rows[place].answer if place < len(self._rows) else self.own).setFocus()

    def _save(self, text: str, merge: tuple[str, int]) -> None:
        row = next(each for each in self._rows if each.question().text == text)
        answer(self._workbench, self._id, row.question(), merge=(self._id, *merge))

    def _add_own(self) -> None:
        """A question that came up while talking."""
        text = " ".join(self.own.text().split())
        interview = stored_interview(self._workbench, self._id)
        more = with_questions(interview.questions, [text])
        if len(more) == len(interview.questions):
            self._tell_fault(say("This question is on the list already."))
            return
        if self._done(partial(prepare, self._workbench, self._id, more, interview.pitch_id)):
            self.own.clear()
            row = self._append(more[-1])
            self._in_order()
            row.answer.setFocus()

    def _go_to_who_else(self) -> None:
        for row in self.who_else.rows.rows()[:1]:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(row)

    def _choose_pitch(self) -> None:
        self._done(partial(use_pitch, self._workbench, self._id, self.pitch.pitch_id()))

    def _finish(self) -> None:
        entry = self._done(partial(finish_talk, self._workbench, self._id)) if self.flush() else None
        if entry is not None:
            self.accept()
            self.written_up.emit(entry.id)

    def _done(self, change: Callable[[], Result]) -> Result | None:
        """What came of it; None where it failed, which is said."""
        try:
            self._autosave.flush()
            result = change()
        except (Refused, StoreFault) as fault:
            self._tell_fault(explain(fault) or str(fault))
            return None
        self._no_fault()
        return result

    def _tell_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()

    def _no_fault(self) -> None:
        self.fault.hide()

    def _show_elapsed(self) -> None:
        """Whole minutes, since the sheet was opened."""
        minutes = int((self._workbench.now() - self._begun).total_seconds()) // 60
        self.elapsed.setText(say_many("{n} minute", "{n} minutes", minutes) if minutes else say("just begun"))

    def done(self, result: int) -> None:
        """However it is closed: nothing that was typed goes along, or it stays open and says why."""
        if self.flush():
            self._minutes.stop()
            self._end_listening()
            super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()


def _keys() -> str:
    return say("Saved as you type. Enter: next answer · Ctrl+Enter: tick · Alt+W: who else · F9: pitches")
