"""One place of a challenge as a card: who it is for and how far that is, or an invitation to choose."""

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from netchal_gui.commands.challenge_places import Place
from netchal_gui.commands.home_wording import about, chip, invitation, note, spoken
from netchal_gui.domain.challenge import Lane
from netchal_gui.domain.initials import initials
from netchal_gui.storage.home_queries import Person
from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import plain_tooltip
from netchal_gui.views.painting import paint_avatar, paint_chip, paint_text
from netchal_gui.views.person_drag import Held, PersonDrag, dragged_person
from netchal_gui.views.reply_key import is_reply_key
from netchal_gui.views.theme import scaled
from netchal_gui.words import say

AVATAR, MARGIN = 34, 12


class PlaceCard(QAbstractButton):
    """A click or Enter opens it; Delete or the menu asks to take the person out; Ctrl+R: they replied.

    Somebody who was chosen can be dragged away; an empty place takes ``person_dropped(card, contact)``.
    ``is_over``: the challenge has ended, so that an empty place can only be looked at.
    """

    person_dropped = Signal(object, object)
    opened = Signal(object)
    removal_wanted = Signal(object)
    reply_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self, place: Place, lane: Lane, person: Person | None, today: date, *, is_over: bool = False
    ) -> None:
        super().__init__()
        self.place, self.lane, self._person, self._today = place, lane, person, today
        self._is_over = is_over
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        told = spoken(place, lane, person, today)
        self.setText(person.name if person else self._asks_for())
        self.setAccessibleName(told)
        self.setToolTip(plain_tooltip(told) if person else "")
        self.clicked.connect(self._open)
        self.setEnabled(person is not None or not is_over)
        self.setAcceptDrops(person is None and not is_over)
        self._is_aimed_at = False
        PersonDrag(self, self._dragged)

    @property
    def person(self) -> Person | None:
        return self._person

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(200, 2 * MARGIN + 2 * line + 6 + line + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Delete and self.place.slot is not None:
            self.removal_wanted.emit(self)
        elif is_reply_key(event) and self._person is not None:
            self.reply_wanted.emit(self._person.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._person is not None:
            self.menu_wanted.emit(self, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_person(event) is not None:
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(False)
        contact = dragged_person(event)
        if contact is not None:
            event.acceptProposedAction()
            self.person_dropped.emit(self, contact)

    def _aim(self, aimed: bool) -> None:
        self._is_aimed_at = aimed
        self.update()

    def _dragged(self, point: QPoint) -> Held | None:
        """Only a choice can be moved: a talk that took place stays where it counts."""
        if self.place.slot is None or self._person is None:
            return None
        return Held(self._person.id, self._person.name, self._person.relation)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        if self._person is None:
            middle = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
            paint_text(
                painter,
                self.rect(),
                self._asks_for("+  "),
                colours(self.palette()).muted,
                self.font(),
                middle,
            )
        else:
            self._paint_person(painter, self._person)

    def _asks_for(self, sign: str = "") -> str:
        return say("Stayed empty") if self._is_over else sign + invitation(self.lane)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = colours(self.palette())
        pen = QPen(QColor(theme.border), 1)
        if self._person is None:
            pen = QPen(QColor(theme.mark), 1, Qt.PenStyle.DashLine)
        if self.hasFocus() or self._is_aimed_at:
            pen = QPen(QColor(theme.accent), 2)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

    def _paint_person(self, painter: QPainter, person: Person) -> None:
        theme = colours(self.palette())
        line = self.fontMetrics().height()
        inside = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        tone = "known" if self.lane is Lane.KNOWN else "new"
        side = min(AVATAR, 2 * line)
        circle = inside.adjusted(0, (2 * line - side) // 2, 0, 0)
        circle.setSize(QSize(side, side))
        paint_avatar(painter, circle, initials(person.name), tone, self.palette())
        text = inside.adjusted(side + 10, 0, 0, 0)
        text.setHeight(line)
        bold = scaled(self.font(), 1.0, bold=True)
        paint_text(painter, text, person.name, theme.text, bold)
        text.translate(0, line)
        paint_text(painter, text, about(person), theme.muted, scaled(self.font(), 0.93))
        self._paint_state(painter, line)

    def _paint_state(self, painter: QPainter, line: int) -> None:
        row = self.rect().adjusted(MARGIN, 0, -MARGIN, 0)
        row.setTop(self.height() - MARGIN - line - 2)
        row.setHeight(line + 4)
        said, tone = chip(self.place, self.lane)
        width = paint_chip(painter, row, said, tone, self.palette(), self.font())
        rest = row.adjusted(width + 7, 0, 0, 0)
        muted = colours(self.palette()).muted
        paint_text(painter, rest, note(self.place, self._today), muted, scaled(self.font(), 0.87))

    def _open(self) -> None:
        self.opened.emit(self)
