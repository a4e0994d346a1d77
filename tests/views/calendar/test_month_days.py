"""What a day of the month shows, to the eye, to a screen reader and under the mouse."""

from datetime import date, datetime, time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from netchal_gui.commands import blocks, plan
from netchal_gui.domain.block import BlockRule
from netchal_gui.domain.contact import Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import StepKind
from netchal_gui.item_models.calendar_items import ItemKind
from tests.views.calendar.sights import names_in, place_of, texts, words_in

LEFT = Qt.MouseButton.LeftButton


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
    tab.month.load(date(2026, 11, 26))

    assert texts(tab, date(2026, 11, 26)) == ["01:00 Yuki"]
    assert "09:00 – 09:45 in Asia/Tokyo" in words_in(tab.panel.card)


def test_its_own_clock_is_not_named_where_it_is_the_viewers(calendar, desk):
    desk.interview("Yuki", datetime(2026, 11, 26, 9))
    tab = calendar()
    tab.month.load(date(2026, 11, 26))

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
    tab.month.load(date(2026, 12, 1))
    days = [tab.model.day_at(tab.model.index(row, column)) for row in range(6) for column in range(7)]

    assert sum(len(day.of(ItemKind.BLOCK)) for day in days) == 10


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


def test_a_tooltip_says_what_the_chip_has_no_room_for(calendar, desk):
    desk.interview("Somebody with a <b>very</b> long name", datetime(2026, 11, 26, 12))
    tab = calendar()
    place = place_of(tab.grid, date(2026, 11, 26))
    event = QHelpEvent(QEvent.Type.ToolTip, place, tab.grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(tab.grid.viewport(), event)
    shown = QToolTip.text()
    QToolTip.hideText()

    assert "&lt;b&gt;very&lt;/b&gt; long name, new, scheduled" in shown
