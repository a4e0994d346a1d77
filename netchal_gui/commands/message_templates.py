"""Texts kept ready: which one is used, and one's own in its place."""

from collections.abc import Mapping

from netchal_gui.commands.refusal import refuse
from netchal_gui.commands.template_rendering import Text
from netchal_gui.commands.template_trials import tried
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.message_template import MessageTemplate, TemplateKind, problems
from netchal_gui.exchange.supplied_templates import supplied
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say, spoken
from netchal_gui.workbench import Workbench


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
