"""Importing people: verdicts first, then one edit, then one undo."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox

from netchal_gui.domain.contact import Contact, Labelled, Relation
from netchal_gui.item_models.verdict_table import VerdictColumn, VerdictTable
from netchal_gui.views.import_dialog import ImportDialog, VerdictChip

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Beatriz Alonso
N:Alonso;Beatriz;;;
EMAIL:b@lumen.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Jon Lind
EMAIL:jonas@ntnu.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
NOTE:nobody
END:VCARD
"""


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.vcf"
    path.write_text(CARDS)
    return path


def begin(contacts: Any, qtbot: Any, path: Path) -> ImportDialog:
    contacts.open()
    assert contacts.tab.open_files([path])
    dialog = contacts.dialog(ImportDialog)
    qtbot.waitUntil(lambda: not contacts.jobs.busy)
    return dialog


def finish(contacts: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not contacts.jobs.busy)
    QApplication.processEvents()


def column(dialog: ImportDialog, which: VerdictColumn) -> list[str]:
    return [dialog.table.index(line, which).data() for line in range(dialog.table.rowCount())]


def test_the_table_has_a_verdict_for_each_card_before_anything_changes(
    contacts: Any, qtbot: Any, cards: Path
) -> None:
    contacts.add("Jonas Lind", emails=(Labelled("jonas@ntnu.example"),))
    dialog = begin(contacts, qtbot, cards)
    chips = [chip.text() for chip in dialog.findChildren(VerdictChip)]
    verdicts, names = column(dialog, VerdictColumn.VERDICT), column(dialog, VerdictColumn.NAME)
    button = dialog.apply.text()
    dialog.reject()

    assert verdicts == ["new", "doubtful", "refused"]
    assert names == ["Beatriz Alonso", "Jon Lind", "line 12"]
    assert (chips, button) == (["1 new", "1 doubtful", "1 refused"], "Import 1 person")
    assert contacts.everyone() == ["Jonas Lind"]


def test_importing_is_one_edit_and_one_undo(contacts: Any, qtbot: Any, cards: Path) -> None:
    dialog = begin(contacts, qtbot, cards)
    dialog.apply.click()
    finish(contacts, qtbot)
    imported = contacts.everyone()
    contacts.workbench.undo()

    assert (imported, contacts.everyone()) == (["Beatriz Alonso", "Jon Lind"], [])
    assert not contacts.is_open(ImportDialog)


@pytest.mark.parametrize(
    ("text", "relation"), [("people I know", Relation.KNOWN), ("new people", Relation.NEW)]
)
def test_one_answer_holds_for_all_of_them(
    contacts: Any, qtbot: Any, cards: Path, text: str, relation: Relation
) -> None:
    dialog = begin(contacts, qtbot, cards)
    box = contacts.named(QComboBox, "All of them are", dialog)
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())
    dialog.apply.click()
    finish(contacts, qtbot)

    assert {contact.relation for contact in contacts.workbench.store.every(Contact)} == {relation}


@pytest.mark.parametrize(
    ("choice", "people"),
    [
        ("This is Jonas Lind", ["Beatriz Alonso", "Jonas Lind"]),
        ("Take as a new person", ["Beatriz Alonso", "Jon Lind", "Jonas Lind"]),
        ("Leave out", ["Beatriz Alonso", "Jonas Lind"]),
    ],
)
def test_a_doubtful_card_is_decided_by_the_person(
    contacts: Any, qtbot: Any, cards: Path, choice: str, people: list[str]
) -> None:
    contacts.add("Jonas Lind", emails=(Labelled("jonas@ntnu.example"),))
    dialog = begin(contacts, qtbot, cards)
    menu = dialog.view.choices(dialog.table.index(1, 0))
    next(action for action in menu.actions() if action.text() == choice).trigger()
    dialog.apply.click()
    finish(contacts, qtbot)

    assert contacts.everyone() == people


def test_a_pressed_chip_shows_only_its_cards(contacts: Any, qtbot: Any, cards: Path) -> None:
    dialog = begin(contacts, qtbot, cards)
    chip = next(each for each in dialog.findChildren(VerdictChip) if "refused" in each.text())
    chip.click()
    only = column(dialog, VerdictColumn.VERDICT)
    chip.click()
    everything = column(dialog, VerdictColumn.VERDICT)
    dialog.reject()

    assert (only, everything) == (["refused"], ["new", "new", "refused"])


def test_the_report_says_verdict_name_and_line(
    contacts: Any, qtbot: Any, cards: Path, tmp_path: Path
) -> None:
    dialog = begin(contacts, qtbot, cards)
    dialog.save_report(str(tmp_path / "report.txt"))
    finish(contacts, qtbot)
    report = (tmp_path / "report.txt").read_text()
    dialog.reject()

    assert "Beatriz Alonso" in report
    assert "contacts.vcf, line 12" in report


def test_a_file_that_is_no_address_book_says_so_and_offers_nothing(
    contacts: Any, qtbot: Any, tmp_path: Path
) -> None:
    path = tmp_path / "letter.vcf"
    path.write_text("Dear Ada,\nhow are you?\n")
    dialog = begin(contacts, qtbot, path)
    reasons, enabled = column(dialog, VerdictColumn.REASON), dialog.apply.isEnabled()
    dialog.reject()

    assert reasons == ["not an address book file: there is no card in it"]
    assert not enabled


def test_a_file_that_is_gone_says_so(contacts: Any, qtbot: Any, tmp_path: Path) -> None:
    dialog = begin(contacts, qtbot, tmp_path / "gone.vcf")
    sentence = dialog._fault.text()
    dialog.reject()

    assert sentence == f"{tmp_path / 'gone.vcf'} is not there."


def test_cancel_while_reading_closes_and_changes_nothing(contacts: Any, qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "many.vcf"
    path.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:P {n}\nEND:VCARD\n" for n in range(3000)))
    contacts.open()
    contacts.tab.open_files([path])
    contacts.dialog(ImportDialog).cancel.click()
    finish(contacts, qtbot)

    assert contacts.everyone() == []
    assert not contacts.is_open(ImportDialog)


def test_cancel_while_importing_changes_nothing_and_the_plan_can_be_tried_again(
    contacts: Any, qtbot: Any, cards: Path
) -> None:
    dialog = begin(contacts, qtbot, cards)
    dialog.apply.click()
    dialog.cancel.click()
    finish(contacts, qtbot)
    after_cancel = contacts.everyone()
    dialog.apply.click()
    finish(contacts, qtbot)

    assert (after_cancel, contacts.everyone()) == ([], ["Beatriz Alonso", "Jon Lind"])


def test_the_table_keeps_qts_rules_and_names_its_columns(contacts: Any, qtbot: Any, cards: Path) -> None:
    dialog = begin(contacts, qtbot, cards)
    table: VerdictTable = dialog.table
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    titles = [table.headerData(each, Qt.Orientation.Horizontal) for each in range(table.columnCount())]
    dialog.findChildren(VerdictChip)[0].click()
    dialog.reject()

    assert titles == ["Verdict", "Name", "Organisation", "Details", "Decision"]
