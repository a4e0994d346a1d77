"""Texts kept ready: which one is used, one's own in its place, and filled in with facts."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.message_template import MessageTemplate, TemplateKind, fact_names, problems
from netchal_gui.exchange.challenge_page import check_page
from netchal_gui.exchange.supplied_templates import supplied
from netchal_gui.exchange.template_text import Escape, TemplateFault, filled
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say, spoken
from netchal_gui.workbench import Workbench

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


def language_for(workbench: Workbench, contact: Contact | None = None) -> str:
    """The language one writes in: to this person, else usually, else that of the program (ISO 639-1)."""
    return (contact.language if contact else "") or workbench.preferences.language or spoken()


def template_for(workbench: Workbench, kind: TemplateKind, language: str) -> Text:
    """The person's own text of a kind and language, else the supplied one. Raises StoreFault."""
    own = own_template(workbench.store, kind, language)
    return Text(own.subject, own.body) if own else Text(*supplied(kind, language))


def own_template(reader: Reader, kind: TemplateKind, language: str) -> MessageTemplate | None:
    """The newest text of one's own."""
    newest = "kind = ? AND language = ? ORDER BY created DESC, number DESC LIMIT 1"
    return next(iter(reader.where(MessageTemplate, newest, (kind.value, language))), None)


def is_own(reader: Reader, kind: TemplateKind, language: str) -> bool:
    """Whether a text of one's own is in use."""
    return own_template(reader, kind, language) is not None


def save_template(workbench: Workbench, kind: TemplateKind, language: str, subject: str, body: str) -> None:
    """Use a text of one's own from now on. See :func:`save_templates`."""
    save_templates(workbench, {(kind, language): Text(subject, body)})


def save_templates(workbench: Workbench, texts: Mapping[tuple[TemplateKind, str], Text]) -> bool:
    """Use texts of one's own from now on, by kind and language, as one Edit; False where nothing changed.

    Raises Refused where one is empty or cannot be filled in, with the line and what is wrong; StoreFault.
    """
    changes = [_change(workbench, kind, language, text) for (kind, language), text in texts.items()]
    found = tuple(change for change in changes if change is not None)
    workbench.apply(Edit(say("Text changed"), found))
    return bool(found)


def _change(workbench: Workbench, kind: TemplateKind, language: str, text: Text) -> Change | None:
    """What makes this the text in use; None where it is. Raises Refused."""
    from netchal_gui.commands.template_trials import tried

    tidy = Text(" ".join(text.subject.split()), text.body.strip() + "\n")
    before = own_template(workbench.store, kind, language)
    draft = MessageTemplate(
        id=before.id if before else workbench.new_id(),
        kind=kind,
        language=language,
        created=workbench.now(),
        subject=tidy.subject,
        body=tidy.body,
    )
    refuse(problems(draft))
    tried(kind, tidy, language)
    return None if tidy == template_for(workbench, kind, language) else Change(before, draft)


def reset_template(workbench: Workbench, kind: TemplateKind, language: str) -> bool:
    """Go back to the supplied text; False where it is in use. One edit. Raises StoreFault."""
    own = workbench.store.where(MessageTemplate, "kind = ? AND language = ?", (kind.value, language))
    workbench.apply(Edit(say("The supplied text is used again"), tuple(Change(each, None) for each in own)))
    return bool(own)


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
