"""A person's timeline."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands.timeline import TimelineLine, Tone
from netchal_gui.domain.favour import Favour
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.touch import Touch
from netchal_gui.views.chips import ChipButton, ChipLabel
from netchal_gui.views.colours import colours
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import bold_label, breakable, emptied, icon_button, plain_label
from netchal_gui.views.painting import chip_size
from netchal_gui.words import clock, say, short_day

RING = 2
"""Pixels around a chip for its focus; around one that cannot be pressed too: lines are equally high."""
OPENED = (Interview, JournalEntry, Touch, Introduction, Favour)


class Timeline(QWidget):
    """Dated lines along a rule; ``object_wanted(kind, id)`` when the person follows one.

    ``menu_wanted(interview_id, point)`` from the sign beside a talk; ``more_wanted`` for what is older.
    """

    object_wanted = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[TimelineLine] = ()
        self._more_below: ElidedButton | None = None
        self._relation = ""
        self._today = date.min
        self._targets: dict[QWidget, TimelineLine] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 0, 0, 0)
        self._box.setSpacing(11)

    def show_lines(
        self, lines: Sequence[TimelineLine], relation: str, today: date, *, has_more: bool = False
    ) -> None:
        """The newest lines; ``relation`` is the tone in which a talk with the person is marked."""
        had_focus = self._more_below is not None and self._more_below.hasFocus()
        before = len(self._lines)
        self._lines, self._relation, self._today = lines, relation, today
        emptied(self._box)
        self._targets, self._more_below = {}, None
        for line in lines:
            self._box.addWidget(self._line(line))
        if has_more:
            self._more_below = ElidedButton(say("Show older"), "plain-link")
            self._more_below.clicked.connect(self.more_wanted)
            self._box.addWidget(self._more_below, 0, Qt.AlignmentFlag.AlignLeft)
        if had_focus:
            self._focus_line(before)

    def _focus_line(self, number: int) -> None:
        """To the first thing one can press from that line on, else to the button for what is older."""
        later = {line.id for line in self._lines[number:]}
        found = next((part for part, line in self._targets.items() if line.id in later), self._more_below)
        if found is not None:
            found.setFocus()

    def _line(self, line: TimelineLine) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(QMargins())
        box.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        when, chip = bold_label(self._when(line)), self._chip(line)
        text = plain_label(breakable(line.text), wrap=True)
        height = chip_size(chip.font(), line.word).height() + 2 * RING
        for part in (when, chip):
            part.setFixedHeight(height)
        text.setContentsMargins(0, (height - text.fontMetrics().height()) // 2, 0, 0)
        for part in (when, chip):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        if line.tone is Tone.TALK:  # how, how long and where: too much for what is left beside its time
            head.addStretch(1)
            head.addWidget(self._more(line, height), 0, Qt.AlignmentFlag.AlignTop)
            box.addWidget(text)
        else:
            head.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        if line.detail:
            box.addWidget(plain_label(breakable(line.detail), wrap=True))
        return made

    def _when(self, line: TimelineLine) -> str:
        day = short_day(line.at.date(), self._today)
        return say("{day}, {time}", day=day, time=clock(line.at)) if line.has_time else day

    def _chip(self, line: TimelineLine) -> QWidget:
        tones = {Tone.TALK: self._relation, Tone.STEP: "accent", Tone.DONE: "known", Tone.OFF: "danger"}
        tone = tones.get(line.tone, "plain")
        if line.kind not in OPENED or (line.kind is Interview and line.tone is Tone.STEP):
            return ChipLabel(line.word, tone)
        chip = ChipButton(line.word, tone)
        chip.setAccessibleName(say("{word} of {day}, open", word=line.word, day=self._when(line)))
        chip.clicked.connect(self._follow)
        self._targets[chip] = line
        return chip

    def _more(self, line: TimelineLine, height: int) -> QWidget:
        sign = icon_button("⋯", say("More about the talk of {day}", day=self._when(line)))
        sign.setProperty("part", "sign")
        sign.setFixedHeight(height)
        sign.clicked.connect(self._ask_for_menu)
        self._targets[sign] = line
        return sign

    def _ask_for_menu(self) -> None:
        sign = self.sender()
        if isinstance(sign, QWidget) and sign in self._targets:
            self.menu_wanted.emit(self._targets[sign].id, sign.mapToGlobal(QPoint(0, sign.height())))

    def _follow(self) -> None:
        line = self._targets.get(self.sender())  # type: ignore[call-overload]
        if line is not None:
            self.object_wanted.emit(line.kind, line.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 2, 2, self.height() - 4, QColor(colours(self.palette()).border))
