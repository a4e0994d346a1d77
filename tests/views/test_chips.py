"""Chips, avatars and the field for people."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.chips import Avatar, ChipLabel
from netchal_gui.views.form_parts import plain_label, plain_tooltip
from netchal_gui.views.painting import one_line, paint_text
from netchal_gui.views.suggestion_list import Suggestion
from netchal_gui.views.theme import DARK, LIGHT, Colours

ADA = Suggestion(UUID(int=1), "Ada Lovelace", "Analyst", "known")
BOB = Suggestion(UUID(int=2), "Bob Byrne", "", "new")


def find(text):
    return [person for person in (ADA, BOB) if person.name.lower().startswith(text.lower())]


@pytest.fixture
def people(qtbot):
    field = ChipEdit("With whom", find)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def line(field):
    return field.focusProxy()


def names(field):
    return [person.name for person in field.chosen()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Comma])
def test_enter_tab_and_comma_take_the_first_suggestion(people, key):
    QTest.keyClicks(line(people), "ad")
    QTest.keyClick(line(people), key)

    assert people.chosen() == [ADA]
    assert line(people).text() == ""


def test_an_unknown_name_becomes_a_new_person(people):
    QTest.keyClicks(line(people), "Zoe Quinn")
    QTest.keyClick(line(people), Qt.Key.Key_Return)

    assert people.chosen() == [Suggestion(None, "Zoe Quinn")]


def test_the_arrows_reach_the_new_person_below_the_suggestions(people):
    QTest.keyClicks(line(people), "Ada")
    QTest.keyClick(line(people), Qt.Key.Key_Down)
    QTest.keyClick(line(people), Qt.Key.Key_Return)

    assert people.chosen() == [Suggestion(None, "Ada")]


def test_backspace_in_the_empty_field_takes_the_last_person_away(people):
    people.show_chosen([ADA, BOB])
    QTest.keyClick(line(people), Qt.Key.Key_Backspace)

    assert people.chosen() == [ADA]


def test_a_person_is_chosen_only_once(people):
    people.show_chosen([ADA])
    QTest.keyClicks(line(people), "Ada Lovelace")
    people.take_typed()

    assert people.chosen() == [ADA]


def test_loading_people_sends_no_signal(people, qtbot):
    with qtbot.assertNotEmitted(people.changed):
        people.show_chosen([ADA, BOB])


def test_choosing_sends_the_signal(people, qtbot):
    with qtbot.waitSignal(people.changed):
        QTest.keyClicks(line(people), "bob")
        QTest.keyClick(line(people), Qt.Key.Key_Return)


def test_a_name_left_as_text_finds_the_person_of_that_very_name(people):
    QTest.keyClicks(line(people), "ada lovelace")
    people.take_typed()

    assert people.chosen() == [ADA]


def test_the_beginning_of_a_name_left_as_text_is_a_new_person(people):
    QTest.keyClicks(line(people), "Ad")
    people.take_typed()

    assert names(people) == ["Ad"]


def test_tab_leaves_the_field_when_nothing_is_typed(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field, after = ChipEdit("With whom", find), QLabel()
    from PySide6.QtWidgets import QLineEdit, QVBoxLayout

    after = QLineEdit()
    box = QVBoxLayout(window)
    box.addWidget(field)
    box.addWidget(after)
    window.show()
    window.activateWindow()
    field.setFocus()
    QTest.keyClick(line(field), Qt.Key.Key_Tab)

    assert window.focusWidget() is after


def test_pressing_a_chip_takes_its_person_away(people):
    people.show_chosen([ADA, BOB])
    chip = next(c for c in people.children() if getattr(c, "accessibleName", str)() == "Ada Lovelace, remove")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert people.chosen() == [BOB]


def test_more_people_than_fit_in_a_line_make_the_field_higher(people):
    people.setFixedWidth(300)
    before = people.layout().heightForWidth(300)
    people.show_chosen([Suggestion(UUID(int=n), f"Somebody with number {n}") for n in range(3, 9)])

    assert people.layout().heightForWidth(300) > 2 * before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(text=st.text(max_size=40))
def test_chips_take_any_text(qtbot, text):
    chip = ChipLabel(text, "known")
    chip.resize(60, 20)

    assert not chip.grab().isNull()


def test_a_broken_picture_shows_the_initials(qtbot):
    avatar = Avatar("AL", "known", 40)
    qtbot.addWidget(avatar)
    plain = avatar.grab().toImage()
    avatar.show_person("AL", "known", b"not a picture")

    assert avatar.grab().toImage() == plain


def test_a_label_shows_tags_as_they_are(qtbot):
    label = plain_label("<b>bold</b>")
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_tooltip_shows_tags_as_they_are():
    assert "<img" not in plain_tooltip('<img src="file:///x.png">')


def test_line_breaks_in_a_name_stay_in_one_line():
    assert one_line("a\nb\tc") == "a b c"


def test_text_that_does_not_fit_is_reported_as_elided(qtbot):
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFont, QPainter

    pixmap = QPixmap(100, 20)
    painter = QPainter(pixmap)
    narrow = paint_text(painter, QRect(0, 0, 30, 20), "A very long name", "#000000", QFont())
    wide = paint_text(painter, QRect(0, 0, 90, 20), "A", "#000000", QFont())
    painter.end()

    assert (narrow, wide) == (True, False)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXTS = [
    ("text", "base"),
    ("text", "surface"),
    ("text", "accent_soft"),
    ("muted", "base"),
    ("muted", "surface"),
    ("muted", "accent_soft"),
    ("muted", "hatch"),
    ("muted", "plain_soft"),
    ("known", "known_soft"),
    ("new", "new_soft"),
    ("accent", "accent_soft"),
    ("accent", "base"),
    ("danger", "danger_soft"),
    ("danger", "base"),
    ("on_accent", "accent"),
    ("on_highlight", "highlight"),
]
MARKS = [
    (name, ground) for name in ("known", "new", "accent", "danger", "mark") for ground in ("base", "surface")
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(theme: Colours, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), MARKS)
def test_marks_can_be_seen(theme: Colours, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 3
