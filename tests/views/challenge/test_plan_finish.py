"""The last step: whom to ask, one calendar file, the plan as text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.plan_month_people import put
from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.mail import Mail
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.views import draft_dialog
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.open_link import Handed
from netchal_gui.views.plan_month import FINISH, PlanMonth
from tests.commands.months import four_by_four, known, plan_of
from tests.views.challenge.planning import DECEMBER, Desk, texts

LEFT = Qt.MouseButton.LeftButton


def planned(desk: Desk, *people: Contact) -> PlanMonth:
    """The window in its last step, with these people on the first times."""
    for position, person in enumerate(people):
        plan = plan_of(desk.workbench)
        put(desk.workbench, plan, person.id, plan.times[position].seat)
    window = desk.open()
    window.show_step(FINISH)
    return window


def stages(desk: Desk) -> list[StepKind]:
    return [each.stage for each in desk.workbench.store.every(Interview)]


def test_everyone_is_marked_as_asked_one_by_one_or_all_at_once(blocked: Desk) -> None:
    people = [known(blocked.workbench, name) for name in ("Ada", "Karl", "Sam")]
    window = planned(blocked, *people)
    assert [row.person.name for row in window.finish.rows] == ["Ada", "Karl", "Sam"]
    QTest.mouseClick(window.finish.rows[0].asked, LEFT)
    assert [row.person.name for row in window.finish.rows] == ["Karl", "Sam"]
    QTest.mouseClick(window.finish.all_asked, LEFT)

    assert stages(blocked) == [StepKind.ASKED] * 3
    blocked.workbench.undo()
    assert [row.person.name for row in window.finish.rows] == ["Karl", "Sam"]


def test_writing_opens_a_request_with_the_time_and_notes_that_one_asked(
    blocked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails: list[Mail] = []
    monkeypatch.setattr(draft_dialog, "open_mail", _taking(mails))
    ada = known(blocked.workbench, "Ada", emails=(Labelled("ada@example.org"),))
    window = planned(blocked, ada)
    QTest.mouseClick(window.finish.rows[0].write, LEFT)
    (dialog,) = window.finish.findChildren(DraftDialog)
    assert "Tuesday 1 December, 12:00" in dialog.text.toPlainText()
    QTest.mouseClick(dialog.save, LEFT)

    assert [mail.to for mail in mails] == ["ada@example.org"]
    assert stages(blocked) == [StepKind.ASKED]
    assert window.said.text() == "Noted: Asked Ada for an interview. Ctrl+Z undoes this."


def _taking(mails: list[Mail]) -> Callable[[Mail], Handed]:
    def take(mail: Mail) -> Handed:
        mails.append(mail)
        return Handed.WHOLE

    return take


def test_a_thank_you_that_is_due_does_not_keep_one_from_asking(blocked: Desk) -> None:
    ada = known(blocked.workbench, "Ada")
    thanks = FollowUp(
        id=blocked.workbench.new_id(),
        text="Thank Ada",
        created=blocked.workbench.now(),
        contact_id=ada.id,
        kind=FollowUpKind.THANK,
        due=DECEMBER,
    )
    blocked.workbench.apply(Edit("Add", (Change(None, thanks),)))
    window = planned(blocked, ada)
    QTest.mouseClick(window.finish.rows[0].write, LEFT)
    (dialog,) = window.finish.findChildren(DraftDialog)
    kind = dialog.message().kind
    dialog.close()

    assert kind is TemplateKind.OLD_FRIEND


def test_one_file_has_all_interviews_and_blocks(blocked: Desk) -> None:
    window = planned(blocked, known(blocked.workbench, "Ada"))
    QTest.mouseClick(window.finish.export, LEFT)
    blocked.settle()

    assert window.said.text().startswith("Wrote one file with all 6 events: ")
    assert window.said.text().endswith("netchal-2026-12.ics")
    assert window.saved.text() == "Saved as you go. 1 request to write, no interview to export."


def test_the_plan_as_text_is_copied_and_saved(blocked: Desk, tmp_path: Path) -> None:
    window = planned(blocked, known(blocked.workbench, "Ada"))
    text = window.finish.plan.text.toPlainText()
    assert "Tue 1 Dec, 12:00–13:30: Ada" in text
    QTest.mouseClick(window.finish.plan.copy, LEFT)
    assert QApplication.clipboard().text() == text
    window.finish.plan.save_to(str(tmp_path / "plan.txt"))

    assert (tmp_path / "plan.txt").read_text("utf-8") == text


def test_for_others_the_plan_names_nobody_who_did_not_agree(blocked: Desk) -> None:
    ada = known(blocked.workbench, "Ada Lovelace", role="Mathematician")
    window = planned(blocked, ada)
    QTest.mouseClick(window.finish.plan.others, LEFT, pos=QPoint(8, 8))
    blocked.settle()
    text = window.finish.plan.text.toPlainText()

    assert "December" in text
    assert "Ada" not in text
    QTest.mouseClick(window.finish.plan.own, LEFT, pos=QPoint(8, 8))
    assert "Ada Lovelace" in window.finish.plan.text.toPlainText()


def test_with_nobody_in_the_plan_the_last_step_says_where_to_go(desk: Desk) -> None:
    four_by_four(desk.workbench)
    window = desk.open()
    window.show_step(FINISH)

    assert "Nobody is in the plan yet. Choose people in the step before." in texts(window.finish)
    assert not window.finish.export.isEnabled()
