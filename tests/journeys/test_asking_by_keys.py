"""Ideas, requests and replies by real keys, each counted: a key is one press or chord that is not text."""

from PySide6.QtCore import Qt

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, StepKind
from tests.journeys.planned_month import Counted

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def stages(program):
    return [each.stage for each in program.program.workbench.store.every(Interview)]


def two_from_an_event(hand):
    hand.press(Qt.Key.Key_V, CTRL | SHIFT)
    hand.type("ATD meeting")
    hand.press(Qt.Key.Key_Return)
    for name in ("Ada", "Bob"):
        hand.type(name)
        hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Escape)


def test_an_event_takes_one_key_for_each_person(start):
    program = start()
    hand = Counted(program)
    two_from_an_event(hand)

    assert program.people() == ["Ada", "Bob"]
    assert len(list(program.program.workbench.store.every(FollowUp))) == 2
    keys = hand.count - len("ATD meetingAdaBob")
    assert keys == 1 + 1 + 2 + 1


def test_a_reply_is_logged_with_one_key_in_the_contacts_and_in_the_pipeline(start):
    program = start()
    hand = Counted(program)
    two_from_an_event(hand)
    hand.press(Qt.Key.Key_P, CTRL | SHIFT)
    for _ in "both asked":
        if StepKind.IDEA in stages(program):
            hand.press(Qt.Key.Key_Right, CTRL)
            hand.press(Qt.Key.Key_Left)
    assert stages(program) == [StepKind.ASKED, StepKind.ASKED]

    before = hand.count
    hand.press(Qt.Key.Key_R, CTRL)
    assert (hand.count - before, sorted(stages(program))) == (1, [StepKind.ASKED, StepKind.REPLIED])
    hand.press(Qt.Key.Key_Escape)

    hand.press(Qt.Key.Key_2, ALT)
    for person in program.program.workbench.store.every(Contact):
        program.window.show_object(Contact, person.id)
        program.settle()
        hand.press(Qt.Key.Key_R, CTRL)
    assert stages(program) == [StepKind.REPLIED, StepKind.REPLIED]


def test_the_pipeline_is_one_window_and_goes_with_the_program(start):
    program = start()
    hand = Counted(program)
    for _ in range(2):
        hand.press(Qt.Key.Key_P, CTRL | SHIFT)
        program.window.activateWindow()
    windows = [each for each in program.qt.topLevelWidgets() if each.windowTitle() == "Pipeline"]
    assert len([each for each in windows if each.isVisible()]) == 1

    program.close()
