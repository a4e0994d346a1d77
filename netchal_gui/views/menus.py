"""The menu bar: every action of the program with its shortcut."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from netchal_gui.settings import ThemeChoice
from netchal_gui.views.tab import Menu
from netchal_gui.words import say


class Menus(QObject):
    """Fills a menu bar; each wish is a signal. What tabs contribute comes first in its menu."""

    export_all_wanted = Signal()
    backup_wanted = Signal()
    restore_wanted = Signal()
    quit_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    finder_wanted = Signal()
    tab_wanted = Signal(int)
    theme_chosen = Signal(ThemeChoice)
    settings_wanted = Signal()
    keys_wanted = Signal()
    place_wanted = Signal()
    about_wanted = Signal()
    counting_wanted = Signal()
    log_help_wanted = Signal()
    log_line_wanted = Signal()
    log_talk_wanted = Signal()
    pitches_wanted = Signal()
    pitch_entry_wanted = Signal()
    question_sets_wanted = Signal()

    def __init__(self, bar: QMenuBar, titles: Sequence[str], theme: ThemeChoice) -> None:
        super().__init__(bar)
        self._bar = bar
        self._menus = {
            Menu.FILE: bar.addMenu(say("&File")),
            Menu.EDIT: bar.addMenu(say("&Edit")),
            Menu.VIEW: bar.addMenu(say("&View")),
            Menu.CHALLENGE: bar.addMenu(say("&Challenge")),
        }
        self._help = bar.addMenu(say("&Help"))
        self._marks: dict[Menu, QAction] = {}
        self._fill_file(self._menus[Menu.FILE])
        self._fill_edit(self._menus[Menu.EDIT])
        self._fill_view(self._menus[Menu.VIEW], titles, theme)
        self._fill_help(self._help)
        self._marks[Menu.CHALLENGE] = self._menus[Menu.CHALLENGE].addSeparator()

    def contribute(self, actions: Mapping[Menu, Sequence[QAction]]) -> None:
        """Put a tab's actions into their menus, above what the window itself has there."""
        for menu, added in actions.items():
            self._menus[menu].insertActions(self._marks[menu], list(added))

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """Name what undo and redo would do; None where there is nothing."""
        self._undo.setText(say("&Undo: {label}", label=_plain(undo)) if undo else say("&Undo"))
        self._redo.setText(say("&Redo: {label}", label=_plain(redo)) if redo else say("&Redo"))
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)

    def show_tab(self, index: int) -> None:
        self._tabs[index].setChecked(True)

    def actions(self) -> Iterator[QAction]:
        """Every action that can be triggered, each once, for the finder and the list of keys."""
        for each in self._bar.actions():
            menu = each.menu()
            if isinstance(menu, QMenu):
                yield from _leaves(menu)

    def _fill_file(self, menu: QMenu) -> None:
        self._marks[Menu.FILE] = menu.addSeparator()
        export = menu.addMenu(say("E&xport"))
        self._menus[Menu.EXPORT] = export
        self._marks[Menu.EXPORT] = export.addSeparator()
        self._add(export, say("&Everything as JSON…"), self.export_all_wanted)
        menu.addSeparator()
        self._add(menu, say("&Back up now"), self.backup_wanted)
        self._add(menu, say("&Restore a backup…"), self.restore_wanted)
        menu.addSeparator()
        leave = self._add(menu, say("&Quit"), self.quit_wanted, "Ctrl+Q")
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit(self, menu: QMenu) -> None:
        self._undo = self._add(menu, say("&Undo"), self.undo_wanted, "Ctrl+Z")
        self._redo = self._add(menu, say("&Redo"), self.redo_wanted, "Ctrl+Shift+Z", "Ctrl+Y")
        menu.addSeparator()
        self._marks[Menu.EDIT] = menu.addSeparator()
        for text, wish, keys in (
            (say("Log a talk in &one line…"), self.log_line_wanted, "Ctrl+L"),
            (say("Log a talk…"), self.log_talk_wanted, "Ctrl+Shift+L"),
        ):
            everywhere = self._add(menu, text, wish, keys)
            everywhere.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self._add(menu, say("&Find people, entries, actions"), self.finder_wanted, "Ctrl+K")
        settings = self._add(menu, say("&Settings…"), self.settings_wanted, "Ctrl+,")
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.show_history(None, None)

    def _fill_view(self, menu: QMenu, titles: Sequence[str], theme: ThemeChoice) -> None:
        group = QActionGroup(self)
        self._tabs = [self._choice(menu, group, title, index) for index, title in enumerate(titles)]
        for number, action in enumerate(self._tabs, start=1):
            action.setShortcut(QKeySequence(f"Alt+{number}"))
        group.triggered.connect(self._tab_triggered)
        menu.addSeparator()
        self._marks[Menu.VIEW] = menu.addSeparator()
        self._add(menu, say("P&itches"), self.pitches_wanted, "F9")
        self._add(menu, say("Go to the pitches"), self.pitch_entry_wanted, "Shift+F9")
        self._add(menu, say("&Questions kept ready…"), self.question_sets_wanted)
        menu.addSeparator()
        looks = QActionGroup(self)
        chooser = menu.addMenu(say("&Colours"))
        for text, choice in (
            (say("As the &system"), ThemeChoice.SYSTEM),
            (say("&Light"), ThemeChoice.LIGHT),
            (say("&Dark"), ThemeChoice.DARK),
        ):
            self._choice(chooser, looks, text, choice).setChecked(choice is theme)
        looks.triggered.connect(self._theme_triggered)

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, say("&Keys"), self.keys_wanted, "F1", "Ctrl+/")
        self._add(menu, say("&How a challenge counts"), self.counting_wanted)
        self._add(menu, say("The one-&line log"), self.log_help_wanted)
        self._add(menu, say("&Where the data lives"), self.place_wanted)
        about = self._add(menu, say("&About Netchal"), self.about_wanted)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add(self, menu: QMenu, text: str, wish: object, *keys: str) -> QAction:
        action = menu.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(wish)
        return action

    def _choice(self, menu: QMenu, group: QActionGroup, text: str, value: object) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)
        return action

    def _tab_triggered(self, action: QAction) -> None:
        self.tab_wanted.emit(action.data())

    def _theme_triggered(self, action: QAction) -> None:
        self.theme_chosen.emit(ThemeChoice(action.data()))


def in_groups(owner: QObject, *groups: Sequence[QAction]) -> list[QAction]:
    """The actions of all groups for one menu, a line between each two; the lines belong to the owner."""
    found: list[QAction] = []
    for group in groups:
        if found:
            line = QAction(owner)
            line.setSeparator(True)
            found.append(line)
        found.extend(group)
    return found


def _leaves(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _leaves(inner)
        elif not action.isSeparator():
            yield action


def _plain(label: str | None) -> str:
    """A label in which & is no mark for a key."""
    return (label or "").replace("&", "&&")
