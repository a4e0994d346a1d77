"""Behind every number of the Challenge tab are people, each a step away."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip
from pytestqt.qtbot import QtBot

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.invitations import ask
from netchal_gui.commands.who_else import note_who_else
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.interview import Interview, StepKind, WhoElse
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.talk import Named
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.workbench import Workbench
from tests.views.challenge.scene import people_in, person, talk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))


@pytest.fixture
def met(tab: ChallengeTab, workbench: Workbench, year: Challenge) -> None:
    """Ada, known, and Priya, new from an event, both in November; Omar, in March, led here by Ada."""
    ada = person(workbench, "Ada", relation=Relation.KNOWN)
    talk(workbench, ada, date(2026, 11, 2))
    talk(workbench, person(workbench, "Priya", source=Source.EVENT), date(2026, 11, 3))
    omar = person(workbench, "Omar", source=Source.INTRODUCTION)
    talk(workbench, omar, date(2026, 3, 3))
    introduce(workbench, [ada.id], [omar.id], stage=IntroductionStage.MADE, day=date(2026, 3, 1))
    QApplication.processEvents()


def settle() -> None:
    """Bars that went are gone, and those that came are shown."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def press(tab: ChallengeTab, name: str) -> None:
    """The button that begins so, wherever it is on the tab."""
    found = [b for b in tab.findChildren(QAbstractButton) if b.isVisible()]
    QTest.mouseClick(next(b for b in found if b.accessibleName().startswith(name)), LEFT)


@pytest.mark.parametrize(
    ("number", "people"),
    [
        ("3 met", ["Omar", "Ada", "Priya"]),
        ("Met: 3", ["Omar", "Ada", "Priya"]),
        ("Introduced: 1", ["Omar"]),
        ("Event: 1", ["Priya"]),
        ("Introduction: 1", ["Omar"]),
        ("1 of 4 met", ["Ada"]),
    ],
)
def test_a_number_that_is_pressed_shows_its_people(
    tab: ChallengeTab, met: None, number: str, people: list[str]
) -> None:
    press(tab, number)

    assert people_in(tab) == people


def test_the_forecast_shows_who_is_scheduled_and_who_was_asked(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    talk(workbench, person(workbench, "Daniel"), date(2026, 11, 26), StepKind.SCHEDULED)
    ask(workbench, [person(workbench, "Lea").id])
    shown = []
    for name in ("1 scheduled", "1 invitation"):
        press(tab, name)
        shown.append(people_in(tab))

    assert shown == [["Daniel"], ["Lea"]]


def test_a_forecast_without_anything_under_way_has_no_such_links(tab: ChallengeTab, year: Challenge) -> None:
    assert not tab.side.scheduled.isVisible()
    assert not tab.side.invited.isVisible()


def test_nothing_is_said_of_a_pace_before_there_is_anything_to_reckon_with(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    before = tab.side.forecast.text()
    ask(workbench, [person(workbench, "Lea").id])
    QApplication.processEvents()

    assert before == "Ask 8 more people to close November 2026."
    assert tab.side.forecast.text().startswith("On pace for ")


def test_a_double_click_on_a_month_shows_who_was_met_in_it(tab: ChallengeTab, met: None) -> None:
    grid = tab.side.year
    march = QPoint(round(grid.width() * 2.5 / 12), 5)
    QTest.mouseDClick(grid, LEFT, pos=march)

    assert people_in(tab) == ["Omar"]


def test_enter_on_the_year_shows_who_was_met_in_the_month_shown(tab: ChallengeTab, met: None) -> None:
    QTest.keyClick(tab.side.year, Qt.Key.Key_Return)

    assert people_in(tab) == ["Ada", "Priya"]


def test_the_year_says_under_the_mouse_how_a_month_went(tab: ChallengeTab, met: None) -> None:
    grid = tab.side.year
    march = QPoint(round(grid.width() * 2.5 / 12), 5)
    QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, march, grid.mapToGlobal(march)))
    said = QToolTip.text()
    QToolTip.hideText()

    assert "March 2026: 1 of 8 met" in said


@pytest.mark.parametrize(
    ("number", "who"), [("Met again: 1", "Omar"), ("Still time: 1", "Priya"), ("Not met again: 1", "Uma")]
)
def test_of_the_new_people_it_is_told_who_was_met_again(
    tab: ChallengeTab, workbench: Workbench, met: None, qtbot: QtBot, number: str, who: str
) -> None:
    talk(workbench, person(workbench, "Uma"), date(2026, 2, 3))
    omar = next(each for each in workbench.store.every(Contact) if each.name == "Omar")
    talk(workbench, omar, date(2026, 4, 3))
    told = "Of 3 new people, 1 met again within 90 days. There is still time for 1."
    qtbot.waitUntil(lambda: tab.side.again_told.text() == told)
    settle()
    press(tab, number)

    assert [line.split(" ·")[0] for line in people_in(tab)] == [who]


def test_it_is_told_who_was_asked_who_else(
    tab: ChallengeTab, workbench: Workbench, met: None, qtbot: QtBot
) -> None:
    first = next(each for each in workbench.store.every(Interview) if each.steps)
    asked = workbench.store.get(Contact, first.people[0])
    assert asked is not None
    note_who_else(workbench, first.id, asked.id, WhoElse.NAMED, [Named("Karl")])
    told = "Of 3 people you met, you asked 1; they named 1."
    qtbot.waitUntil(lambda: tab.side.who_else_told.text() == told)
    settle()
    press(tab, "Named somebody: 1")

    assert [line.split(" ·")[0] for line in people_in(tab)] == [asked.name]
