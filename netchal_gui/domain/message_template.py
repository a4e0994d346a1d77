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
    PARTNER = "partner"
    PLAN = "plan"
    REPORT = "report"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTemplate:
    """One of the person's own; the supplied ones lie in ``resources/templates``.

    ``language`` is an ISO 639-1 code. ``subject`` is for mails; ``body`` is a Jinja2 template of Markdown
    (of HTML for the page). The newest of a kind and language is used. ``created`` is UTC.
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
