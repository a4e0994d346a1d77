"""A chip that is too narrow for its word says it in a tooltip."""

import pytest
from pytestqt.qtbot import QtBot

from netchal_gui.views.chips import ChipButton, ChipLabel
from netchal_gui.views.form_parts import plain_tooltip


@pytest.fixture(params=[ChipLabel, ChipButton])
def chip(request: pytest.FixtureRequest, qtbot: QtBot) -> ChipLabel | ChipButton:
    made: ChipLabel | ChipButton = request.param("overdue since Tuesday")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_only_where_it_is_clipped(chip: ChipLabel | ChipButton) -> None:
    whole = chip.toolTip()
    chip.resize(60, chip.height())
    narrow = chip.toolTip()
    chip.resize(chip.sizeHint())

    assert (whole, narrow, chip.toolTip()) == ("", plain_tooltip("overdue since Tuesday"), "")


def test_another_word_has_another_tooltip(chip: ChipLabel | ChipButton) -> None:
    chip.resize(60, chip.height())
    chip.show_chip("overdue since Wednesday", "plain")

    assert chip.toolTip() == plain_tooltip("overdue since Wednesday")


def test_a_tooltip_that_says_more_stays(chip: ChipLabel | ChipButton) -> None:
    chip.setToolTip("By Tuesday 24 November")
    chip.resize(60, chip.height())

    assert chip.toolTip() == "By Tuesday 24 November"
