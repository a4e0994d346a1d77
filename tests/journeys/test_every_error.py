"""An error of ours, wherever it can happen: logged once, shown once, and the text that was typed stays."""

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
import shiboken6
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QMessageBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netchal_gui.commands.progress import Progress
from netchal_gui.crash import CrashReports, log_file
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.journal import JournalEntry
from tests.journeys.started import Started

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class OurFault(Exception):
    """What no part of the program expects."""


def fail(*_: object) -> None:
    raise OurFault("Ada's diary")


class Caller(QObject):
    called = Signal()


class BrokenModel(QAbstractListModel):
    def rowCount(self, parent: QModelIndex) -> int:
        return 3

    def data(self, index: QModelIndex, role: int) -> object:
        raise OurFault


class WholeModel(QAbstractListModel):
    def rowCount(self, parent: QModelIndex) -> int:
        return 3

    def data(self, index: QModelIndex, role: int) -> object:
        return "text" if role == Qt.ItemDataRole.DisplayRole else None


class BrokenDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        raise OurFault


class BrokenWidget(QWidget):
    """Fails in one of its events."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def paintEvent(self, event: QPaintEvent) -> None:
        self._fail("paint")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._fail("key")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._fail("close")

    def _fail(self, where: str) -> None:
        if where == self._where:
            self._where = ""
            raise OurFault


class BrokenFilter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        raise OurFault


class BrokenThread(QThread):
    def run(self) -> None:
        raise OurFault


class Grave:
    def __del__(self) -> None:
        raise OurFault


class Kinds:
    """Each way for an error to happen; what must outlive the test is kept here."""

    def __init__(self, program: Started) -> None:
        self.program = program
        self.kept: list[QObject] = []

    def shown(self, widget: QWidget) -> None:
        self.kept.append(widget)
        widget.show()

    def in_a_slot(self) -> None:
        caller = Caller()
        caller.called.connect(fail)
        caller.called.emit()

    def in_a_slot_called_from_a_thread(self) -> None:
        caller = Caller()
        caller.called.connect(fail, Qt.ConnectionType.QueuedConnection)
        self.kept.append(caller)
        self._in_thread(caller.called.emit)

    def in_a_timer(self) -> None:
        QTimer.singleShot(0, fail)

    def in_a_thread(self) -> None:
        self._in_thread(fail)

    def in_a_thread_of_qt(self) -> None:
        thread = BrokenThread()
        thread.start()
        thread.wait()

    def in_a_future(self) -> None:
        """Nobody looks at what became of it, but for the jobs, through which all work goes."""
        self.program.program.jobs.run(lambda progress: fail())

    def in_a_future_of_a_job_that_is_shown(self) -> None:
        def work(progress: Progress) -> None:
            progress(1, 2)
            fail()

        self.program.program.jobs.run(work, failed=lambda error: None, label="Working")

    def in_what_follows_a_job(self) -> None:
        self.program.program.jobs.run(lambda progress: 42, fail)

    def in_a_model(self) -> None:
        view = QListView()
        view.setModel(BrokenModel(view))
        self.shown(view)

    def in_a_delegate(self) -> None:
        view = QListView()
        view.setModel(WholeModel(view))
        view.setItemDelegate(BrokenDelegate(view))
        self.shown(view)

    def while_painting(self) -> None:
        self.shown(BrokenWidget("paint"))

    def while_a_key_is_pressed(self) -> None:
        widget = BrokenWidget("key")
        self.shown(widget)
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier(0)))

    def while_closing(self) -> None:
        widget = BrokenWidget("close")
        self.shown(widget)
        widget.close()

    def in_an_event_filter(self) -> None:
        watched, watching = QObject(), BrokenFilter()
        watched.installEventFilter(watching)
        QApplication.sendEvent(watched, QEvent(QEvent.Type.User))

    def in_a_listener_to_edits(self) -> None:
        self.program.program.workbench.listen(fail)
        person = Contact(id=uuid4(), name="Ada", created=self.program.program.workbench.now())
        QTimer.singleShot(
            0, partial(self.program.program.workbench.apply, Edit("Add", (Change(None, person),)))
        )

    def while_an_object_is_deleted(self) -> None:
        del [Grave()][0]

    def _in_thread(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()


KINDS = [name for name in vars(Kinds) if name.startswith(("in_", "while_"))]


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[CrashReports]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = CrashReports(tmp_path / "log")
    made.install()
    yield made
    for box in boxes():
        box.close()
    made.uninstall()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


def begin_to_write(program: Started) -> None:
    program.press(Qt.Key.Key_4, ALT)
    program.press(Qt.Key.Key_J, CTRL)
    program.type("typed before the error")


def learned(program: Started) -> list[str]:
    return [entry.learned or entry.title for entry in program.program.workbench.store.every(JournalEntry)]


def test_there_are_fourteen_kinds() -> None:
    assert len(KINDS) >= 14


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_logged_once_shown_once_and_the_text_stays(
    start: Callable[[], Started], reports: CrashReports, qtbot: QtBot, kind: str
) -> None:
    program = start()
    begin_to_write(program)
    told: list[str] = []
    reports.shown.connect(told.append)
    kinds = Kinds(program)
    with qtbot.waitSignal(reports.shown):
        QTimer.singleShot(0, getattr(kinds, kind))
    log = log_file(reports._folder).read_text()
    seen = len(boxes())
    for each in kinds.kept:
        shiboken6.delete(each)
    for box in boxes():
        box.close()
    program.window.activateWindow()
    program.settle()
    program.type(", and after it")
    program.close()

    assert (len(told), seen, log.count("OurFault")) == (1, 1, 1)
    assert "Ada" not in log
    assert learned(start()) == ["typed before the error, and after it"]
