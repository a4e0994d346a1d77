"""The help on counting."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from netchal_gui.views.counting_help import CountingDialog


def test_the_help_names_the_numbers_that_the_forecast_reckons_with(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CountingDialog(parent)
    read = " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert "the last 90 days" in read
    assert "as if 4 talks had gone well" in read
