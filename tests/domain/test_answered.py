"""Answers of a talk as lines of what was learned: each once, in order, and never over what was written."""

from netchal_gui.domain.answered import with_answers
from netchal_gui.domain.interview import Question


def asked(*answers: str) -> tuple[Question, ...]:
    """Questions A, B, C … with these answers."""
    return tuple(Question(letter, answer=each) for letter, each in zip("ABCDE", answers, strict=False))


NOTHING = asked("", "", "")


def test_the_first_answer_stands_below_what_was_written() -> None:
    assert with_answers("Before.", NOTHING, asked("yes", "", "")) == "Before.\n\n- **A** yes"


def test_an_empty_text_begins_with_it() -> None:
    assert with_answers("", NOTHING, asked("", "no", "")) == "- **B** no"


def test_a_later_answer_comes_below_the_earlier_question() -> None:
    text = with_answers("", NOTHING, asked("a", "", "c"))

    assert with_answers(text, asked("a", "", "c"), asked("a", "b", "c")) == "- **A** a\n- **B** b\n- **C** c"


def test_a_changed_answer_takes_the_place_of_the_former_one() -> None:
    text = "- **A** a\n\nAfter."

    assert with_answers(text, asked("a"), asked("a b")) == "- **A** a b\n\nAfter."


def test_an_answer_that_is_emptied_leaves_no_line() -> None:
    assert with_answers("- **A** a\n- **B** b", asked("a", "b"), asked("", "b")) == "- **B** b"


def test_a_line_changed_by_hand_stays_and_the_new_answer_comes_below() -> None:
    text = "- **A** a, as she said twice"

    assert with_answers(text, asked("a"), asked("b")) == "- **A** a, as she said twice\n- **A** b"


def test_the_same_answers_change_nothing() -> None:
    assert with_answers("- **A** by hand", asked("a"), asked("a")) == "- **A** by hand"


def test_an_answer_is_one_line() -> None:
    assert with_answers("", NOTHING, asked("one\n  two", "", "")) == "- **A** one two"
