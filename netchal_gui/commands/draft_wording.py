"""A drafted message in words: what it is for, its language, and what sending it notes."""

from netchal_gui.commands.drafts import ASKING, THANKING, Draft
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.words import say


def kind_name(kind: TemplateKind | None) -> str:
    """What a text to somebody is called; None: a blank page."""
    if kind is None:
        return say("My own words")
    return {
        "ask": say("Ask for an interview"),
        "old_friend": say("Old friend"),
        "introduced": say("Introduced by somebody"),
        "after_event": say("After an event"),
        "second_offer": say("Second offer"),
        "remind": say("Reminder"),
        "thank": say("Thank-you"),
        "thank_later": say("Later thank-you"),
        "birthday": say("Birthday"),
        "partner": say("Report to the partner"),
        "plan": say("Plan of the month"),
        "report": say("Report of the month"),
        "page": say("Page of the challenge"),
    }[kind]


def language_name(code: str) -> str:
    """The name of a language that texts are there for; of any other its code."""
    return {"en": say("English"), "de": say("German")}.get(code, code)


def will_be_noted(draft: Draft, usual: str) -> str:
    """What is noted once the message is opened or copied; ``usual`` is the person's language so far."""
    if draft.language == usual:
        return _noted(draft)
    language = language_name(draft.language)
    return " ".join((_noted(draft), say("From now on you write to them in {language}.", language=language)))


def _noted(draft: Draft) -> str:
    if draft.kind in ASKING:
        return say("Opening or copying it notes that you asked.")
    if draft.kind in THANKING:
        return say("Opening or copying it notes that you thanked.")
    if draft.challenge_id is not None:
        return say("Opening or copying it notes that you reported.")
    return say("Opening or copying it notes that you wrote.")
