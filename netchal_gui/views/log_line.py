"""Ctrl+L: a talk in one line, explained while one types; Enter makes all of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QListWidget, QVBoxLayout, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.log_completion import Completion, completions
from netchal_gui.commands.log_line import Reading, example, log_line, read
from netchal_gui.commands.refusal import Refused
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.dialog import ENTER, Dialog
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    link_button,
    muted_label,
    named,
    plain_label,
    primary_button,
    problem_label,
    section_title,
)
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

WIDTH = 760
LINES = 7
"""Lines of explanation for which there is room from the start, so that the dialog stays where it is."""


class LogLine(Dialog):
    """``logged(sentence)`` when it was made, ``help_wanted`` and ``form_wanted(talk)`` by its
    buttons; the talk is what the line tells so far, None where it tells none.

    ``left(text)`` when it closes without: what was typed is there again next time.
    """

    logged = Signal(str)
    help_wanted = Signal()
    form_wanted = Signal(object)
    left = Signal(str)

    def __init__(self, workbench: Workbench, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._offered: list[Completion] = []
        self._moved = False
        self._build()
        self._lay_out()
        self._connect()
        self.edit.setText(text)
        self.edit.selectAll()
        self._explain()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Log a talk in one line"))
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(example())
        named(self.edit, say("Log a talk in one line"))
        self.edit.installEventFilter(self)
        self.offers = QListWidget()
        self.offers.setFlow(QListView.Flow.LeftToRight)
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setProperty("part", "offers")
        self.offers.setAccessibleName(say("Suggestions"))
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setFixedHeight(self.fontMetrics().height() + 16)
        self.title = section_title("")
        self.makes = plain_label(wrap=True)
        self.notices = muted_label(wrap=True)
        self.refusal = problem_label()
        self.form = link_button(say("As a form…"))
        self.help = link_button(say("What can I say?"))
        self.leave = button(say("Cancel"))
        self.log = primary_button(say("Log"))
        self.log.setDefault(True)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.setSpacing(6)
        box.addWidget(heading(say("Log a talk in one line"), 1.2))
        box.addSpacing(4)
        box.addWidget(self.edit)
        box.addWidget(self.offers)
        page = frame("notice", margins=(14, 10, 14, 10), spacing=6)
        for part in (self.title, self.makes, self.notices, self.refusal):
            box_of(page).addWidget(part)
        box_of(page).addStretch(1)
        page.setMinimumHeight(LINES * self.fontMetrics().lineSpacing() + 30)
        box.addWidget(page, 1)
        box.addSpacing(6)
        row = QHBoxLayout()
        for link in (self.form, self.help):
            row.addWidget(link)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.log)
        box.addLayout(row)
        self.setMinimumWidth(min(WIDTH, self.screen().availableGeometry().width() - 80))

    def _connect(self) -> None:
        self.edit.textEdited.connect(self._typed)
        self.offers.itemClicked.connect(self._complete)
        self.log.clicked.connect(self.make)
        self.leave.clicked.connect(self.reject)
        self.help.clicked.connect(self.help_wanted)
        self.form.clicked.connect(self._as_form)

    def make(self) -> None:
        """Make all that the line says, or say why that cannot be."""
        try:
            reading = log_line(self._workbench, self.edit.text())
        except (Refused, StoreFault) as fault:
            _show(self.refusal, explain(fault) or str(fault))
            return
        self.edit.clear()
        self.accept()
        self.logged.emit(say("Logged: {what}. Ctrl+Z undoes this.", what=" · ".join(reading.makes)))

    def done(self, result: int) -> None:
        self.left.emit(self.edit.text())
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._offered:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Tab takes what is offered; Enter only after one has chosen with the arrows."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.offers.setCurrentRow((self.offers.currentRow() + step) % len(self._offered))
            self._moved = True
            return True
        if key == Qt.Key.Key_Tab or (key in ENTER and self._moved):
            self._complete()
            return True
        return False

    def _typed(self) -> None:
        self._explain()
        self._offer(completions(self._workbench, self.edit.text()[: self.edit.cursorPosition()]))

    def _offer(self, offered: list[Completion]) -> None:
        self._offered, self._moved = offered, False
        self.offers.clear()
        for each in offered:
            self.offers.addItem(f"{each.label} · {each.detail}" if each.detail else each.label)
        self.offers.setCurrentRow(0)

    def _complete(self) -> None:
        chosen = self._offered[self.offers.currentRow()]
        text, caret = self.edit.text(), self.edit.cursorPosition()
        begin = f"{text[: chosen.start]}{chosen.insert} "
        self.edit.setText(begin + text[caret:].lstrip())
        self.edit.setCursorPosition(len(begin))
        self.edit.setFocus()
        self._offer([])
        self._explain()

    def _explain(self) -> None:
        reading = self._reading()
        is_empty = not self.edit.text().strip()
        self.title.setText(say("How it goes") if is_empty else say("Will make"))
        self.title.setVisible(is_empty or bool(reading.makes))
        _show(self.makes, _hint() if is_empty else "\n".join(f"·  {part}" for part in reading.makes))
        _show(self.notices, "\n".join(reading.notices))
        _show(self.refusal, "" if is_empty else reading.refusal)
        self.log.setEnabled(reading.made is not None)
        self.edit.setAccessibleDescription(" · ".join((*reading.makes, *reading.notices, reading.refusal)))

    def _reading(self) -> Reading:
        try:
            return read(self._workbench, self.edit.text())
        except StoreFault as fault:
            return Reading(refusal=explain(fault) or str(fault))

    def _as_form(self) -> None:
        """What the line tells goes on in the form; a line that cannot be read whole stays for next time."""
        talk = self._reading().talk
        if talk is not None:
            self.edit.clear()
        self.reject()
        self.form_wanted.emit(talk)


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _hint() -> str:
    return say(
        "Whom you met, then whatever you like: yesterday, phone, 45 min, @place, #event:name, #tag, thanks."
        " Then, each to the end: who-else: names, learned: what, next: what by Friday."
        " What is not understood is kept as a note. Enter logs it, Tab completes a name, Esc leaves."
    )
