"""Closing the window loses nothing."""

import pytest


def test_closing_saves_what_is_being_typed(make):
    made = make()
    made.window.close()

    assert all("flush" in tab.seen for tab in made.tabs.values())
    assert not made.window.isVisible()


def test_the_window_stays_when_a_text_cannot_be_saved(make, qtbot):
    made = make()
    made.tabs["journal"].saves = False
    with qtbot.assertNotEmitted(made.window.closed):
        made.window.close()

    assert made.window.isVisible()


def test_the_window_stays_when_saving_fails_unexpectedly(make):
    made = make()

    def failing():
        raise RuntimeError("no")

    made.tabs["contacts"].flush = failing
    with pytest.raises(RuntimeError):
        made.window.close()

    assert made.window.isVisible()
    del made.tabs["contacts"].flush
