"""The Journal tab as a user works with it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QPlainTextEdit, QWidget

from netchal_gui.commands.journal import change_entry, write_up
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.walltime import WallTime
from netchal_gui.views.tab import Menu

DAY = date(2026, 11, 18)


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def action(journal, menu, text):
    return next(each for each in journal.tab.menu_actions()[menu] if text in each.text().replace("&", ""))


def empty_page_is_shown(journal):
    return not journal.tab.editor.isVisible()


def test_the_newest_entry_is_shown_first(journal):
    journal.entry("Tea", DAY - timedelta(days=3))
    journal.entry("Coffee", DAY)
    journal.open()

    assert journal.titles() == ["Coffee", "Tea"]
    assert journal.shown() == "Coffee"
    assert journal.tab.list.field.count() == "2 entries"


def test_an_empty_journal_says_what_it_is_for(journal):
    journal.open()

    assert empty_page_is_shown(journal)


def test_a_new_entry_is_of_today_and_ready_to_be_written(journal):
    journal.open()
    action(journal, Menu.FILE, "New entry").trigger()
    QTest.keyClicks(QApplication.focusWidget(), "Tea with Zoe")
    journal.tab.flush()

    assert [(row.title, row.day) for row in journal.rows()] == [("Tea with Zoe", DAY)]
    assert not empty_page_is_shown(journal)


def test_enter_in_the_title_leads_to_the_text(journal):
    journal.entry("Tea")
    journal.open()
    journal.tab.editor.head.title.setFocus()
    press(journal.tab.editor.head.title, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Price by the day")

    assert journal.tab.editor.learned.text() == "Price by the day"
    assert journal.shown() == "Tea"


def test_the_arrows_in_the_list_show_entry_after_entry(journal):
    journal.entry("Tea", DAY - timedelta(days=3))
    journal.entry("Coffee", DAY)
    journal.open()
    press(journal.tab.list.view, Qt.Key.Key_Down)

    assert journal.shown() == "Tea"


def test_enter_in_the_list_puts_the_caret_into_the_text(journal):
    journal.entry("Tea")
    journal.open()
    press(journal.tab.list.view, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is journal.tab.editor.learned


def test_what_is_typed_stands_in_the_list_once_it_is_saved(journal):
    journal.entry("Tea")
    journal.open()
    QTest.keyClicks(journal.tab.editor.learned, "Price by the day")
    journal.tab.flush()

    assert journal.rows()[0].snippet.text == "Price by the day"


def test_reading_through_all_entries_changes_none(journal):
    for n in range(4):
        journal.entry(f"Talk {n}", learned="- one\r\n- two  ", notes="\ttab", tags=("x", "x"))
    journal.open()
    for _ in range(4):
        press(journal.tab.list.view, Qt.Key.Key_Down)
    journal.tab.flush()

    assert journal.workbench.undo_label == "Fill"
    assert {entry.learned for entry in journal.workbench.store.every(JournalEntry)} == {"- one\r\n- two  "}


def test_a_deleted_entry_makes_room_for_its_neighbour_and_comes_back_by_undo(journal):
    journal.entry("Tea", DAY - timedelta(days=3))
    journal.entry("Coffee", DAY)
    journal.open()
    press(journal.tab.list.view, Qt.Key.Key_Delete)

    assert journal.titles() == ["Tea"]
    assert journal.shown() == "Tea"
    journal.workbench.undo()
    assert journal.titles() == ["Coffee", "Tea"]


def test_deleting_the_last_entry_shows_the_empty_journal(journal):
    journal.entry("Tea")
    journal.open()
    press(journal.tab.list.view, Qt.Key.Key_Delete)

    assert empty_page_is_shown(journal)
    assert journal.tab.editor.entry_id is None


def test_undoing_the_entry_that_is_shown_shows_another(journal):
    journal.entry("Tea", DAY - timedelta(days=3))
    journal.entry("Coffee", DAY)
    journal.open()
    journal.workbench.undo()

    assert journal.titles() == ["Tea"]
    assert journal.shown() == "Tea"


def test_writing_up_an_interview_shows_its_entry_with_the_time(journal):
    carla = journal.person("Carla Weiss")
    start = WallTime(datetime(2026, 11, 18, 12), "Europe/Berlin")
    interview = journal.add(
        Interview(id=carla.id, participants=(Participant(carla.id),), created=carla.created, start=start)
    )
    journal.open()
    entry = write_up(journal.workbench, interview)
    journal.tab.show_object(JournalEntry, entry.id)

    assert journal.shown() == "Carla Weiss"
    assert journal.tab.editor.head.when.text() == "Wed 18 Nov 2026, 12:00"
    assert [person.name for person in journal.tab.editor.head.people.chosen()] == ["Carla Weiss"]


def test_a_person_renamed_elsewhere_is_renamed_here(journal):
    ada = journal.person("Ada Lovelace", Relation.KNOWN)
    journal.entry("Tea", people=(ada.id,))
    journal.open()
    journal.workbench.apply(Edit("Rename", (Change(ada, replace(ada, name="Ada King")),)))

    assert [person.name for person in journal.rows()[0].people] == ["Ada King"]
    assert [person.name for person in journal.tab.editor.head.people.chosen()] == ["Ada King"]


def test_a_hidden_tab_catches_up_when_it_comes_to_the_front(journal):
    entry = journal.entry("Tea")
    journal.open()
    journal.tab.hide()
    change_entry(journal.workbench, entry.id, title="Coffee")
    journal.open()

    assert journal.titles() == ["Coffee"]
    assert journal.shown() == "Coffee"


def test_an_unknown_name_becomes_a_person_of_the_entry(journal):
    entry = journal.entry("Tea")
    journal.open()
    field = journal.tab.editor.head.people.focusProxy()
    field.setFocus()
    QTest.keyClicks(field, "Zoe Quinn")
    press(field, Qt.Key.Key_Return)
    (zoe,) = journal.workbench.store.every(Contact)

    assert journal.stored(entry).people == (zoe.id,)
    assert zoe.name == "Zoe Quinn"
    journal.workbench.undo()
    assert journal.tab.editor.head.people.chosen() == []


def test_tags_are_saved_as_they_are_taken(journal):
    entry = journal.entry("Tea", tags=("training",))
    journal.open()
    field = journal.tab.editor.head.tags.focusProxy()
    field.setFocus()
    QTest.keyClicks(field, "#mentors")
    press(field, Qt.Key.Key_Comma)

    assert journal.stored(entry).tags == ("training", "mentors")
    press(field, Qt.Key.Key_Backspace)
    assert journal.stored(entry).tags == ("training",)


def test_another_day_moves_the_entry_in_the_list(journal):
    journal.entry("Tea", DAY - timedelta(days=3))
    coffee = journal.entry("Coffee", DAY)
    journal.open()
    journal.tab.editor.head.day_picked.emit(DAY - timedelta(days=9))

    assert journal.stored(coffee).day == DAY - timedelta(days=9)
    assert journal.titles() == ["Tea", "Coffee"]
    assert journal.shown() == "Coffee"


def test_a_long_journal_is_read_page_by_page_to_its_end(journal):
    entries = [
        JournalEntry(
            id=UUID(int=n + 1),
            day=DAY - timedelta(days=n),
            created=journal.clock.now(),
            changed=journal.clock.now(),
            title=f"{n}",
        )
        for n in range(130)
    ]
    journal.add(*entries)
    journal.open()
    before = len(journal.rows())
    for _ in range(4):
        press(journal.tab.list.view, Qt.Key.Key_End)
        QApplication.processEvents()

    assert before < 130
    assert journal.titles() == [str(n) for n in range(130)]


def test_the_tab_tells_the_window_its_actions_with_keys(journal):
    actions = journal.tab.menu_actions()

    assert [each.shortcut().toString() for each in actions[Menu.FILE]] == ["Ctrl+J"]
    assert len(actions[Menu.EXPORT]) == 2


def test_deleting_is_offered_only_while_the_tab_is_seen(journal):
    journal.entry("Tea")
    journal.open()
    journal.tab.hide()

    assert not action(journal, Menu.EDIT, "Delete entry").isEnabled()


def test_every_control_says_what_it_is(journal):
    journal.entry("Tea", tags=("x",))
    journal.open()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QListView)
    controls = [
        each
        for each in journal.tab.findChildren(QWidget)
        if isinstance(each, kinds)
        and each.isVisibleTo(journal.tab)
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert len(controls) > 10
    assert [each for each in controls if not each.accessibleName()] == []


@pytest.mark.parametrize("name", ["journal.md", "journal"])
def test_the_journal_is_exported_off_the_gui_thread(journal, tmp_path, name):
    journal.entry("Tea", learned="Price by the day")
    journal.open()
    notes = []
    journal.jobs.note.connect(notes.append)
    journal.tab._export.export(tmp_path / name)
    journal.jobs.finish()
    (file,) = [path for path in tmp_path.rglob("*.md") if path.is_file()]

    assert "Price by the day" in file.read_text("utf-8")
    assert notes == [f"Wrote 1 entry to {tmp_path / name}"]


def test_a_list_taller_than_the_first_rows_of_a_search_fills_itself(journal):
    for number in range(18):
        journal.entry(f"Talk {number}")
    journal.tab.resize(1000, 2_400)
    journal.open()
    journal.search("talk")
    QApplication.processEvents()
    journal.jobs.finish()

    assert len(journal.rows()) == 18
