"""Fill a text template in: Jinja2, cut down to what a text needs, so that no template can do harm or hang.

A template may show facts, choose (``if``), repeat (``for``) and use a few filters. It cannot call, assign,
define or include anything, so it reads nothing but the facts, and what it costs grows with what is written
in it: rounds of loops have a budget, the template and its result a length. What is left runs in Jinja2's
sandbox.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from netchal_gui.exchange.template_fault import TemplateFault
from netchal_gui.words import number, say

LONGEST_TEMPLATE = 50_000
LONGEST_RESULT = 2_000_000
"""Characters."""


class Escape(StrEnum):
    """What facts are written into, so that they stay text there: a mail, Markdown, or HTML."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


def filled(source: str, facts: Mapping[str, object], escape: Escape) -> str:
    """The template with its facts filled in. Raises TemplateFault with the line and what is wrong.

    Facts are texts, numbers, truth values, None, and lists and mappings of these. A line that holds nothing
    but tags leaves no line behind.
    """
    from netchal_gui.exchange.text_engine import render

    if len(source) > LONGEST_TEMPLATE:
        raise TemplateFault(say("A template has at most {n} characters.", n=number(LONGEST_TEMPLATE)))
    return render(source, facts, _escaping(escape), LONGEST_RESULT)


def _escaping(escape: Escape) -> Callable[[str], str]:
    from html import escape as html

    from netchal_gui.exchange.journal_markdown import plain

    every: dict[Escape, Callable[[str], str]]
    every = {Escape.PLAIN: str, Escape.MARKDOWN: plain, Escape.HTML: html}
    return every[escape]
