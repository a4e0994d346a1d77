"""From the calendar to calendar files: asked once, written in the background, told anew after a change."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands import plan
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.preferences import ExportShape, Preferences
from netchal_gui.views.export_dialog import ExportDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(desk, tmp_path):
    """Where exported files go in this test."""
    target = tmp_path / "exported"
    change_preferences(desk.workbench, Preferences(export_folder=str(target)))
    return target


def answer(monkeypatch, one_file):
    """Answer the question about the shape; returns how often it was asked."""
    asked = []

    def answered(dialog):
        asked.append(dialog)
        (dialog.one_file if one_file else dialog.folder).click()
        dialog.save.click()

    monkeypatch.setattr(ExportDialog, "open", answered)
    return asked


def settle(jobs):
    """Let the work in the background end, and all that follows from it."""
    for _ in range(3):
        jobs.finish()
        QApplication.processEvents()


def test_add_to_calendar_writes_one_file_and_opens_it(calendar, desk, jobs, folder, opened):
    desk.interview("Daniel Kim", datetime(2026, 11, 23, 12))
    tab = calendar()
    QTest.mouseClick(tab.panel.card.to_calendar, LEFT)
    settle(jobs)
    (file,) = folder.iterdir()

    assert opened == [str(file)]
    assert b"Daniel Kim" in file.read_bytes()
    assert desk.only(CalendarCopy).file


def test_the_month_is_exported_as_files_in_a_folder_after_one_question(
    calendar, desk, jobs, folder, monkeypatch, qtbot
):
    asked = answer(monkeypatch, one_file=False)
    desk.interview("Ada", datetime(2026, 11, 23, 12))
    desk.interview("Bob", datetime(2026, 11, 27, 12))
    desk.interview("Cleo", datetime(2026, 12, 27, 12))
    tab = calendar()
    with qtbot.waitSignal(tab.message) as said:
        tab.bar.month.trigger()
    tab.bar.month.trigger()
    settle(jobs)

    assert len(asked) == 1
    assert len(list(folder.iterdir())) == 2
    assert "Wrote 2 files" in said.args[0]
    assert desk.workbench.preferences.export_shape is ExportShape.FOLDER


def test_one_file_with_all_is_remembered_and_can_be_undone(calendar, desk, jobs, folder, monkeypatch):
    answer(monkeypatch, one_file=True)
    desk.interview("Ada", datetime(2026, 11, 23, 12))
    desk.interview("Bob", datetime(2026, 12, 27, 12))
    tab = calendar()
    tab.bar.all.trigger()
    settle(jobs)
    (file,) = folder.iterdir()

    assert file.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert desk.workbench.preferences.export_shape is ExportShape.ONE_FILE


def test_who_closes_the_question_exports_nothing(calendar, desk, jobs, folder, monkeypatch):
    monkeypatch.setattr(ExportDialog, "open", lambda dialog: dialog.cancel.click())
    desk.interview("Ada", datetime(2026, 11, 23, 12))
    tab = calendar()
    tab.bar.month.trigger()
    settle(jobs)

    assert not folder.exists()
    assert desk.workbench.preferences.export_shape is ExportShape.ASK


def test_the_question_gives_its_reason(qtbot, desk, tmp_path):
    dialog = ExportDialog(Preferences(), tmp_path, "Export calendar files")
    qtbot.addWidget(dialog)
    dialog.show_folder(tmp_path / "other")
    said = " ".join(child.text() for child in dialog.findChildren(type(dialog._place)))

    assert "Outlook wants single files" in said
    assert dialog.chosen().export_folder == str(tmp_path / "other")


def test_a_month_with_nothing_says_so(calendar, desk, jobs, folder, monkeypatch, qtbot):
    answer(monkeypatch, one_file=False)
    tab = calendar()
    with qtbot.waitSignal(tab.message) as said:
        tab.bar.month.trigger()

    assert said.args[0].startswith("Nothing to export")


def test_a_folder_that_cannot_be_written_is_said(calendar, desk, jobs, tmp_path, qtbot):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    change_preferences(desk.workbench, Preferences(export_folder=str(in_the_way)))
    desk.interview("Ada", datetime(2026, 11, 23, 12))
    tab = calendar()
    with qtbot.waitSignal(tab.message) as said:
        QTest.mouseClick(tab.panel.card.to_calendar, LEFT)

    assert str(in_the_way) in said.args[0]
    assert list(desk.workbench.store.every(CalendarCopy)) == []


def test_without_a_calendar_program_the_file_is_named(calendar, desk, jobs, folder, monkeypatch, qtbot):
    from netchal_gui.views import calendar_files

    monkeypatch.setattr(calendar_files.QDesktopServices, "openUrl", staticmethod(lambda url: False))
    desk.interview("Ada", datetime(2026, 11, 23, 12))
    tab = calendar()
    said = []
    tab.message.connect(said.append)
    QTest.mouseClick(tab.panel.card.to_calendar, LEFT)
    settle(jobs)

    assert said[-1].startswith("No calendar program took")


# After a change


@pytest.fixture
def exported(calendar, desk, jobs, folder, opened):
    """A tab with one interview that a calendar knows, and that interview."""
    interview = desk.interview("Daniel Kim", datetime(2026, 11, 26, 12))
    tab = calendar()
    tab._files.add_to_calendar([interview.id])
    settle(jobs)
    opened.clear()
    return tab, interview


def test_what_calendars_know_needs_no_bar(exported):
    tab, _ = exported

    assert not tab.notice.isVisible()


def test_after_a_move_the_bar_offers_both_ways_with_their_sentence(exported, desk, jobs):
    tab, interview = exported
    plan.move(desk.workbench, interview, datetime(2026, 11, 27, 12))
    settle(jobs)
    advice = [tab.notice._update_advice.text(), tab.notice._copy_advice.text()]

    assert tab.notice.isVisible()
    assert "Moved" in tab.notice.text.text()
    assert all(advice)


def test_update_file_raises_the_sequence_and_the_bar_goes(exported, desk, jobs, opened):
    tab, interview = exported
    plan.move(desk.workbench, interview, datetime(2026, 11, 27, 12))
    settle(jobs)
    QTest.mouseClick(tab.notice.update_file, LEFT)
    settle(jobs)

    assert b"SEQUENCE:1" in Path(opened[-1]).read_bytes()
    assert not tab.notice.isVisible()


def test_a_new_copy_has_another_uid(exported, desk, jobs, opened):
    tab, interview = exported
    first = desk.only(CalendarCopy).uid
    plan.move(desk.workbench, interview, datetime(2026, 11, 27, 12))
    settle(jobs)
    QTest.mouseClick(tab.notice.new_copy, LEFT)
    settle(jobs)

    assert first.encode() not in Path(opened[-1]).read_bytes()
    assert not tab.notice.isVisible()


def test_a_cancelled_interview_has_nothing_to_copy(exported, desk, jobs):
    tab, interview = exported
    plan.take_step(desk.workbench, interview, StepKind.CANCELLED)
    settle(jobs)

    assert tab.notice.update_file.isVisible()
    assert not tab.notice.new_copy.isVisible()


def test_undoing_the_move_takes_the_bar_away(exported, desk, jobs):
    tab, interview = exported
    plan.move(desk.workbench, interview, datetime(2026, 11, 27, 12))
    settle(jobs)
    desk.workbench.undo()
    settle(jobs)

    assert not tab.notice.isVisible()


def test_not_now_hides_the_bar_until_the_next_change(exported, desk, jobs):
    tab, interview = exported
    moved = plan.move(desk.workbench, interview, datetime(2026, 11, 27, 12)).interview
    settle(jobs)
    QTest.mouseClick(tab.notice.later, LEFT)
    settle(jobs)
    hidden = not tab.notice.isVisible()
    plan.take_step(desk.workbench, moved, StepKind.CANCELLED)
    settle(jobs)

    assert hidden
    assert tab.notice.isVisible()


def test_a_deleted_interview_can_still_be_told(exported, desk, jobs, opened):
    tab, interview = exported
    plan.delete_interview(desk.workbench, desk.stored(interview))
    settle(jobs)
    QTest.mouseClick(tab.notice.update_file, LEFT)
    settle(jobs)

    assert b"STATUS:CANCELLED" in Path(opened[-1]).read_bytes()


def test_the_exporter_is_not_loaded_before_it_is_needed():
    import subprocess
    import sys

    code = (
        "import sys, netchal_gui.views.calendar_tab;"
        "print([m for m in ('icalendar', 'dateutil', 'msgspec', 'PySide6.QtNetwork') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
