"""The last step: whom to ask, one calendar file, the plan as text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.plan_month_people import put
from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.views import plan_month_finish
from netchal_gui.views.plan_month import FINISH, PlanMonth
from tests.commands.months import four_by_four, known, plan_of
from tests.views.challenge.planning import Desk, texts

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


def test_writing_opens_the_draft_and_notes_that_one_asked(
    blocked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(plan_month_finish, "open_link", _taking(opened))
    ada = known(blocked.workbench, "Ada", emails=(Labelled("ada@example.org"),))
    window = planned(blocked, ada)
    QTest.mouseClick(window.finish.rows[0].write, LEFT)

    assert [link.startswith("mailto:ada@example.org") for link in opened] == [True]
    assert stages(blocked) == [StepKind.ASKED]


def _taking(opened: list[str]) -> Callable[[str], bool]:
    def take(link: str) -> bool:
        opened.append(link)
        return True

    return take


def test_writing_to_somebody_without_an_address_says_so(blocked: Desk) -> None:
    window = planned(blocked, known(blocked.workbench, "Ada"))
    QTest.mouseClick(window.finish.rows[0].write, LEFT)

    assert window.said.text() == "Ada has no e-mail address."
    assert stages(blocked) == [StepKind.IDEA]


def test_one_file_has_all_interviews_and_blocks(blocked: Desk) -> None:
    window = planned(blocked, known(blocked.workbench, "Ada"))
    QTest.mouseClick(window.finish.export, LEFT)
    blocked.settle()

    assert window.said.text().startswith("Wrote one file with all 6 events: ")
    assert window.said.text().endswith("netchal-2026-12.ics")
    assert window.saved.text() == "Saved as you go. 1 request to write, no interview to export."


def test_the_plan_as_text_is_copied_and_saved(blocked: Desk, tmp_path: Path) -> None:
    window = planned(blocked, known(blocked.workbench, "Ada"))
    text = window.finish.text.toPlainText()
    assert "Tue 1 Dec, 12:00–13:30: Ada" in text
    QTest.mouseClick(window.finish.copy, LEFT)
    assert QApplication.clipboard().text() == text
    window.finish.save_to(str(tmp_path / "plan.txt"))

    assert (tmp_path / "plan.txt").read_text("utf-8") == text


def test_with_nobody_in_the_plan_the_last_step_says_where_to_go(desk: Desk) -> None:
    four_by_four(desk.workbench)
    window = desk.open()
    window.show_step(FINISH)

    assert "Nobody is in the plan yet. Choose people in the step before." in texts(window.finish)
    assert not window.finish.export.isEnabled()
