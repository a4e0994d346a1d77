"""The day beside the month: its blocks and interviews, and what became of them."""

from datetime import date, datetime, time

from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest

from netchal_gui.commands import blocks
from netchal_gui.domain.block import Block
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.views.block_form import BlockForm
from tests.views.calendar.sights import buttons_of, dialog_of, names_in

LEFT = Qt.MouseButton.LeftButton


def test_blocked_time_is_said_and_can_be_removed(calendar, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 23), time(12), time(13, 30))
    tab = calendar()
    said = [button.text() for button in buttons_of(tab.panel)]
    remove = next(b for b in buttons_of(tab.panel) if b.accessibleName().startswith("Remove"))
    QTest.mouseClick(remove, LEFT)

    assert "Blocked 12:00–13:30 for interviews" in said
    assert list(desk.workbench.store.every(Block)) == []


def test_a_block_is_changed_from_the_day_beside_the_month(calendar, desk):
    blocks.block_day(desk.workbench, date(2026, 11, 23), time(12), time(13, 30))
    tab = calendar()
    change = next(b for b in buttons_of(tab.panel) if b.accessibleName().startswith("Blocked 12:00"))
    QTest.mouseClick(change, LEFT)
    dialog = dialog_of(tab, BlockForm)
    dialog.times.ends.setTime(QTime(13, 0))
    QTest.keyClick(dialog.times.ends, Qt.Key.Key_Return)

    assert desk.only(Block).minutes == 60
    assert "Blocked 12:00–13:00 for interviews" in [b.text() for b in buttons_of(tab.panel)]


def test_writing_up_is_offered_only_once_the_start_has_passed(calendar, desk):
    desk.interview("Daniel Kim", datetime(2026, 11, 23, 12))
    tab = calendar()
    before = tab.panel.write_up.isEnabled()
    desk.clock.moment = datetime(2026, 11, 23, 11, 1, tzinfo=desk.clock.moment.tzinfo)
    tab.month.minute_passed()

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
    tab.month.load(date(2026, 11, 26))
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
