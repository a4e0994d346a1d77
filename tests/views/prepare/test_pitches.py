"""The pitch drawer: over any window without taking its focus; pitches added, changed, counted, deleted."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netchal_gui.commands.pitches import pitches
from netchal_gui.commands.preparing import use_pitch
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.pitch import Pitch
from netchal_gui.views.pitch_drawer import PitchDrawer
from netchal_gui.views.pitch_form import PitchForm
from netchal_gui.views.pitch_key import PitchKey
from netchal_gui.workbench import Workbench
from tests.journeys.conftest import start as start
from tests.journeys.started import Started


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.field = QLineEdit()  # type: ignore[attr-defined]
    QVBoxLayout(made).addWidget(made.field)  # type: ignore[attr-defined]
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.field.setFocus()  # type: ignore[attr-defined]
    return made


@pytest.fixture
def drawer(workbench: Workbench, pitch: Pitch, window: QWidget) -> PitchDrawer:
    return PitchDrawer(workbench, window)


def said(drawer: PitchDrawer) -> str:
    return "\n".join(label.text() for label in drawer.findChildren(QLabel))


def test_it_opens_over_the_right_edge_and_leaves_the_focus_where_it_was(
    window: QWidget, drawer: PitchDrawer
) -> None:
    drawer.toggle()

    assert window.focusWidget() is window.field  # type: ignore[attr-defined]
    assert (drawer.geometry().right(), drawer.height()) == (window.width() - 1, window.height())
    drawer.toggle()
    assert not drawer.isVisible()


def test_it_stays_at_the_edge_when_the_window_grows(window: QWidget, drawer: PitchDrawer) -> None:
    drawer.toggle()
    window.resize(1100, 700)
    QApplication.processEvents()

    assert drawer.geometry().right() == window.width() - 1


def test_it_shows_whom_a_pitch_is_for_its_seconds_and_where_it_was_used(
    workbench: Workbench, talk: Interview, pitch: Pitch, drawer: PitchDrawer
) -> None:
    use_pitch(workbench, talk.id, pitch.id)
    drawer.toggle()

    for text in ("Short", "for a founder", "11 words · 5 of 15 seconds", "Used at 1 talk, with Ada Lovelace"):
        assert text in said(drawer)


def test_it_is_entered_by_keys_and_escape_leads_back(window: QWidget, drawer: PitchDrawer) -> None:
    drawer.enter()
    focused = window.focusWidget()
    assert focused is next(drawer.cards()).copy
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)

    assert not drawer.isVisible()
    assert window.focusWidget() is window.field  # type: ignore[attr-defined]


def test_a_pitch_is_copied(pitch: Pitch, drawer: PitchDrawer) -> None:
    drawer.toggle()
    next(drawer.cards()).copy.click()

    assert QGuiApplication.clipboard().text() == pitch.text


def test_what_a_person_wrote_stays_text(workbench: Workbench, window: QWidget) -> None:
    form = PitchForm(workbench, None)
    form.name.setText("<h1>Big</h1>")
    form.text.setPlainText("<img src='file:///etc/passwd'> & more")
    form.save_draft()
    drawer = PitchDrawer(workbench, window)
    drawer.toggle()

    assert "<h1>Big</h1>" in said(drawer)
    formats = {label.textFormat() for label in drawer.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_the_seconds_are_counted_while_one_writes(
    workbench: Workbench, show: Callable[[QDialog], None]
) -> None:
    form = PitchForm(workbench, None)
    show(form)
    QTest.keyClicks(form.text, "I build bridges between people")

    assert form.counted.text() == "5 words · 2 of 30 seconds"
    form._throw_away()


def test_a_new_pitch_is_stored_and_an_empty_one_says_what_is_missing(
    workbench: Workbench, show: Callable[[QDialog], None]
) -> None:
    form = PitchForm(workbench, None)
    show(form)
    form.save.click()
    assert not form._fault.isHidden()
    form.name.setText("Short")
    form.text.setPlainText("I build bridges.")
    form.save.click()

    (stored,) = pitches(workbench.store)
    assert (stored.title, stored.text, stored.seconds, stored.language) == (
        "Short",
        "I build bridges.",
        30,
        "",
    )


def test_a_pitch_is_deleted_from_its_form(
    workbench: Workbench, pitch: Pitch, show: Callable[[QDialog], None]
) -> None:
    form = PitchForm(workbench, pitch)
    show(form)
    form._delete()

    assert pitches(workbench.store) == []


def test_an_open_drawer_follows_what_changes(workbench: Workbench, drawer: PitchDrawer) -> None:
    drawer.toggle()
    workbench.undo()

    assert list(drawer.cards()) == []
    assert "F9" in said(drawer)


@pytest.fixture
def key(workbench: Workbench, window: QWidget) -> Iterator[PitchKey]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = PitchKey(workbench, window, app)
    yield made
    made.stop()


def test_f9_opens_it_over_a_dialog_too(qtbot: QtBot, key: PitchKey, window: QWidget) -> None:
    dialog = QDialog(window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.resize(500, 400)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_F9)
    drawer = dialog.findChild(PitchDrawer)

    assert isinstance(drawer, PitchDrawer)
    assert drawer.isVisible()
    assert dialog.focusWidget() is field
    dialog.close()


def test_f9_opens_it_over_a_window_beside_the_main_one(qtbot: QtBot, key: PitchKey, window: QWidget) -> None:
    dialog = QDialog(window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_F9)

    assert isinstance(dialog.findChild(PitchDrawer), PitchDrawer)
    assert window.findChild(PitchDrawer, options=Qt.FindChildOption.FindDirectChildrenOnly) is None
    dialog.close()


def test_a_dialog_grows_for_it_and_is_as_before_when_it_closes(
    workbench: Workbench, show: Callable[[QDialog], None], qtbot: QtBot
) -> None:
    dialog = QDialog()
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.resize(300, 300)
    qtbot.addWidget(dialog)
    show(dialog)
    place = field.geometry()
    drawer = PitchDrawer(workbench, dialog)
    drawer.toggle()
    QApplication.processEvents()

    assert field.geometry() == place
    assert drawer.x() >= 300
    drawer.toggle()
    QApplication.processEvents()
    assert (dialog.width(), field.geometry()) == (300, place)


def test_f9_opens_it_on_every_tab(start: Callable[[], Started]) -> None:
    program = start()
    for tab in range(4):
        program.window.show_tab(tab)
        program.press(Qt.Key.Key_F9)
        drawer = program.window.findChild(PitchDrawer)
        assert isinstance(drawer, PitchDrawer)
        assert drawer.isVisible()
        program.press(Qt.Key.Key_F9)
        assert not drawer.isVisible()
