"""What a command refuses because of what it was given: the text is the sentence for the person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netchal_gui import words

if TYPE_CHECKING:
    from netchal_gui.domain.problem import Problem


class Refused(Exception):
    """The input is at fault; nothing was changed. ``problems`` name the fields where there are any."""

    def __init__(self, sentence: str, problems: "tuple[Problem, ...]" = ()) -> None:
        super().__init__(sentence)
        self.problems = problems


def refuse(problems: "Iterable[Problem]") -> None:
    """Raise Refused if any of the problems keeps the draft from being saved."""
    blocking = tuple(problem for problem in problems if problem.blocks)
    if blocking:
        raise Refused(" ".join(words.problem(problem) for problem in blocking), blocking)
