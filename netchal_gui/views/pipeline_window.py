"""The pipeline, a window beside the main one: from ideas whom to ask to whoever was met and thanked."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.commands.faults import explain
from netchal_gui.commands.pipeline import Card, Scheduling, card_of, move, note_reply
from netchal_gui.commands.pipeline_wording import column_title
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.pipeline import ONWARD, Column
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.pipeline_queries import Board, CardFilter, CardRow, board, size
from netchal_gui.storage.tag_queries import events_beginning
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import box_of, button, frame, heading, icon_button, muted_label, plain_label
from netchal_gui.views.history import History
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.pipeline_board import PipelineBoard
from netchal_gui.views.pipeline_empty import PipelineEmpty
from netchal_gui.views.pipeline_filter import PipelineFilter
from netchal_gui.views.reply_key import REPLY_KEY
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

MOST_EVENTS = 50
SMALL = 3_000
"""Up to so many cards are read at once; above, on another thread."""


class PipelineWindow(Dialog):
    """``person_wanted(id)`` to show somebody; ``ideas_wanted``, ``yields_wanted`` open what belongs to it."""

    person_wanted = Signal(object)
    ideas_wanted = Signal()
    yields_wanted = Signal()

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._reading = 0
        self.setWindowTitle(say("Pipeline"))
        self._build()
        self._lay_out()
        self._connect()
        self.resize(min(1180, max(900, parent.window().width() - 40)), 640)
        self._read()

    def _build(self) -> None:
        self.board = PipelineBoard(self._workbench)
        columns, listed = say("Columns"), say("List")
        self.as_columns, self.as_list = icon_button(columns, columns), icon_button(listed, listed)
        self._forms = QButtonGroup(self)
        for number, each in enumerate((self.as_columns, self.as_list)):
            each.setCheckable(True)
            self._forms.addButton(each, number)
        self.as_columns.setChecked(True)
        self.filter = PipelineFilter(events_beginning(self._workbench.store, "", MOST_EVENTS))
        self.ideas = button(say("Add ideas…"))
        self.yields = button(say("What came of each source…"))
        self.empty = PipelineEmpty()
        self._pages = QStackedWidget()
        self.said = plain_label(wrap=True)
        self.hint = muted_label(wrap=True)
        self._footer = frame("footer", margins=(20, 8, 20, 8), spacing=2)
        self._history = History(self._workbench, self._jobs, self._nothing_to_save, self)

    def _lay_out(self) -> None:
        header = frame("header", margins=(20, 12, 20, 12))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading(say("Pipeline"), 1.2))
        row.addSpacing(12)
        for form in (self.as_columns, self.as_list):
            row.addWidget(form)
        row.addStretch(1)
        for each in (self.ideas, self.yields):
            row.addWidget(each)
        box_of(header).addLayout(row)
        body = frame("page", margins=(20, 12, 20, 12))
        box_of(body).setSpacing(12)
        box_of(body).addWidget(self.filter)
        box_of(body).addWidget(self.board, 1)
        for label in (self.said, self.hint):
            box_of(self._footer).addWidget(label)
        self.said.hide()
        for page in (body, self.empty):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part, share in ((header, 0), (self._pages, 1), (self._footer, 0)):
            whole.addWidget(part, share)

    def _connect(self) -> None:
        self._forms.idClicked.connect(self._show_form)
        for ideas in (self.ideas, self.empty.ideas):
            ideas.clicked.connect(self.ideas_wanted)
        self.empty.columns_wanted.connect(partial(self._show_empty, False))
        self.yields.clicked.connect(self.yields_wanted)
        self.filter.changed.connect(self._read)
        self.filter.down_wanted.connect(self.board.take_focus)
        self.board.move_wanted.connect(self._move_card)
        self.board.person_dropped.connect(self._move_person)
        self.board.opened.connect(self._open)
        self.board.menu_asked.connect(self._show_menu)
        self.board.failed.connect(self._tell_fault)
        self._history.message.connect(self.tell)
        for keys, slot in self._keys():
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)
        self._end_listening = self._workbench.listen(self._edited)
        self.finished.connect(self._leave)

    def _keys(self) -> list[tuple[str, Callable[[], None]]]:
        return [
            ("Ctrl+Z", self._history.undo),
            ("Ctrl+Shift+Z", self._history.redo),
            ("Ctrl+Y", self._history.redo),
            (REPLY_KEY, self._reply),
            ("Ctrl+M", self._write),
            ("Ctrl+F", self.filter.text.setFocus),
        ]

    def tell(self, sentence: str) -> None:
        """Say something above the keys until the next change; "" takes it away."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    # Reading

    def _read(self) -> None:
        """At once where there is little; else on another thread, of which only the last one is shown."""
        self._reading += 1
        wanted = self.filter.wanted()
        if size(self._workbench.store) <= SMALL:
            with self._workbench.store.reading() as reader:
                self._show((self._reading, board(reader, wanted)))
        else:
            self._jobs.run(partial(self._read_board, self._reading, wanted), self._show)

    def _read_board(self, number: int, wanted: CardFilter, progress: Progress) -> tuple[int, Board]:
        with self._workbench.store.reading() as reader:
            return number, board(reader, wanted)

    def _show(self, read: tuple[int, Board]) -> None:
        number, found = read
        if number == self._reading:
            had_focus, is_filtered = self.board.focused() is not None, any(self.filter.wanted())
            self.board.show_board(found)
            self._show_hint(any(found.values()))
            is_turned = self._show_empty(not is_filtered and not any(found.values()))
            if is_turned or not (had_focus or self.isVisible()):
                self._take_focus()

    def _show_hint(self, has_cards: bool) -> None:
        keys = say(
            "Ctrl+← and Ctrl+→ move a card, Ctrl+R notes a reply, Ctrl+M writes, Enter shows the person."
        )
        self.hint.setText(keys if has_cards else say("Nobody fits the filter."))

    def _show_empty(self, is_empty: bool) -> bool:
        """What stands here until somebody does; tells whether that changed."""
        was_empty = self._is_empty()
        self._pages.setCurrentIndex(int(is_empty))
        for each in (self.as_columns, self.as_list, self.ideas, self.yields, self._footer):
            each.setHidden(is_empty)
        return was_empty != is_empty

    def _is_empty(self) -> bool:
        return bool(self._pages.currentIndex())

    def _take_focus(self) -> None:
        self.empty.ideas.setFocus() if self._is_empty() else self.board.take_focus()

    def _edited(self, edit: Edit) -> None:
        self.tell("")
        self._read()

    # Slots

    def _show_form(self, number: int) -> None:
        self.board.show_list(bool(number))

    def _move_card(self, card: CardRow, column: Column) -> None:
        self._move(_card(card), column)

    def _move_person(self, contact: bytes, column: Column) -> None:
        self._move(card_of(self._workbench, UUID(bytes=contact)), column)

    def _move(self, card: Card, column: Column) -> None:
        self.board.follow(card.contact.bytes, column)
        try:
            asked = move(self._workbench, card, column)
        except (Refused, StoreFault) as fault:
            self._tell_fault(fault)
            return
        if asked is not None:
            self._plan(asked)

    def _plan(self, asked: Scheduling) -> None:
        from netchal_gui.views.plan_dialog import PlanDialog

        PlanDialog(self._workbench, asked.draft, asked.stored, self, agreed=True).open()

    def _reply(self) -> None:
        card = self.board.current()
        if card is None:
            return
        self.board.follow(card.contact, Column.REPLIED)
        try:
            note_reply(self._workbench, UUID(bytes=card.contact))
        except (Refused, StoreFault) as fault:
            self._tell_fault(fault)

    def _write(self) -> None:
        from netchal_gui.views.draft_dialog import write_to

        card = self.board.current()
        if card is None:
            return
        try:
            dialog = write_to(self._workbench, UUID(bytes=card.contact), self)
        except (Refused, StoreFault) as fault:
            self._tell_fault(fault)
            return
        dialog.sent.connect(self.tell)
        dialog.open()

    def _open(self, card: CardRow) -> None:
        self.person_wanted.emit(UUID(bytes=card.contact))

    def _show_menu(self, card: CardRow, column: Column, point: QPoint) -> None:
        self.menu(card, column).popup(point)

    def menu(self, card: CardRow, column: Column) -> QMenu:
        """What one can do with a card."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(say("&Write…")).triggered.connect(self._write)
        if column is Column.ASKED:
            menu.addAction(say("T&hey replied")).triggered.connect(self._reply)
        menu.addAction(say("Show person")).triggered.connect(partial(self._open, card))
        menu.addSeparator()
        for onward in Column:
            if onward in ONWARD[column]:
                text = say("Move to “{column}”", column=column_title(onward))
                menu.addAction(text).triggered.connect(partial(self._move_card, card, onward))
        return menu

    def _tell_fault(self, fault: Exception) -> None:
        self.tell(explain(fault) or str(fault))

    def _nothing_to_save(self) -> bool:
        return True

    def _leave(self) -> None:
        self._end_listening()
        self.deleteLater()


def _card(row: CardRow) -> Card:
    return Card(UUID(bytes=row.interview) if row.interview else None, UUID(bytes=row.contact))
