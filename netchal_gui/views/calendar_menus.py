"""Context menus of the calendar: on an interview, a block, a follow-up, and on a day."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from netchal_gui.domain.interview import PLANNED, StepKind
from netchal_gui.item_models.calendar_items import Day, DayItem, ItemKind
from netchal_gui.views.calendar_actions import CalendarActions
from netchal_gui.views.calendar_files import CalendarFiles
from netchal_gui.words import say, weekday_day

_STILL_OPEN = frozenset({StepKind.IDEA, StepKind.ASKED, StepKind.REPLIED}) | PLANNED


class CalendarMenus:
    """Builds the menus; whoever asks shows them. ``now`` is the viewer's wall time, naive."""

    def __init__(self, actions: CalendarActions, files: CalendarFiles, parent: QWidget) -> None:
        self._actions, self._files, self._parent = actions, files, parent

    def of_item(self, item: DayItem, now: datetime) -> QMenu:
        menu = QMenu(self._parent)
        if item.kind is ItemKind.INTERVIEW:
            self._fill_interview(menu, item, now)
        elif item.kind is ItemKind.BLOCK:
            self._fill_block(menu, item)
        else:
            _add(menu, say("Done"), partial(self._actions.tick, item))
            if item.entry is not None or item.subject is not None:
                _add(menu, say("Show"), partial(self._actions.open_follow_up, item))
        return menu

    def of_day(self, day: Day, now: datetime) -> QMenu:
        """What can be done with a day; below it, what stands in it, each with its own menu."""
        menu = QMenu(self._parent)
        _add(menu, say("Plan interview on {day}…", day=weekday_day(day.day)), self._plan(day.day))
        _add(menu, say("Block days…"), partial(self._actions.block, day.day))
        if day.items:
            menu.addSeparator()
        for item in day.items:
            inner = self.of_item(item, now)
            inner.setTitle(_plain(item.spoken if item.kind is ItemKind.BLOCK else item.text))
            inner.setParent(menu, inner.windowFlags())
            menu.addMenu(inner)
        return menu

    def _plan(self, day: date) -> Callable[[], None]:
        return partial(self._actions.plan, day)

    def _fill_interview(self, menu: QMenu, item: DayItem, now: datetime) -> None:
        _add(menu, say("Add to calendar"), partial(self._files.add_to_calendar, [item.id]))
        _add(menu, say("Edit…"), partial(self._actions.change, item.id))
        if item.stage is not StepKind.MET:
            _add(menu, say("Move…"), partial(self._actions.move, item.id))
        menu.addSeparator()
        started = item.moment is not None and item.moment <= now
        if item.stage is StepKind.MET:
            _add(menu, say("Write it up"), partial(self._actions.write_up, item.id))
        elif item.stage in _STILL_OPEN and started:
            _add(menu, say("Met: write it up"), partial(self._actions.write_up, item.id))
            _add(menu, say("Did not come"), partial(self._actions.step, item.id, StepKind.NO_SHOW))
        if item.stage in _STILL_OPEN:
            _add(menu, say("Cancel interview"), partial(self._actions.step, item.id, StepKind.CANCELLED))
        _add(menu, say("Delete"), partial(self._actions.delete, item))

    def _fill_block(self, menu: QMenu, item: DayItem) -> None:
        if item.moment is not None:
            _add(menu, say("Plan interview…"), self._plan(item.moment.date()))
        _add(menu, say("Edit…"), partial(self._actions.change_block, item))
        _add(menu, say("Add to calendar"), partial(self._files.add_to_calendar, [item.id]))
        _add(menu, say("Remove block"), partial(self._actions.delete, item))


def _add(menu: QMenu, text: str, do: Callable[[], None]) -> None:
    action = menu.addAction(text)
    action.triggered.connect(_WithoutState(do))


class _WithoutState:
    """Calls without the ``checked`` that triggered() sends along."""

    def __init__(self, do: Callable[[], None]) -> None:
        self._do = do

    def __call__(self, checked: bool = False) -> None:
        self._do()


def _plain(text: str) -> str:
    """User text in which & is no mark for a key."""
    return text.replace("&", "&&")
