"""The window: wires menus, tabs, finder and status bar to each other, and knows nothing of what tabs do."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from netchal_gui.settings import Settings, ThemeChoice
from netchal_gui.views.dialog import press_focused
from netchal_gui.views.history import History
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.menus import Menus
from netchal_gui.views.status_bar import StatusBar
from netchal_gui.views.tab import Tab, TabPlace
from netchal_gui.views.tab_strip import TabStrip
from netchal_gui.views.theme import Theme
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from uuid import UUID

    from netchal_gui.domain.edit import Edit, Entity

OPENED_FILES = (".vcf", ".vcard", ".ics", ".csv", ".json", ".netchal")


class MainWindow(QMainWindow):
    """Only the tab that is shown first is made before the first paint, the others in the idle time after it.

    ``ready`` when all are there; ``finder_wanted(corner)`` to open the finder below a point of the window;
    ``example_wanted`` to open a filled example; ``prepare_wanted(interview)`` and ``talk_wanted(interview)``
    to get ready for a talk and to note its answers; ``closed`` once the window has let go of everything.
    """

    ready = Signal()
    finder_wanted = Signal(QPoint)
    example_wanted = Signal()
    prepare_wanted = Signal(object)
    talk_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        workbench: Workbench,
        jobs: Jobs,
        settings: Settings,
        theme: Theme,
        places: Sequence[TabPlace],
        next_text: Callable[[], str],
    ) -> None:
        super().__init__()
        self._workbench, self._jobs = workbench, jobs
        self._settings, self._theme = settings, theme
        self._places = places
        self._next_text = next_text
        self._tabs: dict[str, Tab] = {}
        self._incomplete: list[Tab] = []
        self._flushes: list[Callable[[], bool]] = []
        self._current = 0
        self._painted = False
        self._build()
        self._lay_out()
        self._connect()
        self._restore()

    def _build(self) -> None:
        titles = [place.title for place in self._places]
        self.menus = Menus(self.menuBar(), titles, self._theme.choice)
        self._strip = TabStrip(titles)
        self._pages = QStackedWidget()
        self._status = StatusBar()
        self.history = History(self._workbench, self._jobs, self.flush, self)

    def _lay_out(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._strip)
        box.addWidget(self._pages, 1)
        self.setCentralWidget(inside)
        self.setStatusBar(self._status)
        self.setMinimumSize(760, 480)

    def _connect(self) -> None:
        menus = self.menus
        menus.quit_wanted.connect(self.close)
        menus.undo_wanted.connect(self.history.undo)
        menus.redo_wanted.connect(self.history.redo)
        menus.finder_wanted.connect(self._open_finder)
        menus.tab_wanted.connect(self.show_tab)
        menus.theme_chosen.connect(self._choose_theme)
        self.history.changed.connect(self._show_history)
        self.history.message.connect(self.tell)
        self._strip.tab_chosen.connect(self.show_tab)
        self._strip.finder_wanted.connect(self._open_finder)
        self._jobs.started.connect(self._status.progress.watch)
        self._jobs.fault.connect(self.warn)
        self._jobs.note.connect(self.tell)
        self._end_listening = self._workbench.listen(self._on_edit)

    def _restore(self) -> None:
        """The window's place and its last tab; a first start opens at a size that fits most screens."""
        self.setWindowTitle(say("Netchal"))
        if not self.restoreGeometry(self._settings.layout("window")):
            self.resize(1240, 800)
        names = [place.name for place in self._places]
        first = names.index(self._settings.tab) if self._settings.tab in names else 0
        self._bring_up(first, self._made(self._places[first]))
        self._show_history()

    # What the window is asked

    def tell(self, sentence: str) -> None:
        """A message in the status bar for a few seconds."""
        self._status.tell(sentence)

    def warn(self, sentence: str) -> None:
        """Something could not be done: a box that stays until it is read and stops nothing."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, say("Netchal"), "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def show_tab(self, index: int) -> None:
        """Bring a tab to the front, making it where it was never needed before."""
        self._bring_up(index, self._tab(self._places[index]))

    def _bring_up(self, index: int, tab: Tab) -> None:
        self._current = index
        self._strip.show_tab(index)
        self.menus.show_tab(index)
        self._pages.setCurrentWidget(tab)
        tab.activate()

    def show_object(self, kind: "type[Entity]", object_id: "UUID") -> None:
        """Show a person, an interview or an entry in the tab where it belongs."""
        for index, place in enumerate(self._places):
            tab = self._tab(place)
            if kind in tab.kinds():
                self.show_tab(index)
                tab.show_object(kind, object_id)
                return

    def open_files(self, paths: Sequence[Path]) -> None:
        """Files from the command line, a second start or a drop: the first tab that takes them has them."""
        self.come_up()
        for index, place in enumerate(self._places):
            if self._tab(place).open_files(paths):
                self.show_tab(index)
                return
        if paths:
            self.tell(say("Netchal cannot read {file}.", file=paths[0].name))

    def come_up(self) -> None:
        """To the front of all windows, as far as the desktop lets us."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def flush_too(self, flush: Callable[[], bool]) -> None:
        """Save what is typed outside the tabs by this, whenever they are saved."""
        self._flushes.append(flush)

    def flush(self) -> bool:
        """Save what is being typed in any tab; False where that cannot be done."""
        saved = [flush() for flush in (*(tab.flush for tab in self._tabs.values()), *self._flushes)]
        return all(saved)

    def refresh_next(self) -> None:
        """What comes next may have changed: an edit, or time has passed."""
        self._status.show_next(self._next_text())

    # Slots

    def _made(self, place: TabPlace) -> Tab:
        """The tab as far as its first sight needs it."""
        if place.name not in self._tabs:
            tab = self._tabs[place.name] = place.make()
            tab.setObjectName(place.name)
            self._pages.addWidget(tab)
            self._incomplete.append(tab)
        return self._tabs[place.name]

    def _tab(self, place: TabPlace) -> Tab:
        tab = self._made(place)
        self._complete_tabs()
        return tab

    def _complete_tabs(self) -> None:
        while self._incomplete:
            tab = self._incomplete.pop()
            tab.complete()
            self.menus.contribute(tab.menu_actions())
            tab.message.connect(self.tell)
            tab.front_wanted.connect(self._front_wanted)
            tab.object_wanted.connect(self.show_object)
            tab.unsaved.connect(self._unsaved)
            tab.example_wanted.connect(self.example_wanted)
            tab.import_wanted.connect(self._import_people)
            tab.prepare_wanted.connect(self.prepare_wanted)
            tab.talk_wanted.connect(self.talk_wanted)

    def _front_wanted(self) -> None:
        names = [place.name for place in self._places]
        sender = self.sender()
        if sender is not None and sender is not self._pages.currentWidget():
            self.show_tab(names.index(sender.objectName()))

    def _import_people(self) -> None:
        """The first tab whose work that is begins it."""
        any(self._tab(place).import_people() for place in self._places)

    def _unsaved(self, unsaved: bool) -> None:
        self._status.set_unsaved(self.sender(), unsaved)

    def _open_finder(self) -> None:
        field = self._strip.field
        self.finder_wanted.emit(field.mapTo(self, QPoint(field.width(), 0)))

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._theme.choose(choice)
        self._settings.theme = choice

    def _on_edit(self, edit: "Edit") -> None:
        for tab in self._tabs.values():
            tab.edited(edit)
        self._show_history()
        self.refresh_next()
        if not self._status.is_saving:  # what is typed is saved all the time, and the bar's end says so
            from netchal_gui.commands.what_happened import what_happened

            self.tell(what_happened(edit))

    def _show_history(self) -> None:
        self.menus.show_history(self._workbench.undo_label, self._workbench.redo_label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as the space bar does."""
        if not press_focused(self.focusWidget(), event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        """What the first sight did not need: the rest of its tab, then the others, one a turn of the loop."""
        self._jobs.release()
        self._complete_tabs()
        self.refresh_next()
        missing = [place for place in self._places if place.name not in self._tabs]
        if missing:
            self._tab(missing[0])
            QTimer.singleShot(0, self._after_first_paint)
            return
        window = self.windowHandle()
        if window is not None:
            from netchal_gui.views.dropped_files import DroppedFiles

            DroppedFiles(window, _is_opened).dropped.connect(self.open_files)
        self.ready.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing may be lost here: the window stays unless everything below has gone well."""
        event.ignore()
        if not self.flush():
            return
        self._jobs.finish(cancel=True)
        self._end_listening()
        self._settings.tab = self._places[self._current].name
        self._settings.keep_layout("window", self.saveGeometry())
        self._settings.save()
        self.closed.emit()
        event.accept()


def _is_opened(path: Path) -> bool:
    return path.suffix.lower() in OPENED_FILES
