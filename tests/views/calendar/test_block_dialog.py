"""Keeping days free: the preview says what Save then does."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest

from netchal_gui.commands.blocks import block_day
from netchal_gui.domain.block import Block
from netchal_gui.views.block_dialog import BlockDialog
from netchal_gui.views.block_form import BlockForm

LEFT = Qt.MouseButton.LeftButton


def shown_by(qtbot, dialog):
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def form(qtbot, desk):
    dialog = BlockDialog(desk.workbench, date(2026, 12, 3))
    yield shown_by(qtbot, dialog)
    dialog.done(0)


@pytest.fixture
def change(qtbot, desk):
    """The form of one block that is there, Thu 3 Dec 12:00 to 13:30."""
    (block,) = block_day(desk.workbench, date(2026, 12, 3), time(12), time(13, 30)).blocks
    dialog = BlockForm(desk.workbench, block)
    yield shown_by(qtbot, dialog)
    dialog.done(0)


def blocks_of(desk):
    return list(desk.workbench.store.every(Block))


def test_one_day_is_blocked_from_noon_by_enter(form, desk):
    QTest.keyClick(form.times.begins, Qt.Key.Key_Return)
    (block,) = blocks_of(desk)

    assert (block.start.local, block.minutes) == (datetime(2026, 12, 3, 12), 90)
    assert not form.isVisible()


def test_tuesdays_and_thursdays_of_december(form, desk):
    QTest.mouseClick(form.month, LEFT)
    QTest.keyClick(form.weekdays.boxes[1], Qt.Key.Key_Space)
    said = form.preview.text()
    QTest.mouseClick(form.save, LEFT)

    assert said.startswith("Blocks 10 days: Tue 1 Dec, Thu 3 Dec, Tue 8 Dec")
    assert said.endswith("Thu 24 Dec and 2 more")
    assert len(blocks_of(desk)) == 10


def test_a_rule_is_one_step_of_undo(form, desk):
    QTest.mouseClick(form.month, LEFT)
    QTest.mouseClick(form.save, LEFT)
    desk.workbench.undo()

    assert blocks_of(desk) == []


def test_whole_days_need_no_time(form, desk):
    QTest.keyClick(form.times.whole_days, Qt.Key.Key_Space)
    locked = form.times.begins.isEnabled()
    QTest.mouseClick(form.save, LEFT)

    assert locked is False
    assert [block.whole_day for block in blocks_of(desk)] == [True]


def test_an_end_before_the_start_is_said_and_cannot_be_saved(form, desk):
    form.times.ends.setTime(QTime(11, 0))
    form._show_preview()
    QTest.mouseClick(form.save, LEFT)

    assert form._problem.text() == "The end must come after the start."
    assert blocks_of(desk) == []


def test_no_weekday_blocks_nothing_and_says_so(form, desk):
    QTest.keyClick(form.weekdays.boxes[3], Qt.Key.Key_Space)

    assert form._problem.text().startswith("No day fits")
    assert (form.preview.text(), form.save.isEnabled()) == ("", False)


def test_another_first_day_takes_the_last_day_along(form):
    QTest.keyClick(form.first, Qt.Key.Key_Up)
    form.first.setDate(QDate(2026, 12, 11))
    form._first_edited()

    assert (form.rule().first, form.rule().last) == (date(2026, 12, 11), date(2026, 12, 11))
    assert form.preview.text() == "Blocks 1 day: Fri 11 Dec"


def test_escape_asks_before_it_throws_a_rule_away(form, desk):
    QTest.keyClick(form.weekdays.boxes[1], Qt.Key.Key_Space)
    QTest.keyClick(form, Qt.Key.Key_Escape)

    assert form.isVisible() and form.unsaved.isVisible()


def test_a_block_gets_another_day_and_another_end_in_one_step_of_undo(change, desk):
    change.day.setDate(QDate(2026, 12, 4))
    change.times.ends.setTime(QTime(14, 0))
    QTest.keyClick(change.times.ends, Qt.Key.Key_Return)
    (block,) = blocks_of(desk)
    desk.workbench.undo()

    assert (block.start.local, block.minutes) == (datetime(2026, 12, 4, 12), 120)
    assert [each.minutes for each in blocks_of(desk)] == [90]


def test_a_block_becomes_a_whole_day(change, desk):
    QTest.keyClick(change.times.whole_days, Qt.Key.Key_Space)
    QTest.mouseClick(change.save, LEFT)

    assert [(block.whole_day, block.start.local) for block in blocks_of(desk)] == [
        (True, datetime(2026, 12, 3))
    ]


def test_a_block_that_would_end_before_it_begins_cannot_be_saved(change):
    change.times.ends.setFocus()
    change.times.ends.setTime(QTime(11, 0))
    change.times.changed.emit()

    assert change._problem.text() == "The end must come after the start."
    assert not change.save.isEnabled()


def test_enter_on_cancel_cancels(form, desk):
    form.cancel.setFocus()
    QTest.keyClick(form.cancel, Qt.Key.Key_Return)

    assert not form.isVisible()
    assert blocks_of(desk) == []
