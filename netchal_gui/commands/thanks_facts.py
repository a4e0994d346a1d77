"""What a thank-you says beside what was learned: what one promised, and what came of their help."""

from collections.abc import Iterator
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.draft_situation import Situation
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.storage.person_queries import entries_about, follow_ups_of_entries
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def thanks_facts(
    workbench: Workbench, contact: Contact, situation: Situation, follow_up: FollowUp | None, language: str
) -> dict[str, object]:
    """``promised``: what one said one would do for them. ``outcome``: the favour one thanks for later.

    ``follow_up`` is the thank-you it is drafted from, None: the first that is due. Raises StoreFault.
    """
    later = (each for each in situation.open if each.kind is FollowUpKind.THANK_LATER and each.favour_id)
    about = follow_up or next(later, None)
    favour = workbench.store.get(Favour, about.favour_id) if about and about.favour_id else None
    promised = dict.fromkeys(_promised(workbench.store, contact.id, situation))
    return {
        "promised": list(promised),
        "outcome": _outcome(workbench.store, favour, contact.id, language) if favour else "",
    }


def _outcome(reader: Reader, favour: Favour, thanked: UUID, language: str) -> str:
    """The favour; to whoever made the introduction through which it came, with the name of who helped."""
    if favour.contact_id == thanked:
        return favour.text
    helper = reader.get(Contact, favour.contact_id)
    with words.speaking(language):
        name = helper.name if helper else ""
        return say("{name}, to whom you led me, helped: {what}", name=name, what=favour.text)


def _promised(reader: Reader, contact_id: UUID, situation: Situation) -> Iterator[str]:
    """Open promises to them, in entries about nobody else and among the favours too."""
    alone = [each.id for each in entries_about(reader, [contact_id]) if each.people == (contact_id,)]
    lines = [each for each in follow_ups_of_entries(reader, alone) if not each.done]
    for each in (*situation.open, *lines):
        if each.kind is FollowUpKind.PROMISE:
            yield each.text
    for favour in reader.where(Favour, "contact_id = ? ORDER BY at_utc", (contact_id.bytes,)):
        if favour.kind is FavourKind.PROMISED:
            yield favour.text
