"""One's own numbers and those of friends side by side."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from netchal_gui import words
from netchal_gui.commands.standing import standing
from netchal_gui.commands.together import TogetherRow, forget_friend, together
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.form_parts import button, frame, heading, muted_label
from netchal_gui.views.painting import one_line
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _WholeRow(QStyledItemDelegate):
    """Rows are chosen, not cells: no cell has a frame of its own."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class TogetherDialog(QDialog):
    """Follows what changes while it is open. ``file_wanted``: to open one more friend's file."""

    file_wanted = Signal()

    def __init__(self, workbench: Workbench, challenge_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench, self._challenge_id = workbench, challenge_id
        self._rows: tuple[TogetherRow, ...] = ()
        self._build()
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._chosen)
        self.remove.clicked.connect(self._remove)
        self.open_file.clicked.connect(self.file_wanted)
        self.close_it.clicked.connect(self.accept)
        self._end_listening = workbench.listen(self._edited)
        self.finished.connect(self._stop)
        self._load()

    def _build(self) -> None:
        self.setWindowTitle(say("Together"))
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(say("Together"))
        titles = (say("Name"), say("Met"), say("This period"), say("At this pace"), say("As of"))
        for column, title in enumerate(titles):
            self.table.setHorizontalHeaderItem(column, _cell(title, column))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setItemDelegate(_WholeRow(self.table))
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 12)
        self.nobody = muted_label(
            say("Ask a friend for a challenge file with their numbers, and open it here."), wrap=True
        )
        self.remove = button(say("Remove"))
        self.open_file = button(say("Open a challenge file…"))
        self.close_it = button(say("Close"))
        self.close_it.setDefault(True)

    def _lay_out(self) -> None:
        body = frame("page", margins=(20, 16, 20, 12), spacing=8)
        box = body.layout()
        assert isinstance(box, QVBoxLayout)
        box.addWidget(heading(say("Together"), 1.2))
        box.addWidget(self.nobody)
        box.addWidget(self.table, 1)
        footer = frame("footer")
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addWidget(self.open_file)
        row.addStretch(1)
        row.addWidget(self.close_it)
        foot = footer.layout()
        assert isinstance(foot, QVBoxLayout)
        foot.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(body, 1)
        whole.addWidget(footer)
        self.resize(620, 340)

    def _load(self) -> None:
        today = from_utc(self._workbench.now(), self._workbench.zone).day
        with self._workbench.store.reading() as reader:
            own = standing(reader, self._challenge_id, today, self._workbench.zone)
            self._rows = together(reader, own) if own else ()
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            for column, text in enumerate(_texts(row, self._rows[0], today)):
                self.table.setItem(number, column, _cell(text, column))
        if len(self._rows) > 1 and not self.table.selectedItems():
            self.table.selectRow(1)
        self.nobody.setVisible(len(self._rows) < 2)
        self._chosen()

    def _friend(self) -> FriendProgress | None:
        number = self.table.currentRow()
        chosen = bool(self.table.selectedItems()) and 0 <= number < len(self._rows)
        return self._rows[number].friend if chosen else None

    def _chosen(self) -> None:
        self.remove.setEnabled(self._friend() is not None)

    def _remove(self) -> None:
        friend = self._friend()
        if friend is not None:
            forget_friend(self._workbench, friend)

    def _edited(self, edit: Edit) -> None:
        self._load()

    def _stop(self) -> None:
        self._end_listening()


def _texts(row: TogetherRow, own: TogetherRow, today: date) -> tuple[str, ...]:
    """The cells of a line; another challenge than one's own is named."""
    other = "" if row.challenge == own.challenge else row.challenge
    return (
        one_line(" · ".join(filter(None, (row.name, other)))),
        _of(row.met, row.goal),
        _of(row.met_now, row.quota) if row.quota else "",
        words.number(row.expected),
        say("today") if row.as_of == today else words.short_day(row.as_of, today),
    )


def _cell(text: str, column: int) -> QTableWidgetItem:
    """Names at the left, numbers and days at the right."""
    cell = QTableWidgetItem(text)
    cell.setTextAlignment(_RIGHT if column else _LEFT)
    return cell


def _of(met: int, of: int) -> str:
    return say("{met} of {goal}", met=words.number(met), goal=words.number(of))
