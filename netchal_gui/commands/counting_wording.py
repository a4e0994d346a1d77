"""Why a talk does not count, as a card and a list say it."""

from netchal_gui.domain.counting import Why
from netchal_gui.words import say


def why(value: Why) -> str:
    """Why a talk does not count: what stands after "does not count:"."""
    return {
        "channel": say("this way of talking does not count"),
        "length": say("too short"),
        "not_recorded": say("no recording yet"),
        "focus": say("not about the challenge's theme"),
        "lane": say("the challenge has no place for this person"),
        "already_met": say("already met in this challenge"),
        "extra": say("extra: all places were filled"),
        "decided": say("taken out by hand"),
    }[value]
