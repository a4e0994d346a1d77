"""Help on what counts in a challenge and how its forecast is reckoned."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from netchal_gui.domain.forecast import WEIGHT, WINDOW_DAYS
from netchal_gui.domain.kept import KEPT_DAYS
from netchal_gui.views.form_parts import bold_label, frame, plain_label, scroll_area
from netchal_gui.views.help_dialogs import HelpDialog
from netchal_gui.words import say


class CountingDialog(HelpDialog):
    """The rules in plain words, one paragraph for each question."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, say("How a challenge counts"))
        inside = frame("page", margins=(0, 0, 12, 0), spacing=4)
        box = inside.layout()
        assert box is not None
        for question, answer in rules():
            title = bold_label(question)
            title.setContentsMargins(0, 8, 0, 0)
            box.addWidget(title)
            box.addWidget(plain_label(answer, wrap=True))
        self._content.addWidget(scroll_area(inside))
        self.resize(560, 600)


def rules() -> Iterator[tuple[str, str]]:
    """Questions and answers; the numbers in them are those that the program reckons with."""
    yield from _what_counts()
    yield from _who_is_who()
    yield from _what_is_reckoned()


def _what_counts() -> Iterator[tuple[str, str]]:
    yield (
        say("Which talk counts?"),
        say(
            "One that took place, on a day of the challenge where you were, and that its rule allows: its"
            " channels, its least length, a recording or a tag where it asks for them. You can decide"
            " otherwise for a single talk; your reason is kept."
        ),
    )
    yield (
        say("What never harms?"),
        say("A talk that was called off, somebody who did not come, a no. You can always ask again."),
    )
    yield (
        say("How often does one person count?"),
        say("Once in a challenge. The same talk may count in several challenges."),
    )
    yield (
        say("What if a month stays open?"),
        say(
            "With carry-over, whoever you meet beyond a later month's number fills the oldest open place of"
            " the same lane and is marked as made up. Nothing ever goes back to zero."
        ),
    )


def _who_is_who() -> Iterator[tuple[str, str]]:
    yield (
        say("Who is known, who is new?"),
        say(
            "New is whoever you met for the first time after the challenge began and did not mark as known."
            " You can move somebody to the other lane by hand."
        ),
    )
    yield (
        say("When did new people become known?"),
        say(
            "When you met them again, on another day within {days} days of the first time: in an interview"
            " that took place, or at a meeting that you logged. It need not count in the challenge and may"
            " be after its end. Whoever you met less than {days} days ago still has time.",
            days=KEPT_DAYS,
        ),
    )
    yield (
        say("Whom did I ask “who else should I meet?”"),
        say(
            "Whoever named somebody or said that they know nobody, in any of their talks in the challenge."
            " Whom they named counts once, however many named them."
        ),
    )


def _what_is_reckoned() -> Iterator[tuple[str, str]]:
    yield (
        say("How is the forecast reckoned?"),
        say(
            "Whom you have met, and the larger of two: what is under way, or your pace kept up. Under way are"
            " the people with a day, times the share of such talks that took place, and the open invitations,"
            " times the share of the people asked whom you met; an invitation nobody answered for a month is"
            " no longer counted on. Your pace is that of the last {days} days; days before the challenge"
            " began count as if you had kept to its plan. Each share begins as if {weight} talks had gone"
            " well. The forecast is never above the goal and never below what you have.",
            days=WINDOW_DAYS,
            weight=WEIGHT,
        ),
    )
    yield (
        say("When should I ask more people?"),
        say(
            "When the places still open in this period are more than the people with a day and the open"
            " invitations will probably fill."
        ),
    )
