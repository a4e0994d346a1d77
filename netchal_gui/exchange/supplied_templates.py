"""The texts that come with Netchal: ``resources/templates/<language>/<kind>.txt`` (``.md``, ``.html``).

The first line of a text for a mail is its subject, "Subject: …", followed by an empty line.
"""

from typing import NamedTuple

from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.paths import resource
from netchal_gui.words import LANGUAGES

_SUBJECT = "Subject: "
_ENDING = {TemplateKind.PLAN: "md", TemplateKind.REPORT: "md", TemplateKind.PAGE: "html"}


class Supplied(NamedTuple):
    subject: str
    body: str


def supplied(kind: TemplateKind, language: str) -> Supplied:
    """The supplied text in a language; in English where there is none in that one."""
    spoken = language if language in LANGUAGES else "en"
    path = resource("templates", spoken, f"{kind.value}.{_ENDING.get(kind, 'txt')}")
    text = path.read_text("utf-8")
    if not text.startswith(_SUBJECT):
        return Supplied("", text)
    subject, _, body = text.partition("\n\n")
    return Supplied(subject.removeprefix(_SUBJECT), body)
