"""What came of each source and each event, as a table; each number shows the people behind it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.commands.progress import Progress
from netchal_gui.commands.source_yield import Yield, source_yields, title, yield_people
from netchal_gui.domain.edit import Edit
from netchal_gui.storage.home_queries import Person
from netchal_gui.storage.yield_queries import Reached
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import button, heading, muted_label, plain_tooltip
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.painting import one_line
from netchal_gui.views.people_dialog import PeopleDialog
from netchal_gui.views.theme import scaled
from netchal_gui.words import number, say
from netchal_gui.workbench import Workbench

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class YieldsDialog(Dialog):
    """``person_wanted(id)`` for somebody behind a number. Read on another thread; follows every edit."""

    person_wanted = Signal(object)

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("What came of each source"))
        self._workbench, self._jobs = workbench, jobs
        self._rows: list[Yield] = []
        self._reading = 0
        self._build()
        self._lay_out()
        self._connect()
        self._read()

    def _build(self) -> None:
        self.table = QTableWidget(0, 1 + len(Reached))
        self.table.setHorizontalHeaderLabels([say("How you found them"), *map(title, Reached)])
        self.table.setAccessibleName(say("What came of each source"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setProperty("part", "numbers")
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(_RIGHT)
        first = self.table.horizontalHeaderItem(0)
        assert first is not None, "its label was just set"
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.close_button = button(say("Close"))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(8)
        box.addWidget(heading(say("What came of each source"), 1.2))
        told = say("Everyone is counted once in each column. Enter or a click on a number shows the people.")
        box.addWidget(muted_label(told, wrap=True))
        box.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        box.addLayout(row)
        self.resize(max(640, self.fontMetrics().averageCharWidth() * 110), 480)

    def _connect(self) -> None:
        self.table.itemActivated.connect(self._show_people)
        self.table.itemClicked.connect(self._clicked)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        self._end_listening = self._workbench.listen(self._edited)
        self.finished.connect(self._leave)

    # Reading

    def _read(self) -> None:
        self._reading += 1
        self._jobs.run(partial(self._read_rows, self._reading), self._show)

    def _read_rows(self, number: int, progress: Progress) -> tuple[int, list[Yield]]:
        with self._workbench.store.reading() as reader:
            return number, source_yields(reader)

    def _show(self, read: tuple[int, list[Yield]]) -> None:
        number, self._rows = read
        if number != self._reading:
            return
        place = self.table.currentRow(), self.table.currentColumn()
        self.table.setRowCount(len(self._rows))
        for line, row in enumerate(self._rows):
            for column, item in enumerate(_items(row, self.table)):
                self.table.setItem(line, column, item)
        self.table.setCurrentCell(max(0, place[0]), max(1, place[1]))

    def _edited(self, edit: Edit) -> None:
        self._read()

    # Slots

    def _clicked(self, item: QTableWidgetItem) -> None:
        if item.column() > 0:
            self._show_people(item)

    def _show_people(self, item: QTableWidgetItem) -> None:
        """Of the name: everyone who was found so."""
        row, reached = self._rows[item.row()], list(Reached)[max(0, item.column() - 1)]
        self._jobs.run(partial(self._read_people, row, reached), self._open_people)

    def _read_people(self, row: Yield, reached: Reached, progress: Progress) -> tuple[str, list[Person]]:
        with self._workbench.store.reading() as reader:
            return f"{row.title}: {title(reached)}", yield_people(reader, row, reached)

    def _open_people(self, read: tuple[str, list[Person]]) -> None:
        dialog = PeopleDialog(*read, self)
        dialog.chosen.connect(self.person_wanted)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self) -> None:
        self.accept()

    def _leave(self) -> None:
        self._end_listening()


def _items(row: Yield, around: QWidget) -> list[QTableWidgetItem]:
    """The cells of a line; an event stands under its source, a little to the right."""
    name = QTableWidgetItem(one_line(("      " if row.is_part else "") + row.title))
    name.setToolTip(plain_tooltip(row.title))
    if not row.is_part:
        name.setFont(scaled(around.font(), 1.0, bold=True))
    cells = [name]
    for reached, count in zip(Reached, row.counts, strict=True):
        cell = QTableWidgetItem(number(count))
        cell.setTextAlignment(_RIGHT)
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {title(reached)}: {number(count)}")
        cells.append(cell)
    return cells
