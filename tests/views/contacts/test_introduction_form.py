"""Who led to whom: noted in a form on a person, listed on both people's pages, changed and deleted there."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

from netchal_gui.commands.introductions import introduce
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.interview import Interview, Participant, StepKind, moved, stepped
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.walltime import wall_time
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.contact_timeline import Timeline
from netchal_gui.views.introduction_form import IntroductionForm

KEYS = "Ctrl+Shift+I"


def begin(contacts: Any, name: str) -> IntroductionForm:
    contacts.open()
    contacts.choose(name)
    contacts.action(KEYS).trigger()
    return contacts.dialog(IntroductionForm)


def type_name(form: IntroductionForm, name: str) -> None:
    field = form.to.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def stored(contacts: Any) -> list[Introduction]:
    return list(contacts.workbench.store.every(Introduction))


def chain(contacts: Any) -> list[str]:
    """The words of the line of introductions, from left to right."""
    QApplication.processEvents()
    shown = contacts.detail.chain.children()
    return [each.text() for each in shown if isinstance(each, QLabel | ChipButton) and not each.isHidden()]


def pressed(contacts: Any, name: str) -> QMenu:
    """The menu of a name in the line of introductions."""
    return contacts.detail.chain.menu_of(chip(contacts, name))


def chip(contacts: Any, name: str) -> ChipButton:
    QApplication.processEvents()
    chips = [each for each in contacts.detail.chain.findChildren(ChipButton) if not each.isHidden()]
    return next(each for each in chips if each.text() == name)


def choose(menu: QMenu, beginning: str) -> None:
    action = next(each for each in menu.actions() if each.text().replace("&", "").startswith(beginning))
    action.trigger()
    menu.close()
    QApplication.processEvents()


def talk(contacts: Any, person: Contact, *start: int) -> Interview:
    now = contacts.workbench.now()
    blank = Interview(id=contacts.workbench.new_id(), participants=(Participant(person.id),), created=now)
    when = wall_time(datetime(*start), "Europe/Berlin")[0]  # type: ignore[arg-type]
    return contacts.put(stepped(moved(blank, when, now), StepKind.MET, now))


@pytest.fixture
def three(contacts: Any) -> tuple[Contact, Contact, Contact]:
    """Mira introduced Priya, Priya named Omar."""
    mira, priya, omar = (contacts.add(name) for name in ("Mira Rossi", "Priya Shah", "Omar Diaz"))
    introduce(contacts.workbench, [mira.id], [priya.id], stage=IntroductionStage.MADE)
    introduce(contacts.workbench, [priya.id], [omar.id])
    return mira, priya, omar


def test_the_person_shown_leads_to_whom_is_typed(contacts: Any) -> None:
    priya, omar = contacts.add("Priya Shah"), contacts.add("Omar Diaz")
    form = begin(contacts, "Priya Shah")
    type_name(form, "Omar")
    form.stage.setCurrentIndex(form.stage.findData(IntroductionStage.PROMISED))
    form.note.setPlainText("next week")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    (found,) = stored(contacts)
    assert (found.by_id, found.to_id, found.note) == (priya.id, omar.id, "next week")
    assert found.stage is IntroductionStage.PROMISED


def test_a_new_name_adds_a_person_who_came_by_introduction(contacts: Any) -> None:
    contacts.add("Priya Shah")
    form = begin(contacts, "Priya Shah")
    type_name(form, "Beth Lowe")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    beth = next(each for each in contacts.workbench.store.every(Contact) if each.name == "Beth Lowe")
    assert (beth.source, beth.source_detail) == (Source.INTRODUCTION, "Priya Shah")


def test_several_names_are_several_introductions_and_one_step_of_undo(contacts: Any) -> None:
    for name in ("Priya Shah", "Omar Diaz", "Beth Lowe"):
        contacts.add(name)
    form = begin(contacts, "Priya Shah")
    type_name(form, "Omar Diaz")
    type_name(form, "Beth Lowe")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    made = len(stored(contacts))
    contacts.workbench.undo()

    assert (made, stored(contacts)) == (2, [])


def test_the_two_sides_can_be_swapped(contacts: Any) -> None:
    priya, mira = contacts.add("Priya Shah"), contacts.add("Mira Rossi")
    form = begin(contacts, "Priya Shah")
    type_name(form, "Mira")
    QTest.mouseClick(form.swap, Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    (found,) = stored(contacts)
    assert (found.by_id, found.to_id) == (mira.id, priya.id)


def test_nobody_can_introduce_themselves_and_the_form_says_so(contacts: Any) -> None:
    contacts.add("Priya Shah")
    form = begin(contacts, "Priya Shah")
    type_name(form, "Priya Shah")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    said = [each.text() for each in form.findChildren(QLabel) if each.isVisible()]
    form.hide()

    assert "Nobody introduces themselves: choose two people." in said
    assert stored(contacts) == []


def test_the_interview_in_which_it_was_said_is_offered(contacts: Any) -> None:
    priya = contacts.add("Priya Shah")
    interview = talk(contacts, priya, 2026, 11, 12, 12, 30)
    form = begin(contacts, "Priya Shah")
    offered = [form.interview.itemText(row) for row in range(form.interview.count())]
    form.interview.setCurrentIndex(1)
    type_name(form, "Omar Diaz")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    assert offered == ["No interview", "Thu 12 Nov · Coffee"]
    assert stored(contacts)[0].interview_id == interview.id


def test_an_earlier_day_is_kept(contacts: Any) -> None:
    contacts.add("Priya Shah")
    form = begin(contacts, "Priya Shah")
    type_name(form, "Omar Diaz")
    form.day.show_day(datetime(2026, 11, 2).date())
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    assert stored(contacts)[0].at == datetime(2026, 11, 2, 11, tzinfo=UTC)


def test_a_person_stands_between_who_led_to_them_and_whom_they_led_to(contacts: Any, three: Any) -> None:
    contacts.open()
    contacts.choose("Priya Shah")

    assert chain(contacts) == ["Mira Rossi", "→", "Priya Shah", "→", "Omar Diaz"]


def test_both_ends_show_it_too(contacts: Any, three: Any) -> None:
    contacts.open()
    shown = {}
    for name in ("Mira Rossi", "Omar Diaz"):
        contacts.choose(name)
        shown[name] = chain(contacts)

    assert shown["Mira Rossi"] == ["Mira Rossi", "→", "Priya Shah"]
    assert shown["Omar Diaz"] == ["Priya Shah", "→", "Omar Diaz"]


def test_somebody_without_introductions_has_no_such_line(contacts: Any) -> None:
    contacts.add("Ada")
    contacts.open()

    assert not contacts.detail.chain.isVisible()


def test_a_name_in_the_line_leads_to_that_person(contacts: Any, three: Any) -> None:
    contacts.open()
    contacts.choose("Priya Shah")
    choose(pressed(contacts, "Omar Diaz"), "Show")

    assert contacts.chosen() == "Omar Diaz"


def test_an_introduction_is_changed_from_the_line(contacts: Any, three: Any) -> None:
    contacts.open()
    contacts.choose("Priya Shah")
    choose(pressed(contacts, "Omar Diaz"), "Change introduction (named on 23 Nov)")
    form = contacts.dialog(IntroductionForm)
    form.stage.setCurrentIndex(form.stage.findData(IntroductionStage.MADE))
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    assert {each.stage for each in stored(contacts)} == {IntroductionStage.MADE}


def test_an_introduction_is_deleted_from_the_line_and_comes_back(contacts: Any, three: Any) -> None:
    contacts.open()
    contacts.choose("Priya Shah")
    choose(pressed(contacts, "Omar Diaz"), "Delete introduction")
    without = chain(contacts)
    contacts.workbench.undo()

    assert without == ["Mira Rossi", "→", "Priya Shah"]
    assert chain(contacts) == ["Mira Rossi", "→", "Priya Shah", "→", "Omar Diaz"]


def test_the_form_of_an_introduction_deletes_it_too(contacts: Any, three: Any) -> None:
    contacts.open()
    contacts.choose("Mira Rossi")
    choose(pressed(contacts, "Priya Shah"), "Change")
    form = contacts.dialog(IntroductionForm)
    QTest.mouseClick(contacts.named(type(form.save), "Delete", form), Qt.MouseButton.LeftButton)

    assert len(stored(contacts)) == 1


def test_a_person_named_twice_by_the_same_stands_there_once_with_both_in_the_menu(contacts: Any) -> None:
    mira, priya = contacts.add("Mira Rossi", relation=Relation.KNOWN), contacts.add("Priya Shah")
    introduce(contacts.workbench, [mira.id], [priya.id])
    introduce(contacts.workbench, [mira.id], [priya.id], stage=IntroductionStage.MADE)
    contacts.open()
    contacts.choose("Priya Shah")
    offered = [each.text() for each in pressed(contacts, "Mira Rossi").actions() if not each.isSeparator()]

    assert chain(contacts) == ["Mira Rossi", "→", "Priya Shah"]
    assert len(offered) == 5


def test_the_timeline_tells_both_ways(contacts: Any, three: Any) -> None:
    contacts.open()
    contacts.choose("Priya Shah")
    QApplication.processEvents()
    words = [each.text() for each in contacts.part(Timeline).findChildren(ChipButton) if each.isVisible()]

    assert set(words) == {"introduced by Mira Rossi", "named Omar Diaz"}


def test_markup_in_a_name_stays_text(contacts: Any) -> None:
    bold, priya = contacts.add("<b>Bold</b>"), contacts.add("Priya Shah")
    introduce(contacts.workbench, [bold.id], [priya.id])
    contacts.open()
    contacts.choose("Priya Shah")

    assert "<b>" not in chip(contacts, "<b>Bold</b>").toolTip()


def test_closing_a_form_with_a_name_in_it_asks_first(contacts: Any) -> None:
    contacts.add("Priya Shah")
    form = begin(contacts, "Priya Shah")
    type_name(form, "Omar Diaz")
    form.reject()
    is_asked = form.unsaved.isVisible()
    form.hide()

    assert is_asked
