"""The Calendar tab, its menus and its dialogs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from netchal_gui.commands import plan as planning
from netchal_gui.commands.export_interviews import add_to_calendar
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.item_models.calendar_items import DayItem, ItemKind
from netchal_gui.views.block_dialog import BlockDialog
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.export_dialog import ExportDialog
from netchal_gui.views.move_dialog import MoveDialog
from netchal_gui.views.plan_dialog import PlanDialog
from netchal_gui.words import say
from scenes.stage import CALENDAR, Stage, found


def tab(stage: Stage) -> None:
    """This month, whichever another scene left on it."""
    stage.window.show_tab(CALENDAR)
    stage.calendar.month.go_to_today()
    stage.shot("calendar")


def first_start(stage: Stage) -> None:
    stage.window.show_tab(CALENDAR)
    stage.shot("first-calendar")


def interview(stage: Stage) -> None:
    stage.window.show_tab(CALENDAR)
    stage.calendar.show_object(Interview, planned(stage).id)
    stage.shot("calendar-interview")


def day_alone(stage: Stage) -> None:
    """What a narrow window shows on a page of its own."""
    stage.calendar.open_page()
    stage.shot("calendar-day")
    stage.calendar.close_page()


def menus(stage: Stage) -> None:
    grid = stage.calendar.grid
    place = grid.mapToGlobal(QPoint(300, 200))
    for name, item in (("calendar-day-menu", None), ("calendar-interview-menu", day_item(stage))):
        grid.menu_wanted.emit(stage.calendar.day, item, place)
        stage.shot(name)
    bar = stage.calendar.bar
    found(bar, QMenu).popup(bar.mapToGlobal(QPoint(bar.width() - 220, bar.height())))
    stage.shot("calendar-export-menu")


def moved_after_export(stage: Stage) -> None:
    """A calendar that shows what is no longer so."""
    talk, workbench = planned(stage), stage.workbench
    change_preferences(workbench, replace(workbench.preferences, export_folder=str(stage.home / "Calendar")))
    add_to_calendar(workbench, [talk.id])
    assert talk.start is not None
    planning.move(workbench, talk, talk.start.local + timedelta(days=1))
    stage.settle(150)
    stage.shot("calendar-copy-notice")


def plan(stage: Stage) -> None:
    stage.calendar.plan_with([])
    stage.shot("plan", close=False)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PlanDialog))
    dialog.save.click()
    stage.shot("plan-problem", close=False)
    field = found(dialog, ChipEdit).focusProxy()
    assert field is not None
    QTest.keyClicks(field, "an")
    stage.shot("plan-people")


def dialogs(stage: Stage) -> None:
    window, workbench = stage.window, stage.workbench
    talk = planned(stage)
    PlanDialog(workbench, talk, talk, window).open()
    stage.shot("plan-edit")
    MoveDialog(workbench, talk, "Ada Lovelace", window).open()
    stage.shot("move")
    ExportDialog(workbench.preferences, stage.home, say("Export calendar files"), window).open()
    stage.shot("export-events")
    BlockDialog(workbench, stage.calendar.day, window).open()
    stage.shot("block")


def planned(stage: Stage) -> Interview:
    """An interview that is still to come."""
    return next(each for each in _interviews(stage) if each.stage is StepKind.SCHEDULED)


def _interviews(stage: Stage) -> Iterator[Interview]:
    model = stage.calendar.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for item in model.day_at(model.index(row, column)).of(ItemKind.INTERVIEW):
                stored = stage.workbench.store.get(Interview, item.id)
                assert stored is not None
                yield stored


def day_item(stage: Stage, kind: ItemKind = ItemKind.INTERVIEW) -> DayItem:
    """The first of its kind in the chosen day, as the grid knows it."""
    model = stage.calendar.model
    return next(iter(model.day_at(model.index_of(stage.calendar.day)).of(kind)))


FIRST = (first_start,)
FILLED = (tab, interview, day_alone, menus, moved_after_export, plan, dialogs)
