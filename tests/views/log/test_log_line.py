"""Ctrl+L: one line, explained while one types; Tab completes, Enter makes, Escape leaves."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from netchal_gui.commands.plan import plan
from netchal_gui.domain.interview import Interview
from netchal_gui.views.log_help import LogHelp
from netchal_gui.views.log_line import LogLine
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add, everyone


@pytest.fixture
def dialog(workbench: Workbench, window: QWidget) -> Iterator[LogLine]:
    made = LogLine(workbench, "", window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    yield made
    made.reject()


def type_into(dialog: LogLine, text: str) -> None:
    QTest.keyClicks(dialog.edit, text)


def explained(dialog: LogLine) -> str:
    labels = (dialog.title, dialog.makes, dialog.notices, dialog.refusal)
    return "\n".join(each.text() for each in labels if not each.isHidden())


def offered(dialog: LogLine) -> list[str]:
    return [dialog.offers.item(row).text() for row in range(dialog.offers.count())]


def test_an_empty_line_says_how_it_goes_and_makes_nothing(dialog: LogLine, workbench: Workbench) -> None:
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)

    assert explained(dialog).startswith("How it goes\nWhom you met")
    assert dialog.isVisible()
    assert not everyone(workbench)


def test_what_will_be_made_is_explained_while_one_types(dialog: LogLine) -> None:
    type_into(dialog, "met Ada Lovelace phone yesterday thanks who-else: Karl")

    assert explained(dialog) == (
        "Will make\n·  an interview with Ada Lovelace (new), by phone, yesterday\n·  a thank-you done\n"
        "·  1 idea named by Ada Lovelace: Karl (new)"
    )
    assert dialog.edit.accessibleDescription().startswith("an interview with Ada Lovelace")


def test_what_is_not_understood_is_said(dialog: LogLine) -> None:
    type_into(dialog, "met Ada quickly")

    assert "Not understood, kept as a note: “quickly”" in explained(dialog)


def test_an_interview_planned_with_them_is_said(dialog: LogLine, workbench: Workbench) -> None:
    plan(workbench, ["Ada"], datetime(2026, 11, 27, 12))
    type_into(dialog, "met Ada phone")

    assert "Ada is also planned for Fri 27 Nov, 12:00; that interview stays." in explained(dialog)


def test_enter_makes_all_of_it_and_tells_how_to_undo(dialog: LogLine, workbench: Workbench) -> None:
    told: list[str] = []
    dialog.logged.connect(told.append)
    type_into(dialog, "met Ada no thanks")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)

    assert told == ["Logged: an interview with Ada (new), today. Ctrl+Z undoes this."]
    assert workbench.store.count(Interview) == 1
    workbench.undo()
    assert not everyone(workbench)


def test_escape_leaves_and_hands_back_what_was_typed(dialog: LogLine, workbench: Workbench) -> None:
    left: list[str] = []
    dialog.left.connect(left.append)
    type_into(dialog, "met Ada")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Escape)

    assert left == ["met Ada"]
    assert not everyone(workbench)


def test_a_line_that_cannot_be_made_stays_and_says_why(dialog: LogLine, workbench: Workbench) -> None:
    add(workbench, "Daniel Kim", organisation="Halden")
    add(workbench, "Daniel Kim", organisation="Vega")
    type_into(dialog, "met Daniel Kim ")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)

    assert "There are 2 people called Daniel Kim" in explained(dialog)
    assert not dialog.log.isEnabled()
    assert workbench.store.count(Interview) == 0


def test_tab_completes_a_name_and_typing_goes_on(dialog: LogLine, workbench: Workbench) -> None:
    add(workbench, "Ada Lovelace", role="Engineer")
    type_into(dialog, "met ada")
    assert offered(dialog) == ["Ada Lovelace · Engineer"]
    QTest.keyClick(dialog.edit, Qt.Key.Key_Tab)
    type_into(dialog, "phone")

    assert dialog.edit.text() == "met Ada Lovelace phone"
    assert offered(dialog) == []


def test_an_arrow_and_enter_choose_another_one(dialog: LogLine, workbench: Workbench) -> None:
    for name in ("Ada Berg", "Ada Lovelace"):
        add(workbench, name)
    type_into(dialog, "met ada")
    second = offered(dialog)[1]
    QTest.keyClick(dialog.edit, Qt.Key.Key_Down)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)

    assert dialog.edit.text() == f"met {second} "
    assert workbench.store.count(Interview) == 0


def test_a_click_completes_too(dialog: LogLine, workbench: Workbench) -> None:
    add(workbench, "Ada Lovelace")
    type_into(dialog, "met ada")
    place = dialog.offers.visualItemRect(dialog.offers.item(0)).center()
    QTest.mouseClick(dialog.offers.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert dialog.edit.text() == "met Ada Lovelace "


def test_the_help_shows_the_words_that_the_line_is_read_by(window: QWidget) -> None:
    shown = LogHelp(window)
    texts = [label.text() for label in shown.findChildren(QLabel)]
    shown.close()

    assert "who-else:, who else:, whoelse:" in texts
    assert "wen-noch:, wen noch:, wen sonst:" in texts
