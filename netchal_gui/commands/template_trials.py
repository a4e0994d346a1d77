"""Try a text out with facts of nobody: in the editor, and before it is saved."""

from typing import NamedTuple

from netchal_gui.commands.sample_facts import sample_facts
from netchal_gui.commands.template_rendering import Text, render, usable_page
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.exchange.challenge_page import page_as_text
from netchal_gui.exchange.report_formats import as_text
from netchal_gui.words import say


class Tried(NamedTuple):
    """A text as it reads, without signs of Markdown or HTML."""

    subject: str
    reading: str


def tried(kind: TemplateKind, text: Text, language: str, me: str = "") -> Tried:
    """The text filled in with facts of nobody. Raises Refused: which line, and what is wrong."""
    made = render(kind, text, sample_facts(kind, language, me))
    if kind is TemplateKind.PAGE:
        return Tried(made.subject, page_as_text(usable_page(made.body)))
    is_markdown = kind in (TemplateKind.PLAN, TemplateKind.REPORT)
    return Tried(made.subject, as_text(made.body) if is_markdown else made.body)


def kind_words(kind: TemplateKind) -> str:
    return {
        TemplateKind.ASK: say("Asking for a talk"),
        TemplateKind.OLD_FRIEND: say("An old friend"),
        TemplateKind.INTRODUCED: say("After an introduction"),
        TemplateKind.AFTER_EVENT: say("After an event"),
        TemplateKind.SECOND_OFFER: say("A second offer"),
        TemplateKind.REMIND: say("A reminder"),
        TemplateKind.THANK: say("A thank-you"),
        TemplateKind.THANK_LATER: say("A later thank-you"),
        TemplateKind.BIRTHDAY: say("For a birthday"),
        TemplateKind.PARTNER: say("Report to the partner"),
        TemplateKind.PLAN: say("Plan of the month"),
        TemplateKind.REPORT: say("Report of the month"),
        TemplateKind.PAGE: say("Page of the challenge"),
    }[kind]
