"""What stands on the challenge tab while there is no challenge."""

from netchal_gui.views.empty_state import EmptyState
from netchal_gui.views.form_parts import button, link_button, primary_button
from netchal_gui.words import say


class ChallengeWelcome(EmptyState):
    """The ways to begin, as buttons."""

    def __init__(self) -> None:
        begin = primary_button(say("Start a 4×4 challenge"))
        other = button(say("Start another challenge…"))
        address_book = button(say("Import my address book…"))
        example = link_button(say("Look at a filled example"))
        self.ways = (begin, other, address_book, example)
        super().__init__(
            say("Meet eight people a month"),
            say(
                "Four you know and would like to know better, four who are new to you.\n"
                "Everything stays on this computer, in one file that is yours."
            ),
            self.ways,
            say("or just press Ctrl+N and type a name"),
        )
