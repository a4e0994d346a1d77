"""The month and the day beside it: walking, choosing, dragging, and what the store holds afterwards."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolTip

from netchal_gui.commands import blocks, plan
from netchal_gui.domain.block import Block, BlockRule
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.item_models.calendar_items import ItemKind
from netchal_gui.views.month_grid import MonthGrid
from netchal_gui.views.plan_dialog import PlanDialog

LEFT = Qt.MouseButton.LeftButton


def place_of(grid: MonthGrid, day: date, number: int = 0) -> QPoint:
    """The middle of a chip of a day."""
    return grid.place_of(day).chips[number][0].center()


def free_place_of(grid: MonthGrid, day: date) -> QPoint:
    return grid.place_of(day).number.center()


def texts(tab, day):
    return [item.text + item.sign for item in tab.model.day_at(tab.model.index_of(day)).items]


def dialog_of(tab, kind):
    """The dialog that is open; a closed one is no longer a child once its deletion was carried out."""
    return next(child for child in tab.findChildren(kind) if child.isVisible())


def focus_in(dialog):
    """The field that has the focus when the dialog has come up."""
    QApplication.processEvents()
    return dialog.focusWidget()


def drag(grid, start, end):
    viewport = grid.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, pos=end)


# Walking


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Up, date(2026, 11, 16)),
        (Qt.Key.Key_Down, date(2026, 11, 30)),
        (Qt.Key.Key_PageDown, date(2026, 12, 23)),
        (Qt.Key.Key_PageUp, date(2026, 10, 23)),
    ],
)
def test_keys_walk_from_today(calendar, key, day):
    tab = calendar()
    QTest.keyClick(tab.grid, key)

    assert tab.day == day


def test_home_comes_back_to_today(calendar):
    tab = calendar()
    for _ in range(3):
        QTest.keyClick(tab.grid, Qt.Key.Key_PageDown)
    QTest.keyClick(tab.grid, Qt.Key.Key_Home)

    assert (tab.day, tab.bar.title.text()) == (date(2026, 11, 23), "November 2026")


def test_walking_out_of_the_shown_weeks_turns_the_month(calendar):
    tab = calendar()
    for _ in range(4):
        QTest.keyClick(tab.grid, Qt.Key.Key_Down)

    assert (tab.day, tab.bar.title.text()) == (date(2026, 12, 21), "December 2026")


def test_the_31st_becomes_the_last_day_of_a_shorter_month(calendar):
    tab = calendar()
    tab._load(date(2027, 1, 31))
    QTest.keyClick(tab.grid, Qt.Key.Key_PageDown)

    assert tab.day == date(2027, 2, 28)


@pytest.mark.parametrize(("turn", "title"), [(-120, "December 2026"), (120, "October 2026")])
def test_a_notch_of_the_wheel_turns_one_month(calendar, turn, title):
    tab = calendar()
    wheel(tab.grid, turn)

    assert tab.bar.title.text() == title


def test_small_turns_of_a_touchpad_add_up_to_one_month(calendar):
    tab = calendar()
    for _ in range(4):
        wheel(tab.grid, -30)

    assert tab.bar.title.text() == "December 2026"


def wheel(grid, turn):
    centre = QPointF(grid.viewport().rect().center())
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        centre,
        centre,
        QPoint(),
        QPoint(0, turn),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.viewport(), event)


def test_the_buttons_turn_the_month_and_come_back(calendar):
    tab = calendar()
    QTest.mouseClick(tab.bar.next, LEFT)
    QTest.mouseClick(tab.bar.next, LEFT)
    QTest.mouseClick(tab.bar.previous, LEFT)
    ahead = tab.bar.title.text()
    QTest.mouseClick(tab.bar.today, LEFT)

    assert (ahead, tab.bar.title.text()) == ("December 2026", "November 2026")


# What a day shows


def test_a_chip_shows_time_and_name_in_the_colour_of_the_relation(calendar, desk):
    desk.person("Jonas Lind", Relation.KNOWN)
    desk.interview("Jonas Lind", datetime(2026, 11, 24, 18))
    tab = calendar()
    (item,) = tab.model.day_at(tab.model.index_of(date(2026, 11, 24))).items

    assert (item.text, item.tone, item.struck) == ("18:00 Jonas Lind", "known", False)


def test_a_met_interview_has_a_tick_and_a_cancelled_one_is_struck(calendar, desk):
    met = desk.interview("Ada", datetime(2026, 11, 20, 10))
    off = desk.interview("Bob", datetime(2026, 11, 20, 12))
    plan.take_step(desk.workbench, met, StepKind.MET)
    plan.take_step(desk.workbench, off, StepKind.CANCELLED)
    tab = calendar()

    assert texts(tab, date(2026, 11, 20)) == ["10:00 Ada ✓", "12:00 Bob"]
    assert [i.struck for i in tab.model.day_at(tab.model.index_of(date(2026, 11, 20))).items] == [False, True]


def test_a_time_elsewhere_is_shown_on_the_viewers_clock(calendar, desk):
    desk.interview("Yuki", datetime(2026, 11, 26, 9), zone="Asia/Tokyo")
    tab = calendar()
    tab._load(date(2026, 11, 26))

    assert texts(tab, date(2026, 11, 26)) == ["01:00 Yuki"]
    assert "09:00 – 09:45 in Asia/Tokyo" in words_in(tab.panel.card)


def test_its_own_clock_is_not_named_where_it_is_the_viewers(calendar, desk):
    desk.interview("Yuki", datetime(2026, 11, 26, 9))
    tab = calendar()
    tab._load(date(2026, 11, 26))

    assert "in Europe" not in words_in(tab.panel.card)


def test_more_than_fits_is_counted_and_opens_the_day(calendar, desk):
    for hour in range(8, 18):
        desk.interview(f"Person {hour}", datetime(2026, 11, 26, hour))
    tab = calendar()
    places = tab.grid.place_of(date(2026, 11, 26))
    QTest.mouseClick(tab.grid.viewport(), LEFT, pos=places.more.center())

    assert len(places.chips) + places.hidden == 10
    assert tab.panel.agenda.count() == 10
    assert tab.focusWidget() is tab.panel.agenda


def test_a_due_follow_up_stands_in_its_day_until_it_is_done(calendar, desk):
    priya = desk.person("Priya Shah")
    follow_up = FollowUp(
        id=desk.workbench.new_id(),
        text="Send article",
        created=desk.clock.now(),
        contact_id=priya.id,
        due=date(2026, 11, 27),
    )
    desk.workbench.apply(Edit("x", (Change(None, follow_up),)))
    tab = calendar()
    before = texts(tab, date(2026, 11, 27))
    (item,) = tab.model.day_at(tab.model.index_of(date(2026, 11, 27))).items
    tab._actions.tick(item)

    assert before == ["Send article · Priya Shah"]
    assert texts(tab, date(2026, 11, 27)) == []


def test_a_screen_reader_hears_the_whole_day(calendar, desk):
    desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    desk.interview("Ada", datetime(2026, 11, 26, 15))
    blocks.block_day(desk.workbench, date(2026, 11, 26), time(12), time(13, 30))
    tab = calendar()
    index = tab.model.index_of(date(2026, 11, 26))

    assert tab.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == (
        "Thursday 26 November 2026, 2 interviews: 12:00 Daniel Kim, new, scheduled; 15:00 Ada, new,"
        " scheduled, Blocked 12:00–13:30 for interviews"
    )


def test_a_name_full_of_markup_is_shown_as_it_is(calendar, desk):
    desk.interview("<img src=x> & <b>Bo</b>", datetime(2026, 11, 23, 12))
    tab = calendar()

    assert "<img src=x> & <b>Bo</b>" in names_in(tab.panel.card)


# Choosing, planning


def test_a_click_on_a_day_shows_it_beside_the_month(calendar, desk):
    desk.interview("Daniel Kim", datetime(2026, 11, 26, 12), place="Canteen")
    tab = calendar()
    QTest.mouseClick(tab.grid.viewport(), LEFT, pos=free_place_of(tab.grid, date(2026, 11, 26)))

    assert tab.panel.title.text() == "Thursday 26 November"
    assert "Coffee · Canteen" in words_in(tab.panel.card)


def test_a_click_on_the_second_chip_shows_that_interview(calendar, desk):
    desk.interview("Ada", datetime(2026, 11, 26, 10))
    desk.interview("Bob", datetime(2026, 11, 26, 12))
    tab = calendar()
    QTest.mouseClick(tab.grid.viewport(), LEFT, pos=place_of(tab.grid, date(2026, 11, 26), 1))

    assert names_in(tab.panel.card) == ["Bob"]


@pytest.mark.parametrize("way", ["double-click", "enter"])
def test_a_day_is_planned_by_double_click_or_enter(calendar, way):
    tab = calendar()
    if way == "enter":
        QTest.keyClick(tab.grid, Qt.Key.Key_Right)
        QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    else:
        place = free_place_of(tab.grid, date(2026, 11, 24))
        QTest.mouseDClick(tab.grid.viewport(), LEFT, pos=place)
    dialog = dialog_of(tab, PlanDialog)
    shown = dialog.draft().start
    dialog.reject()

    assert shown.local == datetime(2026, 11, 24, 12)


def test_an_interview_is_planned_with_the_keyboard_alone(calendar, desk):
    desk.person("Daniel Kim")
    tab = calendar()
    QTest.keyClick(tab.grid, Qt.Key.Key_Right)
    QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    field = focus_in(dialog_of(tab, PlanDialog))
    QTest.keyClicks(field, "dan")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert desk.only().people == (desk.people["Daniel Kim"],)
    assert texts(tab, date(2026, 11, 24)) == ["12:00 Daniel Kim"]
    assert names_in(tab.panel.card) == ["Daniel Kim"]


def test_planning_on_a_block_begins_where_it_is_free(calendar, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 26), time(12), time(13, 30))
    desk.interview("Ada", datetime(2026, 11, 26, 12), minutes=30)
    tab = calendar()
    tab._load(date(2026, 11, 26))
    QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    dialog = dialog_of(tab, PlanDialog)
    shown = dialog.draft().start.local
    dialog.reject()

    assert shown == datetime(2026, 11, 26, 12, 30)


# Dragging


def test_a_chip_dragged_to_another_day_moves_the_interview_and_can_be_undone(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    target = free_place_of(tab.grid, date(2026, 11, 18))
    drag(tab.grid, place_of(tab.grid, date(2026, 11, 26)), target)
    moved = desk.stored(interview)

    assert moved.start.local == datetime(2026, 11, 18, 12)
    assert (moved.stage, moved.steps[-1].was) == (StepKind.MOVED, interview.start)
    assert texts(tab, date(2026, 11, 18)) == ["12:00 Daniel Kim"]
    desk.workbench.undo()
    assert desk.stored(interview) == interview
    assert texts(tab, date(2026, 11, 26)) == ["12:00 Daniel Kim"]


def test_escape_while_dragging_moves_nothing(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    start, end = (place_of(tab.grid, date(2026, 11, 26)), free_place_of(tab.grid, date(2026, 11, 18)))
    QTest.mousePress(tab.grid.viewport(), LEFT, pos=start)
    QTest.mouseMove(tab.grid.viewport(), end)
    QTest.keyClick(tab.grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(tab.grid.viewport(), LEFT, pos=end)

    assert desk.stored(interview) == interview


def test_a_chip_can_be_carried_into_another_month_with_the_wheel(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    start = place_of(tab.grid, date(2026, 11, 26))
    QTest.mousePress(tab.grid.viewport(), LEFT, pos=start)
    QTest.mouseMove(tab.grid.viewport(), start + QPoint(40, 0))
    wheel(tab.grid, -120)
    end = free_place_of(tab.grid, date(2026, 12, 3))
    QTest.mouseMove(tab.grid.viewport(), end)
    QTest.mouseRelease(tab.grid.viewport(), LEFT, pos=end)

    assert desk.stored(interview).start.local == datetime(2026, 12, 3, 12)


def test_a_small_jerk_of_the_mouse_is_a_click_and_no_move(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    start = place_of(tab.grid, date(2026, 11, 26))
    drag(tab.grid, start, start + QPoint(2, 1))

    assert desk.stored(interview) == interview


def test_a_met_interview_stays_where_it_took_place(calendar, desk, qtbot):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 18, 12))
    met = plan.take_step(desk.workbench, interview, StepKind.MET)
    tab = calendar()
    with qtbot.waitSignal(tab.message):
        end = free_place_of(tab.grid, date(2026, 11, 25))
        drag(tab.grid, place_of(tab.grid, date(2026, 11, 18)), end)

    assert desk.stored(interview) == met


def test_a_block_can_be_dragged_too(calendar, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 26), time(12), time(13, 30))
    tab = calendar()
    end = free_place_of(tab.grid, date(2026, 11, 27))
    drag(tab.grid, place_of(tab.grid, date(2026, 11, 26)), end)

    assert desk.only(Block).start.local == datetime(2026, 11, 27, 12)


# The day panel


def test_blocked_time_is_said_and_can_be_removed(calendar, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 23), time(12), time(13, 30))
    tab = calendar()
    said = words_in(tab.panel)
    remove = next(b for b in buttons_of(tab.panel) if b.accessibleName().startswith("Remove"))
    QTest.mouseClick(remove, LEFT)

    assert "Blocked 12:00–13:30 for interviews" in said
    assert list(desk.workbench.store.every(Block)) == []


def test_writing_up_is_offered_only_once_the_start_has_passed(calendar, desk):
    desk.interview("Daniel Kim", datetime(2026, 11, 23, 12))
    tab = calendar()
    before = tab.panel.write_up.isEnabled()
    desk.clock.moment = datetime(2026, 11, 23, 11, 1, tzinfo=desk.clock.moment.tzinfo)
    tab._minute_passed()

    assert (before, tab.panel.write_up.isEnabled()) == (False, True)


def test_writing_up_notes_the_meeting_and_leads_to_the_journal(calendar, desk, qtbot):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 23, 8))
    tab = calendar()
    with qtbot.waitSignal(tab.object_wanted) as wanted:
        QTest.mouseClick(tab.panel.write_up, LEFT)

    assert desk.stored(interview).stage is StepKind.MET
    assert wanted.args == [JournalEntry, desk.only(JournalEntry).id]


def test_did_not_come_and_cancel_are_dated_steps(calendar, desk):
    first = desk.interview("Daniel Kim", datetime(2026, 11, 23, 8))
    second = desk.interview("Ada", datetime(2026, 11, 26, 12))
    tab = calendar()
    QTest.mouseClick(tab.panel.no_show, LEFT)
    tab._load(date(2026, 11, 26))
    QTest.mouseClick(tab.panel.cancel, LEFT)

    assert desk.stored(first).steps[-1].kind is StepKind.NO_SHOW
    assert desk.stored(second).steps[-1].kind is StepKind.CANCELLED
    assert desk.stored(second).steps[-1].at == desk.clock.now()


def test_delete_takes_the_interview_away_and_undo_brings_it_back_with_its_entry(calendar, desk):
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 23, 8))
    tab = calendar()
    QTest.mouseClick(tab.panel.write_up, LEFT)
    written = desk.only(JournalEntry)
    QTest.mouseClick(tab.panel.delete, LEFT)
    left, entry = list(desk.workbench.store.every(Interview)), desk.only(JournalEntry)
    desk.workbench.undo()

    assert (left, entry.interview_id) == ([], None)
    assert desk.stored(interview).stage is StepKind.MET
    assert desk.only(JournalEntry) == written


def test_the_arrows_choose_another_interview_of_the_day(calendar, desk):
    desk.interview("Ada", datetime(2026, 11, 23, 10))
    desk.interview("Bob", datetime(2026, 11, 23, 12))
    tab = calendar()
    QTest.keyClick(tab.grid, Qt.Key.Key_Space)
    QTest.keyClick(tab.panel.agenda, Qt.Key.Key_Down)

    assert names_in(tab.panel.card) == ["Bob"]


def test_a_name_in_the_card_leads_to_the_person(calendar, desk, qtbot):
    desk.interview("Ada", datetime(2026, 11, 23, 10))
    tab = calendar()
    name = next(b for b in buttons_of(tab.panel.card) if b.accessibleName() == "Ada")
    with qtbot.waitSignal(tab.object_wanted) as wanted:
        QTest.mouseClick(name, LEFT)

    assert wanted.args == [Contact, desk.people["Ada"]]


# Elsewhere


def test_a_change_made_elsewhere_shows_at_once(calendar, desk):
    tab = calendar()
    desk.interview("Ada", datetime(2026, 11, 25, 10))

    assert texts(tab, date(2026, 11, 25)) == ["10:00 Ada"]


def test_a_change_while_the_tab_is_hidden_shows_when_it_comes_back(calendar, desk):
    tab = calendar()
    tab.hide()
    desk.interview("Ada", datetime(2026, 11, 25, 10))
    hidden = texts(tab, date(2026, 11, 25))
    tab.show()
    tab.activate()

    assert (hidden, texts(tab, date(2026, 11, 25))) == ([], ["10:00 Ada"])


def test_showing_an_interview_goes_to_its_day(calendar, desk):
    far = desk.interview("Ada", datetime(2027, 3, 9, 10))
    tab = calendar()
    tab.show_object(Interview, far.id)

    assert (tab.day, names_in(tab.panel.card)) == (date(2027, 3, 9), ["Ada"])


def test_in_a_narrow_window_the_day_is_a_page_that_escape_closes(calendar, desk):
    desk.interview("Ada", datetime(2026, 11, 25, 10))
    tab = calendar(1024, 640)
    alone = tab.panel.isVisible()
    QTest.mouseClick(tab.grid.viewport(), LEFT, pos=place_of(tab.grid, date(2026, 11, 25)))
    opened = tab.panel.isVisible(), tab.grid.isVisible()
    QTest.keyClick(tab.panel.card.edit, Qt.Key.Key_Escape)

    assert (alone, opened) == (False, (True, False))
    assert tab.grid.isVisible() and not tab.panel.isVisible()


def test_every_control_has_a_name_and_the_grid_comes_before_the_panel(calendar, desk):
    desk.interview("Ada", datetime(2026, 11, 23, 10))
    tab = calendar()
    reached, widget = [], tab.bar.previous
    for _ in range(60):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget)
        widget = widget.nextInFocusChain()

    assert [w for w in reached if not w.accessibleName()] == []
    assert reached.index(tab.bar.plan) < reached.index(tab.grid) < reached.index(tab.panel.card.to_calendar)


def test_a_rule_blocks_every_day_it_names(calendar, desk):
    rule = BlockRule(
        weekdays=frozenset({1, 3}),
        first=date(2026, 12, 1),
        last=date(2026, 12, 31),
        zone="Europe/Berlin",
        begins=time(12),
        ends=time(13, 30),
    )
    blocks.block_by_rule(desk.workbench, rule)
    tab = calendar()
    tab._load(date(2026, 12, 1))
    days = [tab.model.day_at(tab.model.index(row, column)) for row in range(6) for column in range(7)]

    assert sum(len(day.of(ItemKind.BLOCK)) for day in days) == 10


def words_in(widget):
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def buttons_of(widget):
    QApplication.processEvents()
    return [button for button in widget.findChildren(QAbstractButton) if button.isVisible()]


def names_in(card):
    known = {"Add to calendar", "Edit", "Move…"}
    return [b.accessibleName() for b in buttons_of(card) if b.accessibleName() not in known]


def test_a_tooltip_says_what_the_chip_has_no_room_for(calendar, desk):
    desk.interview("Somebody with a <b>very</b> long name", datetime(2026, 11, 26, 12))
    tab = calendar()
    place = place_of(tab.grid, date(2026, 11, 26))
    event = QHelpEvent(QEvent.Type.ToolTip, place, tab.grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(tab.grid.viewport(), event)
    shown = QToolTip.text()
    QToolTip.hideText()

    assert "&lt;b&gt;very&lt;/b&gt; long name, new, scheduled" in shown
