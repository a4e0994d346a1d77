"""The form for an interview: what is typed is what is stored; loading stores nothing."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.interview_form import blank_interview
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.walltime import WallTime
from netchal_gui.views.move_dialog import MoveDialog
from netchal_gui.views.plan_dialog import PlanDialog

ENTER = Qt.Key.Key_Return


@pytest.fixture
def form(qtbot, desk):
    def show(start=datetime(2026, 11, 26, 12), stored=None):
        draft = stored or replace(blank_interview(desk.workbench), start=WallTime(start, "Europe/Berlin"))
        dialog = PlanDialog(desk.workbench, draft, stored)
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        return dialog

    return show


def type_name(dialog, name):
    QTest.keyClicks(dialog.people.focusProxy(), name)


def people_of(desk):
    return [contact.name for contact in desk.workbench.store.every(Contact)]


def test_opening_and_closing_the_form_stores_nothing(form, desk):
    interview = desk.interview("Ada", datetime(2026, 11, 26, 12))
    dialog = form(stored=interview)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert desk.stored(interview) == interview
    assert not dialog.isVisible()


@pytest.mark.parametrize("field", ["people", "place"])
def test_escape_asks_before_it_throws_away_what_was_typed(form, field):
    dialog = form()
    typed = getattr(dialog, field)
    QTest.keyClicks(typed.focusProxy() or typed, "Zoe")
    for _ in range(2):  # the first closes the suggestions, where there are any
        QTest.keyClick(typed.focusProxy() or typed, Qt.Key.Key_Escape)
        if dialog.unsaved.isVisible():
            break
    asked = dialog.isVisible(), dialog.unsaved.isVisible()
    dialog.done(0)

    assert asked == (True, True)


def test_escape_closes_the_move_form_only_while_nothing_was_changed(qtbot, desk):
    interview = desk.interview("Ada", datetime(2026, 11, 26, 12))
    dialog = MoveDialog(desk.workbench, interview, "Ada")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.when.time.setTime(QTime(13, 0))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    asked = dialog.isVisible()
    dialog.done(0)

    assert asked and desk.stored(interview) == interview


def test_enter_saves_what_the_fields_say(form, desk):
    ada = desk.person("Ada")
    dialog = form()
    type_name(dialog, "ada")
    QTest.keyClick(dialog.people.focusProxy(), ENTER)
    dialog.when.day.setDate(QDate(2026, 12, 3))
    dialog.when.time.setTime(QTime(15, 30))
    dialog.when.minutes.setValue(60)
    dialog.channel.setCurrentIndex(dialog.channel.findData(Channel.VIDEO))
    QTest.keyClicks(dialog.place, " Home ")
    QTest.keyClicks(dialog.link, "https://meet.example/ada")
    dialog.reminder.setCurrentIndex(0)
    QTest.keyClick(dialog.link, ENTER)
    saved = desk.only()

    assert saved.people == (ada.id,)
    assert saved.start == WallTime(datetime(2026, 12, 3, 15, 30), "Europe/Berlin")
    assert (saved.minutes, saved.channel, saved.place) == (60, Channel.VIDEO, "Home")
    assert (saved.link, saved.reminder, saved.stage) == (
        "https://meet.example/ada",
        None,
        StepKind.SCHEDULED,
    )


def test_an_unknown_name_makes_the_person_in_the_same_step_of_undo(form, desk):
    dialog = form()
    type_name(dialog, "Zoe Quinn")
    QTest.keyClick(dialog.people.focusProxy(), ENTER)
    QTest.keyClick(dialog.people.focusProxy(), ENTER)
    made = people_of(desk)
    desk.workbench.undo()

    assert made == ["Zoe Quinn"]
    assert (people_of(desk), list(desk.workbench.store.every(Interview))) == ([], [])


def test_a_name_still_standing_as_text_counts_when_saving_by_button(form, desk):
    dialog = form()
    type_name(dialog, "Zoe Quinn")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert people_of(desk) == ["Zoe Quinn"]


def test_several_people_take_part_in_the_order_they_were_named(form, desk):
    ada, bob = desk.person("Ada"), desk.person("Bob")
    dialog = form()
    for name in ("bob", "ada"):
        type_name(dialog, name)
        QTest.keyClick(dialog.people.focusProxy(), ENTER)
    QTest.keyClick(dialog.people.focusProxy(), ENTER)

    assert desk.only().people == (bob.id, ada.id)


def test_a_second_person_of_the_same_name_can_be_chosen_as_new(form, desk):
    desk.person("Ada")
    dialog = form()
    type_name(dialog, "Ada")
    QTest.keyClick(dialog.people.focusProxy(), Qt.Key.Key_Down)
    QTest.keyClick(dialog.people.focusProxy(), ENTER)
    QTest.keyClick(dialog.people.focusProxy(), ENTER)

    assert people_of(desk) == ["Ada", "Ada"]


def test_without_anybody_the_problem_stands_beside_the_field_and_nothing_is_stored(form, desk):
    dialog = form()
    QTest.keyClick(dialog.place, ENTER)

    assert dialog.isVisible()
    assert shown(dialog, "participants") == "Say with whom: type a name."
    assert list(desk.workbench.store.every(Interview)) == []


def test_a_problem_goes_away_once_it_is_put_right(form, desk):
    dialog = form()
    QTest.keyClick(dialog.place, ENTER)
    type_name(dialog, "Zoe")
    QTest.keyClick(dialog.people.focusProxy(), ENTER)

    assert shown(dialog, "participants") == ""


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http:// x"])
def test_an_unsafe_link_is_refused_beside_its_field(form, desk, link):
    dialog = form()
    type_name(dialog, "Zoe")
    QTest.keyClicks(dialog.link, link)
    QTest.keyClick(dialog.link, ENTER)

    assert shown(dialog, "link").startswith("A link starts with")
    assert list(desk.workbench.store.every(Interview)) == []


def test_the_zone_is_hidden_while_it_is_the_systems(form):
    dialog = form()

    assert not dialog.when.zone.isVisible()


def test_the_zone_is_shown_where_it_is_another_one(form, desk):
    interview = desk.interview("Yuki", datetime(2026, 11, 26, 9), zone="Asia/Tokyo")
    dialog = form(stored=interview)

    assert dialog.when.zone.isVisible()
    assert "In Europe/Berlin that is Thu 26 Nov, 01:00." in dialog.when._notice.text()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_zone_that_was_asked_for_is_saved(form, desk):
    dialog = form()
    type_name(dialog, "Zoe")
    QTest.mouseClick(dialog.when._ask_zone, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.when.zone, "America/New_York")
    dialog.when.zone.completer().popup().hide()
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert desk.only().start == WallTime(datetime(2026, 11, 26, 12), "America/New_York")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_an_unknown_zone_keeps_the_form_open(form, desk):
    dialog = form()
    type_name(dialog, "Zoe")
    QTest.mouseClick(dialog.when._ask_zone, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.when.zone, "Mars/Base")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert dialog.isVisible()
    assert "“Mars/Base” is not a time zone" in dialog.when._problem.text()


def test_a_time_that_summer_time_skips_is_said_and_moved_on(form, desk):
    dialog = form(datetime(2027, 3, 27, 2, 30))
    type_name(dialog, "Zoe")
    dialog.when.day.setDate(QDate(2027, 3, 28))
    said = dialog.when._notice.text()
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert said.startswith("Summer time skips 02:30") and said.endswith("It begins at 03:30.")
    assert desk.only().start.local == datetime(2027, 3, 28, 3, 30)


@pytest.mark.parametrize("fold", [0, 1])
def test_of_a_repeated_hour_one_is_chosen(form, desk, fold):
    dialog = form(datetime(2026, 10, 24, 2, 30))
    type_name(dialog, "Zoe")
    dialog.when.day.setDate(QDate(2026, 10, 25))
    choices = [dialog.when._first, dialog.when._second]
    texts = [choice.text() for choice in choices]
    QTest.mouseClick(choices[fold], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert texts == ["the first (UTC+2)", "the second (UTC+1)"]
    assert desk.only().start.fold == fold


def test_no_choice_is_shown_for_an_hour_that_comes_once(form):
    dialog = form()

    assert not dialog.when._choice.isVisible()


def test_changing_the_time_of_an_interview_is_a_step_that_keeps_the_former_one(form, desk):
    interview = desk.interview("Ada", datetime(2026, 11, 26, 12))
    dialog = form(stored=interview)
    dialog.when.time.setTime(QTime(13, 0))
    QTest.keyClicks(dialog.place, "Canteen")
    QTest.keyClick(dialog.place, ENTER)
    after = desk.stored(interview)

    assert (after.start.local, after.place) == (datetime(2026, 11, 26, 13), "Canteen")
    assert (after.stage, after.steps[-1].was) == (StepKind.MOVED, interview.start)


def test_a_person_can_be_added_to_a_planned_interview(form, desk):
    interview = desk.interview("Ada", datetime(2026, 11, 26, 12))
    dialog = form(stored=interview)
    type_name(dialog, "Zoe")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    people = desk.workbench.store.get_many(Contact, desk.stored(interview).people)

    assert [person.name for person in people] == ["Ada", "Zoe"]


def test_an_unusual_reminder_is_kept(form, desk):
    interview = desk.interview("Ada", datetime(2026, 11, 26, 12), reminder=37)
    dialog = form(stored=interview)
    QTest.keyClick(dialog.place, ENTER)

    assert dialog.reminder.currentText() == "37 min before"
    assert desk.stored(interview) == interview


def test_move_changes_day_and_time_and_nothing_else(qtbot, desk):
    interview = desk.interview("Ada", datetime(2026, 11, 26, 12), place="Canteen")
    dialog = MoveDialog(desk.workbench, interview, "Ada")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.when.day.setDate(QDate(2026, 11, 27))
    QTest.keyClick(dialog.when.day, ENTER)
    after = desk.stored(interview)

    assert (after.start.day, after.place) == (date(2026, 11, 27), "Canteen")
    assert after.steps[-1].was == interview.start
    assert not dialog.isVisible()


def shown(dialog, field):
    label = dialog._problems[field]
    return label.text() if label.isVisible() else ""
