"""Follow-ups: the list of all, open and done; on the person; the menu that puts one off."""

from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog

from netchal_gui.commands.follow_ups import snooze, tomorrow
from netchal_gui.commands.people import tick
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.item_models.calendar_items import ItemKind
from netchal_gui.views.follow_up_dialog import FollowUpDialog
from netchal_gui.views.follow_up_row import FollowUpRow
from scenes.calendar import day_item
from scenes.stage import CALENDAR, CHALLENGE, CONTACTS, Stage, found


def nothing_open(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.follow_ups.show_all()
    stage.shot("follow-ups-none")


def all_of_them(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    _add(stage)
    stage.shot("challenge-follow-ups")
    stage.challenge.follow_ups.show_all()
    dialog = found(stage.challenge, FollowUpDialog)
    stage.shot("follow-ups", close=False)
    next(dialog.rows()).choose_day()
    stage.shot("follow-ups-put-off", close=False)
    for menu in [each for each in QApplication.topLevelWidgets() if not isinstance(each, QDialog)]:
        menu.close() if menu is QApplication.activePopupWidget() else None
    dialog.done_ones.click()
    stage.shot("follow-ups-done")


def of_a_person(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    person = _add(stage)
    stage.contacts.show_object(Contact, person.id)
    stage.shot("person-follow-ups", close=False)
    found(stage.contacts, FollowUpRow).tick.setFocus()
    stage.shot("person-follow-ups-focus")


def of_the_day(stage: Stage) -> None:
    """At the side of the month: a line of the agenda, and its menu."""
    stage.window.show_tab(CALENDAR)
    _add(stage)
    stage.calendar.month.go_to_today()
    stage.settle()
    stage.calendar.open_page()
    stage.shot("calendar-follow-ups", close=False)
    item = day_item(stage, ItemKind.FOLLOW_UP)
    stage.calendar.grid.menu_wanted.emit(stage.calendar.day, item, stage.window.mapToGlobal(QPoint(500, 200)))
    stage.shot("calendar-follow-up-menu")
    stage.calendar.close_page()


def _add(stage: Stage) -> Contact:
    """To somebody of the example: one that was put off, one to thank for, one without a day, one done."""
    bench = stage.workbench
    person = next(iter(bench.store.every(Contact)))
    today = tomorrow(bench) - timedelta(days=1)
    made = [
        FollowUp(id=bench.new_id(), text=text, created=bench.now(), contact_id=person.id, kind=kind, due=due)
        for text, kind, due in (
            ("Send the article on hiring trends that she asked for", FollowUpKind.PROMISE, today),
            (f"Thank {person.name} for the talk", FollowUpKind.THANK, today),
            ("Ask about the book", FollowUpKind.PROMISE, None),
            ("Call back", FollowUpKind.PROMISE, today - timedelta(days=3)),
        )
    ]
    bench.apply(Edit("Add", tuple(Change(None, each) for each in made)))
    snooze(bench, made[0], tomorrow(bench))
    tick(bench, made[3], True)
    return person


FIRST = (nothing_open,)
FILLED = (all_of_them, of_a_person, of_the_day)
