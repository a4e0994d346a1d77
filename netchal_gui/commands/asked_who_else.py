"""Who was asked "who else should I meet?" in a challenge, and whom they named."""

from netchal_gui.commands.challenge_facts import Facts
from netchal_gui.domain.asked_who_else import AskedWhoElse
from netchal_gui.domain.asked_who_else import asked_who_else as counted
from netchal_gui.domain.interview import StepKind, WhoElse
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.who_else_queries import answers_in, named_in_all
from netchal_gui.words import say_many


def asked_who_else(reader: Reader, facts: Facts) -> AskedWhoElse:
    """Of everybody one met in a challenge, whether the talk counts or not. Raises StoreFault."""
    met = dict.fromkeys(row.interview for row in facts.talks if row.stage == StepKind.MET)
    answers = ((who, WhoElse(answer)) for who, answer in answers_in(reader, met))
    return counted(answers, named_in_all(reader, met))


def sentence(found: AskedWhoElse) -> str:
    """ "Of 40 people you met, you asked 31; they named 52." """
    asked = len(found.named) + len(found.nobody)
    return say_many(
        "Of {n} person you met, you asked {asked}; they named {people}.",
        "Of {n} people you met, you asked {asked}; they named {people}.",
        asked + len(found.not_asked),
        asked=asked,
        people=len(found.people),
    )
