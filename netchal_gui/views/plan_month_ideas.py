"""Whom to meet: a field to find or add someone, and the ideas below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.domain.contact import initials
from netchal_gui.item_models.idea_list import IdeaList, IdeaRole, IdeaRow
from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import muted_label, named, plain_tooltip, section_title
from netchal_gui.views.painting import paint_avatar, paint_row, paint_text
from netchal_gui.views.person_drag import Held, PersonDrag
from netchal_gui.views.theme import scaled
from netchal_gui.words import say

AVATAR, ABOVE, GAP = 30, 8, 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PlanMonthIdeas(QWidget):
    """``typed(text)`` while one types. ``put_wanted(row, has_time)``: on the next free time, or without one.

    ``menu_wanted(row, point)`` for the times one could choose from.
    """

    typed = Signal(str)
    put_wanted = Signal(object, bool)
    menu_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.rows = IdeaList(self)
        self.field = _Field(say("Find or add someone"))
        self.view = _View()
        self.view.setModel(self.rows)
        self._nothing = muted_label(wrap=True)
        hint = muted_label(say("Enter: next free time. Shift+Enter: no time yet."), wrap=True, small=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for each in (section_title(say("Whom to meet")), self.field, self._nothing):
            box.addWidget(each)
        box.addWidget(self.view, 1)
        box.addWidget(hint)
        self.setFocusProxy(self.field)
        self._connect()

    def _connect(self) -> None:
        self.field.textEdited.connect(self.typed)
        self.field.walked.connect(self.view.walk)
        for source in (self.field, self.view):
            source.entered.connect(self._put)
        self.view.doubleClicked.connect(self._double_clicked)
        self.view.menu_asked.connect(self._menu)

    def show_rows(self, rows: Sequence[IdeaRow], nothing: str) -> None:
        """List these; the chosen one stays chosen, else the one at its place. ``nothing``: else."""
        line, chosen = max(0, self.view.currentIndex().row()), self.chosen
        self.rows.show_rows(rows)
        again = self.rows.line_of(chosen.contact) if chosen else None
        self.view.choose(min(line if again is None else again, len(rows) - 1))
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)

    def choose_first(self) -> None:
        self.view.choose(0)

    @property
    def chosen(self) -> IdeaRow | None:
        return self.rows.row_at(self.view.currentIndex().row())

    def put_away(self, row: IdeaRow) -> None:
        """Somebody was put into the plan: the field is empty again, and the row gone."""
        line = self.view.currentIndex().row()
        self.field.clear()
        if row.contact is not None:
            self.rows.drop(row.contact)
        self.view.choose(min(line, self.rows.rowCount() - 1))

    def _put(self, has_time: bool) -> None:
        if self.chosen is not None:
            self.put_wanted.emit(self.chosen, has_time)

    def _double_clicked(self, index: QModelIndex) -> None:
        self._put(True)

    def _menu(self, point: QPoint) -> None:
        if self.chosen is not None:
            self.menu_wanted.emit(self.chosen, point)


class _Field(QLineEdit):
    """The arrows walk through the list below, Enter takes its chosen row; Escape empties the field first."""

    walked = Signal(object)
    entered = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        named(self, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit(_has_time(event))
        elif event.key() in _WALK:
            self.walked.emit(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class _View(QListView):
    entered = Signal(bool)
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_IdeaDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        named(self, say("Whom to meet"))
        PersonDrag(self.viewport(), self._dragged)

    def choose(self, line: int) -> None:
        self.setCurrentIndex(self.model().index(line, 0))

    def walk(self, event: QKeyEvent) -> None:
        """A key that the field had and that means this list."""
        self.keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit(_has_time(event))
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, point: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(point))

    def _dragged(self, point: QPoint) -> Held | None:
        row: IdeaRow | None = self.indexAt(point).data(IdeaRole)
        return Held(row.contact, row.name, row.relation.value) if row and row.contact else None


class _IdeaDelegate(QStyledItemDelegate):
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """All of it, where not all of it fits."""
        row: IdeaRow | None = index.data(IdeaRole)
        if event.type() != QEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tooltip(f"{row.name}\n{row.detail}"), view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        text = QFontMetrics(option.font).height() + QFontMetrics(scaled(option.font, 0.93)).height()
        return QSize(200, max(AVATAR, text) + 2 * ABOVE + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: IdeaRow | None = index.data(IdeaRole)
        paint_row(painter, option, index)
        if row is None:
            return
        theme, small = colours(option.palette), scaled(option.font, 0.93)
        area = option.rect.adjusted(6, ABOVE, -6, -ABOVE)
        circle = area.adjusted(0, 0, 0, 0)
        circle.setWidth(AVATAR)
        sign = initials(row.name) if row.contact else "+"
        paint_avatar(painter, circle, sign, row.relation.value, option.palette)
        line = area.adjusted(AVATAR + GAP, 0, 0, 0)
        line.setHeight(QFontMetrics(option.font).height())
        paint_text(painter, line, row.name, theme.text, option.font)
        line.translate(0, line.height())
        line.setHeight(QFontMetrics(small).height())
        paint_text(painter, line, row.detail, theme.muted, small)


def _has_time(event: QKeyEvent) -> bool:
    return not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
