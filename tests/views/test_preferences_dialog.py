from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from netchal_gui.domain.contact import Circle
from netchal_gui.domain.preferences import CircleCadence, ExportShape, FollowUpsInCalendar, Preferences
from netchal_gui.storage.store import Store
from netchal_gui.views.preferences_dialog import PreferencesDialog
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    store = Store.open(tmp_path / "netchal.db")
    yield Workbench(store, lambda: NOW, uuid4)
    store.close()


@pytest.fixture
def dialog(qtbot: QtBot, workbench: Workbench) -> PreferencesDialog:
    made = PreferencesDialog(workbench)
    qtbot.addWidget(made)
    return made


def press(qtbot: QtBot, dialog: PreferencesDialog, text: str) -> None:
    found = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_numbers_keep_off_the_edge_of_their_field(dialog: PreferencesDialog) -> None:
    fields = [number.findChild(QLineEdit) for number in dialog.findChildren(QSpinBox)]

    assert fields
    assert all(field is not None and field.textMargins().left() > 0 for field in fields)


def test_saving_stores_what_was_chosen(qtbot: QtBot, dialog: PreferencesDialog, workbench: Workbench) -> None:
    dialog.findChildren(QCheckBox)[0].click()
    next(one for one in dialog.findChildren(QRadioButton) if "One file" in one.text()).click()
    press(qtbot, dialog, "Save")
    wanted = Preferences(private_events=False, export_shape=ExportShape.ONE_FILE)
    assert workbench.preferences == wanted


def test_the_name_one_signs_with_and_the_language_of_texts(
    qtbot: QtBot, dialog: PreferencesDialog, workbench: Workbench
) -> None:
    qtbot.keyClicks(dialog.own_name, " Grace  Hopper ")
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    press(qtbot, dialog, "Save")

    assert (workbench.preferences.own_name, workbench.preferences.language) == ("Grace Hopper", "de")


def test_cancelling_stores_nothing(qtbot: QtBot, dialog: PreferencesDialog, workbench: Workbench) -> None:
    dialog.findChildren(QCheckBox)[0].click()
    press(qtbot, dialog, "Cancel")
    assert (workbench.preferences, workbench.undo_label) == (Preferences(), None)


def test_saving_without_a_change_is_no_edit(
    qtbot: QtBot, dialog: PreferencesDialog, workbench: Workbench
) -> None:
    press(qtbot, dialog, "Save")
    assert workbench.undo_label is None


def test_a_changed_setting_can_be_undone(
    qtbot: QtBot, dialog: PreferencesDialog, workbench: Workbench
) -> None:
    dialog.findChildren(QCheckBox)[0].click()
    press(qtbot, dialog, "Save")
    workbench.undo()
    assert workbench.preferences == Preferences()


def test_follow_ups_go_along_as_one_wishes(
    qtbot: QtBot, dialog: PreferencesDialog, workbench: Workbench
) -> None:
    dialog.follow_ups.setCurrentIndex(dialog.follow_ups.findData(FollowUpsInCalendar.TODO))
    press(qtbot, dialog, "Save")

    assert workbench.preferences.follow_ups_in_calendar is FollowUpsInCalendar.TODO


def test_the_rhythm_of_each_circle(qtbot: QtBot, dialog: PreferencesDialog, workbench: Workbench) -> None:
    for circle, days in ((Circle.FAMILY, 14), (Circle.FRIEND, None), (Circle.COLLEAGUE, 182)):
        choice = dialog.cadences[circle].choice
        choice.setCurrentIndex(choice.findData(days))
        choice.activated.emit(choice.currentIndex())
    press(qtbot, dialog, "Save")

    assert workbench.preferences.circle_cadences == (
        CircleCadence(Circle.FAMILY, 14),
        CircleCadence(Circle.COLLEAGUE, 182),
    )
