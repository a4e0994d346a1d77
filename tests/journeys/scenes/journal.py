"""The Journal tab."""

from PySide6.QtCore import QPoint

from netchal_gui.views.search_field import SearchField
from scenes.stage import JOURNAL, Stage, found


def tab(stage: Stage) -> None:
    stage.window.show_tab(JOURNAL)
    stage.shot("journal")


def first_start(stage: Stage) -> None:
    stage.window.show_tab(JOURNAL)
    stage.shot("first-journal")


def searched(stage: Stage) -> None:
    search = found(stage.journal.list, SearchField)
    for name, text in {"journal-search": "work", "journal-nothing": "xyzzy"}.items():
        stage.type_into(search, text)
        stage.shot(name)
    stage.type_into(search, "")


def entry_menu(stage: Stage) -> None:
    editor = stage.journal.editor
    editor.more_wanted.emit(editor.mapToGlobal(QPoint(editor.width() - 260, 50)))
    stage.shot("journal-menu")


def writing(stage: Stage) -> None:
    stage.journal.editor.write()
    stage.shot("journal-writing")


def new_entry(stage: Stage) -> None:
    new = next(each for each in stage.window.menus.actions() if each.shortcut().toString() == "Ctrl+J")
    new.trigger()
    stage.shot("journal-new")


FIRST = (first_start,)
FILLED = (tab, searched, entry_menu, writing, new_entry)
