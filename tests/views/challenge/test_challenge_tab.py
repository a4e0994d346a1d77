"""The home tab as a user sees it: the first start, the places, the year, and what can be done there."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.people import add_person, blank_contact
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Circle, Contact, Labelled, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant, StepKind, moved, stepped
from netchal_gui.domain.walltime import wall_time
from netchal_gui.views.challenge_form import ChallengeForm
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.choose_dialog import ChooseDialog
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.people_dialog import PeopleDialog
from netchal_gui.workbench import Workbench

W = TypeVar("W", bound=QWidget)


def part(parent: QWidget, kind: type[W]) -> W:
    found = parent.findChild(kind)
    assert isinstance(found, kind)
    return found


def texts(tab: ChallengeTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisibleTo(tab)]


def names(tab: ChallengeTab) -> list[str]:
    """The names on the cards, "" for an empty place."""
    return [card.person.name if card.person else "" for card in tab.lanes.cards()]


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))


def person(workbench: Workbench, name: str, **more: Any) -> Contact:
    return add_person(workbench, replace(blank_contact(workbench, name), **more))


def met(workbench: Workbench, contact: Contact, day: date) -> Interview:
    talk = Interview(id=workbench.new_id(), participants=(Participant(contact.id),), created=workbench.now())
    start = wall_time(datetime(day.year, day.month, day.day, 12), "Europe/Berlin")[0]
    talk = stepped(moved(talk, start, workbench.now()), StepKind.MET, workbench.now())
    workbench.apply(Edit("Met", (Change(None, talk),)))
    return talk


def test_a_first_start_offers_the_challenge_and_nothing_else(tab: ChallengeTab) -> None:
    assert "Meet eight people a month" in texts(tab)
    assert not tab.bar.isVisible()


def test_one_button_starts_the_challenge_with_this_month(tab: ChallengeTab, workbench: Workbench) -> None:
    QTest.mouseClick(tab.begin, Qt.MouseButton.LeftButton)

    assert tab.bar.title.text() == "November 2026"
    assert "4×4 Challenge · month 1 of 12" in texts(tab)
    assert names(tab) == [""] * 8


def test_undo_takes_the_challenge_back(tab: ChallengeTab, workbench: Workbench) -> None:
    QTest.mouseClick(tab.begin, Qt.MouseButton.LeftButton)
    workbench.undo()

    assert "Meet eight people a month" in texts(tab)


def test_somebody_met_fills_a_place_in_their_lane(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    met(workbench, person(workbench, "Ada", relation=Relation.KNOWN), date(2026, 11, 2))
    met(workbench, person(workbench, "Priya"), date(2026, 11, 3))

    assert names(tab) == ["Ada", "", "", "", "Priya", "", "", ""]
    assert tab.side.met.text() == "2"


def test_a_name_typed_into_an_empty_place_adds_the_person(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    card = tab.lanes.cards()[4]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    dialog = part(tab, ChooseDialog)
    field = part(dialog.people, QLineEdit)
    QTest.keyClicks(field, "Omar Diaz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert names(tab)[4] == "Omar Diaz"
    assert [one.name for one in workbench.store.every(Contact)] == ["Omar Diaz"]


def test_delete_takes_a_chosen_person_out(tab: ChallengeTab, workbench: Workbench, year: Challenge) -> None:
    tab.actions_of_it._choose(year, 10, tab.lanes.cards()[0].lane, _suggestion("Ada"))
    before = names(tab)
    QTest.keyClick(tab.lanes.cards()[0], Qt.Key.Key_Delete)

    assert (before[0], names(tab)[0]) == ("Ada", "")


def _suggestion(name: str) -> Any:
    from netchal_gui.views.suggestion_list import Suggestion

    return Suggestion(None, name)


def test_the_arrows_go_from_card_to_card(tab: ChallengeTab, year: Challenge, qtbot: QtBot) -> None:
    tab.activateWindow()
    first, second = tab.lanes.cards()[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)

    assert tab.focusWidget() is second


def test_the_year_turns_to_the_month_that_is_clicked(tab: ChallengeTab, year: Challenge) -> None:
    tab.side.period_chosen.emit(2)

    assert tab.bar.title.text() == "March 2026"


def test_a_number_shows_the_people_behind_it(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    ada = person(workbench, "Ada", relation=Relation.KNOWN)
    met(workbench, ada, date(2026, 11, 2))
    tab.side.asking.chosen.emit("Met", (ada.id.bytes,))

    dialog = part(tab, PeopleDialog)
    shown = [dialog.people.item(row).text() for row in range(dialog.people.count())]
    dialog.close()
    assert shown == ["Ada"]


def test_a_person_behind_a_number_is_shown_on_enter(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    shown: list[UUID] = []
    tab.object_wanted.connect(lambda kind, which: shown.append(which))
    ada = person(workbench, "Ada")
    tab.side.people_wanted.emit("Met", (ada.id.bytes,))
    dialog = part(tab, PeopleDialog)
    QTest.keyClick(dialog.people, Qt.Key.Key_Return)

    assert shown == [ada.id]


def test_a_tick_finishes_what_is_to_do(tab: ChallengeTab, workbench: Workbench, year: Challenge) -> None:
    ada = person(workbench, "Ada")
    thanks = FollowUp(
        id=workbench.new_id(),
        text="Thank Ada",
        created=workbench.now(),
        contact_id=ada.id,
        due=date(2026, 11, 23),
    )
    workbench.apply(Edit("Add", (Change(None, thanks),)))
    tab.tasks.ticked.emit(thanks.id, True)

    stored = workbench.store.get(FollowUp, thanks.id)
    assert stored is not None
    assert stored.done


def test_whom_one_has_not_seen_is_named(
    tab: ChallengeTab, workbench: Workbench, year: Challenge, qtbot: QtBot
) -> None:
    person(workbench, "Ingrid Gruber", circle=Circle.FAMILY, far_away=True)

    qtbot.waitUntil(lambda: "Family · far away · nothing noted yet" in texts(tab))


def test_write_drafts_a_message_and_says_what_was_noted(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    said: list[str] = []
    tab.message.connect(said.append)
    ingrid = person(workbench, "Ingrid", circle=Circle.FAMILY)
    tab.unseen.write_wanted.emit(ingrid.id.bytes)
    part(tab, DraftDialog).copy.click()

    assert said == ["The text is on the clipboard. Noted: Asked Ingrid for an interview. Ctrl+Z undoes this."]


def test_the_menu_of_a_place_writes_to_the_person_on_it(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    met(workbench, person(workbench, "Ada", relation=Relation.KNOWN), date(2026, 11, 2))
    card = tab.lanes.cards()[0]
    assert tab._found is not None
    menu = tab.actions_of_it.card_menu(tab._found, 10, card, tab)
    menu.actions()[0].trigger()
    dialog = part(tab, DraftDialog)

    assert dialog.windowTitle() == "Write to Ada"
    dialog.reject()


def test_a_form_starts_another_challenge(tab: ChallengeTab, workbench: Workbench) -> None:
    tab.actions_of_it.start.trigger()
    form = part(tab, ChallengeForm)
    form.template.setCurrentIndex(list(Template).index(Template.THIRTY_IN_THIRTY))
    form.template.activated.emit(form.template.currentIndex())
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    stored = next(workbench.store.every(Challenge))
    assert (stored.name, stored.periods, stored.anyone) == ("30 people in 30 days", 30, 1)


def test_numbers_keep_off_the_edge_of_their_field(tab: ChallengeTab) -> None:
    tab.actions_of_it.start.trigger()
    form = part(tab, ChallengeForm)
    numbers = [each for each in form.findChildren(QSpinBox) if each.isVisibleTo(form)]
    rooms = [part(number, QLineEdit).textMargins().left() for number in numbers]
    form.reject()

    assert rooms
    assert all(room > 0 for room in rooms)


def test_a_challenge_without_places_is_refused_in_the_form(tab: ChallengeTab, workbench: Workbench) -> None:
    tab.actions_of_it.start.trigger()
    form = part(tab, ChallengeForm)
    form.known.setValue(0)
    form.new.setValue(0)
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    assert any("how many people" in label.text() for label in form.findChildren(QLabel) if label.isVisible())
    assert workbench.store.count(Challenge) == 0
    form.reject()
    form._throw_away()


def test_markup_in_a_name_stays_text(tab: ChallengeTab, workbench: Workbench, year: Challenge) -> None:
    person(workbench, "<b>Bold</b>", circle=Circle.FRIEND, emails=(Labelled("a@example.org"),))
    QApplication.processEvents()

    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in tab.findChildren(QLabel))


def test_another_challenge_is_chosen_from_the_menu(
    tab: ChallengeTab, workbench: Workbench, year: Challenge
) -> None:
    start_challenge(workbench, draft(workbench, Template.HUNDRED_COFFEES, date(2026, 3, 1)))
    menu = tab.actions_of_it.others
    menu.aboutToShow.emit()
    (ended,) = (action for action in menu.actions() if action.text().startswith(year.name))
    assert not ended.isChecked()
    ended.trigger()

    assert tab.bar.place.text().startswith(year.name)


def test_of_fifty_places_only_the_next_few_are_drawn_and_the_others_counted(
    tab: ChallengeTab, workbench: Workbench, qtbot: QtBot
) -> None:
    start_challenge(workbench, draft(workbench, Template.FIFTY_INTERVIEWS, date(2026, 1, 1)))

    assert len(tab.lanes.cards()) == 4
    qtbot.waitUntil(lambda: "46 more places" in texts(tab))


def test_a_challenge_that_has_ended_asks_for_nothing(tab: ChallengeTab, workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.THREE_A_WEEK, date(2024, 1, 1)))

    assert {(card.text(), card.isEnabled(), card.acceptDrops()) for card in tab.lanes.cards()} == {
        ("Stayed empty", False, False)
    }
    assert not tab.bar.plan.isVisible()
    assert not tab.actions_of_it.plan.isEnabled()
