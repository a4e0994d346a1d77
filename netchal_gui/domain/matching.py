"""Whether an incoming person is one we have, and what they bring that is new. Pure rules, no lists of people.

Incoming people are drafts of :class:`Contact` whose id and ``created`` mean nothing.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from netchal_gui.domain.contact import Address, Contact
from netchal_gui.domain.folding import fold, words_of

_COMPARED_DIGITS = 9  # country codes and a leading 0 stand before these
_FEWEST_DIGITS = 6
_SURE_UID = 16
"""Ids of this length are made to be unique; short ones ("12") mean something else in every address book."""
_EXTENSION = re.compile(r"(?:ext|x|;|#)\D*\d+\s*$", re.IGNORECASE)
_NAME_FIELDS = ("name", "prefix", "given", "additional", "family", "suffix")
_SINGLE = ("nickname", "organisation", "unit", "role", "birthday", "photo", "note")
_LISTS = ("emails", "phones", "links", "addresses", "tags", "fields")
_OWN = ("circle", "far_away", "source", "source_detail", "cadence")


class Likeness(StrEnum):
    """How surely a stored person is the incoming one, and by what."""

    SURE = "sure"
    SAME_EMAIL = "same_email"  # another name
    SAME_PHONE = "same_phone"  # a name that shares a word
    SAME_NAME = "same_name"  # nothing else in common
    NONE = "none"


class FieldChangeKind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One detail that an update brings; ``before`` is the former text of a changed one."""

    field: str
    kind: FieldChangeKind
    before: str = ""


def email_key(value: str) -> str:
    """E-mail addresses are the same without regard to case."""
    return value.strip().casefold()


def phone_key(value: str) -> str:
    """The digits that tell numbers apart however they are written; "" for too few."""
    digits = "".join(c for c in _EXTENSION.sub("", value) if c.isdecimal())
    return digits[-_COMPARED_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""


def name_key(contact: Contact) -> str:
    """The words of the name, folded and sorted: "Müller, Zoë" meets "Zoe Muller"."""
    return words_key(contact.name, contact.prefix, contact.suffix)


def words_key(name: str, prefix: str, suffix: str) -> str:
    """The folded words of a name in order of the alphabet, without title and suffix."""
    words = words_of(name)
    left_out = {*words_of(prefix), *words_of(suffix)}
    return " ".join(sorted([word for word in words if word not in left_out] or words))


def name_words(contact: Contact) -> frozenset[str]:
    """The folded words of the name without title and suffix."""
    return frozenset(name_key(contact).split())


def same_name(one: Contact, other: Contact) -> bool:
    """Whether the names may be one person's: the same words, or all words of a name of two or more."""
    if name_key(one) == name_key(other):
        return True
    fewer, more = sorted((name_words(one), name_words(other)), key=len)
    return len(fewer) >= 2 and fewer <= more


def likeness(stored: Contact, incoming: Contact) -> Likeness:
    """What speaks for both being the same person, by e-mail first, then telephone, then name."""
    nameless = _is_nameless(stored) or _is_nameless(incoming)
    if _share(stored.emails, incoming.emails, email_key):
        return Likeness.SURE if nameless or same_name(stored, incoming) else Likeness.SAME_EMAIL
    if _share(stored.phones, incoming.phones, phone_key):
        if nameless or same_name(stored, incoming):
            return Likeness.SURE
        if name_words(stored) & name_words(incoming):
            return Likeness.SAME_PHONE
        return Likeness.NONE
    return Likeness.SAME_NAME if name_key(stored) == name_key(incoming) else Likeness.NONE


def uid_is_enough(uid: str, stored: Contact, incoming: Contact) -> bool:
    """Whether the same uid means the same person, whatever became of the name."""
    return len(uid) >= _SURE_UID or same_name(stored, incoming) or likeness(stored, incoming) is Likeness.SURE


def _is_nameless(contact: Contact) -> bool:
    """A person named after their own e-mail address or number."""
    return contact.name in {item.value for item in (*contact.emails, *contact.phones)}


def _share(one: Iterable[Any], other: Iterable[Any], key: Any) -> bool:
    keys = {key(item.value) for item in one} - {""}
    return any(key(item.value) in keys for item in other)


def seen_of(incoming: Contact, extra: Iterable[str]) -> str:
    """What Origin keeps of a card: the SHA-256 of all of it, then a short digest of each filled field.

    So the next import knows which fields changed at the source and which only here.
    """
    texts = {name: repr(value) for name, value in _grouped(incoming).items() if value}
    parts = {name: _digest(text)[:8] for name, text in texts.items()}
    whole = _digest("\n".join([*(f"{name}={text}" for name, text in texts.items()), *sorted(extra)]))
    return " ".join([whole, *(f"{name}:{digest}" for name, digest in parts.items())])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _grouped(contact: Contact) -> dict[str, Any]:
    """The fields that a source can change; the name and its parts change together."""
    values = {name: getattr(contact, name) for name in (*_SINGLE, *_LISTS, *_OWN)}
    return {"name": tuple(getattr(contact, part) for part in _NAME_FIELDS), **values}


def _changed_at_source(incoming: Contact, seen: str) -> set[str]:
    """The fields whose value differs from what the source had at the last import."""
    last = dict(part.split(":", 1) for part in seen.split(" ")[1:] if ":" in part)
    now = dict(part.split(":", 1) for part in seen_of(incoming, ()).split(" ")[1:])
    return {name for name, digest in now.items() if last.get(name) != digest}


def merged(stored: Contact, incoming: Contact, seen: str | None) -> tuple[Contact, tuple[FieldChange, ...]]:
    """The stored person with what the incoming one brings, and the details that makes.

    ``seen``: what the source had at the last import, None where it never had this person. Values are
    added; a field changes only where it changed at the source; nothing is ever emptied or taken away.
    """
    looked_at = set(_grouped(incoming)) if seen is None else _changed_at_source(incoming, seen)
    values: dict[str, Any] = {}
    changes: list[FieldChange] = []
    if "name" in looked_at:
        _merge_name(stored, incoming, seen, values, changes)
    for name in (*_LISTS, *_SINGLE, *_OWN):
        if name in looked_at:
            _merge_field(name, stored, incoming, seen, values, changes)
    return (replace(stored, **values), tuple(changes)) if values else (stored, ())


def _merge_name(
    stored: Contact, incoming: Contact, seen: str | None, values: dict[str, Any], changes: list[FieldChange]
) -> None:
    parts = {part: getattr(incoming, part) for part in _NAME_FIELDS if getattr(incoming, part)}
    if _is_nameless(incoming) or all(getattr(stored, part) == text for part, text in parts.items()):
        return
    if seen is not None or _is_nameless(stored):
        values.update({**dict.fromkeys(_NAME_FIELDS, ""), **parts} if len(parts) > 1 else parts)
        if stored.name != incoming.name:
            changes.append(FieldChange("name", FieldChangeKind.CHANGED, stored.name))
    elif len(parts) > 1 and stored.name == incoming.name and not _has_parts(stored):
        values.update(parts)
    if values and not changes:
        changes.append(FieldChange("name_parts", FieldChangeKind.ADDED))


def _has_parts(contact: Contact) -> bool:
    return any(getattr(contact, part) for part in _NAME_FIELDS[1:])


def _merge_field(
    name: str,
    stored: Contact,
    incoming: Contact,
    seen: str | None,
    values: dict[str, Any],
    changes: list[FieldChange],
) -> None:
    have, brought = getattr(stored, name), getattr(incoming, name)
    if not brought or brought == have:
        return
    if name in _LISTS:
        _merge_list(name, have, brought, values, changes)
    elif not have:
        values[name] = brought
        changes.append(FieldChange(name, FieldChangeKind.ADDED))
    elif seen is not None:
        values[name] = brought
        changes.append(FieldChange(name, FieldChangeKind.CHANGED, str(have)))
    elif name == "note" and brought.strip() not in have:
        values[name] = f"{have.rstrip()}\n\n{brought}"
        changes.append(FieldChange(name, FieldChangeKind.ADDED))


def _merge_list(
    name: str,
    have: tuple[Any, ...],
    brought: tuple[Any, ...],
    values: dict[str, Any],
    changes: list[FieldChange],
) -> None:
    known = {_item_key(name, item) for item in have}
    fresh = {_item_key(name, item): item for item in brought}
    added = tuple(item for key, item in fresh.items() if key not in known)
    if added:
        values[name] = have + added
        changes.extend(FieldChange(name, FieldChangeKind.ADDED) for _ in added)


def _item_key(name: str, item: Any) -> str:
    """Items with the same key are the same e-mail, number, link, address or tag."""
    if name == "emails":
        return email_key(item.value)
    if name == "phones":
        return phone_key(item.value) or fold(item.value)
    if name == "links":
        return str(item.value).casefold().rstrip("/")
    if isinstance(item, Address):
        return fold(repr(replace(item, label="")))
    return fold(item) if isinstance(item, str) else repr(item)


def filled(contact: Contact) -> Mapping[str, int]:
    """How many values of each kind a new person brings: e-mails, phones, addresses and so on."""
    counts = {name: len(getattr(contact, name)) for name in _LISTS}
    counts.update({name: 1 for name in ("birthday", "note", "photo") if getattr(contact, name)})
    return {name: count for name, count in counts.items() if count}
