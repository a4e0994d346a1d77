"""How a name as shown and its parts (vCard's N, RFC 6350, 6.2.2) follow each other when one is edited."""

from dataclasses import replace

from netchal_gui.domain.contact import Contact


def composed(contact: Contact) -> str:
    """The parts in the order in which most of Europe speaks them; "" where there are none."""
    parts = (contact.prefix, contact.given, contact.additional, contact.family, contact.suffix)
    return " ".join(part for part in parts if part)


def renamed(contact: Contact, name: str) -> Contact:
    """The person with another name; parts that made up the former one are cut from the new one alike.

    So a family name that changes also changes in the parts, by which people are sorted and exported.
    Parts that did not make up the name (another order, another script) stay as they are.
    """
    if name == contact.name:
        return contact
    if not (contact.given or contact.family) or composed(contact) != contact.name:
        return replace(contact, name=name)
    words = name.split()
    prefix = _taken(words, contact.prefix, at_end=False)
    suffix = _taken(words, contact.suffix, at_end=True)
    cut = max(len(words) - len(contact.family.split()), 0 if contact.family and len(words) == 1 else 1)
    given, family = words[:cut], words[cut:]
    firsts = len(contact.given.split()) if contact.additional else len(given)
    return replace(
        contact,
        name=name,
        prefix=prefix,
        given=" ".join(given[:firsts]),
        additional=" ".join(given[firsts:]),
        family=" ".join(family),
        suffix=suffix,
    )


def _taken(words: list[str], part: str, *, at_end: bool) -> str:
    """Take the words of a part away from one end of the name, if they still stand there."""
    wanted = part.split()
    count = len(wanted)
    if not count or len(words) <= count:
        return ""
    place = slice(-count, None) if at_end else slice(0, count)
    if words[place] != wanted:
        return ""
    del words[place]
    return part
