"""Who led to whom: a tree and a graph side by side, from oneself or from one person, and as a file."""

from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.network import Naming, keep_picture, led_from, names_of, summary
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.who_else import count_sentence
from netchal_gui.domain.network import ME, Key, Network
from netchal_gui.paths import export_folder
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.elided_label import ElidedLabel
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    icon_button,
    plain_tooltip,
    primary_button,
    problem_label,
)
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.network_export import PictureKind, rendered
from netchal_gui.views.network_graph import SMALL, NetworkGraph
from netchal_gui.views.network_layout import Layout, layout
from netchal_gui.views.network_legend import NetworkLegend
from netchal_gui.views.network_picture import Picture
from netchal_gui.views.network_tree import NetworkTree
from netchal_gui.views.theme import scaled
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class _Read(NamedTuple):
    number: int
    found: Network
    layout: Layout
    asked: str


class NetworkDialog(Dialog):
    """Read and laid out on another thread. ``person_wanted(id)`` closes it and shows the person."""

    person_wanted = Signal(object)

    def __init__(self, workbench: Workbench, jobs: Jobs, person: UUID | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._shown: _Read | None = None
        self._reading = 0
        self.resize(max(880, parent.window().width() - 40), max(560, parent.window().height() - 60))
        self._build()
        self._lay_out()
        self._connect()
        self.show_from(person)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Who led to whom"))
        self._summary = ElidedLabel()
        self.asked = ElidedLabel()
        self.from_me = button(say("From me"))
        self.from_person = button(say("From this person"))
        self.nearer = icon_button("+", say("Zoom in"))
        self.farther = icon_button("−", say("Zoom out"))
        for sign in (self.nearer, self.farther):
            sign.setFixedWidth(34)
        self.whole = button(say("Whole picture"))
        self.whole.setToolTip(plain_tooltip("Ctrl+0"))
        self.export = button(say("Export") + " ▾", part="menu")
        self.export.setAccessibleName(say("Export"))
        self.tree = NetworkTree()
        self.graph = NetworkGraph()
        self.fault = problem_label()
        self.notice = ElidedLabel()
        self.close_button = button(say("Close"))
        self.open_person = primary_button(say("Show person"))

    def _lay_out(self) -> None:
        header = frame("header", margins=(20, 12, 20, 10))
        top = QHBoxLayout()
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(heading(say("Who led to whom"), 1.2))
        title.addWidget(self._summary)
        title.addWidget(self.asked)
        top.addLayout(title, 1)
        for each in (self.from_me, self.from_person, self.farther, self.nearer, self.whole, self.export):
            top.addWidget(each)
        box_of(header).addLayout(top)
        box_of(header).addWidget(self.fault)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self.tree)
        panes.addWidget(self.graph)
        self.tree.setMinimumWidth(300)
        self.graph.setMinimumWidth(300)
        beside = min(self.tree.wanted_width(), self.width() // 2)
        panes.setSizes([beside, self.width() - beside])
        panes.setStretchFactor(0, 0)
        panes.setStretchFactor(1, 1)
        footer = frame("footer")
        row = QHBoxLayout()
        row.addWidget(NetworkLegend())
        row.addWidget(self.notice, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.open_person)
        box_of(footer).addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(panes, 1)
        whole.addWidget(footer)

    def _connect(self) -> None:
        self._fill_export()
        self.from_me.clicked.connect(partial(self.show_from, None))
        self.from_person.clicked.connect(self._from_current)
        self.nearer.clicked.connect(self.graph.zoom_in)
        self.farther.clicked.connect(self.graph.zoom_out)
        self.whole.clicked.connect(self.graph.fit)
        self.tree.person_chosen.connect(self._chosen)
        self.graph.person_chosen.connect(self._chosen)
        self.tree.person_opened.connect(self._open)
        self.graph.person_opened.connect(self._open)
        self.open_person.clicked.connect(self._open_current)
        self.close_button.clicked.connect(self.reject)
        for keys, slot in (
            ("Ctrl+0", self.graph.fit),
            ("Ctrl++", self.graph.zoom_in),
            ("Ctrl+=", self.graph.zoom_in),
            ("Ctrl+-", self.graph.zoom_out),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _fill_export(self) -> None:
        menu = QMenu(self.export)
        for text, kind, naming in (
            (say("&SVG with full names…"), PictureKind.SVG, Naming.FULL),
            (say("S&VG with initials…"), PictureKind.SVG, Naming.INITIALS),
            (say("&PNG with full names…"), PictureKind.PNG, Naming.FULL),
            (say("P&NG with initials…"), PictureKind.PNG, Naming.INITIALS),
        ):
            menu.addAction(text).triggered.connect(partial(self._ask_where, kind, naming))
        self.export.setMenu(menu)

    def show_from(self, person: UUID | None) -> None:
        """Read the network from a person, or from oneself; the last one asked for is shown."""
        self._reading += 1
        self._enable(False)
        self._jobs.run(partial(self._read, self._reading, person), self._show, self._failed)

    def write(self, target: Path, kind: PictureKind, naming: Naming) -> None:
        """Write a file of the whole picture on another thread."""
        if self._shown is not None:
            found, places = self._shown.found, self._shown.layout
            work = partial(_written, found, places, target, kind, naming, scaled(self.font(), SMALL))
            self._jobs.run(work, self.notice.setText, self._failed, say("Writing…"))

    def _read(self, number: int, person: UUID | None, progress: Progress) -> _Read:
        found = led_from(self._workbench, person)
        with self._workbench.store.reading() as reader:
            asked = count_sentence(reader)
        return _Read(number, found, layout(found), asked)

    def _show(self, read: _Read) -> None:
        if read.number != self._reading:
            return
        self._shown = read
        self.fault.hide()
        names = names_of(read.found)
        self._summary.setText(summary(read.found, names))
        self.asked.setText(read.asked)
        self.asked.setVisible(bool(read.asked))
        self.notice.setText(_hint(read.found))
        self.graph.show_picture(Picture(read.found, read.layout, names), names)
        self.tree.show_network(read.found)
        self._enable(True)
        self.tree.setFocus()

    def _failed(self, error: Exception) -> None:
        sentence = explain(error)
        if sentence:
            self.fault.setText(sentence)
            self.fault.show()

    def _enable(self, possible: bool) -> None:
        for each in (self.nearer, self.farther, self.whole, self.export):
            each.setEnabled(possible)
        key = self.graph.current if possible and self._shown is not None else None
        self.open_person.setEnabled(bool(key))
        self.from_person.setEnabled(bool(key) and key != self._root())
        self.from_me.setEnabled(possible and self._root() != ME)

    def _root(self) -> Key | None:
        return self._shown.found.root if self._shown is not None else None

    def _chosen(self, key: Key) -> None:
        """Tree and graph show the same person."""
        self.tree.choose(key)
        self.graph.choose(key)
        self._enable(True)

    def _from_current(self) -> None:
        if self.graph.current:
            self.show_from(UUID(bytes=self.graph.current))

    def _open_current(self) -> None:
        if self.graph.current:
            self._open(self.graph.current)

    def _open(self, key: Key) -> None:
        self.accept()
        self.person_wanted.emit(UUID(bytes=key))

    def _ask_where(self, kind: PictureKind, naming: Naming) -> None:
        place = str(export_folder() / f"{say('Who led to whom')}{kind.value}")
        pattern = say("Pictures (*{suffix})", suffix=kind.value)
        name, _ = QFileDialog.getSaveFileName(self, say("Export who led to whom"), place, pattern)
        if name:
            target = Path(name)
            self.write(
                target if target.suffix.lower() == kind.value else Path(name + kind.value), kind, naming
            )


def _hint(found: Network) -> str:
    if len(found.yields) == 1 and found.root == ME:
        return say("People appear here with their first interview or introduction.")
    return say("In the graph: arrows walk, Shift and arrows move, + and − zoom, Enter shows the person.")


def _written(
    found: Network,
    places: Layout,
    target: Path,
    kind: PictureKind,
    naming: Naming,
    font: QFont,
    progress: Progress,
) -> str:
    picture = Picture(found, places, names_of(found, naming))
    return keep_picture(target, rendered(picture, kind, font))
