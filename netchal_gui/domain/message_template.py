"""A message template: a text kept ready, filled in with the facts of a person, a month or a challenge."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.problem import Problem, ProblemKind


class TemplateKind(StrEnum):
    """What the text is for. Requests and thanks go to a person, the last four to the world."""

    ASK = "ask"
    OLD_FRIEND = "old_friend"
    INTRODUCED = "introduced"
    AFTER_EVENT = "after_event"
    SECOND_OFFER = "second_offer"
    REMIND = "remind"
    THANK = "thank"
    THANK_LATER = "thank_later"
    BIRTHDAY = "birthday"
    PARTNER = "partner"
    PLAN = "plan"
    REPORT = "report"
    PAGE = "page"


PERSON_FACTS = (
    *("name", "first_name", "role", "organisation", "familiar", "me", "about_me", "challenge"),
    *("introduced_by", "event", "times"),
    *("asked_on", "met_on", "last_met", "learned", "promised", "outcome"),
)
"""What a text to a person may name. ``familiar``: somebody one knows; ``me``, ``about_me``: the writer;
``times`` a list of proposals; days are words; ``promised``: a list of what one
said one would do for them; ``outcome``: what came of their help."""
MONTH_FACTS = (
    *("challenge", "about", "me", "month", "met", "goal", "asked", "replied", "introduced", "forecast"),
    *("lanes", "others", "events", "learned", "open", "next"),
)
"""What a text about a month may name. ``lanes`` have title, met, quota, made_up, and people and chosen: lists
of who, how_met and n. ``events`` have name, n and people, a list of texts; the others are lists of texts."""
PAGE_FACTS = (
    *("challenge", "about", "me", "met", "goal", "asked", "replied", "introduced", "forecast"),
    *("periods", "interviews", "start_own", "updated", "language", "style", "policy", "generator"),
)
"""``periods``: title, met, quota; ``interviews``: title, who, when, and link or file with its kind (audio,
video, file); ``start_own``: the file of the challenge. The last three belong into the page's head."""
_OF_A_MONTH = frozenset({TemplateKind.PLAN, TemplateKind.REPORT})


def fact_names(kind: TemplateKind) -> tuple[str, ...]:
    """What a template of this kind may name."""
    if kind is TemplateKind.PAGE:
        return PAGE_FACTS
    if kind is TemplateKind.PARTNER:
        return tuple(dict.fromkeys((*PERSON_FACTS, *MONTH_FACTS)))
    return MONTH_FACTS if kind in _OF_A_MONTH else PERSON_FACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTemplate:
    """One of the person's own; the supplied ones lie in ``resources/templates``.

    ``language`` is an ISO 639-1 code. ``subject`` is for mails; both are Jinja2 templates: of plain text, of
    Markdown for plan and report, of HTML for the page. The newest of a kind and language is used.
    ``created`` is UTC.
    """

    id: UUID
    kind: TemplateKind
    language: str
    created: datetime
    body: str
    subject: str = ""


def problems(template: MessageTemplate) -> Iterator[Problem]:
    """What keeps the template from being saved; whether it can be filled in is asked elsewhere."""
    if not template.body.strip():
        yield Problem(ProblemKind.TEXT_MISSING, "body")
