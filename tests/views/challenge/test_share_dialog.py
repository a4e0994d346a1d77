"""Tell the world: the preview follows what is chosen, people and lines are decided on, then it is written."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.recordings import add_link
from netchal_gui.commands.sharing import Wish, months_to_share
from netchal_gui.domain.contact import Contact, Privacy, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.exchange.report_formats import Format
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.share_dialog import ShareDialog
from netchal_gui.workbench import Workbench

LEARNED = "Ada says: begin.\nAsk one question."


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    """A challenge in which Ada was met in this month, with a page of the journal about it."""
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))
    now = workbench.now()
    contact = Contact(
        id=workbench.new_id(), name="Ada & <b>Co</b>", created=now, role="engineer", relation=Relation.KNOWN
    )
    entry = JournalEntry(
        id=workbench.new_id(), day=date(2026, 11, 10), created=now, changed=now, learned=LEARNED
    )
    workbench.apply(Edit("Fill", (Change(None, contact), Change(None, entry))))
    made = plan(workbench, [contact.id], datetime(2026, 11, 10, 12))
    take_step(workbench, made.interview, StepKind.MET)
    add_link(workbench, made.interview.id, "https://example.org/ada", consent=date(2026, 11, 10), public=True)
    return contact


@pytest.fixture
def dialog(qtbot: QtBot, workbench: Workbench, ada: Contact) -> Iterator[ShareDialog]:
    parent, jobs = QWidget(), Jobs()
    qtbot.addWidget(parent)
    wish = Wish(TemplateKind.REPORT, date(2026, 11, 1), Format.MARKDOWN)
    made = ShareDialog(workbench, jobs, months_to_share(workbench), wish, parent)
    made.show()
    jobs.finish()
    yield made
    jobs.finish()
    made.close()


def settle(dialog: ShareDialog) -> None:
    dialog._jobs.finish()


def choose(dialog: ShareDialog, name: str, value: str) -> None:
    box = getattr(dialog, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    settle(dialog)


def test_the_preview_is_the_report_of_the_month(dialog: ShareDialog) -> None:
    text = dialog.preview.toPlainText()

    assert text.startswith("# November 2026")
    assert "- engineer\n" in text
    assert "engineer says: begin." in text


def test_another_form_another_month_another_text(dialog: ShareDialog) -> None:
    choose(dialog, "format", "html")
    assert dialog.preview.toPlainText().startswith("November 2026\n====")

    choose(dialog, "month", "2026-10-01")
    assert dialog.preview.toPlainText().startswith("October 2026")

    choose(dialog, "kind", "plan")
    assert dialog.preview.toPlainText().startswith("My plan for October 2026")


def test_the_newest_month_is_the_next_one(dialog: ShareDialog) -> None:
    assert dialog.month.itemText(0) == "December 2026"
    assert dialog.month.itemText(dialog.month.count() - 1) == "January 2026"


def test_how_somebody_is_shown_is_changed_and_can_be_undone(
    dialog: ShareDialog, workbench: Workbench, ada: Contact
) -> None:
    box = dialog.people.choices[str(ada.id)]
    box.setCurrentIndex(box.findData(Privacy.LEAVE_OUT))
    box.activated.emit(box.currentIndex())
    settle(dialog)

    assert "engineer" not in dialog.preview.toPlainText()
    assert dialog.people.choices[str(ada.id)] is box
    workbench.undo()
    assert workbench.store.get(Contact, ada.id) == ada


def test_lines_say_whose_name_is_taken_out_and_can_be_kept_back(dialog: ShareDialog, qtbot: QtBot) -> None:
    first, second = dialog.lines.boxes.values()
    assert first.accessibleName() == "Ada says: begin."
    assert (
        dialog.lines._hints[next(iter(dialog.lines.boxes))].text() == "Without the name of Ada & <b>Co</b>."
    )

    second.click()
    settle(dialog)

    assert "Ask one question" not in dialog.preview.toPlainText()
    assert "begin." in dialog.preview.toPlainText()


def test_what_is_written_is_what_was_shown(dialog: ShareDialog, tmp_path: Path) -> None:
    shown = dialog.preview.toPlainText()
    dialog.write(tmp_path / "report.md")
    settle(dialog)

    assert (tmp_path / "report.md").read_text("utf-8") == shown
    assert dialog.notice.text() == f"Wrote {tmp_path / 'report.md'}"
    assert dialog.folder.isVisible()


def test_copy_puts_the_text_on_the_clipboard(dialog: ShareDialog) -> None:
    dialog.copy.click()

    assert QApplication.clipboard().text() == dialog.preview.toPlainText()
    assert dialog.notice.text() == "Copied."


def test_the_page_is_a_folder(dialog: ShareDialog, tmp_path: Path) -> None:
    choose(dialog, "kind", "page")
    assert not dialog.month.isVisible()
    assert "1 of 96 people met" in dialog.preview.toPlainText()

    dialog.write(tmp_path / "site")
    settle(dialog)
    assert (tmp_path / "site" / "index.html").exists()


def test_whoever_stays_out_of_the_page_can_come_back(dialog: ShareDialog, ada: Contact) -> None:
    choose(dialog, "kind", "page")
    box = dialog.people.choices[str(ada.id)]
    for privacy, is_there in ((Privacy.LEAVE_OUT, False), (Privacy.ROLE_ONLY, True)):
        box.setCurrentIndex(box.findData(privacy))
        box.activated.emit(box.currentIndex())
        settle(dialog)
        assert ("Interview with engineer" in dialog.preview.toPlainText()) is is_there


def test_another_page_in_the_folder_is_told_in_the_window(dialog: ShareDialog, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    choose(dialog, "kind", "page")
    dialog.write(tmp_path)
    settle(dialog)

    assert "There is another page in" in dialog.fault.text()
    assert dialog.fault.isVisible()


def test_every_control_has_its_name(dialog: ShareDialog) -> None:
    for control in (dialog.kind, dialog.month, dialog.format, dialog.preview, dialog.save, dialog.copy):
        assert control.accessibleName()
    assert all(box.accessibleName() for box in dialog.people.choices.values())


def test_the_tab_offers_the_month_that_is_shown(tab: ChallengeTab, workbench: Workbench) -> None:
    sharing = tab.sharing
    assert not sharing.plan.isEnabled()
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))
    tab.bar.next.click()

    sharing.plan.trigger()
    dialog = tab.findChild(ShareDialog)
    assert dialog is not None
    settle(dialog)
    assert dialog.preview.toPlainText().startswith("My plan for December 2026")
    dialog.close()
