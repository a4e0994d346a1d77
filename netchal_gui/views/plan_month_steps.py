"""The four steps of planning a month as numbered chips; a tick says that a step is done."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from netchal_gui.views.chips import ChipLabel
from netchal_gui.views.colours import colours
from netchal_gui.views.painting import paint_avatar, paint_text
from netchal_gui.views.theme import scaled
from netchal_gui.words import say

SIDE, GAP, EDGE = 24, 8, 3


class StepButton(QAbstractButton):
    """A number or a tick in a circle, and what the step is called; the one that is shown is bold."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self._is_done = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_step(self, name: str, is_done: bool, is_shown: bool) -> None:
        """Say how the step stands."""
        self._is_done = is_done
        self.setChecked(is_shown)
        self.setText(name)
        state = say("done") if is_done else say("open")
        self.setAccessibleName(say("Step {n}: {name}, {state}", n=self.number, name=name, state=state))
        self.updateGeometry()
        self.update()

    @property
    def is_done(self) -> bool:
        return self._is_done

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(self._bold())
        width = bold.horizontalAdvance(self.text())
        return QSize(SIDE + GAP + width + 3 * EDGE, max(SIDE, bold.height()) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + 2 * EDGE, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = colours(self.palette())
        circle = QRect(EDGE, (self.height() - SIDE) // 2, SIDE, SIDE)
        tone = (
            "known" if self._is_done and not self.isChecked() else "accent" if self.isChecked() else "plain"
        )
        sign = "✓" if self._is_done and not self.isChecked() else str(self.number)
        paint_avatar(painter, circle, sign, tone, self.palette())
        text = self.rect().adjusted(EDGE + SIDE + GAP, 0, -EDGE, 0)
        ink = theme.text if self.isChecked() or self._is_done else theme.muted
        paint_text(painter, text, self.text(), ink, self._bold() if self.isChecked() else self.font())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _bold(self) -> QFont:
        return scaled(self.font(), 1.0, bold=True)


class PlanMonthSteps(QWidget):
    """``chosen(number)`` from 0; how the places of the month stand is shown at the end."""

    chosen = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.buttons = [StepButton(number + 1) for number in range(count)]
        self.lanes: list[ChipLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        for step in self.buttons:
            step.clicked.connect(self._clicked)
            self._row.addWidget(step)
        self._row.addStretch(1)

    def show_steps(self, names: Sequence[str], done: Sequence[bool], shown: int) -> None:
        for number, step in enumerate(self.buttons):
            step.show_step(names[number], done[number], number == shown)

    def show_lanes(self, chips: Sequence[tuple[str, str]]) -> None:
        """ "2 of 4 known" and the like, with their tones."""
        while len(self.lanes) < len(chips):
            self.lanes.append(ChipLabel())
            self._row.addWidget(self.lanes[-1])
        for number, label in enumerate(self.lanes):
            label.setVisible(number < len(chips))
            if number < len(chips):
                label.show_chip(*chips[number])

    def _clicked(self) -> None:
        step = self.sender()
        if isinstance(step, StepButton):
            self.chosen.emit(step.number - 1)
