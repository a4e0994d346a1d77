"""How many keys it takes: a key is one press or chord that is not text; Enter and Tab count."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.introduction import Introduction
from tests.journeys.started import Started

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Keys:
    """Presses real keys in the program and counts them; letters are free."""

    def __init__(self, program: Started) -> None:
        self.program, self.count = program, 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.count += 1
        self.program.press(key, modifiers)

    def type(self, text: str) -> None:
        self.program.type(text)


@pytest.fixture
def keys(start: Callable[[], Started]) -> Keys:
    return Keys(start())


def assert_all_is_there(program: Started) -> None:
    """A talk with two people, a thank-you to each, and whom the first named."""
    store = program.program.workbench.store
    names = dict(store.rows("SELECT id, name FROM contact"))
    (talk,) = [each for each in store.every(Interview) if each.stage is StepKind.MET]
    assert [names[each.bytes] for each in talk.people] == ["Ada Lovelace", "Bob Stone"]
    thanks = [each for each in store.every(FollowUp) if each.kind is FollowUpKind.THANK]
    assert len(thanks) == 2
    (led,) = store.every(Introduction)
    assert (names[led.by_id.bytes], names[led.to_id.bytes]) == ("Ada Lovelace", "Karl May")


def test_a_person_comes_in_with_a_name_and_two_keys(keys: Keys) -> None:
    keys.press(Qt.Key.Key_N, CTRL)
    keys.type("Ada Lovelace")
    keys.press(Qt.Key.Key_Return)

    assert keys.program.people() == ["Ada Lovelace"]
    assert keys.count == 2


def test_a_whole_talk_is_logged_in_one_line_with_at_most_three_keys(keys: Keys) -> None:
    keys.press(Qt.Key.Key_L, CTRL)
    keys.type("met Ada Lovelace and Bob Stone phone thanks who-else: Karl May")
    keys.press(Qt.Key.Key_Return)

    assert_all_is_there(keys.program)
    assert keys.count <= 3


def test_one_undo_takes_the_line_back(keys: Keys) -> None:
    before = keys.program.exported()
    keys.press(Qt.Key.Key_L, CTRL)
    keys.type("met Ada Lovelace and Bob Stone phone thanks who-else: Karl May")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Z, CTRL)

    assert keys.program.exported() == before


def test_a_whole_talk_is_logged_in_the_form_with_at_most_eight_keys(keys: Keys) -> None:
    keys.press(Qt.Key.Key_L, CTRL | SHIFT)
    for name in ("Ada Lovelace", "Bob Stone"):
        keys.type(name)
        keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_P, ALT)
    keys.press(Qt.Key.Key_W, ALT)
    keys.type("Karl May")
    keys.press(Qt.Key.Key_T, ALT)
    keys.press(Qt.Key.Key_Return, CTRL)

    assert_all_is_there(keys.program)
    assert keys.count <= 8


def to_the_first_follow_up(program: Started) -> None:
    """With the keyboard, to where the keys of a follow-up work."""
    program.press(Qt.Key.Key_2, ALT)
    for _ in range(60):
        if isinstance(program.qt.focusWidget(), QCheckBox):
            return
        program.press(Qt.Key.Key_Tab)
    raise AssertionError("Tab comes to no follow-up")


def test_a_follow_up_is_done_with_one_key_and_put_off_with_two(keys: Keys) -> None:
    keys.press(Qt.Key.Key_L, CTRL)
    keys.type("met Bob Stone no thanks next: call him today; send the paper today")
    keys.press(Qt.Key.Key_Return)
    to_the_first_follow_up(keys.program)

    keys.count = 0
    keys.press(Qt.Key.Key_Space)
    assert keys.count == 1
    keys.press(Qt.Key.Key_S)
    keys.press(Qt.Key.Key_M)
    assert keys.count == 1 + 2

    follow_ups = {each.text: each for each in keys.program.program.workbench.store.every(FollowUp)}
    done, later = follow_ups["call him"], follow_ups["send the paper"]
    assert done.done
    assert (later.due - done.due).days == 1
