"""A text kept ready, filled in with facts."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.message_template import TemplateKind, fact_names
from netchal_gui.exchange.challenge_page import check_page
from netchal_gui.exchange.template_fault import TemplateFault
from netchal_gui.exchange.template_text import Escape, filled
from netchal_gui.words import say

_ESCAPES = {
    TemplateKind.PLAN: Escape.MARKDOWN,
    TemplateKind.REPORT: Escape.MARKDOWN,
    TemplateKind.PAGE: Escape.HTML,
}


_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


class Text(NamedTuple):
    """A template as it is written, before it is filled in."""

    subject: str
    body: str


class Rendered(NamedTuple):
    """A text filled in: plain text, Markdown for plan and report, HTML for the page."""

    subject: str
    body: str


def usable_page(html: str) -> str:
    """The page as it is. Raises Refused where it would run or load anything."""
    try:
        check_page(html)
    except TemplateFault as fault:
        raise Refused(say("The page cannot be used: {reason}", reason=fault)) from fault
    return html


def render(kind: TemplateKind, text: Text, facts: Mapping[str, object]) -> Rendered:
    """A text filled in; facts of its kind that are not given are empty. Raises Refused: which line, what.

    See :func:`~netchal_gui.domain.message_template.fact_names` for what it may name.
    """
    every = {**dict.fromkeys(fact_names(kind), ""), **facts}
    escape = _ESCAPES.get(kind, Escape.PLAIN)
    try:
        subject = filled(text.subject, every, Escape.PLAIN)
    except TemplateFault as fault:
        raise Refused(say("Subject: {reason}", reason=fault)) from fault
    try:
        body = filled(text.body, every, escape)
    except TemplateFault as fault:
        raise Refused(str(fault)) from fault
    return Rendered(" ".join(subject.split()), body if escape is Escape.HTML else _tidied(body))


def _tidied(text: str) -> str:
    """Parts that came out empty leave no gap: one blank line at most, none around the text."""
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"
